"""The pages for developers that are made from the code: the door's fields, and the house from its doorplates."""

import ast
import dataclasses
import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import get_args, get_origin

from followup import door, forms
from followup.case.moves import ANY, BACK, MOVES, STAYS
from followup.model.question import Question
from followup_site.pages.rendering import line, opened
from followup_site.words.wording import site_list, site_named, site_words

PACKAGES = ("followup", "followup_site")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One question with its path; `many` if it takes a list, `parts` if what it takes has questions of its own."""

    path: str
    question: Question
    many: bool
    parts: bool


def asked(cls: type, path: str = "") -> Iterator[Asked]:
    """Gives each question of a dataclass, what is asked first before its parts."""
    for part in dataclasses.fields(cls):
        here = f"{path}.{forms.key_of(part)}" if path else forms.key_of(part)
        kind = forms.optional(forms.hints(cls)[part.name])
        many = get_origin(kind) is tuple
        inner = forms.plain(get_args(kind)[0]) if many else kind
        grouped = isinstance(inner, type) and dataclasses.is_dataclass(inner)
        yield Asked(
            path=here,
            question=part.metadata["question"],
            many=many,
            parts=grouped or get_origin(inner) is Mapping,
        )
        if grouped:
            yield from asked(inner, f"{here}[]" if many else here)


def tools_reference(attributes: Mapping[str, str]) -> str:
    """Gives one table of fields for each tool, made from its questions."""
    return "\n".join(line for tool in door.TOOLS for line in _tool(tool))


def _tool(tool: str) -> Iterator[str]:
    module = importlib.import_module(f"followup.tools.{tool.replace('-', '_')}.answer")
    yield f"### `{tool}` {{#{tool}}}"
    yield ""
    yield (module.__doc__ or "").strip().splitlines()[0]
    yield ""
    yield from opened(site_list("pages.reference.heads"))
    for one in asked(module.Questions):
        # The case is the same everywhere; it is written out once, at the planner.
        if not one.path.startswith("case."):
            yield line((_breakable(one.path), _type(one), _meaning(one.question)))
    yield ""


def _breakable(path: str) -> str:
    """Code that a narrow column may break after each dot and underscore."""
    return f"<code>{re.sub(r'(?<=[._])', '<wbr>', path)}</code>"


def _type(one: Asked) -> str:
    if one.parts:
        return site_words(f"pages.reference.{'objects' if one.many else 'object'}", limit=one.question.limit)
    kind = _one_type(one.question)
    return site_words("pages.reference.list", kind=kind) if one.many else kind


def _one_type(question: Question) -> str:
    if question.offered:
        values = ", ".join(f"`{value}`" for value, _ in question.offered if value)
        return site_words("pages.reference.one_of", values=values)
    return site_named("pages.reference.kinds").get(question.kind, site_words("pages.reference.text"))


def _meaning(question: Question) -> str:
    label = question.words.label
    words = [site_words("pages.reference.needed", label=label) if question.needed else label, question.words.help]
    return " ".join(word if word.endswith(("?", ".")) else f"{word}." for word in words if word).replace("|", "\\|")


def moves_table(attributes: Mapping[str, str]) -> str:
    """Gives the table of events: where each word leads to, and from which states it leads elsewhere."""
    rows = (line((f"`{word}`", _leads(told.get(ANY, STAYS)), _except(told))) for word, told in MOVES.items())
    return "\n".join((*opened(site_list("pages.reference.move_heads")), *rows, ""))


def _leads(state: str) -> str:
    named = {STAYS: site_words("pages.reference.stays"), BACK: site_words("pages.reference.back")}
    return named.get(state, f"`{state}`")


def _except(told: Mapping[str, str]) -> str:
    return "; ".join(f"`{state}`: {_leads(to)}" for state, to in told.items() if state != ANY) or "-"


def modules(attributes: Mapping[str, str]) -> str:
    """Gives every module with the sentence on its doorplate."""
    return "\n".join(line for package in PACKAGES for line in _package(package))


def _package(package: str) -> Iterator[str]:
    yield f"### `{package}` {{#{package.replace('_', '-')}}}"
    yield ""
    yield from opened(site_list("pages.reference.module_heads"))
    for name, doorplate in sorted(_doorplates(files(package), package)):
        yield line((_breakable(name), doorplate))
    yield ""


def _doorplates(folder: Traversable, name: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.name == "__init__.py":
            yield name, _doorplate(entry)
        elif entry.name.endswith(".py"):
            yield f"{name}.{entry.name.removesuffix('.py')}", _doorplate(entry)
        elif entry.is_dir() and (entry / "__init__.py").is_file():
            yield from _doorplates(entry, f"{name}.{entry.name}")


def _doorplate(module: Traversable) -> str:
    """Read from the source, so that no module runs for its docstring."""
    words = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return words.partition("\n")[0].replace("|", "\\|").replace("<", "&lt;")
