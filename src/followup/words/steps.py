"""One step of a plan in words for people, with who stands where on each of its bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from followup.model.language import listed
from followup.model.plan import ROUND_ASKS, Bound, Plan, Step
from followup.model.wording import step_words, view_words
from followup.words.moments import Reader, SpokenMoment, say
from followup.words.stances import BOUNDS, BoundView, bounds_of
from followup.words.taps import Tap, may_be_called, taps_for
from followup.words.wording import plan_words, writer_page


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


def step_view(step: Step, who: Reader) -> StepView:
    """Gives the words of a step for that reader."""
    is_open = step.is_open
    said = {bound: say_for(step, getattr(step.window, bound), who) for bound in BOUNDS}
    bounds = bounds_of(step, said)
    if _stays_open(step, who):
        bounds = tuple(one for one in bounds if one.when != said["latest"])
    return StepView(
        id=step.id,
        title=title_of(step),
        # Once done, it may have gone another way than planned; what is called a call needs no further word.
        channel="" if step.done_at or said_action(step) == "call" else plan_words()["channels"][step.channel],
        status=step.status,
        status_words=plan_words()["statuses"][step.status],
        lead=plan_words()["leads"].get(step.status, ""),
        best=say(step.done_at, who) if step.done_at else said["target"],
        window=plan_words()["planned"].format(when=said["target"].theirs) if step.done_at else _window(step, said, who),
        bounds=bounds,
        disputed=listed(sorted({one.source for bound in bounds for one in bound.stances.disagree})),
        taps=taps_for(step, step.channel) if is_open else (),
        instead=taps_for(step, "phone") if is_open and may_be_called(step) else (),
        instead_words=plan_words()["instead"],
        writer=writer_page(step) if is_open and step.letter else "",
        call_sheet=is_open and step.channel == "phone",
        reads=plan_words()["reads"][step.channel],
    )


def say_for(step: Step, moment: datetime, who: Reader) -> SpokenMoment:
    """Gives the words for a moment of a step; there is no hour for what nobody sends."""
    said = say(moment, who)
    return replace(said, hour="", mine="") if step.channel == "none" else said


def touches(plan: Plan) -> str:
    """Gives how many check-ins are left in words; nothing where none is planned, or none was to begin with."""
    spends = [step for step in plan.steps if step.action in ROUND_ASKS]
    told = any(step.is_open if plan.touches_left else step.status == "done" for step in spends)
    return str(plan_words()["touches"].get(str(plan.touches_left), "")) if told else ""


def title_of(step: Step) -> str:
    """Gives what a step is called: "Thank Dana Ruiz"."""
    to = listed([name or nobody_of(step) for name in step.to]) or nobody_of(step)
    return "".join(around_its_day(words_of(step)["title"])).format(to=to)


def around_its_day(words: str) -> tuple[str, str]:
    """Gives what stands before the day of a step and behind it: "Ask {to}" and " about your first day"."""
    before, _, behind = words.partition("{when}")
    return before.rstrip(), behind


def words_of(step: Step) -> Mapping[str, str]:
    """Gives what a step is called in each place, from data/words/steps.toml; a letter may say more than the action."""
    named = step_words()["actions"][said_action(step)]
    return {**named, **step_words()["letters"].get(step.letter, {})}


def said_action(step: Step) -> str:
    """Gives the action that a step is named by: a check-in by phone is a call, whichever of the two it is."""
    return "call" if step.channel == "phone" and step.action == "check-in" else step.action


def nobody_of(step: Step) -> str:
    """Gives whom a step goes to where no name was told: "your interviewer"."""
    # A question on the company's own number, where nobody is left to name (O40).
    if step.channel == "phone" and step.action in ROUND_ASKS and not step.to:
        return str(plan_words()["unknown_company"])
    # Somebody who met the reader is thanked; who else reads it nobody told.
    return str(plan_words()["unknown_person" if step.action == "thank-you" else "unknown_people"])


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
