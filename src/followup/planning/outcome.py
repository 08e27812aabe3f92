"""Where the process stands by now: what was told, and what time alone made of it."""

from dataclasses import dataclass
from datetime import datetime

from followup.case.leaving import took_another_job
from followup.case.standing import is_done_with
from followup.dates import clock
from followup.model.plan import State
from followup.planning import ends, no_show
from followup.planning.walk import Walk


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """The state as of now, since when, and whatever is known of a closing."""

    state: State
    since: datetime | None
    reason: str = ""


def outcome_by(way: Walk, now: datetime) -> Outcome:
    """The state by now: what was told, and what time alone made of it (law 2)."""
    standing = way.present
    state: str = standing.state
    turns = no_show.turns(way.scene) if state == "no-show" else None
    if turns and clock.instant(now) > clock.instant(turns):
        state = "invited"
    if is_done_with(standing) and not is_done_with(way.scene.standing):
        # It was over once, and the next interview lies ahead all the same.
        return Outcome(state="ahead", since=standing.entered)
    if state == "closed":
        return Outcome(state="closed", since=standing.entered, reason=standing.reason)
    if state == "ahead":
        return Outcome(state="ahead", since=standing.entered)
    end = way.let_go
    closing = ends.closes(way.scene, end)
    if closing and clock.instant(now) >= clock.instant(closing):
        reason = {"said-no": "answered", "accepted": "started"}.get(state, "")
        return Outcome(state="closed", since=closing, reason=reason)
    if end and clock.instant(now) >= clock.instant(end.window.target):
        if standing.leaving and took_another_job(standing.leaving):
            # Nobody waits for them any more by the plan: it is closed, as they told.
            since = max(standing.leaving.at, end.window.target, key=clock.instant)
            return Outcome(state="closed", since=since, reason="other-job")
        return Outcome(state="over", since=end.window.target)
    return Outcome(state=state, since=standing.entered)  # type: ignore[arg-type]  # the table of moves holds states alone
