"""What stands beside the one thing to do: what may be so besides, what is due today too, and other paces."""

from followup.model.case import Case
from followup.model.plan import ROUND_ASKS, Step
from followup.model.wording import choice_words
from followup.planning.proposals import proposals
from followup.tools.what_now import flow
from followup.tools.what_now.by_plan import PACED_STATES
from followup.tools.what_now.dating import DatedEnding
from followup.tools.what_now.trail import Progress, address

# Who decides by another pace than a week, whatever the country.
PACES_OF_EMPLOYERS = ("quick", "public", "university")
# What is done beside another step on the same day.
BESIDE = ("ask-time", "new-times", "warn-referee", "tell-offer", "decide", "hand-in")


def besides(seen: Progress, found: DatedEnding) -> list[tuple[str, str]]:
    """What may be so besides, each with its address: where a plan goes on, and it was not told."""
    if seen.has_case or found.case is None or found.step is None:
        return []
    open_ = (one for one in flow.flow().besides.values() if _is_open(one, seen, found.case))
    return [(one.words, address({**seen.answers, one.id: flow.YES})) for one in open_]


def _is_open(one: flow.Beside, seen: Progress, case: Case) -> bool:
    if one.id in seen.answers or {*one.instead} & {*seen.answers}:
        return False
    # Nobody stands between where no interview is known: whoever wrote is whom to answer.
    return not one.person or bool(case.rounds)


def also(found: DatedEnding) -> tuple[Step, ...]:
    """What is to be done today besides, and not by whoever finishes the first: time won from others, an email after a
    call that nobody takes."""
    if found.plan is None or found.step is None:
        return ()
    ripe = [one for one in found.plan.steps if one.status in ("due", "overdue") and one.id != found.step.id]
    return tuple(one for one in ripe if one.action in BESIDE)


def paces(seen: Progress, found: DatedEnding) -> list[tuple[str, str, str]]:
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
