"""Python functions that nothing calls are left out, and whoever meets one all the same hears of it."""

from collections.abc import Callable
from types import CodeType, FunctionType

import pytest
from pyfreeze import calls, slim


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


def test_a_function_that_was_not_called_raises_what_nobody_catches() -> None:
    """An error of its own would be taken for an answer somewhere."""
    function = outer(7)
    assert isinstance(function, FunctionType)
    function.__code__ = calls.Slimmer(()).slim(function.__code__)
    with pytest.raises(calls.LeftOut):
        function()
    assert not issubclass(calls.LeftOut, Exception)


def test_a_function_that_was_called_does_what_it_did() -> None:
    """It only loses what a traceback would show."""
    function = outer(7)
    assert isinstance(function, FunctionType)
    small = calls.Slimmer({calls.key(function.__code__)}).slim(function.__code__)
    function.__code__ = small
    assert 7 == function()
    assert b"" == small.co_linetable


def test_slim_bytecode_keeps_classes_and_what_was_called() -> None:
    """A class body runs when its module is imported, so it stays; a method nobody called does nothing any more."""
    code = code_of("class A:\n size = 3\n def used(self): return self.size\n def unused(self): return self.size\n")
    called = frozenset({("library.py", 3, "A.used")})
    made = run(slim._slim(code, called))["A"]
    assert isinstance(made, type)
    one = made()
    assert (3, 3, None) == (one.size, one.used(), one.unused())


def test_what_a_dataclass_is_given_stays() -> None:
    """Whether two of a kind are ever compared depends on what a reader tells."""
    made = run(code_of("from dataclasses import dataclass\n@dataclass(frozen=True)\nclass A:\n size: int\n"))["A"]
    assert isinstance(made, type)
    slimmer = calls.Slimmer(())
    for name in ("__init__", "__eq__", "__hash__"):
        function = vars(made)[name]
        function.__code__ = slimmer.slim(function.__code__)
    assert made(3) == made(3)
    assert hash(made(3)) == hash(made(3))
