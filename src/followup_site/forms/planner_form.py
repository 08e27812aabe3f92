"""Lays out the planner's form: what is asked first, and the groups of everything else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from followup_site.forms.questions import Control, Group, Items, Node
from followup_site.words.wording import site_words

# What the first four questions ask; their words stand in first.html.jinja.
FIRST = (
    "rounds[0].date",
    "rounds[0].ends",
    "rounds[0].format",
    "promise.kind",
    "promise.from",
    "promise.by",
    "promise.said",
)
# The groups by their ids, which the recap of a plan names too.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "people": ("rounds[0].interviewers",),
    "job": ("company", "role"),
    "place": ("rounds[0].zone", "country", "subdivision", "employer", "my_zone"),
    "closed": ("closures",),
    "pace": ("approach",),
    "more": ("rounds[0].starts", "rounds"),
    "happened": ("events",),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Exact:
    """A group that opens by itself: its id, its words and its questions."""

    id: str
    words: str
    nodes: tuple[Node, ...]


def nodes_by_path(form: Group) -> Mapping[str, Node]:
    """Gives every question of a form by its path, those of the first items of its lists too."""
    found = {node.name: node for node in _all(form) if node.name}
    return {path: _started(node) for path, node in found.items()}


def _started(node: Node) -> Node:
    """Who comes out of an interview is offered the last full hour; most employers are private ones."""
    if isinstance(node, Control) and node.name == "employer":
        return replace(node, starts_as="private")
    if isinstance(node, Control) and node.name == "rounds[0].ends":
        return replace(node, starts_as="hour")
    return node


def groups(form: Group) -> tuple[Exact, ...]:
    """Gives the groups in order; a question that no group names stands in the one on pace."""
    found = nodes_by_path(form)
    left = tuple(node for node in _leaves(form) if node.name not in _placed())
    named = {id: [found[path] for path in paths if path in found] for id, paths in GROUPS.items()}
    named["pace"].extend(left)
    return tuple(
        Exact(id=id, words=site_words(f"forms.groups.{id}"), nodes=tuple(nodes)) for id, nodes in named.items()
    )


def _placed() -> frozenset[str]:
    return frozenset({*FIRST, *(path for paths in GROUPS.values() for path in paths)})


def _leaves(node: Node) -> Iterator[Node]:
    """The questions and lists of the form; what stands in a list that is placed goes with it."""
    match node:
        case Group():
            for inner in (*node.nodes, *node.rare, *node.later):
                yield from _leaves(inner)
        case Items() if node.name == "rounds":
            yield from _leaves(node.first[0])
        case _:
            yield node


def _all(node: Node) -> Iterator[Node]:
    yield node
    match node:
        case Group():
            for inner in (*node.nodes, *node.rare, *node.later):
                yield from _all(inner)
        case Items():
            for inner in node.first:
                yield from _all(inner)
        case Control():
            pass
