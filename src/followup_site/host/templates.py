"""What a host's templates name and use: those of letters, and those of the words of a call."""

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from followup_site.words.wording import site_words

ENVIRONMENT = ImmutableSandboxedEnvironment()
# What ours are made of: anything else may fail for a reader whose case nobody tried.
PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Tuple,
    nodes.If,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
)


def template_names(source: str) -> set[str]:
    """Gives every name that a template asks for, and "named_day.day" where it asks for a part.

    TemplateSyntaxError where Jinja cannot read it, and for a loop, a filter or whatever else none of ours has.
    """
    parsed = ENVIRONMENT.parse(source)
    found = [*_below(parsed)]
    for node in found:
        if not isinstance(node, PLAIN):
            raise TemplateSyntaxError(site_words("host.letters.blanks_alone"), node.lineno)
    return find_undeclared_variables(parsed) | {_dotted(node) for node in found if isinstance(node, nodes.Getattr)}


def broken(wrong: TemplateSyntaxError) -> str:
    """Gives what may stand in the place of a template that cannot be used; of Jinja's words the first sentence."""
    reason = str(wrong.message).partition(". ")[0].removesuffix(".")
    return site_words("host.letters.whole", reason=reason)


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for each in node.iter_child_nodes():
        yield from _below(each)


def _dotted(node: nodes.Getattr) -> str:
    return f"{node.node.name if isinstance(node.node, nodes.Name) else '…'}.{node.attr}"
