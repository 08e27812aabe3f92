"""What the voices say, counted: the bars of a question, and their sum in a sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from followup.rules.evidence import CountedQuestion, Topic, Voice, voices
from followup.rules.tallies import Bar as DrawnBar
from followup.rules.tallies import Tally, summed


@dataclass(frozen=True, kw_only=True, slots=True)
class VoicesBar:
    """How many voices give an answer, and which."""

    words: str
    voices: tuple[Voice, ...]
    fits: bool

    @property
    def count(self) -> int:
        """The number of voices."""
        return len(self.voices)


def distribution(
    question: CountedQuestion, among: Callable[[Voice], bool] = lambda voice: True
) -> tuple[VoicesBar, ...]:
    """Gives the bars of a question, from the shortest to the longest, counted among those voices."""
    told = [voice for voice in voices() if question.coded in voice.coded and among(voice)]
    floors = (float("-inf"), *(bucket.to for bucket in question.buckets))
    counted = tally(question)
    return tuple(
        VoicesBar(
            words=bucket.words,
            voices=tuple(voice for voice in told if floor < voice.coded[question.coded] <= bucket.to),
            fits=counted.fits(bucket.to, question.ours),
        )
        for floor, bucket in zip(floors, question.buckets, strict=False)
    )


def tally(question: CountedQuestion) -> Tally:
    """Gives the numbers that the voices name on a question, each with how many name it."""
    told = sorted(voice.coded[question.coded] for voice in voices() if question.coded in voice.coded)
    return Tally(
        page=f"evidence/{question.page}/",
        title=question.title,
        answers=tuple((bucket.to, bucket.words) for bucket in question.buckets),
        counts=question.counts,
        sentence=question.sentence,
        told=tuple((number, len(list(same))) for number, same in groupby(told)),
    )


def sorted_answers(topic: Topic) -> tuple[VoicesBar, ...]:
    """Gives a bar for each answer that the voices on a topic were sorted into; none where nobody sorted them."""
    return tuple(
        VoicesBar(
            words=answer.words,
            voices=tuple(voice for voice in voices() if voice.answers.get(topic.field) == answer.id),
            fits=answer.id in topic.fits or not topic.fits,
        )
        for answer in topic.answers
    )


def drawn(asked: CountedQuestion | Topic) -> tuple[DrawnBar, ...]:
    """Gives the bars as a drawing has them, with ours among them where our default takes a side."""
    if isinstance(asked, CountedQuestion):
        return tally(asked).bars(asked.ours)
    bars = sorted_answers(asked)
    longest = max((bar.count for bar in bars), default=1)
    return tuple(
        DrawnBar(
            words=bar.words, count=bar.count, share=bar.count / longest, fits=bar.fits, ours=answer.id == asked.ours
        )
        for answer, bar in zip(asked.answers, bars, strict=True)
    )


def sentence(asked: CountedQuestion | Topic) -> str:
    """Gives the sum in a sentence: "31 of the 45 voices that name a wait would let you write by then; ..."."""
    if isinstance(asked, CountedQuestion):
        return tally(asked).says(asked.ours)
    bars = sorted_answers(asked)
    return summed(asked.sentence, sum(bar.count for bar in bars if bar.fits), sum(bar.count for bar in bars))
