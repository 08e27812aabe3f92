"""Knows what of others the built site carries, and puts their licences and a bill of materials into it."""

import importlib.metadata
import importlib.util
import json
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from babel.core import get_cldr_version
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from followup_site.publish.python_archive import PYODIDE, ROOT

HERE = Path(__file__).parent
NODE = ROOT / "node_modules"
FOLDER = "about/licences"
BILL = "sbom.json"
OURS = "after-the-interview"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shipped:
    """Something of others that the site carries, with its package in a registry if it has one."""

    id: str
    name: str
    use: str
    version: str
    licence: str
    source: str
    text: str
    package: str = ""

    @property
    def purl(self) -> PackageURL | None:
        """Gives the package's address, as bills of materials write it."""
        return PackageURL.from_string(f"pkg:{self.package}@{self.version}") if self.package else None


@cache
def shipped() -> tuple[Shipped, ...]:
    """Gives everything that is shipped, with versions as installed and the licences' whole texts."""
    records = tomllib.loads((HERE / "licences.toml").read_text(encoding="utf-8"))["shipped"]
    return tuple(
        Shipped(**{**record, "version": _version(record["version"]), "text": _text(record["text"])})
        for record in records
    )


def write_licences(site: Path) -> Path:
    """Gives the folder of the licences' texts, with the bill of materials beside them."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for one in shipped():
        (folder / f"{one.id}.txt").write_text(one.text, encoding="utf-8")
    (folder / f"{OURS}.txt").write_text((ROOT / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / BILL).write_text(bill(), encoding="utf-8")
    return folder


def bill() -> str:
    """Gives what is shipped as a CycloneDX bill of materials in JSON, the same for the same versions and day."""
    ours = Component(name=OURS, type=ComponentType.APPLICATION, version=importlib.metadata.version(OURS), bom_ref=OURS)
    parts = [_component(one) for one in shipped()]
    made = Bom(components=parts, serial_number=uuid5(NAMESPACE_URL, repr([(one.id, one.version) for one in shipped()])))
    made.metadata.component = ours
    made.metadata.timestamp = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    made.register_dependency(ours, parts)
    return str(JsonV1Dot6(made).output_as_string(indent=1)) + "\n"


def _component(one: Shipped) -> Component:
    # Where a library tells no version, its bill tells who brings it and invents no number.
    known = one.version[0].isdigit()
    return Component(
        name=one.name,
        type=ComponentType.LIBRARY,
        version=one.version if known else None,
        properties=[] if known else [Property(name=f"{OURS}:version", value=one.version)],
        purl=one.purl,
        bom_ref=one.id,
        description=one.use,
        licenses=[LicenseFactory().make_from_string(one.licence)],
        external_references=[ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(one.source))],
    )


def _version(told: str) -> str:
    kind, separator, name = told.partition(":")
    return _VERSIONS[kind](name) if separator else told


def _text(told: str) -> str:
    kind, _, name = told.partition(":")
    return _TEXTS[kind](name).read_text(encoding="utf-8")


def _of_npm(name: str) -> str:
    return str(json.loads((NODE / name / "package.json").read_text())["version"])


def _of_pyodide(name: str) -> str:
    told = str(json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"][name])
    return told.removeprefix("emscripten_").replace("_", ".")


def _licence_of_python(told: str) -> Path:
    name, _, file = told.partition("/")
    found = [path for path in importlib.metadata.files(name) or () if path.name == file and "licenses" in path.parts]
    return Path(str(found[0].locate()))


def _file_of_python(told: str) -> Path:
    package, _, path = told.partition("/")
    found = importlib.util.find_spec(package)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / path


_VERSIONS: Mapping[str, Callable[[str], str]] = {
    "python": importlib.metadata.version,
    "npm": _of_npm,
    "pyodide": _of_pyodide,
    "cldr": lambda _: str(get_cldr_version()),
}
_TEXTS: Mapping[str, Callable[[str], Path]] = {
    "own": lambda name: HERE / "licence_texts" / name,
    "npm": lambda name: NODE / name,
    "python": _licence_of_python,
    "file": _file_of_python,
}
