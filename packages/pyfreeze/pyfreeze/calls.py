"""Runs inside Pyodide while the site is built: takes from the libraries the functions that no known request calls."""

import gc
import sys
from collections.abc import Collection
from types import CodeType, FunctionType, ModuleType
from typing import Any

type Key = tuple[str, int, str]

OURS = ("followup", "followup_calendars", "tzdata", "pyfreeze")
# Called when something is let go, where nobody would hear of an exception; and the panels and letters, compiled.
UNSEEN = ("weakref.py", "_weakrefset.py", "<template>")
# What a library does to any text that somebody types depends on the text: these stay whole, called or not.
WHOLE = ("encodings/", "html/", "jinja2/runtime.", "json/", "markupsafe/", "textwrap.", "urllib/parse.", "zoneinfo/")
# Made by dataclasses for classes of ours too.
MADE = ("__init__", "__eq__", "__hash__")
HOMES = ("/home/", "/lib/python313.zip/")
START = sys.monitoring.events.PY_START
TOOL = sys.monitoring.PROFILER_ID
PLACE = 123456789
# Of `inspect`, which would wake much for two numbers.
CO_VARARGS, CO_VARKEYWORDS = 4, 8


class LeftOut(BaseException):
    """What a function raises that was left out: no `except Exception` takes it for an error of its own."""


class Calls:
    """Notes which functions are called from now on."""

    def __init__(self) -> None:
        """Begins to watch."""
        self.keys: set[Key] = set()
        sys.monitoring.use_tool_id(TOOL, "calls")
        sys.monitoring.register_callback(TOOL, START, self._note)
        sys.monitoring.set_events(TOOL, START)

    def again(self) -> set[Key]:
        """Gives what was called so far, and begins anew."""
        before, self.keys = self.keys, set()
        sys.monitoring.restart_events()
        return before

    def _note(self, code: CodeType, _offset: int) -> object:
        self.keys.add(key(code))
        return sys.monitoring.DISABLE


def key(code: CodeType) -> Key:
    """Gives what tells a function from others, in this run of Python and in the next."""
    file = code.co_filename
    for home in HOMES:
        file = file.removeprefix(home)
    return file, code.co_firstlineno, code.co_qualname


def is_whole(file: str) -> bool:
    """True for what is kept whether or not it was called."""
    return file.split("/")[0] in (*OURS, *UNSEEN) or file.startswith(WHOLE)


def slim_functions(called: Collection[Key]) -> None:
    """Leaves out what was not called; all other functions get fresh code without what only a traceback needs.

    Fresh, because the interpreter notes in the old code what it saw while it ran, and that packs badly.
    """
    slimmer = Slimmer(called)
    functions = [one for one in gc.get_objects() if isinstance(one, FunctionType)]
    for function in functions:
        function.__code__ = slimmer.slim(function.__code__)
        function.__qualname__ = function.__name__
        # An empty table would take room.
        function.__annotations__ = None  # type: ignore[assignment]
    share({function for function in functions if function.__code__ is slimmer.stub(0)})


def share(stubs: Collection[FunctionType]) -> None:
    """Puts one function in the place of all those that only raise `LeftOut`."""
    one = FunctionType(next(iter(stubs)).__code__, {}, "left_out")
    for owner in [found for found in gc.get_objects() if isinstance(found, (type, ModuleType))]:
        for name in [name for name, value in vars(owner).items() if isinstance(value, FunctionType) and value in stubs]:
            # A class may have its own idea of setting attributes.
            (type if isinstance(owner, type) else ModuleType).__setattr__(owner, name, one)


class Slimmer:
    """Makes code smaller."""

    def __init__(self, called: Collection[Key]) -> None:
        """Keeps what was called."""
        self._called = frozenset(called)
        self._stubs: dict[int, CodeType] = {}

    def slim(self, code: CodeType) -> CodeType:
        """Gives the code with its inner functions slim, or a stub in its place."""
        if not self.is_kept(code):
            return self.stub(len(code.co_freevars))
        inner = tuple(self.slim(one) if isinstance(one, CodeType) else one for one in code.co_consts)
        return code.replace(
            co_linetable=b"",
            co_firstlineno=1,
            co_consts=inner,
            co_qualname=code.co_name,
            co_varnames=_names_of_arguments(code),
        )

    def is_kept(self, code: CodeType) -> bool:
        """True for what was called, and for all that is ours."""
        found = key(code)
        return found in self._called or is_whole(found[0]) or code.co_name in MADE

    def stub(self, free: int) -> CodeType:
        """Gives code that only raises `LeftOut`, with as many free names as the code that it stands for."""
        if free not in self._stubs:
            self._stubs[free] = _raising(free)
        return self._stubs[free]


def _names_of_arguments(code: CodeType) -> tuple[str, ...]:
    """Gives the names of what a function is given, and of its other variables that they have none."""
    flags = (code.co_flags & CO_VARARGS, code.co_flags & CO_VARKEYWORDS)
    given = code.co_argcount + code.co_kwonlyargcount + sum(map(bool, flags))
    return code.co_varnames[:given] + ("",) * (code.co_nlocals - given)


def _raising(free: int) -> CodeType:
    names = ", ".join(f"n{index}" for index in range(free))
    # What follows `raise` never runs; it makes the names free ones.
    source = f"def outer({names}):\n def left_out(*given, **named):\n  raise {PLACE}\n  ({names})\n return left_out"
    space: dict[str, Any] = {}
    exec(source, space)
    code: CodeType = space["outer"](*range(free)).__code__
    # The class itself stands in the code: the function's own module does not know it by name.
    consts = tuple(LeftOut if one == PLACE else one for one in code.co_consts)
    return code.replace(co_consts=consts, co_linetable=b"", co_filename="")
