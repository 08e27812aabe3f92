"""How a question is put: its label, its help and what a right answer looks like."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from followup.model.wording import Choices, Words, choices, question_words

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

NAME_LIMIT = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One question of a form; the same words serve the page, the command line and the reference."""

    # The path of its words in data/words/questions.toml, or the words themselves where other data hold them.
    said: str | Words
    kind: Kind = "text"
    needed: bool = False
    # The name of a table in data/words/choices.toml, or a function where other data say what there is.
    choices: str | Callable[[], Choices] = ""
    # The most characters of a text, or the most items of a list.
    limit: int = NAME_LIMIT
    # The field's name in JSON where Python reserves the word, as with "from".
    key: str = ""
    # Shown when another answer of the same group has one of these values: ("kind", ("date", "range"));
    # a name that begins with / is looked for in the whole form.
    when: tuple[str, tuple[str, ...]] | None = None
    # With which of those answers it must not stay empty; told beside it, where it is told at all.
    needed_when: tuple[str, ...] | None = None
    # Hidden behind "More" on the page: rarely needed.
    rare: bool = False
    # Told once there is an answer: stands below it on the page.
    later: bool = False
    # How many items of a list the page shows before any is added.
    shown: int = 0
    # Told once for all tools, under this name: what the reader would say of themselves everywhere.
    shared: str = ""
    # Carried along by the page and the file, and asked nowhere.
    carried: bool = False
    # Names a person or a company: left out of a link that reproduces the case.
    private: bool = False

    @property
    def words(self) -> Words:
        """What it is called and how it helps: read when it is put, never on import."""
        return question_words(self.said) if isinstance(self.said, str) else self.said

    @property
    def offered(self) -> Choices:
        """What may be chosen: each value with its words."""
        if isinstance(self.choices, str):
            return choices(self.choices) if self.choices else ()
        return self.choices()


def asked(said: str | Words, *, default: Any = "", **limits: Any) -> Any:
    """Gives a dataclass field that carries its question; `default` stands in for an answer left out.

    The words stand in data/words/questions.toml under the path `said`, "case.company".
    """
    return field(default=default, metadata={"question": Question(said=said, **limits)})
