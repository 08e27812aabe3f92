"""Everything of others that travels with the site is named, with its version and the words of its licence."""

import importlib.metadata
import json

import pytest

from followup_site.bundle_python import DISTRIBUTIONS
from followup_site.licence_pages import licences
from followup_site.licences import Shipped, bill, shipped, write_licences


def test_every_package_in_the_browser_is_named():
    """What the bundle carries stands in the list."""
    assert set(DISTRIBUTIONS) <= {one.id for one in shipped()}


@pytest.mark.parametrize("one", shipped(), ids=lambda one: one.id)
def test_each_has_a_version_and_a_text(one: Shipped):
    """Nothing is left to be looked up elsewhere."""
    assert (True, True) == (bool(one.version), len(one.text) > 400)


def test_versions_are_those_that_are_installed():
    """The page cannot fall behind an update."""
    versions = {one.id: one.version for one in shipped()}
    assert importlib.metadata.version("holidays") == versions["holidays"]
    assert versions["cpython"].startswith("3.13.")


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
