"""Python awake in one file: what is left out of it, and that it answers what nobody asked while it was made."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from followup import door
from followup_site.publish.bundle import PYFREEZE
from followup_site.training import invented, odd
from followup_site.training.requests import request as asked

STRANGERS = 100
# Chance, memory, and that nobody interrupts. All else that it names reaches JavaScript, files or the clock.
GIVEN = {"random_get", "emscripten_resize_heap", "_Py_CheckEmscriptenSignals_Helper"}
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def image(built: Path) -> Path:
    """Gives the image of the built site."""
    (found,) = (built / "assets" / "runtime").glob("*/image.wasm")
    return found


@pytest.fixture(scope="session")
def looked_at(image: Path) -> dict[str, object]:
    """Gives what the image is given, and in how many bytes two of them differ."""
    command: list[str | Path] = ["node", HERE / "look_at_image.mjs", image]
    told: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return told


def test_the_image_is_given_nothing_that_leads_to_the_browser(looked_at: dict[str, object]) -> None:
    """Each of its imports was called: these have an answer, all others refuse."""
    answered = looked_at["answered"]
    assert isinstance(answered, list)
    assert GIVEN == set(answered)


def test_what_patterns_were_made_from_is_not_sent(image: Path) -> None:
    """They are compiled, and nobody asks a pattern for its words."""
    modules = [module for name, module in sys.modules.items() if name.startswith("followup.checking.")]
    found = [one for module in modules for one in vars(module).values() if isinstance(one, re.Pattern)]
    words = {one.pattern.encode() for one in found if one.pattern.isascii() and len(one.pattern) > 60}
    assert 50 < len(words)
    assert not [one for one in words if one in image.read_bytes()]


def test_two_images_have_dice_of_their_own(looked_at: dict[str, object]) -> None:
    """Awake, they differ in what chance gave them, the 2,496 bytes of Python's dice among it, and in nothing else."""
    differing = looked_at["differing"]
    assert isinstance(differing, int)
    assert 2_000 < differing
    assert 0 == looked_at["differingWithSameChance"]


def test_a_request_that_the_build_never_asked_has_an_answer_in_the_image(image: Path, tmp_path: Path) -> None:
    """What is left out is what nobody meets: not only the requests that it was made with are answered."""
    strangers = [asked(tool, told, invented.NOW) for tool, told in invented.invented(STRANGERS, seed=4711)]
    requests = tmp_path / "requests.json"
    requests.write_text(json.dumps({"asked": [*strangers, *odd.made_odd(strangers, seed=4711)]}))
    command: list[str | Path] = ["node", PYFREEZE / "src" / "ask.mjs", image, requests]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)


def test_invented_requests_are_mostly_right_and_a_few_are_wrong() -> None:
    """Requests that only meet problems would prove little, and so would requests that meet none."""
    requests = [asked(tool, told, invented.NOW) for tool, told in invented.invented(60)]
    wrong = [request for request in requests if json.loads(door.answer(request))["problems"]]
    assert 1 <= len(wrong) <= len(requests) / 5


def test_invented_requests_are_the_same_in_every_build() -> None:
    """An image of the same commit must be the same."""
    assert list(invented.invented(5, seed=3)) == list(invented.invented(5, seed=3))
    assert list(odd.made_odd(['{"tool": "planner"}'] * 9)) == list(odd.made_odd(['{"tool": "planner"}'] * 9))


def test_an_odd_request_is_json_and_differs_in_a_value() -> None:
    """A text that is no JSON would be refused before anything looks at the value."""
    request = (
        '{"tool": "writer", "now": "2027-03-01T12:00:00Z", "fields": {"blanks": {"role": "a"}, "closures": ["b"]}}'
    )
    made = list(odd.made_odd([request] * len(odd.VALUES)))
    read = [json.loads(text) for text in made]
    assert {("tool", "now", "fields")} == {tuple(one) for one in read}
    assert [] == [text for text, value in zip(made, odd.VALUES, strict=True) if value not in text]
