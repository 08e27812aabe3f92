"""Writes what the voices say: a drawing and a table for each question, surveys, customs, law and how long it takes."""

import datetime as dt
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from followup.dates import clock
from followup.rules import evidence
from followup.rules.evidence import KINDS, Question, Topic, Voice, kind_words
from followup_site.pages.rendering import rendered
from followup_site.publish.build_date import build_date

LOG = logging.getLogger("mkdocs.followup")
ROW, LABEL, BAR, WIDEST = 46, 14, 22, 92
HEADS = ("Who", "What it says", "Country", "Kind")
PAGES = "/evidence/{page}.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnBar:
    """One bar of a drawing; its width is a percentage of the longest."""

    words: str
    count: int
    fits: bool
    ours: bool
    width: float
    label_y: int
    bar_y: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A survey, a law or a custom, as pairs of a name and words."""

    id: str
    title: str
    told: tuple[tuple[str, str], ...]
    addresses: tuple[str, ...]
    check_by: dt.date | None = None

    @property
    def check_by_words(self) -> str:
        """The day on which it was due for a new look."""
        return clock.spoken_day(self.check_by) if self.check_by else ""


def voices(attributes: Mapping[str, str]) -> str:
    """Gives the drawing of a question, with the way to all its voices."""
    question = _asked(attributes["question"])
    return drawing(question, link=PAGES.format(page=question.page))


def drawn_for(id: str) -> str:
    """Gives the drawing of the question with that id, the way to its voices where they speak in words alone, or ""."""
    asked = evidence.counted().get(id)
    if asked:
        return drawing(asked, link=PAGES.format(page=asked.page))
    return _in_words(evidence.topics()[id]) if id in evidence.topics() else ""


def voices_page(attributes: Mapping[str, str]) -> str:
    """Gives all voices on a question or topic: drawing and sum where they can be counted, and the table."""
    asked = _asked(attributes["question"])
    drawn = drawing(asked) if asked.id in evidence.counted() else ""
    return f"{drawn}\n\n{table(asked)}"


def list_of_questions(attributes: Mapping[str, str]) -> str:
    """Gives a line for each question with its page, counted ones first."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for question in evidence.questions().values():
        yield f"- [{question.title}]({question.page}.md) {evidence.sentence(question)}"
    for topic in evidence.topics().values():
        if topic.answers:
            yield f"- [{topic.title}]({topic.page}.md) {evidence.sentence(topic)}"
            continue
        told = len(_telling(topic))
        stop = "" if topic.title.endswith("?") else ":"
        speak = "voice speaks" if told == 1 else "voices speak"
        yield f"- [{topic.title}]({topic.page}.md){stop} {told} {speak} of it."


def _in_words(topic: Topic) -> str:
    told = len(_telling(topic))
    link = f'<a href="{PAGES.format(page=topic.page)}">what each of the {told} says</a>'
    return f"<p>They answer in words and not in figures: {link}. Silence is never counted.</p>"


def drawing(question: Question | Topic, link: str = "") -> str:
    """Gives the bars as a drawing that keeps the size of its words."""
    bars = _drawn(question)
    return rendered(
        "voices",
        id=question.id.lower(),
        question=question,
        words="; ".join(f"{bar.words}: {bar.count}" for bar in bars) + ".",
        rows=bars,
        sentence=evidence.sentence(question),
        takes_side=any(bar.ours for bar in bars),
        height=ROW * len(bars),
        link=link,
    )


def _drawn(question: Question | Topic) -> tuple[DrawnBar, ...]:
    return tuple(
        DrawnBar(
            words=bar.words,
            count=bar.count,
            fits=bar.fits,
            ours=bar.ours,
            width=round(WIDEST * bar.share, 1),
            label_y=ROW * at + LABEL,
            bar_y=ROW * at + BAR,
        )
        for at, bar in enumerate(evidence.drawn(question))
    )


def table(asked: Question | Topic) -> str:
    """Gives a row for each voice that speaks on it, shortest wait first, then by country."""
    told = sorted(_telling(asked), key=lambda voice: _order(asked, voice))
    return rendered(
        "voices_table", voices=told, field=asked.field, kinds={kind: kind_words(kind) for kind in KINDS}, heads=HEADS
    )


def _telling(asked: Question | Topic) -> tuple[Voice, ...]:
    return tuple(voice for voice in evidence.voices() if asked.field in voice.says)


def _order(asked: Question | Topic, voice: Voice) -> tuple[float, str, str]:
    if isinstance(asked, Question):
        return voice.coded.get(asked.coded, float("inf")), voice.country, voice.publisher
    ids = [answer.id for answer in asked.answers]
    said = voice.answers.get(asked.field, "")
    return ids.index(said) if said in ids else len(ids), voice.country, voice.publisher


def _asked(id: str) -> Question | Topic:
    known: Mapping[str, Question | Topic] = {**evidence.questions(), **evidence.topics()}
    return known[id]


def surveys(attributes: Mapping[str, str]) -> str:
    """Gives the surveys: what was asked of whom, what came out, and who sells what."""
    return _rows(
        Row(
            id=f"survey-{number}",
            title=one.name,
            told=(
                ("Asked", one.asked),
                ("Answers", one.figures),
                ("Sample", one.sample),
                ("Country", one.country),
                ("How far to trust it", one.trust),
            ),
            addresses=one.addresses,
        )
        for number, one in enumerate(evidence.surveys(), 1)
    )


def durations(attributes: Mapping[str, str]) -> str:
    """Gives how long employers take, by country and trade."""
    return _rows(
        Row(
            id=f"duration-{number}",
            title=one.what,
            told=(("How long", one.figure), ("Whose figure", one.whose)),
            addresses=one.addresses,
        )
        for number, one in enumerate(evidence.durations(), 1)
    )


def customs(attributes: Mapping[str, str]) -> str:
    """Gives what is usual, country by country."""
    _warn()
    return _rows(
        Row(
            id=f"custom-{_slug(one.place)}",
            title=one.place,
            told=(
                ("A thank-you", one.thank_you),
                ("When", one.when),
                ("Form of address", one.address_form),
                ("Channel", one.channel),
                ("Who takes the next step", one.next_step),
                ("How sure we are", one.confidence),
            ),
            addresses=one.addresses,
            check_by=one.check_by,
        )
        for one in evidence.customs()
    )


def law(attributes: Mapping[str, str]) -> str:
    """Gives the law that touches the wait, with instrument and dates."""
    return _rows(
        Row(
            id=f"law-{_slug(one.place)}",
            title=one.place,
            told=(
                ("Instrument", one.instrument),
                ("In force", one.in_force),
                ("Who is covered", one.covers),
                ("What you get", one.gives),
                ("Date of the copy", one.copy_dated),
                ("Look again by", " ".join(filter(None, (clock.spoken_day(one.check_by), one.check_because)))),
            ),
            addresses=one.addresses,
            check_by=one.check_by,
        )
        for one in evidence.laws()
    )


def law_due(attributes: Mapping[str, str]) -> str:
    """Gives a line for a page that speaks of a law, shown from the day on which its row is due for a new look."""
    place = attributes["place"]
    row = next((one for one in evidence.laws() if one.place == place), None)
    if row is None:
        raise ValueError(f"A page asks when the law of {place} is due, and law.toml has none of that place")
    return rendered("due", law=row, day=clock.spoken_day(row.check_by))


def _rows(rows: Iterable[Row]) -> str:
    return rendered("evidence_rows", rows=tuple(rows))


def _slug(place: str) -> str:
    return re.sub(r"\W+", "-", place.casefold()).strip("-")


def _warn() -> None:
    """Says in the log what is due for a new look; it stops nothing, and the page says so by the reader's day."""
    for one in evidence.overdue(build_date()):
        LOG.info("Due for a new look: %s", one)
