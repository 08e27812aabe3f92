"""One step of a plan in words for people, with who stands where on each of its bounds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from followup import data
from followup.frozen import remembered
from followup.model.language import listed
from followup.model.plan import ROUND_ASKS, Bound, Plan, Stance, Step
from followup.model.wording import view_words
from followup.rules import rulebook
from followup.rules.records import OURS
from followup.words.calls import told_as
from followup.words.moments import Reader, SpokenMoment, say
from followup.words.wording import writer_page

# Where one source stands, by which rule, and in which words.
type Position = tuple[Stance, str, str, str]

BOUNDS: tuple[Bound, ...] = ("earliest", "target", "latest")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What one source says on a bound, and the row where it can be looked up."""

    source: str
    rule: str
    place: str
    says: str


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Stances:
    """Who stands where on a bound; made once for the same reasons, and the same as no other."""

    ours: tuple[Said, ...]
    agree: tuple[Said, ...]
    disagree: tuple[Said, ...]
    silent: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BoundView:
    """One or more bounds that fall on the same moment for the same reasons."""

    name: str
    when: SpokenMoment
    stances: Stances


@dataclass(frozen=True, kw_only=True, slots=True)
class Tap:
    """A button that tells an event: its words and the event as JSON."""

    words: str
    told: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StepView:
    """One step in words; `best` is when it was done, once it was.

    `writer` is the way to its letter, from the root of the site, or empty.
    """

    id: str
    title: str
    channel: str
    status: str
    status_words: str
    lead: str
    best: SpokenMoment
    window: str
    bounds: tuple[BoundView, ...]
    disputed: str
    taps: tuple[Tap, ...]
    instead: tuple[Tap, ...]
    instead_words: str
    writer: str
    call_sheet: bool
    # What its words are read as: an email, a message, a card.
    reads: str


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """Gives the words of data/words/plan_words.toml."""
    return data.table("words", "plan_words.toml")


def step_view(step: Step, who: Reader) -> StepView:
    """Gives the words of a step for that reader."""
    is_open = step.is_open
    said = {bound: say(getattr(step.window, bound), who) for bound in BOUNDS}
    bounds = _bounds(step, said)
    if _stays_open(step, who):
        bounds = tuple(one for one in bounds if one.when != said["latest"])
    return StepView(
        id=step.id,
        title=title_of(step),
        # Once done, it may have gone another way than planned.
        channel="" if step.done_at else words()["channels"][step.channel],
        status=step.status,
        status_words=words()["statuses"][step.status],
        lead=words()["leads"].get(step.status, ""),
        best=say(step.done_at, who) if step.done_at else said["target"],
        window=words()["planned"].format(when=said["target"].theirs) if step.done_at else _window(step, said, who),
        bounds=bounds,
        disputed=listed(sorted({one.source for bound in bounds for one in bound.stances.disagree})),
        taps=_taps(step, step.channel) if is_open else (),
        instead=_taps(step, "phone") if is_open and _may_be_called(step) else (),
        instead_words=words()["instead"],
        writer=writer_page(step) if is_open and step.letter else "",
        call_sheet=is_open and step.channel == "phone",
        reads=words()["reads"][step.channel],
    )


def touches(plan: Plan) -> str:
    """Gives how many check-ins are left in words; nothing where none is planned, or none was to begin with."""
    spends = [step for step in plan.steps if step.action in ROUND_ASKS]
    told = any(step.is_open if plan.touches_left else step.status == "done" for step in spends)
    return str(words()["touches"].get(str(plan.touches_left), "")) if told else ""


def title_of(step: Step) -> str:
    """Gives what a step is called: "Thank Dana Ruiz"."""
    to = listed([name or nobody_of(step) for name in step.to]) or nobody_of(step)
    title = words()["titles_by_letter"].get(step.letter) or words()["titles"][said_action(step)]
    return str(title.format(to=to))


def said_action(step: Step) -> str:
    """Gives the action that a step is named by: a check-in by phone is a call, whichever of the two it is."""
    return "call" if step.channel == "phone" and step.action == "check-in" else step.action


def nobody_of(step: Step) -> str:
    """Gives whom a step goes to where no name was told: "your interviewer"."""
    # A question on the company's own number, where nobody is left to name (O40).
    if step.channel == "phone" and step.action in ROUND_ASKS and not step.to:
        return str(words()["unknown_company"])
    # Somebody who met the reader is thanked; who else reads it nobody told.
    return str(words()["unknown_person" if step.action == "thank-you" else "unknown_people"])


def label(step: Step) -> str:
    """Gives a step in a word or two, for the picture."""
    names = [name for name in step.to if name]
    return str(words()["short"][step.action]) + (f": {names[0]}" if names and step.action == "thank-you" else "")


def _stays_open(step: Step, who: Reader) -> bool:
    """True for what may be done although its window is over: nothing ends it, so no end is named (law 2)."""
    return step.status == "due" and step.action == "last-question" and step.window.latest.date() < who.today


def _window(step: Step, said: Mapping[Bound, SpokenMoment], who: Reader) -> str:
    first, last = said["earliest"], said["latest"]
    if _stays_open(step, who):
        return view_words("step.since", day=first.theirs)
    if first.iso == last.iso:
        return view_words("step.on", day=first.theirs)
    end = last.hour if first.day == last.day else last.theirs
    return view_words("step.between", first=first.theirs, last=end)


def _bounds(step: Step, said: Mapping[Bound, SpokenMoment]) -> tuple[BoundView, ...]:
    """Bounds that share moment and reasons are told once."""
    positions: dict[Bound, list[Position]] = {bound: [] for bound in BOUNDS}
    for one in step.because:
        positions[one.bound].append((one.stance, one.source, one.rule, one.says))
    return tuple(
        BoundView(name=_together(list(same)), when=when, stances=_stances(tuple(held)))
        for (when, held), same in groupby(BOUNDS, key=lambda bound: (said[bound], positions[bound]))
    )


def _together(bounds: list[Bound]) -> str:
    names = words()["bounds"]
    return str(names["all"]) if len(bounds) == len(BOUNDS) else listed([names[bound] for bound in bounds]).capitalize()


# A plan holds a dozen of them, which change only when a date moves past another.
@remembered(256)
def _stances(positions: tuple[Position, ...]) -> Stances:
    def of(wanted: Stance) -> tuple[Said, ...]:
        held = [one for stance, *one in positions if stance == wanted]
        return tuple(
            Said(source=_source(source), rule=rule, place=rulebook.place(rule), says=says)
            for source, rule, says in held
        )

    silent = listed([said.source for said in of("silent")])
    return Stances(ours=of("ours"), agree=of("agrees"), disagree=of("disagrees"), silent=silent)


def _source(id: str) -> str:
    return view_words("rules.ours") if id == OURS else rulebook.sources()[id].name


def _may_be_called(step: Step) -> bool:
    """A check-in can be a call instead; it spends the same touch (K8)."""
    return step.action in ("check-in", "ask-arrived", "second-check-in") and step.channel != "phone"


def _taps(step: Step, channel: str) -> tuple[Tap, ...]:
    return _taps_of(told_as(step.action, step.letter), next(iter(step.to), ""), channel)


@remembered(256)
def _taps_of(action: str, to: str, channel: str) -> tuple[Tap, ...]:
    return tuple(tap(one, step=action, to=to) for one in words()["told"] if one["channel"] == channel)


def tap(one: Mapping[str, str], **more: str) -> Tap:
    """Gives the button for one event of data/words/plan_words.toml; what is empty is left out."""
    event = {key: value for key, value in {**one, **more}.items() if value and key not in ("words", "channel")}
    return Tap(words=one["words"], told=json.dumps({"events": [event]}, ensure_ascii=False))
