"""What a plan says of whom to write to: agencies, recruiters who left, and people without an address."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from followup.case.meetings import Person
from followup.case.passing_on import PASSED_ON, RECRUITERS, passes_on, unreached
from followup.case.standing import ENDED
from followup.dates import clock
from followup.dates.calendars import next_business_day
from followup.model.language import listed
from followup.model.plan import Notice, State
from followup.model.wording import view_words
from followup.planning.about_tries import FIRST_ASKS
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep
from followup.planning.walk import Walk
from followup.planning.wordings import capital, notice
from followup.rules.rulebook import figure


def about_agency(way: Walk, state: State, now: datetime) -> Iterator[Notice]:
    """An agency is rung on the day itself or in the next call hours (States, held)."""
    recruiter = agency_to_ring(way.scene, now) if state == "held" else None
    if recruiter is not None:
        yield notice("agency-call", name=recruiter.name or view_words("people.recruiter"))
    gone = None if way.scene.standing.no_contact else _recruiter_who_left(way.scene)
    if gone is not None and state not in (*ENDED, "over"):
        yield notice("agency-gone" if gone.part == "agency" else "agency-left", name=gone.name)
    if _is_agency_silent(way.scene) and state not in ENDED:
        yield notice("agency-line", name=way.scene.contact.name or capital(view_words("people.recruiter")))


def _recruiter_who_left(scene: Scene) -> Person | None:
    """The recruiter who is there no longer, while nobody else of that part is known (conditions)."""
    people = [one for meeting in scene.history.meetings for one in meeting.people if one.part in RECRUITERS]
    gone = [one for one in people if one.is_among(scene.standing.left)]
    return gone[-1] if len(gone) == len(people) and gone else None


def _is_agency_silent(scene: Scene) -> bool:
    """A recruiter who left two asks unanswered: somebody else at the agency is asked, nobody past it (conditions)."""
    return scene.contact.part in RECRUITERS and len(scene.standing.row) >= figure("O29", "in_row_count")


def agency_to_ring(scene: Scene, now: datetime) -> Person | None:
    """The recruiter who, if of an agency, waits to hear how it was, until the end of the next business day.

    Of whom that is known the plan has a call.
    """
    last = scene.standing.last
    here = (fact.event for fact in scene.history.happened if fact.event and not fact.is_elsewhere)
    spoken = any(event.kind in ("called", "voicemail") for event in here)
    if last is None or spoken:
        return None
    today = now.astimezone(last.zone).date()
    if not last.round.date <= today <= next_business_day(last.round.date, scene.calendar):
        return None
    return next((one for one in last.people if one.part == "recruiter"), None)


def about_people(scene: Scene, steps: Sequence[PlannedStep]) -> Iterator[Notice]:
    """Who has no address, who stands between, and what is to be told of an interview that they are thanked for."""
    yield from _about_unreached(scene, [step for step in steps if step.action == "thank-you"])
    through = scene.contact.part in RECRUITERS and not _is_agency_silent(scene)
    if through and any(step.action in FIRST_ASKS for step in steps):
        yield notice("through-recruiter", name=scene.contact.name or view_words("people.recruiter"))
    thanked = {step.round for step in steps if step.action == "thank-you"}
    to_thank = {step.round for step in steps if step.action == "thank-you" and step.is_open}
    for one in scene.history.meetings:
        if not one.has_format and one.number in to_thank:
            yield notice("format-unknown", day=clock.spoken_day(one.round.date))
    if any(one.round.format == "recorded" and one.number not in thanked for one in scene.standing.held):
        yield notice("recorded")


def _about_unreached(scene: Scene, thanks: Sequence[PlannedStep]) -> Iterator[Notice]:
    """Whom to ask to pass thanks on, while that is still to be done."""
    asked = [step.round for step in thanks if step.letter == PASSED_ON and step.is_open]
    for number in dict.fromkeys(asked):
        people = scene.history.meetings[number - 1].people
        names = [one.name for one in unreached(people) if one.name]
        through = passes_on(people)
        if names and through:
            yield notice("pass-on", name=listed(names), through=through.name or view_words("people.inviting"))
