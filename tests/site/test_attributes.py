"""The data attributes stand in one schema: what is written or read is in it, and what is in it is used."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_site.pages.attribute_pages import attributes_table, schema
from followup_site.words.wording import site_named

ROOT = Path(__file__).parents[2]
PLACES = (ROOT / "overrides", ROOT / "src")
NAME = re.compile(r"(?<![\w-])data-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")
MEMBER = re.compile(r"\bdataset\.(\w+)")
TAKEN_APART = re.compile(r"\{([^{}]*)\} = [^;\n]*\.dataset\b|Object\.assign\([^,()]*\.dataset, \{([^{}]*)\}")
KEY = re.compile(r"(?:^|,)\s*(\w+)")
BY_NAME = re.compile(r"\bdataset\[")
QUOTED = re.compile(r'"([a-z][a-z-]*)"')
DEED = re.compile(r'(?m)^  "([a-z-]+)": (?:async )?\(')


def texts(*endings: str) -> Iterator[str]:
    """Gives the files with these endings, of the theme, the engine and the site."""
    for place in PLACES:
        yield from (path.read_text(encoding="utf-8") for path in place.rglob("*") if path.suffix in endings)


def attribute(member: str) -> str:
    """Gives the attribute behind a member of `dataset`."""
    return re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", member)


def in_script(text: str) -> set[str]:
    """Gives the attributes that a script names, as such or as members of `dataset`."""
    apart = [KEY.findall(one or other) for one, other in TAKEN_APART.findall(text)]
    return {
        *NAME.findall(text),
        *map(attribute, MEMBER.findall(text)),
        *(attribute(key) for keys in apart for key in keys),
    }


WRITTEN = {name for text in texts(".html", ".jinja", ".py") for name in NAME.findall(text)}
SCRIPTS = list(texts(".js"))
READ = {name for text in SCRIPTS for name in in_script(text)}
STYLED = {name for text in texts(".css") for name in NAME.findall(text)}
# Some are looked up by a name that the script is given.
LOOKED_UP = {name for text in SCRIPTS if BY_NAME.search(text) for name in QUOTED.findall(text)}
DEEDS = {
    name
    for room in ("actions", "interviews")
    for name in DEED.findall((ROOT / f"overrides/assets/app/tool/{room}.js").read_text(encoding="utf-8"))
}
KINDS = schema()


def test_each_attribute_is_of_one_kind() -> None:
    """And every kind has its heading on the page."""
    names = [name for kind in KINDS.values() for name in kind]
    assert sorted(set(names)) == sorted(names)
    assert list(site_named("pages.attributes.kinds")) == list(KINDS)


def test_what_is_written_or_read_is_in_the_schema() -> None:
    """A new one needs a line there."""
    assert set() == (WRITTEN | READ | STYLED | DEEDS) - {name for kind in KINDS.values() for name in kind}


def test_a_press_that_is_told_is_done() -> None:
    """The schema names the deeds of the scripts, each on some button."""
    assert DEEDS == set(KINDS["press"])
    assert set() == DEEDS - WRITTEN


@pytest.mark.parametrize(
    ("kind", "used"),
    [
        ("told", WRITTEN & (READ | STYLED | LOOKED_UP)),
        ("state", READ),
        ("kept", {name for text in texts(".py") for name in NAME.findall(text)}),
        ("theme", WRITTEN | READ),
    ],
)
def test_none_in_the_schema_is_unused(kind: str, used: set[str]) -> None:
    """What the page tells is written and read, what a script notes it reads."""
    assert set() == set(KINDS[kind]) - used


def test_the_page_tells_each() -> None:
    """One row an attribute."""
    assert [name for kind in KINDS.values() for name in kind] == re.findall(
        r"(?m)^\| `data-([a-z-]+)`", attributes_table({})
    )
