"""Makes the pages that ours is compared with: the plain way with the same engine, and the peers with a toy sum."""

import importlib.metadata
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from followup_site.publish.compress import compress
from followup_site.publish.python_archive import clear

ROOT = Path(__file__).parents[3]
NODE = ROOT / "node_modules"
WORK = ROOT / "build" / "bench"
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")

HTML = """<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>{title}</title>
<div id="answer"></div>
{scripts}
"""
PLAIN = """<script type="module">
import {{ loadPyodide }} from "./pyodide.mjs";
const told = new URLSearchParams(location.hash.slice(1)).get("case").replaceAll("-", "+").replaceAll("_", "/");
const fields = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(told), (one) => one.charCodeAt(0))));
const python = await loadPyodide();
globalThis.pythonMemory = () => python._module.HEAPU8.byteLength;
await python.loadPackage({wheels});
const answer = python.pyimport("followup.door").answer;
const now = `${{new Date().toISOString().slice(0, 19)}}+00:00`;
const {{ fragment, problems }} = JSON.parse(answer(JSON.stringify({{ tool: "planner", now, fields }})));
document.querySelector("#answer").innerHTML = fragment;
document.querySelector("#answer").dataset.state = problems.length ? "problems" : "answered";
</script>"""
PEER = """<script type="module" src="./core/core.js"></script>
<script type="{kind}" config='{{"interpreter": "./python/{interpreter}"}}'>
from pyscript import document
place = document.querySelector("#answer")
place.textContent = str(sum(range(10)))
place.dataset.state = "answered"
</script>"""
WHEEL = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "followup"
version = "1.0"
[tool.hatch.build.targets.wheel.force-include]
"{engine}" = "followup"
"{calendars}" = "followup_calendars"
"""


def make_plain() -> Path:
    """Gives the folder of the plain way: npm's Pyodide as it is, and an ordinary wheel for each package."""
    folder = clear(WORK / "plain")
    for name in PYODIDE:
        shutil.copyfile(NODE / "pyodide" / name, folder / name)
    wheels = [_installed(folder, name) for name in ("markupsafe", "jinja2", "tzdata")]
    addresses = json.dumps([f"./{path.name}" for path in (*wheels, _own(folder))])
    return _whole(folder, "The plain way", PLAIN.format(wheels=addresses))


def make_pyscript() -> Path:
    """Gives the folder of PyScript with Pyodide, asked for a toy sum."""
    return _peer("pyscript", "py", NODE / "pyodide" / "pyodide.mjs")


def make_micropython() -> Path:
    """Gives the folder of PyScript with MicroPython, asked for a toy sum."""
    home = NODE / "@micropython" / "micropython-webassembly-pyscript"
    return _peer("micropython", "mpy", home / "micropython.mjs")


def _peer(name: str, kind: str, interpreter: Path) -> Path:
    folder = clear(WORK / name)
    unused = shutil.ignore_patterns("*.map", "*.html", "*.ts")
    shutil.copytree(NODE / "@pyscript" / "core" / "dist", folder / "core", ignore=unused)
    shutil.copytree(interpreter.parent, folder / "python", ignore=unused)
    return _whole(folder, name, PEER.format(kind=kind, interpreter=interpreter.name))


def _whole(folder: Path, title: str, scripts: str) -> Path:
    (folder / "index.html").write_text(HTML.format(title=title, scripts=scripts))
    compress(folder, ROOT / "build" / "packed")
    return folder


def _own(folder: Path) -> Path:
    """Gives the wheel of the engine with its rules, letters and calendars."""
    project = clear(WORK / "wheel")
    engine, calendars = ROOT / "src" / "followup", ROOT / "build" / "python" / "followup_calendars"
    (project / "pyproject.toml").write_text(WHEEL.format(engine=engine, calendars=calendars))
    command: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, check=True, cwd=project, stdout=subprocess.DEVNULL)
    return next(folder.glob("followup-*.whl"))


def _installed(folder: Path, name: str) -> Path:
    """Gives an installed package as the wheel it came from, without what only this machine can run."""
    target = folder / f"{name}-{importlib.metadata.version(name)}-py3-none-any.whl"
    files = {str(path): path.read_binary() for path in importlib.metadata.files(name) or () if _travels(Path(path))}
    return _zip(target, files)


def _travels(path: Path) -> bool:
    machine = path.suffix in {".so", ".pyc", ".c"} or path.name in {"INSTALLER", "REQUESTED", "direct_url.json"}
    return not machine and ".." not in path.parts


def _zip(target: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return target
