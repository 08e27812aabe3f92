"""Draws the map of "What now?" for the developers' pages."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from followup.tools.what_now import flow, walking
from followup_site.words.wording import site_words

# Units of the drawing: a column for each answer on the way, a row for each ending reached.
COLUMN = 190
ROW = 54
BOX = 160
LINE = 14
LETTERS = 24
LINES = 2
SIDE = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """A question or an ending in its place, the words of the answer that led to it, and what it leads to."""

    words: str
    kind: str
    answer: str
    column: int
    row: int
    to: tuple["Node", ...]

    @property
    def x(self) -> int:
        """Its left edge."""
        return SIDE + self.column * COLUMN

    @property
    def y(self) -> float:
        """Its middle."""
        return SIDE + (self.row + 0.5) * ROW


def flow_map(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-flow/>`: the tree as a picture, and the same as a list."""
    nodes = list(_nodes())
    width = max(node.column for node in nodes) * COLUMN + BOX + 2 * SIDE
    height = int(max(node.row for node in nodes) + 1) * ROW + 2 * SIDE
    drawn = Markup("").join((*map(_lines, nodes), *map(_box, nodes)))
    return Markup(
        '<div class="scroll-sideways" tabindex="0" role="group" aria-label="{map}">'
        '<svg class="flow" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" aria-labelledby="flow-title">'
        '<title id="flow-title">{title}</title>{drawn}</svg></div>'
        "<details><summary>{summary}</summary>{list}</details>"
    ).format(
        w=width,
        h=height,
        map=site_words("pages.flow.map"),
        title=site_words("pages.flow.title"),
        drawn=drawn,
        summary=site_words("pages.flow.list"),
        list=_list(flow.flow().first),
    )


def _nodes() -> Iterator[Node]:
    yield from _branch(flow.flow().first, "", 0, iter(range(len(list(walking.paths())))))


def _branch(id: str, answer: str, column: int, rows: Iterator[int]) -> list[Node]:
    """The node and all below it, itself first; a question stands beside the first thing it leads to."""
    here = walking.node(id)
    if isinstance(here, flow.Ending):
        return [Node(words=here.title, kind="ending", answer=answer, column=column, row=next(rows), to=())]
    below = [_branch(option.to, option.words, column + 1, rows) for option in here.options]
    children = tuple(branch[0] for branch in below)
    node = Node(words=here.label, kind="question", answer=answer, column=column, row=children[0].row, to=children)
    return [node, *(one for branch in below for one in branch)]


def _lines(node: Node) -> Markup:
    return Markup("").join(_line(node, child) for child in node.to)


def _line(node: Node, child: Node) -> Markup:
    start, end = node.x + BOX, child.x
    middle = (start + end) / 2
    return Markup('<path class="flow__way" fill="none" d="M{} {}H{}V{}H{}"/>').format(
        start, node.y + 6, middle, child.y + 6, end
    )


def _box(node: Node) -> Markup:
    lines = _wrapped(node.words)
    height = len(lines) * LINE + 10
    box = Markup('<rect class="flow__box flow__box--{}" x="{}" y="{}" width="{}" height="{}" rx="5"/>').format(
        node.kind, node.x, node.y - height / 2 + 6, BOX, height
    )
    texts = (
        Markup('<text class="flow__words flow__words--{}" x="{}" y="{}">{}</text>').format(
            node.kind, node.x + 7, node.y - height / 2 + 20 + at * LINE, line
        )
        for at, line in enumerate(lines)
    )
    answer = Markup('<text class="flow__answer" x="{}" y="{}">{}</text>').format(
        node.x, node.y - height / 2 + 2, textwrap.shorten(node.answer, LETTERS + 4, placeholder="…")
    )
    return Markup("").join((box, *texts, answer))


def _wrapped(words: str) -> list[str]:
    lines = textwrap.wrap(words, LETTERS)
    return lines if len(lines) <= LINES else [lines[0], textwrap.shorten(" ".join(lines[1:]), LETTERS, placeholder="…")]


def _list(id: str) -> Markup:
    here = walking.node(id)
    if isinstance(here, flow.Ending):
        asks = ", ".join(here.asks)
        return Markup("<strong>{}</strong>{}").format(
            here.title, site_words("pages.flow.asks", asks=asks) if asks else ""
        )
    items = (Markup("<li>{}: {}</li>").format(option.words, _list(option.to)) for option in here.options)
    return Markup("{}<ul>{}</ul>").format(here.label, Markup("").join(items))
