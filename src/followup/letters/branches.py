"""Which branches of a template are taken when some words are known, and which names are left in it."""

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import meta, nodes
from jinja2.visitor import NodeTransformer


def names_in(tree: nodes.Template, words: Mapping[str, bool]) -> frozenset[str]:
    """Gives the names a template needs; branches on `words` are decided, of all others both sides count."""
    return frozenset(meta.find_undeclared_variables(TakenBranches(words).visit(tree)))


class TakenBranches(NodeTransformer):
    """Leaves of each branch on a tone or situation only the side that is taken."""

    def __init__(self, words: Mapping[str, bool]) -> None:
        self._words = words

    def visit_If(self, node: nodes.If) -> Any:  # noqa: N802 - the visitor finds it by this name
        verdict = self._verdict(node.test)
        if verdict is None:
            # A branch that is decided leaves no condition, so it cannot stay an "elif".
            nested = nodes.If(node.test, node.body, [], self._otherwise(node), environment=node.environment)
            return self.generic_visit(nested)
        taken = node.body if verdict else self._otherwise(node)
        return [kept for child in taken for kept in _as_list(self.visit(child))]

    def _otherwise(self, node: nodes.If) -> list[nodes.Node]:
        if not node.elif_:
            return node.else_
        following = node.elif_[0]
        return [nodes.If(following.test, following.body, node.elif_[1:], node.else_, environment=node.environment)]

    def _verdict(self, test: nodes.Node) -> bool | None:
        if isinstance(test, nodes.Not):
            inner = self._verdict(test.node)
            return None if inner is None else not inner
        if isinstance(test, nodes.And):
            both = self._verdict(test.left), self._verdict(test.right)
            return False if False in both else None if None in both else True
        return self._words.get(test.name) if isinstance(test, nodes.Name) else None


def _as_list(visited: Any) -> Iterable[nodes.Node]:
    return visited if isinstance(visited, list) else [visited]
