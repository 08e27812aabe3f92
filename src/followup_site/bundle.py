"""Puts the browser's Python into the built site: one folder, named by its content."""

import hashlib
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from followup_site import bundle_modules, bundle_python
from followup_site.bundle_python import PYODIDE, ROOT
from followup_site.bundle_requests import build_requests, first_requests, more_requests

WORK = ROOT / "build" / "runtime"
SCRIPTS = ROOT / "scripts"
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
    python = make_python()
    bundle = _publish(site, {"python.zip": python, "image.wasm": make_image(python), **_loader()})
    write_script(site, manifest(bundle))
    return bundle


def make_python() -> Path:
    """Gives the archive that Python starts from in the browser."""
    bundle_python.clear(WORK)
    whole = bundle_python.pack_whole(WORK)
    return bundle_python.pack_reached(whole, reached_modules(whole), WORK / "python.zip")


def make_image(python: Path) -> Path:
    """Gives the file that holds Python awake; it has answered every known request."""
    quiet = bundle_python.pack_quiet(python, _reached(), WORK / "quiet.zip")
    whole, sealed, image = WORK / "whole.wasm", WORK / "sealed.wasm", WORK / "image.wasm"
    run_node("seal_memory.mjs", quiet, REQUESTS, REACHED, ROOT / "src" / "followup_site", whole)
    run_node("seal_entered.mjs", whole, REQUESTS, sealed)
    run_node(WASM_OPT, *WASM_FEATURES, "--remove-unused-module-elements", sealed, "-o", image)
    run_node("ask_image.mjs", image, REQUESTS)
    return image


def reached_modules(whole: Path) -> frozenset[str]:
    """Gives the modules that answering every known request reaches, and the margin."""
    also = [*bundle_modules.MARGIN, *bundle_modules.PYODIDE]
    asked = build_requests(ROOT / "tests" / "exchanges")
    told = {"first": first_requests(), "asked": asked, "more": more_requests(), "also": also}
    REQUESTS.write_text(json.dumps(told))
    run_node("reached_modules.mjs", whole, REQUESTS, ROOT / "src" / "followup_site", REACHED)
    return _reached().modules


def _reached() -> bundle_python.Reached:
    told = json.loads(REACHED.read_text())
    return bundle_python.Reached(
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
        "worker": _esbuild(APP / "worker.js"),
    }


def write_script(site: Path, listed: dict[str, object]) -> None:
    """Writes the page's script `runtime.js` into the site, with the manifest and the worker inside."""
    app = WORK / "app"
    shutil.copytree(APP, app, dirs_exist_ok=True)
    (app / "manifest.js").write_text(f"export const manifest = {json.dumps(listed)};")
    target = site / "assets" / "app" / "runtime.js"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_esbuild(app / "runtime.js"))


def _esbuild(script: Path) -> str:
    command = [str(ROOT / "node_modules" / ".bin" / "esbuild"), str(script), "--bundle", "--minify", "--format=esm"]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def _assets(bundle: Bundle, names: tuple[str, ...]) -> list[dict[str, object]]:
    return [{"name": name, "size": bundle.files[name]} for name in names if name in bundle.files]


def run_node(script: Path | str, *arguments: Path | str) -> None:
    """Runs one of our Node scripts; its failure stops the build."""
    subprocess.run(["node", SCRIPTS / script, *arguments], check=True, cwd=ROOT)


def _loader() -> dict[str, Path]:
    # Some hosts serve .mjs as text, which no browser runs; every host knows .js.
    return {name: PYODIDE / name for name in LOADER} | {"pyodide.js": PYODIDE / "pyodide.mjs"}


def _publish(site: Path, sources: dict[str, Path]) -> Bundle:
    runtime = bundle_python.clear(site / "assets" / "runtime")
    folder = runtime / _digest(sources)
    folder.mkdir()
    for name, source in sources.items():
        shutil.copyfile(source, folder / name)
    return Bundle(folder=folder, files={name: source.stat().st_size for name, source in sources.items()})


def _digest(sources: dict[str, Path]) -> str:
    total = hashlib.sha256()
    for name in sorted(sources):
        total.update(name.encode() + sources[name].read_bytes())
    return total.hexdigest()[:16]
