"""The reader's own case beside the answers: what it tells already, and what the answers add to it."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from followup.case.closing import has_said_no
from followup.case.current import as_it_stands, with_standing
from followup.case.history import place_of
from followup.case.standing import ASKING_MORE, Standing
from followup.model.case import Case, Event
from followup.tools.what_now import flow

# Facts that a case tells by itself.
KNOWN = ("interview", "interview-if-any", "planned")
INVITED = {"kind": "reply", "outcome": "next-round", "at": "@now"}
# Their words to which these ways say yes.
GOES_ON = ("next-round", "interest", *ASKING_MORE)


def missing(ending: flow.Ending, case: Case, answers: Mapping[str, str]) -> Mapping[str, Any]:
    """Gives what the ending says of a case and this one does not hold yet; a thank-you only if the reader told it."""
    stands, standing = with_standing(case)
    since = stands.events[_after_last_round(stands) :]
    wanted = ending.case.get("events", ())
    events = [one for one in wanted if not _is_told(one, since) or (one is wanted[-1] and _is_news(one, since))]
    if answers.get("thanked") != "yes":
        events = [one for one in events if one.get("step") != "thank-you"]
    if standing.state == "closed":
        events = [*_refused(answers, since), *events, *_said_yes(wanted, standing)]
    found: dict[str, Any] = {"events": events} if events else {}
    promise = ending.case.get("promise")
    if promise and (promise["kind"] != stands.promise.kind and not stands.promise.by):
        found["promise"] = promise
    return found


def _said_yes(wanted: Sequence[Mapping[str, str]], standing: Standing) -> list[Mapping[str, str]]:
    """Whoever said no, and says yes to what they ask of a closed case, has opened it again."""
    goes_on = bool(wanted) and wanted[-1].get("outcome") in GOES_ON and has_said_no(standing)
    return [{"kind": "reopened", "at": "@now"}] if goes_on else []


def _refused(answers: Mapping[str, str], since: tuple[Event, ...]) -> list[Mapping[str, str]]:
    """The invitation that a reader does not want, to what they had closed: it is answered all the same."""
    is_refused = answers.get("reply") == "next-round" and answers.get("go-on") == "no"
    return [INVITED] if is_refused and not _is_told(INVITED, since) else []


def _after_last_round(case: Case) -> int:
    """The place of the first event after the last interview that was held; an invitation to it lies before."""
    if not case.rounds:
        return 0
    last = case.rounds[-1].date.isoformat()
    return next((at for at, one in enumerate(case.events) if str(one.at)[:10] >= last), len(case.events))


def _is_told(template: Mapping[str, str], events: tuple[Event, ...]) -> bool:
    wanted = {key: value for key, value in template.items() if key in ("kind", "outcome", "step", "reason")}
    return any(all(getattr(one, key) == value for key, value in wanted.items()) for one in events)


def _is_news(template: Mapping[str, str], events: tuple[Event, ...]) -> bool:
    """True for their word, and for opening it again, where something was told since they last said the same."""
    if template["kind"] not in ("reply", "reopened"):
        return False
    told = [one for one in events if one.kind != "heard"]
    return bool(told) and not _is_told(template, (told[-1],))


def named(template: Any) -> set[str]:
    """Gives the names of the answers that a template takes in."""
    return set(re.findall(r'"@([\w-]+?)-?"', json.dumps(template)))


def base(case: Case) -> dict[str, str]:
    """Gives the answers that the case tells itself: its last interview and its zone."""
    zone = {"zone": str(place_of(case))}
    stands = as_it_stands(case)
    if not stands.rounds:
        return zone
    held = stands.rounds[-1]
    ended = {"ended": held.ends.isoformat("minutes")} if held.ends else {}
    return {"interview": held.date.isoformat(), **zone, **ended}
