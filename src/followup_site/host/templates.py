"""What a host's templates name: those of letters, and those of the words of a call."""

from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

ENVIRONMENT = ImmutableSandboxedEnvironment()


def template_names(source: str) -> set[str]:
    """Gives every name that a template asks for; TemplateSyntaxError where Jinja cannot read it."""
    return find_undeclared_variables(ENVIRONMENT.parse(source))
