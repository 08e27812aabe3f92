"""The templates of the site ask nothing that only Python's own template engine can answer."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
IN_BRACES = re.compile(r"\{[{%](.*?)[}%]\}", re.DOTALL)
TEXTS = re.compile(r"\"[^\"]*\"|'[^']*'")
METHOD = re.compile(r"\b(\w+\.\w+)\(")
# Macros of the theme, which every builder of it has.
MACROS = {"lang.t", "fallback.t"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_calls_no_method_of_python(template: Path) -> None:
    """A builder whose templates are not Python's has no startswith."""
    code = " ".join(IN_BRACES.findall(template.read_text(encoding="utf-8")))
    assert set() == set(METHOD.findall(TEXTS.sub("''", code))) - MACROS
