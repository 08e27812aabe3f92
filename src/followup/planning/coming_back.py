"""The reader said no, told them, and opened it again: one word to take it back, before anything else (O48)."""

from followup.case.standing import FROM_AN_OFFER, Standing, is_sorry, told_since
from followup.dates.calendars import next_business_day
from followup.planning.hours import reply
from followup.planning.postponing import said_in_time
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep

# Once it is taken back these go on with their own questions; the others wait for an answer.
GOES_ON = ("held", "invited", "on-hold", "checks", "runner-up", "offer-coming")


def is_to_come(standing: Standing) -> bool:
    """True until the reader has told them."""
    reopened = standing.reopened
    return is_sorry(standing) and reopened is not None and not told_since(standing, reopened, "ask-back")


def waits(scene: Scene) -> bool:
    """True where nothing of the state itself is to be done before they answer."""
    return is_sorry(scene.standing) and (is_to_come(scene.standing) or scene.standing.state not in GOES_ON)


def steps(scene: Scene) -> tuple[PlannedStep, ...]:
    """The word itself, by phone where an offer or a yes was refused, or a round is a day off; before the round."""
    reopened = scene.standing.reopened
    if reopened is None or not is_to_come(scene.standing):
        return ()
    tomorrow = next_business_day(scene.day(reopened.at), scene.calendar)
    start = scene.start_ahead(reopened.at)
    soon = start is not None and start.astimezone(scene.zone).date() <= tomorrow
    by_phone = soon or scene.standing.state in FROM_AN_OFFER
    window = reply(reopened.at, scene.zone, scene.calendar, by_phone=by_phone, rule="O48")
    step = scene.planned("ask-back", window, "O48", "ask-back")
    return (said_in_time(step, start, reopened.at, by_phone=by_phone),)
