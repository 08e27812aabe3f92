"""How a question is put: its label, its help and what a right answer looks like."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

type Kind = Literal[
    "text",
    "line",
    "long",
    "email",
    "date",
    "time",
    "moment",
    "choice",
    "country",
    "subdivision",
    "zone",
    "flag",
    "number",
    "object",
    "file",
    "any",
]

type Choices = tuple[tuple[str, str], ...]

NAME_LIMIT = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One question of a form; the same words serve the page, the command line and the reference."""

    label: str
    kind: Kind = "text"
    help: str = ""
    # The message for a missing or wrong answer, "Enter the date of the interview".
    enter: str = ""
    needed: bool = False
    # A function where data say what there is: they are read when the question is put, never on import.
    choices: Choices | Callable[[], Choices] = ()
    # The most characters of a text, or the most items of a list.
    limit: int = NAME_LIMIT
    # The field's name in JSON where Python reserves the word, as with "from".
    key: str = ""
    # Shown when another answer of the same group has one of these values: ("kind", ("date", "range"));
    # a name that begins with / is looked for in the whole form.
    when: tuple[str, tuple[str, ...]] | None = None
    # With which of those answers it must not stay empty; told beside it, where it is told at all.
    needed_when: tuple[str, ...] | None = None
    example: str = ""
    # Hidden behind "More" on the page: rarely needed.
    rare: bool = False
    # Told once there is an answer: stands below it on the page.
    later: bool = False
    # What one item of a list is called, "interview", and how many the page shows before any is added.
    item: str = ""
    shown: int = 0
    # Told once for all tools, under this name: what the reader would say of themselves everywhere.
    shared: str = ""
    # Carried along by the page and the file, and asked nowhere.
    carried: bool = False
    # Names a person or a company: left out of a link that reproduces the case.
    private: bool = False

    @property
    def offered(self) -> Choices:
        """What may be chosen: each value with its words."""
        return self.choices() if callable(self.choices) else self.choices


def asked(label: str, *, default: Any = "", **words: Any) -> Any:
    """Gives a dataclass field that carries its question; `default` stands in for an answer left out."""
    question = Question(label=label, **words)
    return field(default=default, metadata={"question": question})
