"""What a template's branches test and which names stand in each, so that a manner's own are found without its text."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from jinja2 import meta, nodes

# A name, or a test in words: ("not", test), ("and", test, test). None is a test that no word decides.
type Test = str | tuple[Test | None, ...] | None


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch: what it tests, the names in that test, and the sides to take."""

    test: Test
    names: tuple[str, ...]
    taken: "Part"
    otherwise: "Part"


@dataclass(frozen=True, slots=True)
class Part:
    """A template or one side of a branch: the names outside its branches, and these."""

    names: tuple[str, ...]
    branches: tuple[Branch, ...]


# Letters open and end alike: of equal parts the first stands for all.
_first: dict[Part | Branch, Part | Branch] = {}


def parted(template: nodes.Template) -> Part:
    """Gives the names and branches of a template; a name that it gives itself is none."""
    return _part(template.body, meta.find_undeclared_variables(template))


def names_in(part: Part, told: Set[str], true: Set[str] = frozenset()) -> frozenset[str]:
    """Gives the names a part needs; branches on the words `told` are decided by those `true`, of others both sides."""
    found = {*part.names}
    for branch in part.branches:
        verdict = _verdict(branch.test, told, true)
        if verdict is None:
            found.update(branch.names)
        if verdict is not False:
            found |= names_in(branch.taken, told, true)
        if verdict is not True:
            found |= names_in(branch.otherwise, told, true)
    return frozenset(found)


def _verdict(test: Test, told: Set[str], true: Set[str]) -> bool | None:
    match test:
        case str():
            return test in true if test in told else None
        case ("not", inner):
            found = _verdict(inner, told, true)
            return None if found is None else not found
        case ("and", left, right):
            both = _verdict(left, told, true), _verdict(right, told, true)
            return False if False in both else None if None in both else True
    return None


def _part(found: Iterable[nodes.Node], wanted: Iterable[str]) -> Part:
    names, branches, todo = dict[str, None](), [], [*found]
    while todo:
        node = todo.pop(0)
        if isinstance(node, nodes.If):
            branches.append(_branch(node, wanted))
            continue
        if isinstance(node, nodes.Name) and node.name in wanted:
            names[node.name] = None
        todo.extend(node.iter_child_nodes())
    return _shared(Part((*names,), (*branches,)))


def _branch(node: nodes.If, wanted: Iterable[str]) -> Branch:
    otherwise = node.else_
    for following in reversed(node.elif_):
        otherwise = [nodes.If(following.test, following.body, [], otherwise)]
    names = _part([node.test], wanted).names
    return _shared(Branch(_test(node.test), names, _part(node.body, wanted), _part(otherwise, wanted)))


def _shared[T: Part | Branch](made: T) -> T:
    return _first.setdefault(made, made)  # type: ignore[return-value]  # What equals a part is one.


def _test(node: nodes.Node) -> Test:
    match node:
        case nodes.Not():
            return ("not", _test(node.node))
        case nodes.And():
            return ("and", _test(node.left), _test(node.right))
        case nodes.Name():
            return node.name
    return None
