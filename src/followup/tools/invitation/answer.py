"""The invitation: a calendar file or an email in, the case that it tells out, with what is unsure in it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from followup.case import check
from followup.files.invitation import Invitation, read
from followup.model.answer import Answer, File, Problem, record
from followup.model.case import Case
from followup.model.question import asked
from followup.tools.invitation.matching import event
from followup.tools.invitation.view import fragment, text

# A saved email with its pictures has less; what is larger is no invitation.
TEXT_LIMIT = 2_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """A file or a text, and who reads it."""

    text: str = asked("invitation.text", kind="file", needed=True, limit=TEXT_LIMIT, private=True)
    me: str = asked("invitation.me", kind="email", private=True)
    my_zone: str = asked("invitation.my_zone", kind="zone")
    case: Case | None = asked("tool.case", default=None)


def problems(values: Mapping[str, object], now: dt.datetime) -> tuple[Problem, ...]:
    """What contradicts itself in the case that came along."""
    return check.problems(values, now, path="case.") if "case.rounds" in values else ()


def answer(questions: Questions, now: dt.datetime) -> Answer:
    """The case that an invitation tells, as fields of the planner, as a page fragment and in words."""
    found = read(questions.text, questions.me, questions.my_zone, now.date())
    if found.wrong:
        return Answer(problems=(Problem(field="text", message=found.wrong),))
    moved = event(found, questions.case, now)
    return Answer(
        data=_data(found, moved),
        fragment=fragment(found, moved, questions.my_zone),
        files=(File(name="invitation.txt", type="text/plain", text=text(found, moved, questions.my_zone)),),
    )


def _data(found: Invitation, moved: Mapping[str, Any] | None) -> Mapping[str, Any]:
    return {
        "fields": found.fields,
        "unsure": list(found.unsure),
        "left_out": list(found.left_out),
        "proposed": {**record(found.proposed), "title": found.title},
        **({"doubts": list(found.doubts)} if found.doubts else {}),
        **({"cancelled": True} if found.is_cancelled else {}),
        **({"event": moved} if moved else {}),
    }
