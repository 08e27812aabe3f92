"""Your interviews: every application with its next step, overdue first, and one calendar file for all."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import Any

from followup.dates import clock
from followup.files import ics, identity
from followup.model.answer import Answer, File, Problem
from followup.model.case import Case
from followup.model.language import dated
from followup.model.plan import Plan
from followup.model.question import asked
from followup.model.wording import choices, view_words
from followup.render import panels
from followup.tools.interviews import clashes, offered, record, rows, taken
from followup.tools.interviews.closing import closing
from followup.tools.interviews.half_told import messages
from followup.tools.interviews.seen import PLANNED, Application, Named, order, seen_of
from followup.words.moments import Reader, reader, window_data

CALENDAR = "interviews.ics"

# Work is counted in people, rounds and events: twice what a hundred busy applications have.
MOST_WORK = 3_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """All applications, each with its own case."""

    cases: tuple[Named, ...] = asked("interviews.cases", default=(), limit=1_000)


def problems(values: Mapping[str, object], now: dt.datetime) -> tuple[Problem, ...]:
    """Gives nothing: what is wrong inside one case stands beside it in the answer."""
    return ()


def answer(questions: Questions, now: dt.datetime) -> Answer:
    """Gives the applications in the order they need the reader, and one calendar of all plans."""
    so_far = accumulate(_work(named.case) for named in questions.cases)
    bearable = (at < PLANNED and work <= MOST_WORK for at, work in enumerate(so_far))
    seen = sorted(map(seen_of, questions.cases, repeat(now), bearable), key=lambda one: order(one, now))
    planned = [(one.case, one.plan) for one in seen if one.case and one.plan]
    sent = record.entries(case for case, _ in planned)
    places = tuple(_places(seen))
    leave = taken.withdrawal(places)
    met = clashes.clashes(_sendings([one for one in seen if not _is_left(one, leave)], now))
    who = reader(now, next((case.my_zone for case, _ in planned), ""), "")
    word = None if leave else offered.word_of_offer(places, who.today)
    shown = [_row(one, now, leave if _is_left(one, leave) else None) for one in seen]
    return Answer(
        data={
            "interviews": [*_listed(seen, shown, [case for case, _ in planned])],
            "clashes": [_clash(one, who) for one in met],
            "withdraw": {"ids": list(leave.ids), "says": leave.says} if leave else None,
            "tell_offer": {"ids": list(word.ids), "says": word.says} if word else None,
            "record": [dict(zip(record.HEAD, one.cells, strict=True)) for one in sent],
        },
        fragment=panels.panel(
            "interviews",
            today=_today(shown, who),
            groups=_groups(shown),
            closed=[row for row in shown if row.group == "closed"],
            all=shown,
            clashes=[one.says(who) for one in met],
            proposals=[one for one in (leave, word) if one],
            record=sent,
            record_file=record.NAME if sent else "",
            calendar=CALENDAR if planned else "",
            entries=next(filter(None, (identity.note(case) for case, _ in planned)), ""),
        ),
        files=(*_calendar(planned, now), *((record.file(sent),) if sent else ())),
    )


def _listed(seen: Sequence[Application], shown: Sequence[rows.Row], cases: Sequence[Case]) -> Iterator[dict[str, Any]]:
    """Every application as data, in the order shown."""
    ids = iter(identity.identities(cases))
    yield from (_data(one, row, next(ids) if one.case else "") for one, row in zip(seen, shown, strict=True))


def _groups(shown: Sequence[rows.Row]) -> list[tuple[str, list[rows.Row]]]:
    """The rows below the words of their group; a group without any is left out."""
    return [(words, here) for id, words in choices("row_groups") if (here := [r for r in shown if r.group == id])]


def _calendar(planned: Sequence[tuple[Case, Plan]], now: dt.datetime) -> Iterator[File]:
    if planned:
        yield File(name=CALENDAR, type="text/calendar", text=ics.calendar_of_all(planned, now))


def _work(case: Any) -> int:
    """How much there is to plan: an application, its rounds, the people in them and what happened."""
    told = case if isinstance(case, dict) else {}
    rounds, events = (part if isinstance(part, list) else [] for part in (told.get("rounds"), told.get("events")))
    people = (one.get("interviewers") for one in rounds if isinstance(one, dict))
    return 1 + len(rounds) + len(events) + sum(len(one) for one in people if isinstance(one, list))


def _sendings(seen: Iterable[Application], now: dt.datetime) -> Iterator[clashes.Sending]:
    for one in seen:
        if one.case and one.plan and not one.is_closed:
            yield from clashes.sendings(one.name, one.id, one.case, one.plan, now)


def _places(seen: Iterable[Application]) -> Iterator[taken.PlannedApplication]:
    for one in seen:
        if one.case and one.plan:
            yield taken.PlannedApplication(name=one.name, id=one.id, case=one.case, plan=one.plan)


def _clash(clash: clashes.Clash, who: Reader) -> dict[str, Any]:
    return {
        "to": clash.sendings[0].to,
        "ids": [one.id for one in clash.sendings],
        "at": clock.iso(clash.at),
        "says": clash.says(who),
    }


def _data(seen: Application, row: rows.Row, calendar_id: str) -> dict[str, Any]:
    """One application as data; `calendar_id` is what its calendar entries are known by, empty without a plan."""
    step = seen.step
    return {
        "id": seen.id,
        "name": seen.name,
        "status": seen.status,
        "state": seen.plan.state if seen.plan else "",
        "turn": row.group,
        "says": {"do": row.do, "who": row.who, "when": row.when},
        "look_again": seen.plan.look_again.isoformat() if seen.plan and seen.plan.look_again else "",
        "calendar": {"id": calendar_id, "note": identity.note(seen.case) if seen.case else ""},
        "next": {"id": step.id, "action": step.action, "to": list(step.to), "window": window_data(step.window)}
        if step
        else None,
        "problems": [{"field": problem.field, "message": problem.message} for problem in seen.wrong],
    }


def _is_left(seen: Application, leave: taken.Withdrawal | None) -> bool:
    return leave is not None and leave.is_for(seen.id)


def _row(seen: Application, now: dt.datetime, leave: taken.Withdrawal | None) -> rows.Row:
    group, do, when = _said(seen, now)
    if leave:
        group, do, when = "today", leave.row, view_words("interviews.withdraw_when")
    return rows.Row(
        id=seen.id,
        name=seen.name,
        who=", ".join(filter(None, (seen.name, seen.about))),
        group=group,
        do=do,
        when=_closed(seen) or _unhurried(seen) or when,
        wrong=next(messages(seen), ""),
        is_damaged=seen.status == "damaged",
        closing=closing(seen.id, seen.name, seen.plan),
    )


def _said(seen: Application, now: dt.datetime) -> tuple[rows.Group, str, str]:
    """The group of a row, and its words: what to do, and when."""
    case, plan = seen.case, seen.plan
    if case is None or plan is None:
        return "unfinished", "", ""
    step, again = rows.chosen(plan, seen.step, now, case)
    if meeting := rows.upcoming(case, plan, step, now, again):
        return rows.of_interview(case, meeting, now)
    group = rows.group(plan, step, now, case.my_zone, again)
    return group, *rows.row_words(case, plan, step, now, group, again)


def _today(shown: Iterable[rows.Row], who: Reader) -> str:
    """How much there is to do today, in a sentence."""
    count = sum(row.group == "today" for row in shown)
    day = dated("weekday", who.today)
    return view_words("interviews.today", count=count, day=day) if count else view_words("interviews.free", day=day)


def _closed(seen: Application) -> str:
    """Why a closed one is closed."""
    if seen.plan is None or not seen.is_closed:
        return ""
    return next((one.text for one in seen.plan.notices if one.kind.startswith("closed")), "")


def _unhurried(seen: Application) -> str:
    """What is said of one that is over by plan: it has a day, and no hurry."""
    told = seen.plan.notices if seen.plan else ()
    return next((one.text for one in told if one.kind == "over"), "")
