"""The letter writer: a letter filled, measured, checked and ready to take along."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, make_dataclass
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from markupsafe import escape

from followup import letters, planning
from followup.case import check
from followup.case.current import as_it_stands
from followup.dates import calendars, clock
from followup.letters import prefill
from followup.model.answer import Answer, Problem
from followup.model.case import Case
from followup.model.plan import ROUND_ASKS, Step
from followup.model.question import asked
from followup.model.wording import Choices, Words, problem_words, view_words
from followup.planning.resuming import resumed
from followup.rules import customs
from followup.tools.writer.view import BOXES, Sheet, fragment, sheet_data, sheet_files
from followup.words.cleaning import clean_line, clean_text

TEXT_LIMIT = 5_000
# What stays the same from letter to letter.
SHARED = ("my_name", "my_phone")
KINDS: Mapping[str, tuple[Any, Any]] = {"date": (dt.date | None, None), "long": (str, ""), "line": (str, "")}
_LETTERS = letters.letters()
_FIRST = {name: letters.first_blanks(letter) for name, letter in _LETTERS.items()}


def _blank_field(blank: letters.Blank) -> tuple[str, Any, Any]:
    kind = "line" if blank.kind == "clause" else blank.kind
    hint, default = KINDS[kind]
    used_by = tuple(name for name, first in _FIRST.items() if blank.name in first)
    needed_by = tuple(name for name, letter in _LETTERS.items() if letters.is_needed(letter, blank))
    enter = view_words("writer.day", example=blank.example) if kind == "date" else ""
    said = Words(label=blank.label, help=blank.help, example=blank.example, enter=enter)
    limits = {
        "limit": letters.BLANK_LIMIT,
        "private": True,
        "shared": blank.name if blank.name in SHARED else "",
    }
    when = {"when": ("/letter", used_by), "needed_when": needed_by}
    return blank.name, hint, asked(said, kind=kind, default=default, **when, **limits)


def _box(path: str, situation: str) -> Any:
    """Gives a box for the letters that know the situation; untouched it leaves the question to the interview."""
    knowing = tuple(name for name, letter in _LETTERS.items() if situation in letter.situations)
    return asked(path, kind="flag", default=None, when=("letter", knowing))


def _titles() -> Choices:
    return tuple((letter.id, letter.title) for letter in letters.letters().values())


if TYPE_CHECKING:
    # The blanks are data: one question for each record of blanks.toml.
    Blanks = Any
else:
    Blanks = make_dataclass("Blanks", map(_blank_field, letters.blanks().values()), frozen=True, kw_only=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Colleague:
    """A letter that another person of the same company gets."""

    to: str = asked("colleague.to", private=True)
    text: str = asked("colleague.text", kind="long", limit=TEXT_LIMIT, private=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """Which letter, for whom, and what only the reader can put into it."""

    letter: str = asked("writer.letter", kind="choice", choices=_titles)
    variant: Literal["plain", "warm", "formal"] = asked(
        "writer.variant", kind="choice", choices="tones", default="plain"
    )
    to: str = asked("writer.to", rare=True, private=True)
    blanks: Blanks = asked("writer.blanks", default=Blanks())
    date_known: bool | None = _box("writer.date_known", "ask_when")
    several: bool | None = _box("writer.several", "several")
    agency: bool | None = _box("writer.agency", "agency")
    again: bool | None = _box("writer.again", "again")
    moved: bool | None = _box("writer.moved", "moved")
    ahead: bool | None = _box("writer.ahead", "ahead")
    apart: bool | None = _box("writer.apart", "apart")
    unmet: bool | None = _box("writer.unmet", "unmet")
    form: Literal["email", "message"] = asked(
        "writer.form",
        kind="choice",
        choices="forms",
        default="email",
        when=("letter", tuple(name for name, letter in _LETTERS.items() if letter.message)),
    )
    wording: str = asked(
        "writer.wording",
        kind="choice",
        rare=True,
        choices="dealt",
        when=("letter", tuple(name for name, letter in _LETTERS.items() if letter.is_dealt)),
    )
    reply: bool = asked(
        "writer.reply",
        kind="flag",
        default=False,
        when=("letter", tuple(name for name, letter in _LETTERS.items() if letter.reply_subject)),
    )
    address: str = asked("writer.address", kind="email", rare=True, private=True)
    send_at: dt.datetime | None = asked("writer.send_at", kind="moment", rare=True, default=None)
    zone: str = asked("writer.zone", kind="zone", rare=True)
    subject: str = asked("writer.subject", kind="line", rare=True, limit=letters.BLANK_LIMIT, private=True)
    text: str = asked("writer.text", kind="long", rare=True, limit=TEXT_LIMIT, private=True)
    kept: str = asked("writer.kept", kind="long", carried=True, limit=TEXT_LIMIT, private=True)
    kept_subject: str = asked("writer.kept_subject", kind="line", carried=True, limit=letters.BLANK_LIMIT, private=True)
    written: tuple[Colleague, ...] = asked("writer.written", rare=True, default=(), limit=20)
    case: Case | None = asked("tool.case", default=None)
    step: str = asked("writer.step", rare=True)


def problems(values: Mapping[str, object], now: dt.datetime) -> tuple[Problem, ...]:
    """Gives what is wrong across fields: a letter must be named, or a step of a case."""
    found = check.problems(values, now, path="case.") if "case.rounds" in values else ()
    if values.get("letter") or (values.get("step") and "case.rounds" in values):
        return found
    return (*found, Problem(field="letter", message=problem_words("letter")))


def answer(questions: Questions, now: dt.datetime) -> Answer:
    """Gives the letter with its missing blanks, its size against the limits, the checker's findings and the files."""
    try:
        step = _step(questions, now)
    except calendars.OutOfCoverage as beyond:
        return Answer(problems=(Problem(field="case.rounds", message=beyond.advice),))
    except LookupError:
        return Answer(problems=(Problem(field="step", message=problem_words("step")),))
    if not (questions.letter or (step and step.letter)):
        return Answer(problems=(Problem(field="letter", message=problem_words("letter_of_step")),))
    sheet = _sheet(questions, step, now)
    data = sheet_data(sheet)
    return Answer(data=data, fragment=fragment(sheet, data), files=sheet_files(sheet))


def _step(questions: Questions, now: dt.datetime) -> Step | None:
    case = questions.case
    if not questions.step or case is None:
        return None
    calendar = calendars.calendar_of(case)
    steps = {step.id: step for step in planning.plan(case, now, calendar).steps}
    return steps[questions.step]


def _sheet(questions: Questions, step: Step | None, now: dt.datetime) -> Sheet:
    letter = _LETTERS[questions.letter or (step.letter if step else "")]
    case = as_it_stands(questions.case) if questions.case else None
    known = _known(questions, case, letter, step)
    sent_at = _sent_at(questions, known, step, now)
    manner = letters.Manner(
        tone=questions.variant,
        situations=_situations(questions, known, sent_at),
        reply=questions.reply,
        form=questions.form,
        position=_position(questions, known),
    )
    # What was typed for another letter or variant says nothing about this one.
    blanks = letters.own_blanks(_own(questions)) if questions.kept.strip() else letters.used_blanks(letter, manner)
    used = {blank.name for blank in (letters.blanks().values() if questions.text.strip() else blanks)}
    typed = {name: str(value) for name, value in asdict(questions.blanks).items() if value and name in used}
    values = {**known.values, **typed}
    return Sheet(
        letter=letter,
        manner=manner,
        values=values,
        typed=frozenset(typed),
        name=known.name,
        people=known.people,
        format=known.format,
        address=questions.address or known.address,
        case=case,
        step=step,
        sent_at=sent_at,
        blanks=blanks,
        words=_in_own_words(_words(questions, letter, manner, values, sent_at.date()), questions),
        is_own=bool(questions.text.strip()),
        colleagues=tuple((one.to, clean_text(one.text)) for one in questions.written),
        custom=_custom(letter, case.country if case else "", questions.zone or known.zone, now.date()),
    )


def _custom(letter: letters.Letter, country: str, zone: str, today: dt.date) -> str:
    """Gives what is usual where the letter is read: in the country of the interview, else in that of its zone."""
    there = country or (clock.country_of(zone) if zone else "")
    asking = any(action in ROUND_ASKS for action in letter.actions)
    return customs.note_of(there, today, thanks="thank-you" in letter.actions, asking=asking)


def _known(questions: Questions, case: Case | None, letter: letters.Letter, step: Step | None) -> prefill.Known:
    if case is None:
        return prefill.told(questions.to)
    return prefill.known(case, letter.id, questions.to, step)


def _position(questions: Questions, known: prefill.Known) -> int:
    """Gives which wording is meant, from 0: the chosen one, else by the person, else by the letters kept before."""
    if questions.wording:
        return int(questions.wording) - 1
    others = [one for one in questions.written if not one.to or one.to != known.name]
    return known.position if questions.case else len(others)


def _situations(questions: Questions, known: prefill.Known, sent_at: dt.datetime) -> frozenset[str]:
    """Gives what the boxes say, and what the case tells where a box was left alone."""
    held = known.values.get("interview_date", "") or str(questions.blanks.interview_date or "")
    told = known.situations_at(sent_at) | ({"ahead"} if held > sent_at.date().isoformat() else set())
    open_date = None if questions.date_known is None else not questions.date_known
    boxes = {"ask_when": open_date, **{box: getattr(questions, box) for box in BOXES}}
    answered = {name for name, said in boxes.items() if said is not None}
    # Who says that there was one heard something there.
    answered |= {"unheard"} if questions.unmet is False else set()
    return (told - answered) | {name for name, said in boxes.items() if said}


def _sent_at(questions: Questions, known: prefill.Known, step: Step | None, now: dt.datetime) -> dt.datetime:
    """Gives the moment of sending in the recipient's zone; a moment without an offset is on the recipient's clock."""
    name = questions.zone or known.zone
    where = clock.zone(name) if name else now.tzinfo
    given = questions.send_at
    if given and given.tzinfo is None:
        wall = given.date(), given.time()
        return clock.local(*wall, where) if isinstance(where, ZoneInfo) else given.replace(tzinfo=where)
    return (given or _next_hour(questions.case, step, now)).astimezone(where)


def _next_hour(case: Case | None, step: Step | None, now: dt.datetime) -> dt.datetime:
    """Gives the moment that the plan names for an open step, else now."""
    return resumed(step, now, calendars.calendar_of(case)) if case and step and step.is_open else now


def _own(questions: Questions) -> str:
    return f"{questions.kept_subject}\n{questions.kept}"


def _words(
    questions: Questions, letter: letters.Letter, manner: letters.Manner, values: Mapping[str, str], day: dt.date
) -> letters.Written:
    """Gives the letter filled, or the reader's own wording where they kept one."""
    if not questions.kept.strip():
        return letters.write(letter, manner, values, day)
    subject = questions.kept_subject or letters.write(letter, manner, values, day).subject
    return letters.filled(letter, subject, questions.kept, values, day)


def _in_own_words(words: letters.Written, questions: Questions) -> letters.Written:
    """Gives the letter as the reader changed it."""
    subject, body = clean_line(questions.subject), clean_text(questions.text)
    return letters.Written(
        subject=subject or words.subject,
        body=body or words.body,
        subject_html=str(escape(subject)) if subject else words.subject_html,
        body_html=str(escape(body)) if body else words.body_html,
        missing=() if body else words.missing,
        places=() if body else words.places,
    )
