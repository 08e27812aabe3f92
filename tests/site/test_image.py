"""Python awake in one file: what is left out of it, and that it answers what nobody asked while it was made."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from followup import door
from followup_site import bundle_calls, bundle_invented, bundle_odd, bundle_requests, bundle_slim
from followup_site.bundle import ROOT

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
    command = ["node", HERE / "look_at_image.mjs", image]
    told: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return told


def outer(number: int) -> Callable[[], int]:
    """Gives a function with a free name."""

    def inner() -> int:
        return number

    return inner


def code_of(source: str) -> CodeType:
    """Gives the code of a module."""
    return compile(source, "library.py", "exec")


def run(code: CodeType, **space: object) -> dict[str, object]:
    """Gives what a module defines."""
    exec(code, space)
    return space


def test_the_image_is_given_nothing_that_leads_to_the_browser(looked_at: dict[str, object]) -> None:
    """Each of its imports was called: these have an answer, all others refuse."""
    answered = looked_at["answered"]
    assert isinstance(answered, list)
    assert GIVEN == set(answered)


def test_two_images_have_dice_of_their_own(looked_at: dict[str, object]) -> None:
    """Awake, they differ in what chance gave them, the 2,496 bytes of Python's dice among it, and in nothing else."""
    differing = looked_at["differing"]
    assert isinstance(differing, int)
    assert 2_000 < differing
    assert 0 == looked_at["differingWithSameChance"]


def test_a_request_that_the_build_never_asked_has_an_answer_in_the_image(image: Path, tmp_path: Path) -> None:
    """What is left out is what nobody meets: not only the requests that it was made with are answered."""
    invented = bundle_invented.invented(STRANGERS, seed=4711)
    strangers = [bundle_requests.request(tool, fields, bundle_invented.NOW) for tool, fields in invented]
    requests = tmp_path / "requests.json"
    requests.write_text(json.dumps({"asked": [*strangers, *bundle_odd.made_odd(strangers, seed=4711)]}))
    command = ["node", ROOT / "scripts" / "ask_image.mjs", image, requests]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (0, "") == (asked.returncode, asked.stderr)


def test_invented_requests_are_mostly_right_and_a_few_are_wrong() -> None:
    """Requests that only meet problems would prove little, and so would requests that meet none."""
    requests = [bundle_requests.request(tool, told, bundle_invented.NOW) for tool, told in bundle_invented.invented(60)]
    wrong = [request for request in requests if json.loads(door.answer(request))["problems"]]
    assert 1 <= len(wrong) <= len(requests) / 5


def test_invented_requests_are_the_same_in_every_build() -> None:
    """An image of the same commit must be the same."""
    assert list(bundle_invented.invented(5, seed=3)) == list(bundle_invented.invented(5, seed=3))
    assert list(bundle_odd.made_odd(['{"tool": "planner"}'] * 9)) == list(
        bundle_odd.made_odd(['{"tool": "planner"}'] * 9)
    )


def test_an_odd_request_is_json_and_differs_in_a_value() -> None:
    """A text that is no JSON would be refused before anything looks at the value."""
    request = (
        '{"tool": "writer", "now": "2027-03-01T12:00:00Z", "fields": {"blanks": {"role": "a"}, "closures": ["b"]}}'
    )
    odd = list(bundle_odd.made_odd([request] * len(bundle_odd.VALUES)))
    read = [json.loads(text) for text in odd]
    assert {("tool", "now", "fields")} == {tuple(one) for one in read}
    assert [] == [text for text, value in zip(odd, bundle_odd.VALUES, strict=True) if value not in text]


def test_a_function_that_was_not_called_raises_what_nobody_catches() -> None:
    """An error of its own would be taken for an answer somewhere."""
    function = outer(7)
    assert isinstance(function, FunctionType)
    function.__code__ = bundle_calls.Slimmer(()).slim(function.__code__)
    with pytest.raises(bundle_calls.LeftOut):
        function()
    assert not issubclass(bundle_calls.LeftOut, Exception)


def test_a_function_that_was_called_does_what_it_did() -> None:
    """It only loses what a traceback would show."""
    function = outer(7)
    assert isinstance(function, FunctionType)
    slim = bundle_calls.Slimmer({bundle_calls.key(function.__code__)}).slim(function.__code__)
    function.__code__ = slim
    assert 7 == function()
    assert b"" == slim.co_linetable


def test_slim_bytecode_keeps_classes_and_what_was_called() -> None:
    """A class body runs when its module is imported, so it stays; a method nobody called does nothing any more."""
    code = code_of("class A:\n size = 3\n def used(self): return self.size\n def unused(self): return self.size\n")
    called = frozenset({("library.py", 3, "A.used")})
    made = run(bundle_slim._slim(code, called))["A"]
    assert isinstance(made, type)
    one = made()
    assert (3, 3, None) == (one.size, one.used(), one.unused())
