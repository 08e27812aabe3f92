"""The words of an ending where the plan of the same case has its own."""

from dataclasses import replace

from followup.model.plan import Plan, Step
from followup.model.wording import view_words
from followup.planning.approaches import by_pace, pace_of
from followup.rules import rulebook
from followup.rules.records import OURS
from followup.tools.what_now import flow
from followup.tools.what_now.dating import DatedEnding
from followup.words.steps import title_of

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

# Whether a firm runs the check is told by an event's reason.
FIRM, REFEREES, FIRM_RUNS = "wait-firm", "wait-referees", "firm"

# Questions whose ordinary answer another pace replaces.
PACED = ("K4", "K6", "O5")
PACED_STATES = ("held", "ahead", "over")


def as_planned(end: flow.Ending, found: DatedEnding) -> flow.Ending:
    """The ending in the words of the planner's step, where by the dates told that is another one."""
    step, plan = found.step, found.plan
    if plan is not None and step is None and found.window is None and end.action != "none":
        return _at_rest(end, plan)
    if step is None or plan is None:
        return end
    is_for_now = step.status in ("due", "overdue")
    if step.action == end.action and not (end.waits and is_for_now):
        words = end.worded.get(step.letter)
        return replace(end, title=words["title"], why=words["why"]) if words else end
    said = next((one.text for one in plan.notices if one.kind in (plan.state, ABOUT_OFFER)), "")
    is_firm = found.case is not None and any(event.reason == FIRM_RUNS for event in found.case.events)
    alike = _alike(step, plan, is_firm=is_firm)
    said = in_figures(alike, found).why if alike else said
    if step.action == end.action and end.waits == "title":
        said = end.why
    rules = tuple(dict.fromkeys(reason.rule for reason in step.because if reason.source == OURS)) or end.rules
    told = replace(
        end,
        title=title_of(step),
        why=said or view_words("what_now.by_your_dates"),
        action=step.action,
        letter=step.letter,
        rules=rules,
    )
    return told if step.action == end.action else replace(told, tool="", page="")


def _alike(step: Step, plan: Plan, *, is_firm: bool) -> flow.Ending | None:
    """The ending whose reason fits that step too, whatever way leads to it."""
    if step.action == "let-go":
        silent = "leave-alone-since" if "no-contact" in plan.beside else ""
        id = silent or ("let-go" if plan.unanswered > 1 else "")
    else:
        id = REASONS.get((step.action, step.letter), "")
        id = REFEREES if id == FIRM and not is_firm else id
    return flow.flow().endings[id] if id else None


def _at_rest(end: flow.Ending, plan: Plan) -> flow.Ending:
    """Nothing is to be done any more, whatever was asked for."""
    said = next((one.text for one in plan.notices if one.kind.startswith("closed")), view_words("what_now.at_rest"))
    rested = replace(end, title=view_words("what_now.nothing_left"), why=said, action="none", letter="", rules=("O39",))
    return replace(rested, tool="", hours="", page="")


def in_figures(end: flow.Ending, found: DatedEnding) -> flow.Ending:
    """The ending with the figures that the plan follows: those of its approach and its pace (O43)."""
    case, why = found.case, end.raw_why
    if case is None or found.plan is None:
        return end
    # A pace moves what follows a round alone (course.md, Pace).
    pace = case.pace if found.plan.state in PACED_STATES else "ordinary"
    for name, figure in by_pace(case.approach, pace).items():
        why = why.replace(f"{{{name}}}", f"{{{figure.rule}.{figure.key}}}")
    return replace(end, why=rulebook.with_figures(why))


def in_pace(end: flow.Ending, found: DatedEnding) -> flow.Ending:
    """The ending with the record of the paces in place of the ordinary figures, where another pace is followed."""
    if found.case is None or pace_of(found.case.approach, found.case.pace).id == "ordinary":
        return end
    return replace(end, rules=tuple(dict.fromkeys("O43" if rule in PACED else rule for rule in end.rules)))
