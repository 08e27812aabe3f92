"""Writes what the voices say: a drawing and a table for each question, and all questions in a list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from followup.rules import evidence, evidence_counts
from followup.rules.evidence import KINDS, CountedQuestion, Topic, Voice, kind_words
from followup_site.pages.rendering import rendered
from followup_site.words.wording import site_list, site_words

ROW, LABEL, BAR, WIDEST = 46, 14, 22, 92
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
        yield f"- [{question.title}]({question.page}.md) {evidence_counts.sentence(question)}"
    for topic in evidence.topics().values():
        if topic.answers:
            yield f"- [{topic.title}]({topic.page}.md) {evidence_counts.sentence(topic)}"
            continue
        told = site_words("pages.topics.told", count=len(_telling(topic)))
        stop = "" if topic.title.endswith("?") else ":"
        yield f"- [{topic.title}]({topic.page}.md){stop} {told}"


def _in_words(topic: Topic) -> str:
    says = site_words("pages.topics.link", count=len(_telling(topic)))
    link = f'<a href="{PAGES.format(page=topic.page)}">{says}</a>'
    return f"<p>{site_words('pages.topics.in_words', link=link)}</p>"


def drawing(question: CountedQuestion | Topic, link: str = "") -> str:
    """Gives the bars as a drawing that keeps the size of its words."""
    bars = _drawn(question)
    return rendered(
        "voices",
        id=question.id.lower(),
        question=question,
        words="; ".join(f"{bar.words}: {bar.count}" for bar in bars) + ".",
        rows=bars,
        sentence=evidence_counts.sentence(question),
        takes_side=any(bar.ours for bar in bars),
        height=ROW * len(bars),
        link=link,
    )


def _drawn(question: CountedQuestion | Topic) -> tuple[DrawnBar, ...]:
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
        for at, bar in enumerate(evidence_counts.drawn(question))
    )


def table(asked: CountedQuestion | Topic) -> str:
    """Gives a row for each voice that speaks on it, shortest wait first, then by country."""
    told = sorted(_telling(asked), key=lambda voice: _order(asked, voice))
    return rendered(
        "voices_table",
        voices=told,
        field=asked.field,
        kinds={kind: kind_words(kind) for kind in KINDS},
        heads=site_list("pages.voices.heads"),
    )


def _telling(asked: CountedQuestion | Topic) -> tuple[Voice, ...]:
    return tuple(voice for voice in evidence.voices() if asked.field in voice.says)


def _order(asked: CountedQuestion | Topic, voice: Voice) -> tuple[float, str, str]:
    if isinstance(asked, CountedQuestion):
        return voice.coded.get(asked.coded, float("inf")), voice.country, voice.publisher
    ids = [answer.id for answer in asked.answers]
    said = voice.answers.get(asked.field, "")
    return ids.index(said) if said in ids else len(ids), voice.country, voice.publisher


def _asked(id: str) -> CountedQuestion | Topic:
    known: Mapping[str, CountedQuestion | Topic] = {**evidence.questions(), **evidence.topics()}
    return known[id]
