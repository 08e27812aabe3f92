"""The controls of an answer say what they are for: to a browser that fills them in, and to who hears their names."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from followup import door

EXCHANGES = sorted((Path(__file__).parents[1] / "exchanges").glob("*.json"))
# One of each tool, and of each kind of plan.
SOME = [
    path
    for path in EXCHANGES
    if path.stem.startswith(("approach", "writer", "interviews", "what-now", "call", "invitation-"))
]


class Controls(HTMLParser):
    """Gathers the buttons by what they are called and what they do, and the attributes of the fields."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[tuple[str, str]] = []
        self.fields: list[dict[str, str]] = []
        self._deed: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "button":
            self._deed, self._words = json.dumps(told, sort_keys=True), [told.get("aria-label", "")]
        elif tag in ("input", "textarea"):
            self.fields.append(told)

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self._deed is not None:
            self.buttons.append((" ".join("".join(self._words).split()), self._deed))
            self._deed = None


def controls(path: Path) -> Controls:
    """The controls of what is answered to a request."""
    request = json.loads(path.read_text(encoding="utf-8"))["request"]
    found = Controls()
    found.feed(json.loads(door.answer(json.dumps(request)))["fragment"])
    return found


def alike(found: Controls) -> Iterator[str]:
    """Names that stand on buttons which do different things."""
    deeds: dict[str, set[str]] = {}
    for name, deed in found.buttons:
        deeds.setdefault(name, set()).add(deed)
    yield from (name for name, each in deeds.items() if len(each) > 1)


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_buttons_that_do_different_things_are_called_differently(path: Path) -> None:
    """Whoever hears the list of buttons knows which is which."""
    assert [] == list(alike(controls(path)))


def test_some_answers_have_buttons_and_fields() -> None:
    """Else the tests here would say nothing."""
    found = [controls(path) for path in SOME[:40]]
    assert sum(len(one.buttons) for one in found) > 100
    assert sum(len(one.fields) for one in found) > 100


def test_a_browser_fills_in_the_readers_own_name_and_number_and_nobody_elses() -> None:
    """Purposes of WCAG 1.3.5: the interviewer's fields are off."""
    fields = [field for path in SOME for field in controls(path).fields]
    own = {
        field["id"]: (field["type"], field.get("autocomplete"))
        for field in fields
        if field.get("id", "").startswith("fill-my_")
    }
    assert {"fill-my_name": ("text", "name"), "fill-my_phone": ("tel", "tel")} == own
    others = [field for field in fields if field.get("type") in ("text", "email", "tel") and field.get("id") not in own]
    assert {"off"} == {field.get("autocomplete") for field in others}
