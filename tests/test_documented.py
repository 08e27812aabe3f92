"""What a developer can type is told of, and the pages' own records are taken by the loader."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from followup import cli
from followup.rules import rulebook
from followup.rules.records import OURS

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs" / "developers").glob("*.md")))
TOLD = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
# A shell's completion appears only where the package for it is installed.
HIDDEN = {"--help", "--print-completion"}


def typed() -> Iterator[str]:
    """Gives every command with each of its options, as they are typed."""
    parser = cli._parser()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield f"followup {name}"
                yield from (
                    f"followup {name} {option}"
                    for one in command._actions
                    for option in one.option_strings
                    if option.startswith("--") and option not in HIDDEN
                )


@pytest.mark.parametrize("words", list(typed()))
def test_a_command_and_each_of_its_options_is_told_of(words: str) -> None:
    """In a code span or a block of a page, the option in a line of its command or in the table of options."""
    program, command, *option = words.split()
    assert re.search(rf"{program} {command}\b", TOLD)
    assert not option or option[0] in TOLD


@pytest.mark.parametrize("target", re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
def test_a_target_of_make_is_told_of(target: str) -> None:
    """Whoever looks for it finds what it does."""
    assert f"make {target}" in TOLD


def blocks(page: str, language: str) -> list[str]:
    """Gives the code blocks of a page."""
    text = (ROOT / "docs" / "developers" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_rule_of_the_page_is_taken() -> None:
    """It is one of ours, word for word what the loader reads."""
    shown = next(block for block in blocks("add-a-rule.md", "toml") if block.startswith("[[rule]]"))
    (rule,) = rulebook.made_rules(tomllib.loads(shown)["rule"], {*rulebook.sources(), OURS}).values()
    assert rulebook.rules()[rule.id].figures == rule.figures
    assert rulebook.rules()[rule.id].feeds == rule.feeds


def test_the_scale_of_the_page_is_taken() -> None:
    """Put in the place of one of ours, its figures lie where the rules say."""
    shown = next(block for block in blocks("add-a-rule.md", "toml") if block.startswith("[default.scale]"))
    records = tomllib.loads((ROOT / "src/followup/data/rules/defaults.toml").read_text(encoding="utf-8"))["default"]
    record = next(one for one in records if one["id"] == "K4")
    record["scale"] = tomllib.loads(shown)["default"]["scale"]
    scale = rulebook.made_defaults(records, {*rulebook.sources(), OURS}, rulebook.rules())["K4"].scale
    assert scale is not None
    assert (((7, 14),), ((7, 14),)) == tuple(mark.spans for mark in scale.marks)


def test_the_lines_of_the_page_run() -> None:
    """A date that follows a rule is read as the page says."""
    for block in blocks("add-a-rule.md", "python"):
        exec(compile(block, "add-a-rule.md", "exec"), {})


def test_the_tool_of_the_page_answers(tmp_path: Path) -> None:
    """Its block is written into a copy, its name added to the door: the door answers, and says what is wrong."""
    copy = tmp_path / "followup"
    shutil.copytree(ROOT / "src" / "followup", copy, ignore=shutil.ignore_patterns("__pycache__"))
    room = copy / "tools" / "days_between"
    room.mkdir()
    (room / "__init__.py").write_text('"""Counts days."""\n', encoding="utf-8")
    (room / "answer.py").write_text(blocks("add-a-tool.md", "python")[0], encoding="utf-8")
    door = copy / "door.py"
    text = door.read_text(encoding="utf-8")
    door.write_text(re.sub(r"(TOOLS[^=\n]*= *[({])", r'\1"days-between", ', text, count=1), encoding="utf-8")
    assert {"days": 7} == told(tmp_path, first="2027-01-07", last="2027-01-14")["data"]
    assert ["last"] == [one["field"] for one in told(tmp_path, first="2027-01-07", last="2027-01-01")["problems"]]


def told(folder: Path, **fields: str) -> Any:
    """Gives what the copy's door answers."""
    request = json.dumps({"tool": "days-between", "now": "2027-01-07T18:00:00-05:00", "fields": fields})
    calendars = ROOT / "build" / "python"
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from followup.door import answer; print(answer(sys.stdin.read()))"],
        input=request,
        env={**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{calendars}", "FOLLOWUP_DATA": "upstream"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    return json.loads(done.stdout)
