"""Which notice fits what was done already, after a no-show and about their paper: nobody is asked for it again."""

from collections.abc import Sequence

from followup.case.standing import told_since
from followup.planning.steps import PlannedStep
from followup.planning.walk import Walk


def missed(steps: Sequence[PlannedStep]) -> str:
    """Which notice says what is left after a no-show: nobody is asked for what was done (O31)."""
    # What came back stands there twice: as it was done, and to be done again.
    done, opened = ({one.action for one in steps if one.is_open == is_open} for is_open in (False, True))
    if "new-times" in opened:
        called = any(one.id == "call" and one.fate == "done" for one in steps)
        return "no-show-called" if called else "no-show"
    if "new-times" not in done:
        return "no-show"
    return "no-show-written" if "call" in opened else "no-show-waits"


def paper(way: Walk, steps: Sequence[PlannedStep]) -> str:
    """Which notice says what is left to do about their paper: who said when, or asked for time, has done that (O36)."""
    standing = way.present
    asked = told_since(standing, standing.opened_by, "ask-time") if standing.opened_by else ()
    if asked:
        since = (one for one in way.scene.facts if one.is_theirs and one.at > asked[-1].at)
        given = any(one.event and (one.event.by or one.event.deadline) for one in since)
        return "offer-written-given" if given else "offer-written-asked"
    said = [one for one in steps if one.action == "say-when"]
    # Another paper since has a day of its own, which they are still to be told.
    known = any(one.fate == "done" for one in said) and not any(one.is_open for one in said)
    return "offer-written-known" if known else "offer-written"
