"""What "What now?" shows at an ending: the one thing to do, and all that stands beside it."""

import base64
import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from followup import letters
from followup.dates import clock, zone_countries
from followup.dates.calendars import calendar_of
from followup.model.answer import Answer
from followup.model.plan import ROUND_ASKS, Notice
from followup.model.wording import view_words
from followup.planning.notices import ASKS_TODAY
from followup.planning.resuming import resumed
from followup.planning.voices import voices
from followup.render import panels
from followup.rules import customs, rulebook
from followup.tools.what_now import flow
from followup.tools.what_now.beside import also, besides, paces
from followup.tools.what_now.by_plan import ABOUT_OFFER, as_planned, in_figures, in_pace
from followup.tools.what_now.dating import DatedEnding
from followup.tools.what_now.trail import Progress, answers, told_of
from followup.words import guide
from followup.words.moments import Reader, SpokenMoment, reader, say, window_data
from followup.words.steps import say_for, title_of
from followup.words.wording import plan_words

ABOUT_THANKS = ("thanks-in-reply", "thanks-in-answer", "thanks-in-offer", "thanks-in-check-in", "thank-you-late")


@dataclass(frozen=True, kw_only=True, slots=True)
class Because:
    """A rule behind the ending, its credit and its place on the site."""

    rule: str
    says: str
    credit: str
    place: str


def ending(seen: Progress, end: flow.Ending, found: DatedEnding, now: dt.datetime) -> Answer:
    """Gives the one thing to do, its date, its letter and its reasons."""
    told = list(told_of(seen))
    end = in_pace(as_planned(in_figures(end, found), found), found)
    letter = _letter(end, found)
    best, who = _moment(found, now), reader(now, "", found.reads)
    latest, is_call = _latest(found, best), _is_call(end, found)
    told_besides = [one for one in _notices(seen, found, now) if one.text != end.why]
    return Answer(
        data={"question": None, "answers": answers(told), "ending": _ending(end, found, letter)},
        fragment=panels.panel(
            "what-now",
            told=told,
            question=None,
            ending=end,
            page=_page(end, found),
            found=found,
            lead=_lead(found, best, now) if best else "",
            best=_said(found, best, who) if best else None,
            latest=_said(found, latest, who) if latest else None,
            when=view_words("what_now.when"),
            letter=letters.letters()[letter] if letter else None,
            because=[_because(rule) for rule in end.rules],
            by_phone=is_call and (found.step is None or not end.tool),
            tool=end.tool or ("call-sheet" if is_call else ""),
            today=[one for one in told_besides if one.kind in ASKS_TODAY],
            notices=[one for one in told_besides if one.kind not in ASKS_TODAY],
            untold=found.untold,
            adds=json.dumps(found.added) if found.added else "",
            plan_of=_plan_of(found),
            besides=besides(seen, found),
            form="&form=message" if found.step and found.step.channel == "message" else "",
            also=[(title_of(one), one) for one in also(found)],
            paces=paces(seen, found),
            planner=_planner(seen, found),
            voices=voices(found.step, found.case) if found.step and found.case else None,
        ),
    )


def _said(found: DatedEnding, moment: dt.datetime, who: Reader) -> SpokenMoment:
    return say_for(found.step, moment, who) if found.step else say(moment, who)


def _is_call(end: flow.Ending, found: DatedEnding) -> bool:
    return found.step.channel == "phone" if found.step else end.hours == "ring"


def _page(end: flow.Ending, found: DatedEnding) -> str:
    """The page that treats the step, or the one that the ending names."""
    return end.page or guide.page(end.action, found.plan.state if found.plan else "held")


def _plan_of(found: DatedEnding) -> str:
    """What the reader's own plan goes by: "for Acme"."""
    named = (found.case.company or found.case.role) if found.case else ""
    return f" {view_words('what_now.plan_of', name=named)}" if named else ""


def _letter(end: flow.Ending, found: DatedEnding) -> str:
    """The plan may know better, as for a thank-you that is late; a step that is over has none."""
    return found.step.letter if end.letter and found.step and found.step.letter and not end.hours else end.letter


def _ending(end: flow.Ending, found: DatedEnding, letter: str) -> dict[str, Any]:
    return {
        "id": end.id,
        "action": end.action,
        "state": found.plan.state if found.plan else "",
        "title": end.title,
        "why": end.why,
        "page": f"/{_page(end, found)}/",
        "letter": letter,
        "rules": list(end.rules),
        "window": window_data(found.window) if found.window else None,
        "status": found.status,
    }


def _moment(found: DatedEnding, now: dt.datetime) -> dt.datetime | None:
    """When it is done: the best time for it, or the next hour to write or call in where that is over."""
    if found.window is None:
        return None
    target = found.window.target
    if found.step is None or found.case is None:
        return target
    again = resumed(found.step, now, calendar_of(found.case))
    return again if clock.instant(again) > clock.instant(now) else target


def _latest(found: DatedEnding, best: dt.datetime | None) -> dt.datetime | None:
    """What is late has no end any more, and one that lies before the next hour for it helps nobody."""
    if best is None or found.window is None or found.status == "overdue":
        return best
    return max(best, found.window.latest, key=clock.instant)


def _lead(found: DatedEnding, best: dt.datetime, now: dt.datetime) -> str:
    """What stands before the moment: what is due, but best on another day, is no thing to do now."""
    is_later = best.date() > now.astimezone(best.tzinfo).date()
    status = "waiting" if found.status == "due" and is_later else found.status
    return str(plan_words()["leads"].get(status, ""))


def _because(id: str) -> Because:
    rule = rulebook.record(id)
    says = rulebook.defaults()[id].default if id.startswith("K") else rulebook.rules()[id].title
    return Because(rule=rule.id, says=says, credit=rulebook.credit(id), place=rulebook.place(id))


def _notices(seen: Progress, found: DatedEnding, now: dt.datetime) -> tuple[Notice, ...]:
    told = found.plan.notices if found.plan else ()
    if found.step is None and found.window is not None:
        # What comes before the plan's step has its own reason, and that of the state is for the step.
        told = tuple(one for one in told if found.plan and not one.kind.startswith((found.plan.state, ABOUT_OFFER)))
    custom = _custom(found, now)
    kept = tuple(one for one in told if _is_unsent(seen) or one.kind not in ABOUT_THANKS)
    return (*kept, Notice(kind="custom", text=custom)) if custom else kept


def _custom(found: DatedEnding, now: dt.datetime) -> str:
    """What is usual where the zone lies, if nobody named a country: the plan tells it where somebody did."""
    if found.country or found.zone is None or found.step is None:
        return ""
    there, action = zone_countries.country_of(str(found.zone)), found.step.action
    return customs.note_of(there, now.date(), thanks=action == "thank-you", asking=action in ROUND_ASKS)


def _is_unsent(seen: Progress) -> bool:
    """Whether the reader said that the thank-you is missing, or said nothing of it where their own case does."""
    answers = seen.walk.answers
    if "thanked" in answers or not seen.has_case:
        return answers.get("thanked") == "no"
    return answers.get("answered-no") != "yes"


def _planner(seen: Progress, found: DatedEnding) -> str:
    """The way to the whole plan, with the answers as its case; nothing the reader typed names anybody."""
    if seen.has_case or not found.fields:
        return "tools/planner/"
    text = json.dumps(found.fields, separators=(",", ":"))
    return f"tools/planner/#case={base64.urlsafe_b64encode(text.encode()).decode().rstrip('=')}"
