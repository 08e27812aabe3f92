"""The words of questions, choices, problems and views, from data/words: code says their names, never themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from followup import data
from followup.model.language import plural

type Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What a question is called and how it helps."""

    label: str
    help: str = ""
    # The message for a missing or wrong answer, "Enter the date of the interview".
    enter: str = ""
    example: str = ""
    # What one item of a list is called, "interview".
    item: str = ""


@cache
def _questions() -> Mapping[str, Words]:
    forms = data.table("words", "questions.toml")
    return {f"{form}.{field}": Words(**words) for form, fields in forms.items() for field, words in fields.items()}


def question_words(path: str) -> Words:
    """Gives the words of one question of a form: question_words("case.company")."""
    return _questions()[path]


@cache
def step_words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Gives what the steps of a plan are called: by `actions`, and by `letters` where those say more."""
    return data.table("words", "steps.toml")


@cache
def _choices() -> Mapping[str, Choices]:
    choices: dict[str, dict[str, str]] = data.table("words", "choices.toml")
    choices["event_steps"] |= {action: words["name"] for action, words in step_words()["actions"].items()}
    return {name: tuple(words.items()) for name, words in choices.items()}


def choices(name: str) -> Choices:
    """Gives the values of a choice with what each is called, in the order in which they are offered."""
    return _choices()[name]


def choice_words(name: str, value: str) -> str:
    """Gives what one value of a choice is called: choice_words("events", "sent"); nothing for one it does not have."""
    return dict(choices(name)).get(value, "")


@cache
def _problems() -> Mapping[str, str]:
    return data.table("words", "problems.toml")


def problem_words(name: str, /, **facts: object) -> str:
    """Gives what is said of a problem, with the facts in it: problem_words("items", limit=20)."""
    return _problems()[name].format(**facts)


@cache
def _views() -> Mapping[str, str | Mapping[str, str]]:
    rooms = data.table("words", "views.toml")
    return {f"{room}.{name}": words for room, names in rooms.items() for name, words in names.items()}


def view_words(name: str, /, **facts: object) -> str:
    """Gives what a view says, with the facts in it: view_words("invitation.left_out", words="a room").

    What has a form for each plural takes the one of the fact `count`.

    >>> view_words("days.ahead", count=1), view_words("days.ahead", count=2)
    ('in 1 day', 'in 2 days')
    """
    return said(_views()[name], facts)


def said(found: str | Mapping[str, str], facts: Mapping[str, object]) -> str:
    """Gives words with the facts in them; of a form for each plural the one of the fact `count`."""
    count = facts.get("count")
    words = found if isinstance(found, str) else found[plural(count if isinstance(count, int) else 0)]
    return words.format(**facts)
