"""What "What now?" shows: the question that is open, or the ending, and above it what was answered."""

import base64
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

from followup import letters
from followup.dates import calendars, clock
from followup.dates.calendar_book import region_of
from followup.model.answer import Answer
from followup.model.case import Case
from followup.model.plan import ROUND_ASKS, Notice, Plan, Step
from followup.model.wording import choice_words, view_words
from followup.planning.approaches import by_pace, pace_of
from followup.planning.proposals import proposals
from followup.planning.voices import voices
from followup.render import panels
from followup.rules import customs, rulebook
from followup.rules.records import OURS
from followup.tools.what_now import flow
from followup.tools.what_now.dating import Found
from followup.words import guide
from followup.words.moments import SpokenMoment, reader, say, window_data
from followup.words.steps import title_of
from followup.words.steps import words as plan_words

ABOUT_OFFER = "offer"
# Whose reason is said of a step that another way leads to: the question itself asks for it, not the state.
REASONS = {
    ("check-in", "check-in"): "check-in",
    ("check-in", "check-in-date-passed"): "check-in-after-date",
    ("second-check-in", "second-check-in"): "second-check-in",
    ("ask-day", "ask-day-again"): "wait-day",
    ("ask-paper", "when-paper"): "wait-paper",
    ("checks-note", "references-reached"): "wait-referees",
    ("checks-note", "anything-missing"): "wait-firm",
    ("hold-note", "hold-note"): "wait-hold",
    ("still-interested", "still-interested"): "wait-second",
}
# Who decides by another pace than a week, whatever the country.
PACES_OF_EMPLOYERS = ("quick", "public", "university")
# What is done beside another step on the same day.
BESIDE = ("ask-time", "new-times", "warn-referee", "tell-offer", "decide", "hand-in")
# Questions whose ordinary answer another pace replaces.
PACED = ("K4", "K6", "O5")
PACED_STATES = ("held", "ahead", "over")
ABOUT_THANKS = ("thanks-in-reply", "thanks-in-answer", "thanks-in-offer", "thanks-in-check-in", "thank-you-late")


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """How far the reader has come."""

    walk: flow.Walk
    answers: Mapping[str, str]
    has_case: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One answer given: its question, the words of the answer, and the address that asks it again."""

    id: str
    question: str
    words: str
    change: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Because:
    """A rule behind the ending, its credit and its place on the site."""

    rule: str
    says: str
    credit: str
    place: str


def asking(seen: Seen, question: flow.Choice | flow.Fact) -> Answer:
    """Gives a question to answer."""
    told = list(_told(seen))
    return Answer(
        data={"question": _as_data(question, seen.answers), "answers": _answers(told), "ending": None},
        fragment=panels.panel(
            "what-now",
            told=told,
            question=question,
            ending=None,
            is_choice=_is_choice(question),
            answers=seen.answers,
            countries=sorted(calendars.countries(), key=lambda one: one.name),
            regions=_regions(seen.answers),
            likely=_likely(seen.answers),
            zones=clock.zones_of_countries(),
        ),
    )


def _regions(answers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The regions of the country that was told, each with its code."""
    country = answers.get("country", "")
    found = (one.subdivisions for one in calendars.countries() if one.code == country)
    return tuple(sorted(next(found, ()), key=itemgetter(1)))


def _likely(answers: Mapping[str, str]) -> str:
    """The region that their zone lies in: said, and never chosen for the reader."""
    country, zone = answers.get("country", ""), answers.get("zone", "")
    return region_of(country, zone)[1] if country and zone else ""


def ending(seen: Seen, end: flow.Ending, found: Found, now: dt.datetime) -> Answer:
    """Gives the one thing to do, its date, its letter and its reasons."""
    told = list(_told(seen))
    end = _in_pace(_as_planned(_in_figures(end, found), found), found)
    letter = _letter(end, found)
    best, latest = _spoken(found, now)
    return Answer(
        data={"question": None, "answers": _answers(told), "ending": _ending(end, found, letter)},
        fragment=panels.panel(
            "what-now",
            told=told,
            question=None,
            ending=end,
            page=_page(end, found),
            found=found,
            lead=plan_words()["leads"].get(found.status, "") if best else "",
            best=best,
            latest=latest,
            letter=letters.letters()[letter] if letter else None,
            because=[_because(rule) for rule in end.rules],
            notices=[one for one in _notices(seen, found, now) if one.text != end.why],
            untold=found.untold,
            adds=json.dumps(found.added) if found.added else "",
            plan_of=_plan_of(found),
            besides=_besides(seen, found),
            form="&form=message" if found.step and found.step.channel == "message" else "",
            also=[(title_of(one), one) for one in _also(found)],
            paces=_paces(seen, found),
            planner=_planner(seen, found),
            voices=voices(found.step, found.case) if found.step and found.case else None,
        ),
    )


def _as_planned(end: flow.Ending, found: Found) -> flow.Ending:
    """The ending in the words of the planner's step, where by the dates told that is another one."""
    step, plan = found.step, found.plan
    if plan is not None and step is None and end.action != "none":
        return _at_rest(end, plan)
    if step is None or plan is None or step.action == end.action:
        return end
    said = next((one.text for one in plan.notices if one.kind in (plan.state, ABOUT_OFFER)), "")
    alike = _alike(step, plan)
    said = _in_figures(alike, found).why if alike else said
    rules = tuple(dict.fromkeys(reason.rule for reason in step.because if reason.source == OURS)) or end.rules
    told = replace(
        end,
        title=title_of(step),
        why=said or view_words("what_now.by_your_dates"),
        action=step.action,
        letter=step.letter,
        rules=rules,
    )
    return replace(told, tool="", page="")


def _page(end: flow.Ending, found: Found) -> str:
    """The page that treats the step, or the one that the ending names."""
    return end.page or guide.page(end.action, found.plan.state if found.plan else "held")


def _alike(step: Step, plan: Plan) -> flow.Ending | None:
    """The ending whose reason fits that step too, whatever way leads to it."""
    if step.action == "let-go":
        silent = "leave-alone-since" if "no-contact" in plan.beside else ""
        id = silent or ("let-go" if plan.unanswered > 1 else "")
    else:
        id = REASONS.get((step.action, step.letter), "")
    return flow.flow().endings[id] if id else None


def _at_rest(end: flow.Ending, plan: Plan) -> flow.Ending:
    """Nothing is to be done any more, whatever was asked for."""
    said = next((one.text for one in plan.notices if one.kind.startswith("closed")), view_words("what_now.at_rest"))
    rested = replace(end, title=view_words("what_now.nothing_left"), why=said, action="none", letter="", rules=("O39",))
    return replace(rested, tool="", hours="", page="")


def _in_figures(end: flow.Ending, found: Found) -> flow.Ending:
    """The ending with the figures that the plan follows: those of its approach and its pace (O43)."""
    case, why = found.case, end.raw_why
    if case is None or found.plan is None:
        return end
    # A pace moves what follows a round alone (course.md, Pace).
    pace = case.pace if found.plan.state in PACED_STATES else "ordinary"
    for name, figure in by_pace(case.approach, pace).items():
        why = why.replace(f"{{{name}}}", f"{{{figure.rule}.{figure.key}}}")
    return replace(end, why=rulebook.with_figures(why))


def _in_pace(end: flow.Ending, found: Found) -> flow.Ending:
    """The ending with the record of the paces in place of the ordinary figures, where another pace is followed."""
    if found.case is None or pace_of(found.case.approach, found.case.pace).id == "ordinary":
        return end
    return replace(end, rules=tuple(dict.fromkeys("O43" if rule in PACED else rule for rule in end.rules)))


def _is_choice(question: flow.Choice | flow.Fact) -> bool:
    return isinstance(question, flow.Choice)


def _as_data(question: flow.Choice | flow.Fact, answers: Mapping[str, str]) -> dict[str, Any]:
    shared = {"id": question.id, "label": question.label, "help": question.help}
    if isinstance(question, flow.Choice):
        return {**shared, "options": [{"value": one.value, "words": one.words} for one in question.options]}
    return {**shared, "parts": [_part_as_data(part, answers) for part in question.parts]}


def _part_as_data(part: flow.Part, answers: Mapping[str, str]) -> dict[str, Any]:
    told = {"name": part.name, "label": part.label, "kind": part.kind}
    if part.kind != "subdivision":
        return told
    return {**told, "options": [{"value": code, "words": name} for code, name in _regions(answers)]}


def _answers(told: list[Told]) -> list[dict[str, str]]:
    return [{"id": one.id, "question": one.question, "answer": one.words} for one in told]


def _told(seen: Seen) -> Iterator[Told]:
    """What was answered, in the order it was asked; to change one is to take those before it and ask on."""
    before: dict[str, str] = {}
    for choice, option in seen.walk.answered:
        yield Told(id=choice.id, question=choice.label, words=option.words, change=address(before))
        before[choice.id] = option.value
    yield from _pace(seen)
    yield from _said_beside(seen)
    end = seen.walk.at
    for id in (*end.asks, flow.REGION) if isinstance(end, flow.Ending) else ():
        fact = flow.flow().facts[id]
        if fact.is_told(seen.answers):
            yield Told(id=id, question=fact.label, words=_words(fact, seen.answers), change=address(before))
            before |= {part.name: seen.answers[part.name] for part in fact.parts if part.name in seen.answers}


def _pace(seen: Seen) -> Iterator[Told]:
    """The pace that the reader chose."""
    if pace := seen.answers.get(flow.PACE):
        words, rest = choice_words("paces", pace), _without(flow.PACE, seen.answers)
        yield Told(id=flow.PACE, question=view_words("what_now.pace"), words=words, change=rest)


def _said_beside(seen: Seen) -> Iterator[Told]:
    """What the reader said is so beside the way."""
    for one in flow.flow().besides.values():
        if seen.answers.get(one.id) == flow.YES:
            yield Told(id=one.id, question=one.label, words=one.words, change=_without(one.id, seen.answers))


def _besides(seen: Seen, found: Found) -> list[tuple[str, str]]:
    """What may be so besides, each with its address: where a plan goes on, and it was not told."""
    if seen.has_case or found.case is None or found.step is None:
        return []
    open_ = (one for one in flow.flow().besides.values() if _is_open(one, seen, found.case))
    return [(one.words, address({**seen.answers, one.id: flow.YES})) for one in open_]


def _is_open(one: flow.Beside, seen: Seen, case: Case) -> bool:
    if one.id in seen.answers or {*one.instead} & {*seen.answers}:
        return False
    # Nobody stands between where no interview is known: whoever wrote is whom to answer.
    return not one.person or bool(case.rounds)


def _plan_of(found: Found) -> str:
    """What the reader's own plan goes by: "for Acme"."""
    named = (found.case.company or found.case.role) if found.case else ""
    return f" {view_words('what_now.plan_of', name=named)}" if named else ""


def _without(id: str, answers: Mapping[str, str]) -> str:
    """The address that holds every answer but one."""
    return address({name: value for name, value in answers.items() if name != id})


def address(answers: Mapping[str, str]) -> str:
    """Gives the address that holds some answers, to be read by the page alone; "#" asks from the start."""
    return "#" + urlencode({f"answers.{id}": value for id, value in answers.items()})


def _words(fact: flow.Fact, answers: Mapping[str, str]) -> str:
    said = [_said(part, answers.get(part.name, ""), answers) for part in fact.parts]
    return ", ".join(filter(None, said)) or "none"


def _said(part: flow.Part, value: str, answers: Mapping[str, str]) -> str:
    if part.kind == "country" and value:
        return calendars.calendar_for(value).place.country_name
    if part.kind == "subdivision":
        return dict(_regions(answers)).get(value, value)
    return clock.spoken_day(dt.date.fromisoformat(value)) if value and part.kind == "date" else value


def _letter(end: flow.Ending, found: Found) -> str:
    """The plan may know better, as for a thank-you that is late; a step that is over has none."""
    return found.step.letter if end.letter and found.step and found.step.letter and not end.hours else end.letter


def _ending(end: flow.Ending, found: Found, letter: str) -> dict[str, Any]:
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


def _spoken(found: Found, now: dt.datetime) -> tuple[SpokenMoment, SpokenMoment] | tuple[None, None]:
    if found.window is None:
        return None, None
    who = reader(now, "", found.reads)
    return say(found.window.target, who), say(found.window.latest, who)


def _because(id: str) -> Because:
    rule = rulebook.record(id)
    says = rulebook.defaults()[id].default if id.startswith("K") else rulebook.rules()[id].title
    return Because(rule=rule.id, says=says, credit=rulebook.credit(id), place=rulebook.place(id))


def _notices(seen: Seen, found: Found, now: dt.datetime) -> tuple[Notice, ...]:
    told = found.plan.notices if found.plan else ()
    custom = _custom(found, now)
    kept = tuple(one for one in told if _is_unsent(seen) or one.kind not in ABOUT_THANKS)
    return (*kept, Notice(kind="custom", text=custom)) if custom else kept


def _custom(found: Found, now: dt.datetime) -> str:
    """What is usual where the zone lies, if nobody named a country: the plan tells it where somebody did."""
    if found.country or found.zone is None or found.step is None:
        return ""
    there, action = clock.country_of(str(found.zone)), found.step.action
    return customs.note_of(there, now.date(), thanks=action == "thank-you", asking=action in ROUND_ASKS)


def _is_unsent(seen: Seen) -> bool:
    """Whether the reader said that the thank-you is missing, or said nothing of it where their own case does."""
    answers = seen.walk.answers
    if "thanked" in answers or not seen.has_case:
        return answers.get("thanked") == "no"
    return answers.get("answered-no") != "yes"


def _also(found: Found) -> tuple[Step, ...]:
    """What is to be done today besides, and not by whoever finishes the first: time won from others, an email after a
    call that nobody takes."""
    if found.plan is None or found.step is None:
        return ()
    ripe = [one for one in found.plan.steps if one.status in ("due", "overdue") and one.id != found.step.id]
    return tuple(one for one in ripe if one.action in BESIDE)


def _paces(seen: Seen, found: Found) -> list[tuple[str, str, str]]:
    """Other paces to count by: why, what each is called, and its address; the plan of a kept case is told its own."""
    case, step, plan = found.case, found.step, found.plan
    if case is None or case.pace != "ordinary" or plan is None or plan.state not in PACED_STATES:
        return []
    if step is None or step.action not in (*ROUND_ASKS, "let-go", "last-question"):
        return []
    likely = {one.value: one.says for one in proposals(case) if one.field == "pace"}
    if seen.has_case:
        return [(says, "", "") for says in likely.values()]
    told = {**dict.fromkeys(PACES_OF_EMPLOYERS, ""), **likely}
    ordered = sorted(told, key=lambda pace: pace not in likely)
    return [(told[one], choice_words("paces", one), address({**seen.answers, flow.PACE: one})) for one in ordered]


def _planner(seen: Seen, found: Found) -> str:
    """The way to the whole plan, with the answers as its case; nothing the reader typed names anybody."""
    if seen.has_case or not found.fields:
        return "tools/planner/"
    text = json.dumps(found.fields, separators=(",", ":"))
    return f"tools/planner/#case={base64.urlsafe_b64encode(text.encode()).decode().rstrip('=')}"
