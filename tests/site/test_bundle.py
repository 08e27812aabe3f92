"""The browser's Python: what is packed, what is named, and that two builds pack the same."""

import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from followup import letters
from followup.dates import calendar_book, clock
from followup_site.publish import bundle, python_archive, python_modules
from followup_site.publish.bundle import ROOT
from followup_site.training.requests import build_requests, more_requests

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


@pytest.fixture(scope="session")
def runtime(built: Path) -> Path:
    """Gives the folder of the built runtime."""
    folders = list((built / "assets" / "runtime").iterdir())
    assert 1 == len(folders)
    return folders[0]


@pytest.fixture(scope="session")
def packed(runtime: Path) -> zipfile.ZipFile:
    """Gives the archive of the browser's Python."""
    return zipfile.ZipFile(runtime / "python.zip")


def test_both_homes_have_the_same_python() -> None:
    """What runs on the host must run in the browser, and bytecode is made by one for the other."""
    python = json.loads((python_archive.PYODIDE / "pyodide-lock.json").read_text())["info"]["python"]
    assert sys.version_info[:2] == tuple(int(part) for part in python.split(".")[:2])


def test_pyodide_is_the_one_that_is_pinned() -> None:
    """The image is made through interfaces that are private to one version, and the decisions name it."""
    asked = json.loads((ROOT / "package.json").read_text())["devDependencies"]["pyodide"]
    assert python_archive.pyodide_version() == asked
    for decision in ("0001-one-python-in-both-homes.md", "0003-how-python-starts.md"):
        assert f"Pyodide {asked}" in (ROOT / "docs" / "developers" / "decisions" / decision).read_text()


def test_what_a_browser_compiles_went_through_no_script() -> None:
    """Of a stream that did, Firefox compiled all one time in thirty and never said so: the answer never came."""
    ours = [
        *(ROOT / "overrides" / "assets" / "app").rglob("*.js"),
        *(ROOT / "packages" / "pyfreeze" / "src").glob("*.js"),
    ]
    given = [one for file in ours for one in re.findall(r"compileStreaming\(([^)]*)", file.read_text())]
    assert ["response"] == given
    assert [] == [file for file in ours if re.search("pipeThrough|new ReadableStream", file.read_text())]


@pytest.mark.parametrize(
    ("file", "module"),
    [
        ("json/__init__.pyc", "json"),
        ("email/_policybase.pyc", "email._policybase"),
        ("_strptime.py", "_strptime"),
        ("followup/tools/call_sheet.pyc", "followup.tools.call_sheet"),
    ],
)
def test_a_file_of_an_archive_is_known_by_its_module(file: str, module: str) -> None:
    """The list of reached modules names modules, the archive names files."""
    assert module == python_archive.module_of(file)


def test_two_archives_of_the_same_files_are_the_same(tmp_path: Path) -> None:
    """Neither the order of the files nor the time of day shows in the archive."""
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    python_archive._write(one, {"a.py": b"1", "b.py": b"2"})
    python_archive._write(other, {"b.py": b"2", "a.py": b"1"})
    assert one.read_bytes() == other.read_bytes()


def test_every_request_of_the_build_names_a_tool_or_is_broken_on_purpose() -> None:
    """A request that the door does not know would prove nothing."""
    requests = build_requests(ROOT / "tests" / "exchanges")
    named = [json.loads(text).get("tool") for text in requests if text.startswith('{"tool"')]
    assert {"planner", "writer", "checker", "call-sheet", "what-now"} <= set(named)


def test_the_build_asks_for_every_zone_country_and_letter() -> None:
    """What the image keeps was learned from all of them, and none is left to a reader to ask for first."""
    asked = "".join(more_requests())
    named = {name: set(re.findall(f'"{name}": "([^"]*)"', asked)) for name in ("zone", "country", "letter")}
    assert set() == clock.zone_names() - named["zone"]
    assert set() == {country.code for country in calendar_book.countries()} - named["country"]
    assert set() == set(letters.letters()) - named["letter"]


def test_the_archive_holds_bytecode_and_no_source(packed: zipfile.ZipFile) -> None:
    """Compiling in the browser is the largest cost of the plain way."""
    assert [] == [name for name in packed.namelist() if name.endswith(".py")]


def test_the_archive_holds_every_zone(packed: zipfile.ZipFile) -> None:
    """A zone that is offered can be read."""
    names = set(packed.namelist())
    zones = packed.read("tzdata/zones").decode().split()
    assert [] == [zone for zone in zones if f"tzdata/zoneinfo/{zone}" not in names]


def test_the_archive_holds_the_margin(packed: zipfile.ZipFile) -> None:
    """What a rare path may import is there, though no run reached it."""
    modules = {python_archive.module_of(name) for name in packed.namelist()}
    source = {
        python_archive.module_of(name)
        for name in zipfile.ZipFile(python_archive.PYODIDE / "python_stdlib.zip").namelist()
    }
    assert [] == [name for name in python_modules.MARGIN if name in source and name not in modules]


def test_the_archive_carries_no_time_of_day(packed: zipfile.ZipFile) -> None:
    """Two builds of one commit give the same bytes."""
    assert {FIRST_DAY} == {entry.date_time for entry in packed.infolist()}


def test_the_page_knows_the_folder_of_the_runtime(built: Path, runtime: Path) -> None:
    """The page asks no server for the list of files first."""
    assert runtime.name in (built / "assets" / "app" / "runtime.js").read_text()


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Gives the images made, one after another; making one takes no time here."""
    images: list[Path] = []

    def make_image(_python: Path, image: Path) -> None:
        image.write_bytes(bundle.REQUESTS.read_bytes())
        images.append(image)

    for name, value in {
        "WORK": tmp_path / "work",
        "KEPT": tmp_path / "kept",
        "REQUESTS": tmp_path / "work" / "requests.json",
        "make_image": make_image,
        "reached_modules": lambda _whole: frozenset({"json"}),
        "build_requests": lambda _exchanges: ("{}",),
        "more_requests": tuple,
    }.items():
        monkeypatch.setattr(bundle, name, value)
    monkeypatch.setattr(python_archive, "compile_archive", lambda archive: archive)
    monkeypatch.setattr(python_archive, "_standard_library", dict)
    monkeypatch.setattr(python_archive, "_packages", lambda: {"followup/door.py": b"answer = 1"})
    return images


def test_python_is_made_once_while_nothing_changes(made: list[Path]) -> None:
    """Whoever writes prose does not wait for it."""
    first, second = bundle.make_python(), bundle.make_python()
    assert (1, first) == (len(made), second)


def test_another_source_makes_another_python(made: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that was edited is in the browser after the next build."""
    before = bundle.make_python()
    monkeypatch.setattr(python_archive, "_packages", lambda: {"followup/door.py": b"answer = 2"})
    assert before != bundle.make_python()
    assert 2 == len(made)


def test_another_request_makes_another_python(made: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked while it is made decides what it keeps."""
    before = bundle.make_python()
    monkeypatch.setattr(bundle, "build_requests", lambda _exchanges: ("{}", "[]"))
    assert before != bundle.make_python()


def test_another_way_to_start_the_image_makes_another_python() -> None:
    """What starts it while it is made decides what is kept, as do all other parts of pyfreeze."""
    assert {"start.js", "freeze.mjs", "sealing.py", "bundle.py", "requirements.txt"} <= {
        path.name for path in bundle._makers()
    }


def test_the_day_of_the_build_makes_no_other_python(made: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that makes it may ask for that day: it would be missing in what the kept one is known by."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    before = bundle.make_python()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2")
    assert before == bundle.make_python()
    assert [] == [path.name for path in bundle._makers() if path.suffix == ".mjs" and "process.env" in path.read_text()]


def test_what_was_broken_off_is_not_taken_again(made: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an image would start in no browser."""
    make_image = bundle.make_image

    def broken(_python: Path, image: Path) -> None:
        image.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(bundle, "make_image", broken)
    with pytest.raises(KeyboardInterrupt):
        bundle.make_python()
    monkeypatch.setattr(bundle, "make_image", make_image)
    assert b"half" != bundle.make_python()["image.wasm"].read_bytes()
    assert 1 == len(made)
