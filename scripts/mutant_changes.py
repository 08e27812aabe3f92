"""Every small change that may be made to a module: a sign, a number, a word, a condition or what is given back."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SIGNS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "startswith": "endswith", "endswith": "startswith"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One change: the module, which of its nodes, and which of that node's changes."""

    path: Path
    node: int
    which: int
    line: int
    within: str
    before: str
    after: str

    @property
    def key(self) -> str:
        """Names the change without its line, so that it is known again when the file grew."""
        return f"{self.path.as_posix()} {self.within}: {self.before} -> {self.after}"


def of_file(path: Path, root: Path) -> list[Change]:
    """All changes of one module, in its order."""
    tree = ast.parse((root / path).read_text())
    left_out, within = untouched(tree), names_of(tree)
    return [
        Change(
            path=path,
            node=number,
            which=which,
            line=getattr(node, "lineno", 0),
            within=within.get(node, "module"),
            before=said(node),
            after=said(after),
        )
        for number, node in enumerate(ast.walk(tree))
        if node not in left_out
        for which, after in enumerate(changes(node))
    ]


def changed(change: Change, root: Path) -> ast.Module:
    """The module with that change made."""
    tree = ast.parse((root / change.path).read_text())
    old = next(node for number, node in enumerate(ast.walk(tree)) if number == change.node)
    new = list(changes(old))[change.which]
    return ast.fix_missing_locations(Replacing(old, new).visit(tree))


def around(change: Change, root: Path) -> range:
    """The lines of the function that the change is in; of the whole module, where that runs once and is kept."""
    text = (root / change.path).read_text()
    found = range(len(text.splitlines()) + 1)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.lineno <= change.line <= (node.end_lineno or 0):
            is_kept = any("cache" in ast.unparse(decorator) for decorator in node.decorator_list)
            # Wide before deep: what is found later is the nearer one.
            found = found if is_kept else range(node.lineno, (node.end_lineno or 0) + 1)
    return found


class Replacing(ast.NodeTransformer):
    """Puts one node in place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Gives the new node for the old one."""
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand there instead."""
    match node:
        case ast.Compare(ops=signs):
            yield from (
                with_field(node, ops=replaced(signs, at)) for at in range(len(signs)) if type(signs[at]) in SIGNS
            )
        case ast.BoolOp(op=sign) | ast.BinOp(op=sign) if type(sign) in SIGNS:
            yield with_field(node, op=SIGNS[type(sign)]())
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield copy.deepcopy(operand)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)) if value:
            yield ast.Constant("XX" + value)
        case ast.IfExp(body=body, orelse=other):
            yield with_field(node, body=other, orelse=body)
        case ast.If(test=test) | ast.While(test=test):
            yield with_field(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.match_case(guard=ast.expr() as guard):
            yield with_field(node, guard=ast.UnaryOp(ast.Not(), guard))
        case ast.comprehension(ifs=conditions):
            yield from (with_field(node, ifs=conditions[:at] + conditions[at + 1 :]) for at in range(len(conditions)))
        case ast.Return(value=ast.expr() as value) if not is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Call(func=ast.Name(id=name)) if name in NAMES:
            yield with_field(node, func=ast.Name(NAMES[name], ast.Load()))
        case ast.Call(func=ast.Attribute(attr=name) as method) if name in NAMES:
            yield with_field(node, func=with_field(method, attr=NAMES[name]))
        case ast.Slice(lower=lower, upper=upper) if lower or upper:
            yield ast.Slice()
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()


def is_none(node: ast.expr) -> bool:
    """Nothing is given back already."""
    return isinstance(node, ast.Constant) and node.value is None


def with_field(node: ast.AST, **fields: object) -> ast.AST:
    """The node with other fields; its children are shared, for the tree is parsed anew for each change."""
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def replaced(signs: list[ast.cmpop], at: int) -> list[ast.AST]:
    """The signs with one of them turned."""
    return [SIGNS[type(sign)]() if number == at else sign for number, sign in enumerate(signs)]


def untouched(tree: ast.Module) -> set[ast.AST]:
    """Docstrings, types, decorators, imports and names of exports: changed, they say nothing else or nothing at all."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        for part in silent(node):
            found.update(ast.walk(part))
    return found


def silent(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that are no part of what it does."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.TypeAlias():
            yield node
        case ast.Expr(value=ast.Constant()):
            yield node
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            yield node
        case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
            yield annotation
        case ast.Call(func=ast.Name(id="cast"), args=[kind, *_]):
            yield kind
        case ast.FunctionDef(decorator_list=decorators, returns=returns):
            yield from decorators
            yield from [returns] if returns else []
        case ast.ClassDef(decorator_list=decorators):
            yield from decorators
    yield from getattr(node, "type_params", [])


def names_of(tree: ast.Module) -> dict[ast.AST, str]:
    """The function or class that each node stands in."""
    found: dict[ast.AST, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            # Wide before deep: what is found later is the nearer one.
            found.update(dict.fromkeys(ast.walk(node), node.name))
    return found


def said(node: ast.AST) -> str:
    """The node in a few words of Python."""
    match node:
        case ast.If(test=test) | ast.While(test=test):
            return shortened("if " + ast.unparse(test))
        case ast.comprehension() | ast.match_case() | ast.Slice():
            return shortened(unparsed(node))
    return shortened(ast.unparse(node))


def unparsed(node: ast.AST) -> str:
    """What ast writes only within something else."""
    match node:
        case ast.match_case(pattern=pattern, guard=ast.expr() as guard):
            return f"case {ast.unparse(pattern)} if {ast.unparse(guard)}"
    return ast.unparse(node).strip() or ":"


def shortened(text: str) -> str:
    """One line of at most ninety characters."""
    line = " ".join(text.split())
    return line if len(line) <= 90 else line[:87] + "..."
