"""The letter writer: a letter filled, measured, checked and ready to take along."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from zoneinfo import ZoneInfo

from markupsafe import escape

from followup import letters, planning
from followup.case.current import as_it_stands
from followup.dates import calendars, clock, zone_countries
from followup.letters import prefill
from followup.model.answer import Answer, Problem
from followup.model.case import Case
from followup.model.plan import ROUND_ASKS, Step
from followup.model.wording import problem_words
from followup.planning.resuming import resumed
from followup.rules import customs
from followup.tools.writer import days_astray
from followup.tools.writer.questions import Questions, problems
from followup.tools.writer.ready_letter import ReadyLetter
from followup.tools.writer.view import BOXES, fragment, sheet_data, sheet_files
from followup.words.cleaning import clean_line, clean_text

# The door asks a tool for these three.
__all__ = ["Questions", "answer", "problems"]


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
    if astray := days_astray.problems_of(sheet):
        return Answer(problems=astray)
    data = sheet_data(sheet)
    return Answer(data=data, fragment=fragment(sheet, data), files=sheet_files(sheet))


def _step(questions: Questions, now: dt.datetime) -> Step | None:
    case = questions.case
    if not questions.step or case is None:
        return None
    calendar = calendars.calendar_of(case)
    steps = {step.id: step for step in planning.plan(case, now, calendar).steps}
    return steps[questions.step]


def _sheet(questions: Questions, step: Step | None, now: dt.datetime) -> ReadyLetter:
    letter = letters.letters()[questions.letter or (step.letter if step else "")]
    case = as_it_stands(questions.case) if questions.case else None
    known = _known(questions, case, letter, step)
    sent_at = _sent_at(questions, known, step, now)
    manner = _manner(questions, known, sent_at)
    blanks = letters.own_blanks(_own(questions)) if questions.kept.strip() else letters.used_blanks(letter, manner)
    typed = _typed(questions, blanks)
    values = {**known.values, **typed}
    return ReadyLetter(
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
        is_kept=bool(questions.kept.strip()),
        colleagues=tuple((one.to, clean_text(one.text)) for one in questions.written),
        custom=_custom(letter, case.country if case else "", questions.zone or known.zone, now.date()),
    )


def _manner(questions: Questions, known: prefill.Known, sent_at: dt.datetime) -> letters.Manner:
    return letters.Manner(
        tone=questions.variant,
        situations=_situations(questions, known, sent_at),
        reply=questions.reply,
        form=questions.form,
        position=_position(questions, known),
    )


def _typed(questions: Questions, blanks: Iterable[letters.Blank]) -> dict[str, str]:
    """Gives what was typed for this letter; what was typed for another or another variant says nothing about it."""
    used = {blank.name for blank in (letters.blanks().values() if questions.text.strip() else blanks)}
    return {name: str(value) for name, value in asdict(questions.blanks).items() if value and name in used}


def _custom(letter: letters.Letter, country: str, zone: str, today: dt.date) -> str:
    """Gives what is usual where the letter is read: in the country of the interview, else in that of its zone."""
    there = country or (zone_countries.country_of(zone) if zone else "")
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
