"""What a developer can type is told of, and the pages' own records are taken by the loader."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from followup import cli
from followup.rules import rulebook, rulebook_records
from followup.rules.records import OURS

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs" / "developers").glob("*.md")))
TOLD = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
HIDDEN = {"--help"}


OPTION = re.compile(r"--[a-z][a-z-]*")


def offered() -> dict[str, set[str]]:
    """Gives the options of every command, of the program itself, and of the scripts that take some."""
    parser = cli._parser()
    (commands,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    found = {f"followup {name}": options(command) for name, command in commands.choices.items()}
    return {"followup": options(parser), **found, **taken_by_scripts()}


def options(parser: argparse.ArgumentParser) -> set[str]:
    """Gives the long options of a parser."""
    return {name for one in parser._actions for name in one.option_strings if name.startswith("--")} - HIDDEN


def taken_by_scripts() -> dict[str, set[str]]:
    """Gives the options that the scripts read, with argparse or from what was typed."""
    read = re.compile(r'add_argument\(\s*"(--[a-z-]+)"|"(--[a-z-]+)" in sys\.argv')
    texts = {f"scripts/{file.name}": file.read_text(encoding="utf-8") for file in (ROOT / "scripts").glob("*.py")}
    return {
        name: {one or other for one, other in read.findall(text)} for name, text in texts.items() if read.search(text)
    }


def usage() -> dict[str, set[str]]:
    """Gives the options on the lines of usage, by what they call."""
    found: dict[str, set[str]] = {}
    for line in "".join(blocks("python.md", "text")).splitlines():
        call = re.match(r"followup(?: [a-z]+)?|\S+", line)
        assert call is not None
        found.setdefault(call[0], set()).update(set(OPTION.findall(line)) - HIDDEN)
    return found


def test_each_option_stands_on_the_line_of_its_command() -> None:
    """No option is left out, and no line shows one that its command does not take."""
    assert offered() == usage()


def test_each_choice_of_an_option_stands_beside_it() -> None:
    """What `--format` takes differs from command to command."""
    lines = "".join(blocks("python.md", "text"))
    (commands,) = (one for one in cli._parser()._actions if isinstance(one, argparse._SubParsersAction))
    for name, command in commands.choices.items():
        (choices,) = ["|".join(one.choices or ()) for one in command._actions if "--format" in one.option_strings] or [
            ""
        ]
        (told,) = re.findall(rf"(?m)^followup {name}\b.*$", lines)
        assert not choices or f"[--format {choices}]" in told


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
    (rule,) = rulebook_records.made_rules(tomllib.loads(shown)["rule"], {*rulebook.sources(), OURS}).values()
    assert rulebook.rules()[rule.id].figures == rule.figures
    assert rulebook.rules()[rule.id].feeds == rule.feeds


def test_the_scale_of_the_page_is_taken() -> None:
    """Put in the place of one of ours, its figures lie where the rules say."""
    shown = next(block for block in blocks("add-a-rule.md", "toml") if block.startswith("[default.scale]"))
    records = tomllib.loads((ROOT / "src/followup/data/rules/defaults.toml").read_text(encoding="utf-8"))["default"]
    record = next(one for one in records if one["id"] == "K4")
    record["scale"] = tomllib.loads(shown)["default"]["scale"]
    scale = rulebook_records.made_defaults(records, {*rulebook.sources(), OURS}, rulebook.rules())["K4"].scale
    assert scale is not None
    assert (((7, 14),), ((7, 14),)) == tuple(mark.spans for mark in scale.marks)


def test_the_lines_of_the_page_run() -> None:
    """A date that follows a rule is read as the page says."""
    for block in blocks("add-a-rule.md", "python"):
        exec(compile(block, "add-a-rule.md", "exec"), {})


def test_the_lines_on_the_flow_run(capsys: pytest.CaptureFixture[str]) -> None:
    """They print every way to an ending."""
    (block,) = blocks("flow.md", "python")
    exec(compile(block, "flow.md", "exec"), {})
    assert "-> thank-you-onsite" in capsys.readouterr().out


def test_each_file_of_tests_that_a_page_names_is_there() -> None:
    """Whoever runs it as told finds it."""
    named = set(re.findall(r"\btests/[\w/]+\.py\b", TOLD))
    assert "tests/tools/test_flow.py" in named
    assert set() == {file for file in named if not (ROOT / file).is_file()}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Gives a copy of the engine, to add to."""
    engine = tmp_path / "followup"
    shutil.copytree(ROOT / "src" / "followup", engine, ignore=shutil.ignore_patterns("__pycache__"))
    return engine


def test_the_tool_of_the_page_answers(copy: Path) -> None:
    """Its block is written into a copy, its name added to the door: the door answers, and says what is wrong."""
    room = copy / "tools" / "days_between"
    room.mkdir()
    (room / "__init__.py").write_text('"""Counts days."""\n', encoding="utf-8")
    (room / "answer.py").write_text(blocks("add-a-tool.md", "python")[0], encoding="utf-8")
    put_in(copy / "door.py", r"(TOOLS[^=\n]*= *[({])", r'\1"days-between", ')
    asked = {"first": "2027-01-07", "last": "2027-01-14"}
    assert {"days": 7} == told(copy, "days-between", asked)["data"]
    problems = told(copy, "days-between", {**asked, "last": "2027-01-01"})["problems"]
    assert ["last"] == [one["field"] for one in problems]


@pytest.mark.ours
def test_the_letter_of_the_page_is_written(copy: Path) -> None:
    """Its block is written into a copy, its id put into a group: the door writes it, and finds nothing to warn of."""
    (file,) = blocks("add-a-letter.md", "jinja")
    name = tomllib.loads(file.split("+++\n")[1])["id"]
    letters = copy / "data" / "letters"
    assert not (letters / f"{name}.txt.jinja").exists()
    (letters / f"{name}.txt.jinja").write_text(file, encoding="utf-8")
    put_in(letters / "groups.toml", r"(?m)^letters = \[", rf'\g<0>"{name}", ')
    blanks = {"interview_date": "2027-01-06", "detail": "the lab", "my_name": "Ana Silva", "first_name": "Li"}
    answer = told(copy, "writer", {"letter": name, "blanks": blanks})
    assert [] == answer["problems"]
    assert "Thank you for the time you gave me yesterday. I still think of the lab." in answer["data"]["body"]
    findings = told(copy, "checker", {"letter": name, "draft": answer["data"]["body"]})["data"]["findings"]
    assert [] == [one["check"] for one in findings if one["level"] == "warning"]


@pytest.mark.ours
def test_the_checks_of_the_page_mark_a_draft(copy: Path) -> None:
    """The phrase and the check in Python are put into a copy: its door marks what they are meant for, and no more."""
    phrase, words = blocks("add-a-check.md", "toml")
    (module,) = blocks("add-a-check.md", "python")
    (copy / "checking" / "links.py").write_text(module, encoding="utf-8")
    put_in(copy / "data" / "checks" / "phrases.toml", r"\Z", lambda _: f"\n{phrase}")
    put_in(copy / "data" / "checks" / "checks.toml", r"\Z", lambda _: f"\n{words}")
    put_in(copy / "checking" / "__init__.py", r"(?m)^    lengths,", r"\g<0>\n    links,")
    put_in(copy / "checking" / "__init__.py", r"(?m)^    lengths\.lengths,", r"\g<0>\n    links.links,")
    kind, (many,) = tomllib.loads(phrase)["phrase"][0], tomllib.loads(words)
    links = "See https://a.example and https://b.example"
    assert {kind["id"], many} <= marked(copy, f"{links} and https://c.example. {kind['finds'][0]}")
    assert not {kind["id"], many} & marked(copy, f"{links}. {kind['leaves'][0]}")


def put_in(file: Path, place: str, words: str | Callable[[re.Match[str]], str]) -> None:
    """Puts words into a file at the one place, or the first, that the pattern finds."""
    text, times = re.subn(place, words, file.read_text(encoding="utf-8"), count=1)
    assert 1 == times
    file.write_text(text, encoding="utf-8")


def marked(copy: Path, draft: str) -> set[str]:
    """Gives the checks that find something in a check-in."""
    text = f"Dear Li,\n\nI am writing to ask how things stand. {draft}\n\nAna Silva\n"
    return {one["check"] for one in told(copy, "checker", {"draft": text, "letter": "check-in"})["data"]["findings"]}


def told(copy: Path, tool: str, fields: dict[str, Any]) -> Any:
    """Gives what the copy's door answers."""
    request = json.dumps({"tool": tool, "now": "2027-01-07T18:00:00-05:00", "fields": fields})
    calendars = ROOT / "build" / "python"
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from followup.door import answer; print(answer(sys.stdin.read()))"],
        input=request,
        env={**os.environ, "PYTHONPATH": f"{copy.parent}{os.pathsep}{calendars}", "FOLLOWUP_DATA": "upstream"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    return json.loads(done.stdout)


@pytest.mark.ours
def test_the_lines_of_the_readme_run(tmp_path: Path) -> None:
    """One after another, in an empty folder; a letter with open blanks is a warning and no error."""
    readme = (ROOT / "README.md").read_text("utf-8")
    (told,) = re.findall(r"```sh\n(echo .*?)```", readme, re.DOTALL)
    lines = told.replace(".venv/bin/followup", f"{sys.executable} -m followup")
    done = subprocess.run(["bash", "-c", lines], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    assert "Thank your interviewer" in done.stdout
    assert "When: Thursday 7 January 2027" in done.stdout
