"""The stairs: which module may know which, and which packages the engine may need."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
ENGINE = ROOT / "src" / "followup"
# What the browser is given beside Python's own library; `followup_calendars` is made by the build.
NEEDED = {"jinja2", "markupsafe", "tzdata", "followup", "followup_calendars"}


def test_imports_go_down_the_stairs() -> None:
    """The contracts of pyproject.toml."""
    assert 0 == lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)


def imported() -> Iterator[str]:
    """Every package the engine imports, anywhere in a file."""
    for path in ENGINE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name.split(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.split(".")[0]


def test_the_engine_needs_four_packages_beside_python() -> None:
    """Those the browser gets."""
    assert set() == set(imported()) - NEEDED - sys.stdlib_module_names


def test_only_the_command_line_reads_a_clock_or_a_file_of_the_reader() -> None:
    """What the rooms need they are given."""
    doors = {("cli", "commands.py"), ("cli", "reading.py")}
    words = ("datetime.now(", "date.today(", "utcnow(", "time.time(", " open(", "Path(", "random.", "uuid.", "socket")
    found = [
        (path.name, word)
        for path in ENGINE.rglob("*.py")
        for word in words
        if (path.parent.name, path.name) not in doors and word in path.read_text(encoding="utf-8")
    ]
    assert [] == found
