"""After a no: the reply, a card, and a talk in the next few weeks (K19, R1 to R4, O25, O39)."""

from dataclasses import replace

from followup.case.facts import Fact
from followup.case.standing import FROM_AN_OFFER
from followup.dates import clock
from followup.dates.calendars import add_business_days, roll_forward
from followup.model.plan import Window
from followup.planning.hours import closing, opening, settle
from followup.planning.scene import Scene
from followup.planning.since import is_told
from followup.planning.steps import PlannedStep
from followup.rules.rulebook import figure


def steps(scene: Scene) -> tuple[PlannedStep, ...]:
    """What is left of the three."""
    rejected = scene.standing.no
    if rejected is None:
        return ()
    return tuple(step for step in all_steps(scene, rejected) if not is_told(scene, step.action, rejected))


def all_steps(scene: Scene, rejected: Fact) -> tuple[PlannedStep, ...]:
    """The three, whether they were done or not: they say when a no rests."""
    feedback = _feedback(scene, rejected)
    # A card thanks for a decision; nobody thanks for an offer that was taken back.
    cards = () if is_taken_back(scene, rejected) else (_card(scene, rejected, feedback),)
    return (feedback, *cards, _talk(scene, rejected))


def is_taken_back(scene: Scene, rejected: Fact) -> bool:
    """True for a no after an offer or a yes, whatever it was called."""
    return rejected.word == "taken-back" or scene.standing.came_from in FROM_AN_OFFER


def _feedback(scene: Scene, rejected: Fact) -> PlannedStep:
    person = scene.writer(rejected)
    at = rejected.at.astimezone(person.zone)
    latest = add_business_days(at.date(), figure("O3", "deadline_business_days"), scene.calendar)
    window = settle(
        Window(
            earliest=at,
            target=opening(add_business_days(at.date(), 1, scene.calendar), person.zone),
            latest=closing(latest, person.zone),
        )
    )
    taken_back = is_taken_back(scene, rejected)
    words = "offer-taken-back" if taken_back else "reply-to-rejection"
    until = closing(add_business_days(at.date(), figure("O39", "reply_business_days"), scene.calendar), person.zone)
    return replace(scene.planned("ask-feedback", window, "O3", words), person=person, until=until)


def _card(scene: Scene, rejected: Fact, feedback: PlannedStep) -> PlannedStep:
    reply_day = feedback.window.target.date()
    latest = closing(add_business_days(reply_day, figure("O25", "card_business_days"), scene.calendar), scene.zone)
    window = settle(
        Window(
            earliest=rejected.at.astimezone(scene.zone),
            target=opening(add_business_days(reply_day, 1, scene.calendar), scene.zone),
            latest=latest,
        )
    )
    step = scene.planned("card", window, "O25", "card-after-rejection")
    return replace(step, channel="post", until=latest)


def _talk(scene: Scene, rejected: Fact) -> PlannedStep:
    """In two to four weeks; on the day they named to ask about another role, where they named one (Events)."""
    day, named = scene.day(rejected.at), scene.standing.named
    first = add_business_days(day, figure("O25", "talk_business_days_min"), scene.calendar)
    last = add_business_days(day, figure("O25", "talk_business_days_max"), scene.calendar)
    rule, words = "O25", "stay-in-touch"
    if named and named >= day:
        rule, words = "O22", "another-role"
        first = roll_forward(named, scene.calendar)
        last = add_business_days(first, figure("K5", "wait_business_days_max"), scene.calendar)
    start, end = opening(first, scene.zone), closing(last, scene.zone)
    step = scene.planned("stay-in-touch", Window(earliest=start, target=start, latest=end), rule, words)
    return replace(step, until=end)


def rests(scene: Scene) -> bool:
    """True if there is a no to rest from."""
    return scene.standing.no is not None


def last_window(scene: Scene, rejected: Fact) -> PlannedStep:
    """The one of the three that stays open longest."""
    return max(all_steps(scene, rejected), key=lambda step: clock.instant(step.window.latest))
