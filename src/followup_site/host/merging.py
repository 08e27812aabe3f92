"""Lays a host's rules, letters and words over the engine's data, once, at build time."""

import shutil
from pathlib import Path

from followup_site.host.leaving_out import without_links
from followup_site.host.mistakes import ROOT
from followup_site.host.settings import settings

OURS = ROOT / "src" / "followup" / "data"
MODULE = '"""The engine\'s data as the host of this copy has them; made by the build."""\n'
MERGED = ROOT / "build" / "python" / "followup_host"


def merge(target: Path = MERGED) -> Path:
    """Gives the folder that the engine's data are read from: ours, or a copy with the host's own in it."""
    shutil.rmtree(target, ignore_errors=True)
    told = settings()
    if not told.leave_out:
        return OURS
    shutil.copytree(OURS, target, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    (target / "__init__.py").write_text(MODULE, encoding="utf-8")
    _leave_out(target, told.leave_out)
    return target


def _leave_out(target: Path, tools: tuple[str, ...]) -> None:
    (target / "tools.toml").write_text(f"left_out = {list(tools)}\n".replace("'", '"'), encoding="utf-8")
    for panel in (target / "panels").glob("*.jinja"):
        panel.write_text(without_links(panel.read_text(encoding="utf-8"), tools), encoding="utf-8")
