"""Lays a host's rules, letters and words over the engine's data, once, at build time."""

import shutil
import tomllib
from pathlib import Path

import tomlkit

from followup_site.host.leaving_out import without_links
from followup_site.host.mistakes import ROOT, HostFile, HostMistake, folder, shown, tables
from followup_site.host.rules import JOINS, joined
from followup_site.host.settings import settings
from followup_site.host.words import replaced

OURS = ROOT / "src" / "followup" / "data"
MODULE = '"""The engine\'s data as the host of this copy has them; made by the build."""\n'
MERGED = ROOT / "build" / "python" / "followup_host"


def merge(target: Path = MERGED) -> Path:
    """Gives the folder that the engine's data are read from: ours, or a copy with the host's own in it."""
    shutil.rmtree(target, ignore_errors=True)
    told = settings()
    own, said = tables(folder() / "rules"), tables(folder() / "words")
    if not (told.leave_out or own or said):
        return OURS
    shutil.copytree(OURS, target, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    (target / "__init__.py").write_text(MODULE, encoding="utf-8")
    _leave_out(target, told.leave_out)
    _join_rules(target / "rules", own)
    _say(target / "words", said)
    return target


def _leave_out(target: Path, tools: tuple[str, ...]) -> None:
    (target / "tools.toml").write_text(f"left_out = {list(tools)}\n".replace("'", '"'), encoding="utf-8")
    for panel in (target / "panels").glob("*.jinja"):
        panel.write_text(without_links(panel.read_text(encoding="utf-8"), tools), encoding="utf-8")


def _join_rules(rules: Path, own: tuple[HostFile, ...]) -> None:
    if not own:
        return
    names = (*JOINS.values(), "defaults")
    told = {name: tomllib.loads((rules / f"{name}.toml").read_text(encoding="utf-8")) for name in names}
    for file in own:
        joined(file, told)
    for name, table in told.items():
        (rules / f"{name}.toml").write_text(tomlkit.dumps(table), encoding="utf-8")


def _say(words: Path, said: tuple[HostFile, ...]) -> None:
    for file in said:
        place = words / file.path.name
        if not place.exists():
            known = ", ".join(sorted(each.name for each in words.glob("*.toml")))
            raise HostMistake(f"{shown(file.path)}, line 1: found a file of this name; it may be called {known}.")
        ours = tomllib.loads(place.read_text(encoding="utf-8"))
        replaced(file, ours, file.table)
        place.write_text(tomlkit.dumps(ours), encoding="utf-8")
