"""Everything of others that travels with the site is named, with its version and the words of its licence."""

import importlib.metadata
import json
import re
from pathlib import Path

import material
import pytest

from followup_site.pages.licence_pages import licences
from followup_site.publish.licences import Shipped, bill, shipped, write_licences
from followup_site.publish.python_archive import DISTRIBUTIONS, PYODIDE, pyodide_version

pytestmark = pytest.mark.ours

THEME = Path(material.__file__).parent / "templates"
INSIDE_CLIPBOARD = {"delegate", "good-listener", "select", "tiny-emitter"}
# These carry no version in themselves: compiled code without a string for it, and code that was rewritten.
UNTOLD = {"compiler-rt", "error-stack-parser", "hacl-star", "libcxx", "libffi", "node-lz4", "stackframe"}
BINARY = PYODIDE / "pyodide.asm.wasm"
SCRIPTS, SEARCH = (next((THEME / "assets").rglob(f"{name}.*.map")) for name in ("bundle", "search"))
# Who tells a version, and in which words.
TOLD = {
    "expat": (BINARY, "expat_{}"),
    "zlib": (BINARY, "inflate {} Copyright"),
    "bzip2": (BINARY, "{}, 6-Sept-2010"),
    "lunr": (SEARCH, "as bright - {}"),
    "clipboard": (SCRIPTS, "clipboard.js v{}"),
    "fontawesome": (THEME / ".icons" / "fontawesome" / "solid" / "caret-down.svg", "Font Awesome Free {} "),
}


def in_the_theme() -> set[str]:
    """Gives the packages of npm in the theme: its maps name them, and clipboard holds four more."""
    sources = [path for file in (THEME / "assets").rglob("*.map") for path in json.loads(file.read_text())["sources"]]
    return INSIDE_CLIPBOARD | {found for path in sources for found in re.findall("node_modules/([^/]+)", path)}


def test_every_package_in_the_browser_is_named():
    """What the bundle carries stands in the list."""
    assert set(DISTRIBUTIONS) <= {one.id for one in shipped()}


@pytest.mark.parametrize("one", shipped(), ids=lambda one: one.id)
def test_each_has_a_version_and_a_text(one: Shipped):
    """Nothing is left to be looked up elsewhere."""
    assert (True, True) == (bool(one.version), len(one.text) > 400)


def test_every_package_in_the_theme_is_named():
    """Scripts and style sheets of others are packed into the theme's own."""
    assert {"rxjs", "lunr", "material-design-color"} <= in_the_theme()
    assert set() == in_the_theme() - {one.id for one in shipped()}


def test_every_version_is_a_number_or_known_to_be_untold():
    """Nobody reads "as in the theme" where a version can be had."""
    assert UNTOLD == {one.id for one in shipped() if not re.match(r"\d", one.version)}


def test_versions_are_those_that_are_installed():
    """The page cannot fall behind an update."""
    versions = {one.id: one.version for one in shipped()}
    assert importlib.metadata.version("holidays") == versions["holidays"]
    assert versions["cpython"].startswith("3.13.")


@pytest.mark.parametrize("name", TOLD)
def test_the_version_is_the_one_that_the_file_tells(name: str):
    """Libraries inside others are named by hand; these say themselves who they are."""
    file, words = TOLD[name]
    version = next(one.version for one in shipped() if one.id == name)
    assert words.format(version).encode() in file.read_bytes()


def test_versions_told_by_no_file_are_looked_up_again_with_an_update():
    """They were found for this theme and this Pyodide."""
    assert ("9.8.1", "0.29.5") == (importlib.metadata.version("mkdocs-material"), pyodide_version())


def test_every_package_of_a_registry_has_its_address():
    """With it, a machine finds what is known of that version."""
    addresses = {one["purl"] for one in json.loads(bill())["components"] if "purl" in one}
    versions = {one.id: one.version for one in shipped()}
    assert {f"pkg:npm/{name}@{versions[name]}" for name in in_the_theme()} <= addresses
    assert {f"pkg:pypi/{name}@{versions[name]}" for name in DISTRIBUTIONS} <= addresses


def test_the_page_links_to_a_file_for_each(tmp_path):
    """The links beside the page lead somewhere."""
    files = {path.name for path in write_licences(tmp_path).iterdir()}
    page = licences({})
    assert [] == [name for name in sorted(files) if f'href="{name}"' not in page]


def test_the_bill_of_materials_names_the_same():
    """CycloneDX, with a licence for each."""
    told = json.loads(bill())
    assert ("CycloneDX", {one.id for one in shipped()}) == (
        told["bomFormat"],
        {one["bom-ref"] for one in told["components"]},
    )
    assert [] == [one["name"] for one in told["components"] if not one.get("licenses")]


def test_the_bill_of_materials_is_the_same_each_time(monkeypatch):
    """Two builds of one day agree to the byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert bill() == bill()


def test_the_bill_of_materials_keeps_to_its_schema():
    """The tool that knows the format accepts it."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill()) is None
