"""The case as it stands: what was told first, and what was said since in its place."""

from dataclasses import replace

from followup.case.history import Story, tell
from followup.model.case import Case, Promise


def as_it_stands(case: Case) -> Case:
    """The case with each interview on the day it was moved to, the promise that holds, and its events in order."""
    story = tell(case)
    rounds = tuple(meeting.round for meeting in story.meetings)
    return replace(case, rounds=rounds, promise=_promise(story), events=tuple(one.event for one in story.happened))


def _promise(story: Story) -> Promise:
    """The date they named last since the last interview (O14); who asked not to be contacted goes on asking that."""
    named = [one.event.by for one in story.since if one.outcome in ("promise", "deciding") and one.event.by]
    if not named:
        return story.case.promise
    kind = story.case.promise.kind if story.case.promise.kind == "no-contact" else "date"
    return Promise(kind=kind, by=named[-1])
