"""What a fact is called where the process stands, and the day of a task, on which that depends (Events, O38)."""

from datetime import date

from followup.case.facts import Fact
from followup.case.standing import MORE_TIME, Standing, told_since


def word_of(standing: Standing, fact: Fact) -> str:
    """What a fact is called here: a kind word that answers an ask says that they are still deciding (Events).

    A task that was sent by its own button is handed in; past its day that button sends the words for a late one.
    """
    if fact.word == "kind-word" and standing.row:
        return "deciding"
    if fact.word == "sent" and fact.step == "hand-in" and standing.task is not None:
        day = task_day(standing, standing.task)
        return fact.word if day and fact.at.date() > day else "handed-in"
    return fact.word


def says_later(standing: Standing, fact: Fact) -> bool:
    """True for word that a task comes later: the words for a late one, and what is said of it by phone."""
    return fact.step == "hand-in" and standing.task is not None and word_of(standing, fact) != "handed-in"


def put_off(standing: Standing, task: Fact) -> Fact | None:
    """The last word of the reader that the task comes later; None while there is none."""
    # What handed it in would have ended the task: of an open one only word that it comes later is told.
    return next(reversed(told_since(standing, task, "hand-in")), None)


def task_day(standing: Standing, task: Fact) -> date | None:
    """The day for the task: the last one that the reader named since, else theirs; None for none.

    Word that a late one comes later takes the place of a day that is over, also where nobody told here until when.
    """
    day = task.event.by if task.event else None
    for one in told_since(standing, task, "answer", "hand-in", *MORE_TIME):
        is_late = one.step == "hand-in" and day is not None and one.at.date() > day
        day = (one.event.by if one.event else None) or (None if is_late else day)
    return day


def has_asked_for_time(standing: Standing) -> bool:
    """True while a task is open that the reader said comes later: the day they name next is its own."""
    return standing.task is not None and bool(told_since(standing, standing.task, "hand-in", *MORE_TIME))
