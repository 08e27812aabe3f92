"""Runs inside Pyodide while an image is made: finds what the code that is left can reach, and lets go of the rest.

Whatever an object refers to is reached with it. What stands in the namespace of a module or a class is reached by its
name there, so that code that is reached must hold the name, or a text that may become one. C asks by name too.
Builtins are asked for by the names of globals alone.
"""

import builtins
import gc
from collections.abc import Callable, Iterable, Iterator
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    CodeType,
    GetSetDescriptorType,
    MethodDescriptorType,
    ModuleType,
)
from typing import Any

type Asked = dict[str, list[str]]
type Deletion = tuple[Callable[[Any, str], None], object, str]

# Of CPython 3.13, as `opcode.opmap` has them.
LOAD_GLOBAL, LOAD_NAME, EXTENDED = 91, 92, 71
NATIVE = ((BuiltinFunctionType,), (MethodDescriptorType, ClassMethodDescriptorType), (GetSetDescriptorType,))
# What C asks of builtins when it copies an iterator.
OF_BUILTINS = ("getattr", "iter", "reversed")


class Reach:
    """What can be reached from some objects."""

    def __init__(self, starts: Iterable[object], from_c: Iterable[str], is_kept: Callable[[CodeType], bool]) -> None:
        """Walks from the objects; `from_c` are names that C asks for, and of code that is not kept nothing is read."""
        self._is_kept = is_kept
        self._asked = {"names": {*from_c}, "globals": {*OF_BUILTINS}}
        self._kinds = {id(space): (kind_of(one), one) for one in gc.get_objects() for space in namespaces(one)}
        self._waiting: dict[tuple[str, str], list[object]] = {}
        self._open = list(starts)
        self._found: dict[int, object] = {}
        while self._open:
            self._visit(self._open.pop())

    def told(self) -> Asked:
        """Gives the names that are asked for, and what was reached of functions written in C and of classes."""
        found = [key(one) for one in self._found.values() if is_native(one) or isinstance(one, type)]
        return {**{kind: sorted(names) for kind, names in self._asked.items()}, "reached": sorted({*found})}

    def _visit(self, one: object) -> None:
        if id(one) in self._found:
            return
        self._found[id(one)] = one
        self._open.append(type(one))
        if isinstance(one, type):
            # Nobody counts what the classes written in C hold.
            self._open.extend((*one.__mro__, *namespaces(one)))
            self._kinds.update((id(space), (kind_of(one), one)) for space in namespaces(one))
        kind, owner = self._kinds.get(id(one), ("", None))
        if isinstance(one, dict) and kind:
            self._look_around(kind, owner, one)
        elif not isinstance(one, CodeType):
            self._open.extend(gc.get_referents(one))
        elif self._is_kept(one):
            self._ask(("names",), names_in(one))
            self._ask(("globals",), globals_in(one))
            self._open.extend(one.co_consts)

    def _look_around(self, kind: str, owner: object, space: dict[Any, object]) -> None:
        for name, value in list(space.items()):
            if is_asked(owner, name, self._asked[kind]):
                self._open.append(value)
            else:
                self._waiting.setdefault((kind, str(name)), []).append(value)

    def _ask(self, kinds: Iterable[str], names: Iterable[str]) -> None:
        wanted = {*names}
        for kind in kinds:
            for name in wanted - self._asked[kind]:
                self._asked[kind].add(name)
                self._open.extend(self._waiting.pop((kind, name), ()))


def unasked(asked: Asked) -> list[Deletion]:
    """Gives what deletes it, the module or class, and the name, for all that nothing asks for by its name."""
    sets = {kind: frozenset(names) for kind, names in asked.items()}
    return [
        (type.__delattr__ if isinstance(owner, type) else ModuleType.__delattr__, owner, str(name))
        for owner in gc.get_objects()
        if getattr(owner, "__name__", "") != "__main__"
        for space in namespaces(owner)
        for name in space
        if not is_asked(owner, name, sets[kind_of(owner)])
    ]


def native(asked: Asked) -> list[list[int]]:
    """Gives where functions, methods and attributes written in C stand that were reached."""
    reached = frozenset(asked["reached"])
    return [[id(one) for one in gc.get_objects() if isinstance(one, kinds) and key(one) in reached] for kinds in NATIVE]


def types(asked: Asked) -> list[int]:
    """Gives where classes stand that were reached, and those of Python itself, which C makes objects of."""
    reached = frozenset(asked["reached"])
    found: dict[int, type] = {}
    todo: list[type] = [object]
    while todo:
        one = todo.pop()
        if id(one) not in found:
            found[id(one)] = one
            todo.extend(type.__subclasses__(one))
    return [id(one) for one in found.values() if one.__module__ in ("builtins", "types") or key(one) in reached]


def key(one: Any) -> str:
    """Gives what tells a function written in C or a class from others, in this run of Python and in the next."""
    owner = getattr(one, "__objclass__", None) or getattr(one, "__self__", None)
    where = owner if isinstance(owner, (type, ModuleType)) else type(owner)
    module = getattr(one, "__module__", None) or getattr(where, "__module__", "")
    return f"{module} {getattr(where, '__qualname__', '')} {one.__qualname__}"


def is_native(one: object) -> bool:
    """True for a function, a method or an attribute that is written in C."""
    return any(isinstance(one, kinds) for kinds in NATIVE)


def is_asked(owner: object, name: object, names: Iterable[str]) -> bool:
    """Tells whether anything may ask a module or a class for the name."""
    # What Python itself asks for has such names, and so have the private parts of classes.
    return not isinstance(name, str) or name.startswith("_" if isinstance(owner, type) else "__") or name in names


def kind_of(owner: object) -> str:
    """Gives who asks for what stands in a module or a class."""
    return "globals" if owner is builtins else "names"


def namespaces(one: object) -> Iterator[dict[Any, object]]:
    """Gives the dictionary that a module or a class looks names up in."""
    if isinstance(one, ModuleType):
        yield one.__dict__
    elif isinstance(one, type):
        # Its `__dict__` is a view; the dictionary itself is what that refers to.
        yield from (held for held in gc.get_referents(one.__dict__) if type(held) is dict)


def names_in(code: CodeType) -> Iterator[str]:
    """Gives every name that code asks for, and every text in it."""
    yield from code.co_names
    for one in code.co_consts:
        yield from texts_in(one)


def globals_in(code: CodeType) -> Iterator[str]:
    """Gives every name that code asks its module and the builtins for."""
    argument = 0
    for operation, low in zip(code.co_code[::2], code.co_code[1::2], strict=True):
        argument = argument << 8 | low
        if operation == LOAD_GLOBAL:
            yield code.co_names[argument >> 1]
        elif operation == LOAD_NAME:
            yield code.co_names[argument]
        if operation != EXTENDED:
            argument = 0


def texts_in(constant: object) -> Iterator[str]:
    """Gives the texts in a constant."""
    if isinstance(constant, str):
        yield constant
    elif isinstance(constant, (tuple, frozenset)):
        for one in constant:
            yield from texts_in(one)
