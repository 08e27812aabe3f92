"""The templates of letters: five hundred, so they share what each template of Jinja's has for itself."""

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment


class LetterTemplate(Template):
    """A template without blocks: of what its code leaves behind only the function that renders it is its own."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # Jinja calls it so.
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Makes a template of compiled code, as Jinja asks for it."""
        SHARED.update({"environment": environment, "__file__": code.co_filename})
        exec(code, SHARED)  # Jinja's own code, compiled from our letters.
        made = cls._from_namespace(environment, SHARED, environment.globals)
        made.blocks, made._debug_info, made._uptodate = NO_BLOCKS, "", uptodate
        return made


NO_BLOCKS: dict[str, Any] = {}
SHARED: dict[str, Any] = {}
# Nothing is escaped here: the finished text is, as a whole.
templates = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
templates.template_class = LetterTemplate
