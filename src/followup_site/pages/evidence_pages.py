"""Writes what the voices say: a drawing and a table for each question, surveys, customs, law and how long it takes."""

import datetime as dt
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from followup.dates import clock
from followup.rules import by_country, evidence, findings
from followup.rules.by_country import Claim, usual_words
from followup.rules.evidence import KINDS, Question, Topic, Voice, kind_words
from followup.rules.findings import Duration, Survey, trust_words
from followup_site.pages.rendering import country, rendered
from followup_site.publish.build_date import build_date

LOG = logging.getLogger("mkdocs.followup")
ROW, LABEL, BAR, WIDEST = 46, 14, 22, 92
HEADS = ("Who", "What it says", "Country", "Kind")
PAGES = "/evidence/{page}.md"
NOTHING = (Claim(says="nothing found"),)


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
class Part:
    """One figure of a list: what it is of, the figure in words, and its bar as a percentage of the width."""

    of: str
    words: str
    width: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """A list of figures under a heading of its own; `sorts` where a reader may sort it."""

    title: str
    parts: tuple[Part, ...]
    heads: tuple[str, str] = ("", "")
    sorts: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A survey, a law or a custom: pairs of a name and claims, and lists of figures as shares of the longest."""

    id: str
    title: str
    told: tuple[tuple[str, tuple[Claim, ...]], ...]
    addresses: tuple[str, ...]
    read: dt.date
    figures: tuple[Figures, ...] = ()
    note: str = ""
    check_by: dt.date | None = None

    @property
    def read_words(self) -> str:
        """The day on which it was read."""
        return clock.spoken_day(self.read)

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
    return _rows(_survey(number, one) for number, one in enumerate(findings.surveys(), 1))


def _survey(number: int, one: Survey) -> Row:
    count = f", {'more than ' if one.more else ''}{one.sample:,} of them" if one.sample else ""
    return Row(
        id=f"survey-{number}",
        title=f"{one.who}, {one.dated}",
        told=(
            ("Asked", _said(one.sampled + count)),
            ("Country", _said(country(one.country) if one.country else "not told")),
            ("Whoever asked sells", _said(one.sells or "nothing that we know of")),
            ("Found", _said(one.finding)),
            ("How far to trust it", _said(_with_reason(trust_words(one.trust), one.trust_because))),
        ),
        figures=tuple(
            Figures(
                title=each.question, parts=_parts(((share.answer, share.percent) for share in each.shares), "%", 100)
            )
            for each in one.asked
        ),
        addresses=one.addresses,
        read=one.read,
    )


def helpful(attributes: Mapping[str, str]) -> str:
    """Gives the share that called a thank-you helpful, survey by survey, with those of one country together."""
    answers = ((country(one.country), each) for one in findings.surveys() for each in one.helpful)
    found = sorted((where, each.year, each.percent) for where, each in answers)
    told = ((f"{where}, {year or 'no date'}", percent) for where, year, percent in found)
    title = "Employers who said that a thank-you helps or influences them"
    return _rows([], Figures(title=title, parts=_parts(told, "%", 100), heads=("Survey", "Share")))


def durations(attributes: Mapping[str, str]) -> str:
    """Gives how long employers take in one part of the page: by country, by trade, or as advisers tell it."""
    about = attributes["about"]
    known = sorted({one.about for one in findings.durations()})
    if about not in known:
        raise ValueError(f"There are no durations about {about}; there are some about {', '.join(known)}")
    return _rows(_duration(number, one) for number, one in enumerate(findings.durations(), 1) if one.about == about)


def _duration(number: int, one: Duration) -> Row:
    percent = one.unit == "percent"
    unit = "%" if percent else f" {one.unit}"
    most = 100 if percent else max((figure.count for figure in one.figures), default=1)
    by_country = one.by == "country"
    told = (
        ((country(each.of) if each.of else "the world") if by_country else each.of, each.count) for each in one.figures
    )
    parts = _parts(told, unit, most)
    return Row(
        id=f"duration-{number}",
        title=one.what,
        told=(("Whose figure", _said(one.whose)),),
        figures=(Figures(title="", parts=parts, heads=("Country", "How long"), sorts=by_country),) if parts else (),
        note=one.note,
        addresses=one.addresses,
        read=one.read,
    )


def customs_table(attributes: Mapping[str, str]) -> str:
    """Gives the customs at a glance: a row for each country, with the thank-you, the wait, and how sure we are."""
    return rendered(
        "customs_table",
        heads=("Country", "A thank-you", "Wait before you ask", "How sure"),
        rows=tuple(
            (_slug(one.place), one.place, usual_words(one.usual), _days(one.wait_days), trust_words(one.confidence))
            for one in by_country.customs()
        ),
    )


def _days(wait: tuple[int, ...]) -> str:
    if not wait:
        return "no wait found"
    least, most = wait
    return f"{least} days" if least == most else f"{least} to {most} days"


def customs(attributes: Mapping[str, str]) -> str:
    """Gives what is usual, country by country."""
    _warn()
    return _rows(
        Row(
            id=f"custom-{_slug(one.place)}",
            title=one.place,
            told=(
                ("A thank-you", one.thank_you or NOTHING),
                ("When", one.when or NOTHING),
                ("Form of address", one.address_form or NOTHING),
                ("Channel", one.channel or NOTHING),
                ("Who takes the next step", one.next_step or NOTHING),
                ("How sure we are", _said(_with_reason(trust_words(one.confidence), one.confidence_because))),
            ),
            addresses=one.addresses,
            read=one.read,
            check_by=one.check_by,
        )
        for one in by_country.customs()
    )


def law(attributes: Mapping[str, str]) -> str:
    """Gives the law that touches the wait, with instrument and dates."""
    return _rows(
        Row(
            id=f"law-{_slug(one.place)}",
            title=one.place,
            told=(
                ("Instrument", _said(one.instrument)),
                ("In force", _said(one.in_force)),
                ("Who is covered", _said(one.covers)),
                ("What you get", _said(one.gives)),
                ("Date of the copy", _said(one.copy_dated)),
                ("Read on", _said(clock.spoken_day(one.read))),
                ("Look again by", _said(_with_reason(clock.spoken_day(one.check_by), one.check_because))),
            ),
            addresses=one.addresses,
            read=one.read,
            check_by=one.check_by,
        )
        for one in by_country.laws()
    )


def law_due(attributes: Mapping[str, str]) -> str:
    """Gives a line for a page that speaks of a law, shown from the day on which its row is due for a new look."""
    place = attributes["place"]
    row = next((one for one in by_country.laws() if one.place == place), None)
    if row is None:
        raise ValueError(f"A page asks when the law of {place} is due, and law.toml has none of that place")
    return rendered("due", law=row, day=clock.spoken_day(row.check_by))


def _rows(rows: Iterable[Row], first: Figures | None = None) -> str:
    return rendered("evidence_rows", rows=tuple(rows), first=first)


def _said(words: str) -> tuple[Claim, ...]:
    return (Claim(says=words),) if words else ()


def _with_reason(words: str, reason: str) -> str:
    return f"{words}: {reason}" if reason else words


def _parts(told: Iterable[tuple[str, float]], unit: str, most: float) -> tuple[Part, ...]:
    return tuple(Part(of=of, words=f"{count:g}{unit}", width=round(100 * count / most, 1)) for of, count in told)


def _slug(place: str) -> str:
    return re.sub(r"\W+", "-", place.casefold()).strip("-")


def _warn() -> None:
    """Says in the log what is due for a new look; it stops nothing, and the page says so by the reader's day."""
    for one in by_country.overdue(build_date()):
        LOG.info("Due for a new look: %s", one)
