"""Puts the browser's Python into the built site: one folder, named by its content."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from followup_site.forms.case_shape import case_shape_script
from followup_site.publish import python_archive, python_modules
from followup_site.publish.joining import join_scripts, joined
from followup_site.publish.python_archive import PYODIDE, ROOT
from followup_site.training.requests import build_requests, first_requests, more_requests

WORK = ROOT / "build" / "runtime"
KEPT = ROOT / "build" / "kept"
PYFREEZE = ROOT / "packages" / "pyfreeze"
APP = ROOT / "overrides" / "assets" / "app"
REQUESTS = WORK / "requests.json"
REACHED = WORK / "reached.json"
WASM_OPT = ROOT / "node_modules" / "binaryen" / "bin" / "wasm-opt"
# Told one by one: with all of them binaryen writes what browsers do not read yet.
WASM_FEATURES = (
    "--enable-bulk-memory",
    "--enable-exception-handling",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
)
LOADER = ("pyodide.asm.js", "pyodide.asm.wasm")


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle:
    """What the browser may fetch to run Python, with paths relative to the site."""

    folder: Path
    files: dict[str, int]


def make_bundle(site: Path) -> Bundle:
    """Gives the bundle after writing it to `assets/runtime/` of the built site."""
    bundle = _publish(site, {**make_python(), **_loader()})
    write_scripts(site, manifest(bundle))
    return bundle


def make_python() -> dict[str, Path]:
    """Gives the archive that Python starts from and the image that holds it awake.

    Both are taken again as long as nothing that they are made from has changed: making them takes minutes.
    """
    python_archive.clear(WORK)
    source = python_archive.pack_whole(WORK / "whole.zip")
    if os.environ.get("FREEZE") == "0":
        # For people who edit pages: the published Pyodide alone, ready in seconds.
        return {"python.zip": python_archive.compile_archive(source)}
    write_requests()
    kept = KEPT / _digest_of([source, REQUESTS, *_makers()], _versions())
    if not kept.exists():
        half = python_archive.clear(KEPT) / "half"
        half.mkdir()
        # The compiler notes the time in the archive, so the digest above is that of its source.
        whole = python_archive.compile_archive(source)
        python = python_archive.pack_reached(whole, reached_modules(whole), half / "python.zip")
        make_image(python, half / "image.wasm")
        # Only a whole one gets the name: a build may be broken off.
        half.rename(kept)
    return {name: kept / name for name in ("python.zip", "image.wasm")}


def make_image(python: Path, image: Path) -> None:
    """Writes the file that holds Python awake; it has answered every known request."""
    quiet = python_archive.pack_quiet(python, _reached(), WORK / "quiet.zip")
    asked, functions = WORK / "asked.json", WORK / "functions.json"
    whole, sealed = WORK / "whole.wasm", WORK / "sealed.wasm"
    run_node("look.mjs", quiet, REQUESTS, REACHED, asked, functions)
    run_node("freeze.mjs", quiet, REQUESTS, REACHED, asked, whole)
    run_node("entered.mjs", whole, REQUESTS, functions, sealed)
    run_node(WASM_OPT, *WASM_FEATURES, "--remove-unused-module-elements", sealed, "-o", image)
    run_node("ask.mjs", image, REQUESTS)


def write_requests() -> None:
    """Writes what the archive and the image are made with: all that is asked, and the modules taken in any case."""
    also = [*python_modules.MARGIN, *python_modules.PYODIDE]
    asked = build_requests(ROOT / "tests" / "exchanges")
    told = {"first": first_requests(), "asked": asked, "more": more_requests(), "also": also}
    REQUESTS.write_text(json.dumps(told))


def reached_modules(whole: Path) -> frozenset[str]:
    """Gives the modules that answering every known request reaches, and the margin."""
    run_node("reached.mjs", whole, REQUESTS, REACHED)
    return _reached().modules


def _reached() -> python_archive.Reached:
    told = json.loads(REACHED.read_text())
    return python_archive.Reached(
        modules=frozenset(told["modules"]),
        started=frozenset(told["started"]),
        called_once=frozenset((file, line, name) for file, line, name in told["called_once"]),
    )


def manifest(bundle: Bundle) -> dict[str, object]:
    """Gives what the page's script must know of the bundle, so that it asks no server for it first."""
    return {
        "folder": bundle.folder.name,
        "image": next(iter(_assets(bundle, ("image.wasm",))), None),
        "bundle": _assets(bundle, ("pyodide.asm.wasm", "python.zip")),
        "info": json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"],
        "worker": joined(APP / "python" / "worker.js", "--format=esm"),
    }


def write_scripts(site: Path, listed: dict[str, object]) -> None:
    """Writes the pages' scripts into the site, with the manifest and the worker inside."""
    app = WORK / "app"
    shutil.copytree(APP, app, dirs_exist_ok=True)
    (app / "python" / "manifest.js").write_text(f"export const manifest = {json.dumps(listed)};")
    (app / "store" / "case_shape.js").write_text(case_shape_script())
    join_scripts(app, site / "assets" / "app")


def _assets(bundle: Bundle, names: tuple[str, ...]) -> list[dict[str, object]]:
    return [{"name": name, "size": bundle.files[name]} for name in names if name in bundle.files]


def run_node(script: Path | str, *arguments: Path | str) -> None:
    """Runs one of pyfreeze's Node scripts; its failure stops the build."""
    subprocess.run(["node", PYFREEZE / "src" / script, *arguments], check=True, cwd=ROOT)


def _loader() -> dict[str, Path]:
    # Some hosts serve .mjs as text, which no browser runs; every host knows .js.
    return {name: PYODIDE / name for name in LOADER} | {"pyodide.js": PYODIDE / "pyodide.mjs"}


def _publish(site: Path, sources: dict[str, Path]) -> Bundle:
    runtime = python_archive.clear(site / "assets" / "runtime")
    folder = runtime / _digest_of(sources[name] for name in sorted(sources))
    folder.mkdir()
    for name, source in sources.items():
        shutil.copyfile(source, folder / name)
    return Bundle(folder=folder, files={name: source.stat().st_size for name, source in sources.items()})


def _makers() -> Iterator[Path]:
    """Gives all files that have a part in making Python and are not in it; two of them name the versions of others'."""
    yield from sorted(path for folder in ("src", "pyfreeze") for path in (PYFREEZE / folder).glob("*.*"))
    yield from sorted(Path(__file__).parent.glob("*python*.py"))
    yield from (Path(__file__), ROOT / "requirements.txt", ROOT / "package-lock.json")


def _versions() -> str:
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout
    return sys.version + node


def _digest_of(files: Iterable[Path], text: str = "") -> str:
    total = hashlib.sha256(text.encode())
    for file in files:
        total.update(file.name.encode() + file.read_bytes())
    return total.hexdigest()[:16]
