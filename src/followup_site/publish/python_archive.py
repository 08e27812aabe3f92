"""Packs the Python that the browser runs: bytecode of what is reached, in one archive."""

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyfreeze.calls import Key, is_whole
from pyfreeze.slim import slim_bytecode

ROOT = Path(__file__).parents[3]
PYODIDE = ROOT / "node_modules" / "pyodide"
DISTRIBUTIONS = ("jinja2", "markupsafe", "tzdata")
# Voices are for pages and the command line: no answer of a tool needs them.
EVIDENCE = tuple(
    f"followup/data/evidence/{name}" for name in ("customs", "durations", "law", "questions", "surveys", "voices")
)
BUILD_ONLY = (
    *EVIDENCE,
    "followup/data/rules/changes.toml",
    "followup/data/words/calendar_programs.toml",
    "followup/rules/changes.py",
    *(
        f"followup/rules/{name}.py"
        for name in ("by_country", "evidence", "evidence_counts", "evidence_files", "findings")
    ),
    "followup/cli/",
    "followup/data/age.py",
    "followup/__main__.py",
)
OWN = (ROOT / "src" / "followup", ROOT / "build" / "python" / "followup_calendars")
HOST = ROOT / "build" / "python" / "followup_host"

# Compiled speed-ups and types, and the lists of zones that stand beside the zones themselves.
UNUSED = (".so", ".c", ".pyi", "py.typed", "tzdata.zi", "leapseconds", "zone1970.tab", "zonenow.tab")

# Just enough for Pyodide to start; none of it is called while the image is made, or later in it.
QUIET = {
    "_sysconfigdata__emscripten_wasm32-emscripten": "build_time_vars = {}",
    "asyncio/__init__": "class Future: pass\nclass Task(Future): pass\ndef sleep(*given): pass\n",
    "pyodide/webloop": "class WebLoop: pass\nclass PyodideFuture: pass\nclass PyodideTask: pass\n"
    "def _initialize_event_loop(): pass\n",
    "pyodide/_package_loader": "from pathlib import Path\nSITE_PACKAGES = DSO_DIR = Path('/lib')\n"
    "def init_loaded_packages(): pass\n",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reached:
    """What all known requests reach: modules, those that ran at Python's start, and functions called at least once."""

    modules: frozenset[str]
    started: frozenset[str]
    called_once: frozenset[Key]


# Zip knows no earlier day; every entry gets it, so that two builds are the same.
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def pack_whole(target: Path) -> Path:
    """Gives the archive of the whole standard library and of our packages, as source."""
    _write(target, {**_standard_library(), **_packages()})
    return target


def pack_reached(whole: Path, reached: frozenset[str], target: Path) -> Path:
    """Gives the archive with the reached modules of the standard library and all of our packages."""
    kept = {name: content for name, content in _read(whole).items() if _is_ours(name) or module_of(name) in reached}
    _write(target, kept)
    return target


def pack_quiet(python: Path, reached: Reached, target: Path) -> Path:
    """Gives the archive that the image is made from: without what Pyodide wakes for browsers, packages and builds.

    Names once used stay in Python's memory for good, even those of a module that is dropped again.
    """
    quiet = target.with_name("quiet-parts.zip")
    _write(quiet, {f"{name}.py": text.encode() for name, text in QUIET.items()})
    kept = {name: content for name, content in _read(python).items() if not name.startswith("asyncio/")}
    # What ran before anybody watched is kept whole, as is all of ours.
    whole = {name for name in kept if _is_own(name) or module_of(name) in reached.started}
    slim = slim_bytecode(kept, reached.called_once, whole)
    _write(target, slim | _read(compile_archive(quiet)))
    return target


def compile_archive(archive: Path) -> Path:
    """Turns each .py of an archive into bytecode without docstrings, with pyodide-build's own command."""
    # Without docstrings (-OO) the archive is a fifth smaller; a set epoch keeps file times out of the bytecode.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    command = [sys.executable, "-OO", "-m", "pyodide_cli", "py-compile", "--silent", "--compression-level", "0"]
    subprocess.run([*command, str(archive)], check=True, env=environment)
    # The compiler notes the time of day; two builds of one commit give the same bytes.
    _write(archive, _read(archive))
    return archive


def module_of(name: str) -> str:
    """Gives the module that a file of an archive holds: `email/_policybase.pyc` is `email._policybase`."""
    return re.sub(r"(/__init__)?\.pyc?$", "", name).replace("/", ".")


def pyodide_version() -> str:
    """Gives the version of the Pyodide that npm installed."""
    return str(json.loads((PYODIDE / "package.json").read_text())["version"])


def _standard_library() -> dict[str, bytes]:
    return _read(PYODIDE / "python_stdlib.zip")


def _packages() -> dict[str, bytes]:
    own = {f"{folder.name}/{path}": content for folder in OWN if folder.exists() for path, content in _files(folder)}
    own |= {f"followup/data/{path}": content for path, content in _of_host()}
    own = {path: content for path, content in own.items() if not path.startswith(BUILD_ONLY)}
    return own | {path: content for name in DISTRIBUTIONS for path, content in _distribution(name)}


def _of_host() -> Iterator[tuple[str, bytes]]:
    """Gives the data as the host has them, which stand where ours would."""
    if HOST.exists():
        yield from ((path, content) for path, content in _files(HOST) if not path.endswith(".py"))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _distribution(name: str) -> Iterator[tuple[str, bytes]]:
    for path in importlib.metadata.files(name) or ():
        if not _is_machinery(path.as_posix()):
            yield path.as_posix(), path.read_binary()


def _is_machinery(path: str) -> bool:
    """Tells metadata, caches and compiled speed-ups, which the browser has no use for, from Python and data."""
    return ".dist-info/" in path or "__pycache__" in path or path.endswith(UNUSED)


def _is_own(name: str) -> bool:
    return name.split("/")[0] in {folder.name for folder in OWN} or is_whole(name.replace(".pyc", ".py"))


def _is_ours(name: str) -> bool:
    return name.split("/")[0] in {*DISTRIBUTIONS, *(folder.name for folder in OWN)}


def _read(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}


def _write(target: Path, files: dict[str, bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), files[name])


def clear(folder: Path) -> Path:
    """Gives the folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
