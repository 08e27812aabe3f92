"""The command line: every command, its exit status, and the door's own bytes."""

import argparse
import io
import json
import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from cases import fields

from followup import cli, data, door
from followup.data.age import LAID_OVER, our_sum
from followup.rules.rulebook import rules

NOW = "2027-01-07T18:00:00-05:00"
GOOD = """Hi Dana,

Thank you for your time on Thursday. I keep thinking about how your team plans its week. \
I look forward to hearing from you.

Sam Poe
"""

type Capture = pytest.CaptureFixture[bytes]


@pytest.fixture
def case(tmp_path: Path) -> str:
    """The path of a case's file."""
    return written(tmp_path / "case.json", json.dumps(fields()))


def written(path: Path, text: str) -> str:
    """The path of a file with that text."""
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(captured: Capture, *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of one command."""
    try:
        status = cli.main(arguments)
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    out, err = captured.readouterr()
    return status, out.decode(), err.decode()


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Puts that on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def door_answer(told: object, tool: str = "planner") -> dict[str, object]:
    """The door's answer to the same fields."""
    answered: dict[str, object] = json.loads(door.answer(json.dumps({"tool": tool, "now": NOW, "fields": told})))
    return answered


def test_plan_prints_the_steps_in_words(capfdbinary: Capture, case: str) -> None:
    """The same text as on the page."""
    status, out, err = run(capfdbinary, "plan", case, "--now", NOW)
    assert (0, "") == (status, err)
    assert "Friday 8 January 2027, 9:00 am" in out


def test_plan_prints_the_whole_answer_as_json(capfdbinary: Capture, case: str) -> None:
    """Data, fragment, files and problems."""
    status, out, _ = run(capfdbinary, "plan", case, "--now", NOW, "--format", "json")
    assert (0, door_answer(fields())) == (status, json.loads(out))


def test_plan_prints_the_calendar_file_as_it_is(capfdbinary: Capture, case: str) -> None:
    """With its CRLF line ends."""
    status, out, _ = run(capfdbinary, "plan", case, "--now", NOW, "--format", "ics")
    files = door_answer(fields())["files"]
    assert isinstance(files, list)
    assert (0, files[0]["text"]) == (status, out)
    assert out.startswith("BEGIN:VCALENDAR\r\n")


def test_plan_takes_another_approach(capfdbinary: Capture, case: str) -> None:
    """Instead of the one in the case."""
    _, out, _ = run(capfdbinary, "plan", case, "--now", NOW, "--approach", "formats", "--format", "json")
    assert door_answer(fields(approach="formats")) == json.loads(out)


def test_plan_reads_standard_input(capfdbinary: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a byte order mark too."""
    typed(monkeypatch, b"\xef\xbb\xbf" + json.dumps(fields()).encode())
    assert 0 == run(capfdbinary, "plan", "-", "--now", NOW)[0]


def test_plan_without_a_moment_takes_this_one(capfdbinary: Capture, tmp_path: Path) -> None:
    """The clock is read here and nowhere below."""
    today = datetime.now().astimezone().date()
    case = written(tmp_path / "today.json", json.dumps(fields(today.isoformat())))
    assert 0 == run(capfdbinary, "plan", case)[0]


def test_each_problem_stands_on_standard_error(capfdbinary: Capture, tmp_path: Path) -> None:
    """With its path, one a line, and nothing on standard output."""
    case = written(tmp_path / "case.json", json.dumps(fields("2027-02-29", country="ZZ")))
    status, out, err = run(capfdbinary, "plan", case, "--now", NOW)
    assert (2, "", 2) == (status, out, len(err.splitlines()))
    assert "rounds[0].date: Enter the date of the interview" in err
    assert "country: Choose a country" in err


def test_a_problem_with_the_whole_request_has_a_name_too(capfdbinary: Capture, tmp_path: Path) -> None:
    """A list where an object is expected."""
    status, _, err = run(
        capfdbinary, "plan", written(tmp_path / "list.json", "[]"), "--now", NOW, "--approach", "resume"
    )
    assert (2, "fields: Enter an object with named fields\n") == (status, err)


REFUSED = [
    (["plan", "nowhere.json"], "nowhere.json cannot be read"),
    (["plan", "{tmp}/broken.json"], "is not JSON"),
    (["plan", "{tmp}/deep.json"], "is not JSON"),
    (["plan", "{tmp}/latin.json"], "is not UTF-8 text"),
    (["plan", "{tmp}/doubled.json"], 'remove all but one "role"'),
    (["plan", "{tmp}"], "cannot be read"),
    (["plan", "{tmp}/case.json", "--now", "2027-01-07T18:00"], "now: Enter the moment with its offset"),
    (["plan", "{tmp}/case.json", "--approach", "pushy"], "--approach"),
    (["plan", "{tmp}/case.json", "--format", "xml"], "--format"),
    (["plan"], "CASE.json"),
    ([], "COMMAND"),
    (["predict"], "predict"),
    (["write", "no-such-letter", "--now", NOW], "letter: Choose one of"),
    (["write", "thank-you-onsite", "--fields", "{tmp}/list.json"], "enter an object"),
    (["check", "nowhere.txt"], "cannot be read"),
    (["check", "{tmp}/draft.txt", "--letter", "no-such-letter", "--now", NOW], "letter: Choose one of"),
    (["check", "{tmp}/draft.txt", "--case", "{tmp}/list.json", "--now", NOW], "case: Enter an object"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED, ids=[" ".join(arguments) or "-" for arguments, _ in REFUSED])
def test_what_cannot_be_used_is_status_2(
    capfdbinary: Capture, tmp_path: Path, case: str, arguments: list[str], said: str
) -> None:
    """With the reason on standard error."""
    written(tmp_path / "broken.json", "{")
    written(tmp_path / "deep.json", "[" * 100_000)
    written(tmp_path / "list.json", "[]")
    written(tmp_path / "doubled.json", '{"role": "Buyer", "role": "Analyst"}')
    written(tmp_path / "draft.txt", GOOD)
    (tmp_path / "latin.json").write_bytes(b'{"company": "S\xf8n"}')
    status, out, err = run(capfdbinary, *[argument.format(tmp=tmp_path) for argument in arguments])
    assert (2, "") == (status, out)
    assert said in err
    assert "Traceback" not in err


def test_write_prints_a_letter(capfdbinary: Capture) -> None:
    """With its blanks open."""
    status, out, _ = run(capfdbinary, "write", "thank-you-onsite", "--now", NOW)
    assert 0 == status
    assert out.startswith("Subject: ")


def test_write_fills_what_it_is_told(capfdbinary: Capture, tmp_path: Path) -> None:
    """The case gives role and date."""
    told = written(tmp_path / "told.json", json.dumps({"case": fields(), "blanks": {"detail": "the night shift"}}))
    _, out, _ = run(capfdbinary, "write", "thank-you-onsite", "--fields", told, "--now", NOW)
    assert "the night shift" in out
    assert "Data Analyst" in out


def test_write_prints_the_whole_answer_as_json(capfdbinary: Capture) -> None:
    """As the door gives it."""
    _, out, _ = run(capfdbinary, "write", "check-in", "--now", NOW, "--format", "json")
    assert door_answer({"letter": "check-in"}, "writer") == json.loads(out)


@pytest.mark.parametrize(("draft", "status"), [(GOOD, 0), ("Hi [Name], thanks.", 1)])
def test_check_is_status_1_for_warnings(capfdbinary: Capture, tmp_path: Path, draft: str, status: int) -> None:
    """Notes alone are 0."""
    path = written(tmp_path / "draft.txt", draft)
    options = ["--letter", "thank-you-onsite", "--subject", "Thank you", "--now", NOW]
    found, out, err = run(capfdbinary, "check", path, *options)
    assert (status, "") == (found, err)
    assert bool(status) == ("Warning" in out)


def test_check_prints_the_whole_answer_as_json(
    capfdbinary: Capture, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """The draft may come on standard input; the status is the same as for text."""
    typed(monkeypatch, b"Hi [Name], thanks.")
    status, out, _ = run(capfdbinary, "check", "-", "--case", case, "--now", NOW, "--format", "json")
    told = {"draft": "Hi [Name], thanks.", "letter": "", "subject": "", "case": fields()}
    assert (1, door_answer(told, "checker")) == (status, json.loads(out))


def test_rules_prints_one_line_a_rule(capfdbinary: Capture) -> None:
    """With who stands behind it."""
    status, out, _ = run(capfdbinary, "rules")
    assert (0, len(rules())) == (status, len(out.splitlines()))
    assert "(career blog)" in next(line for line in out.splitlines() if line.startswith("T4 "))


@pytest.mark.parametrize("request_text", ["{", "", json.dumps({"tool": "planner", "now": NOW, "fields": fields()})])
def test_ask_is_the_door_and_always_status_0(
    capfdbinary: Capture, monkeypatch: pytest.MonkeyPatch, request_text: str
) -> None:
    """The same bytes, problems or not."""
    typed(monkeypatch, request_text.encode())
    assert (0, door.answer(request_text), "") == run(capfdbinary, "ask")


def test_ask_takes_bytes_that_are_no_text(capfdbinary: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A problem, not a traceback."""
    typed(monkeypatch, b"\xff\xfe{")
    status, out, _ = run(capfdbinary, "ask")
    assert (0, "Enter the request as JSON text") == (status, json.loads(out)["problems"][0]["message"])


INSTALLED = str(Path(sys.executable).parent / "followup")


def test_the_installed_command_writes_utf_8_in_any_locale(tmp_path: Path) -> None:
    """Names are kept where the terminal says it knows ASCII only."""
    case = written(tmp_path / "case.json", json.dumps(fields(company="Åse & Søn 株式会社")))
    asked = [INSTALLED, "plan", case, "--now", NOW]
    done = subprocess.run(asked, capture_output=True, env={"LC_ALL": "C", "PATH": ""}, check=True)
    assert "Åse & Søn 株式会社" in done.stdout.decode()


def test_a_reader_who_stops_early_sees_no_traceback() -> None:
    """As with `followup rules | head -1`."""
    done = subprocess.run(f"{INSTALLED} rules | head -1", shell=True, capture_output=True, check=True)
    assert b"" == done.stderr
    assert done.stdout.startswith(b"T1 ")


def test_the_voices_on_a_question_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """A distribution, and its sum in a sentence."""
    assert 0 == cli.main(["rules", "--voices", "K4"])
    printed = capsys.readouterr().out.splitlines()
    assert "  26 a week" in printed
    assert printed[-1].startswith("31 of the 45 voices")


def test_a_question_without_voices_is_refused_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """It names those that have some."""
    assert 2 == cli.main(["rules", "--voices", "K99"])
    assert "choose one of K1, K4" in capsys.readouterr().err


def test_several_cases_give_one_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line each, what is wrong told in its own line."""
    (tmp_path / "acme.json").write_text(json.dumps(fields()))
    (tmp_path / "empty.json").write_text("{}")
    told = ["plan", str(tmp_path / "acme.json"), str(tmp_path / "empty.json"), "--now", "2027-01-12T10:00:00-05:00"]
    assert 2 == cli.main(told)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("acme ")
    assert second.startswith("empty  unfinished")
    assert second.endswith("Add the interview")


def test_several_cases_give_one_calendar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All in one file, each with entries of its own."""
    for name in ("acme", "globex"):
        (tmp_path / f"{name}.json").write_text(json.dumps(fields(company=name)))
    told = [str(tmp_path / f"{name}.json") for name in ("acme", "globex")]
    assert 0 == cli.main(["plan", *told, "--now", "2027-01-12T10:00:00-05:00", "--format", "ics"])
    printed = capsys.readouterr().out
    assert 1 == printed.count("BEGIN:VCALENDAR")
    assert "globex" in printed


def test_python_m_is_the_command() -> None:
    """With the version of what is installed."""
    done = subprocess.run([sys.executable, "-m", "followup", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("followup ")


def test_the_rules_can_be_read_by_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, one record each."""
    assert 0 == cli.main(["rules", "--format", "json"])
    assert set(rules()) == {rule["id"] for rule in json.loads(capsys.readouterr().out)}


def test_every_option_is_documented() -> None:
    """A command or an option that the page leaves out would have to be guessed."""
    page = (Path(__file__).parents[1] / "docs" / "developers" / "python.md").read_text(encoding="utf-8")
    parser = cli._parser()
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    for name, command in commands.choices.items():
        line = next(line for line in page.splitlines() if line.startswith(f"followup {name}"))
        options = [option for action in command._actions for option in action.option_strings if option != "-h"]
        assert [] == [option for option in options if option != "--help" and option not in line]


WRONG: tuple[list[str], ...] = (
    ["plann"],
    [],
    ["plan"],
    ["plan", "a.json", "--format", "pdf"],
    ["write"],
    ["check", "x", "--letters", "y"],
    ["--print-completion", "fish"],
)


@pytest.mark.parametrize("arguments", WRONG, ids=lambda told: " ".join(told) or "nothing")
def test_a_wrong_command_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """It names the command that helps on, and no usage stands above it."""
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert 2 == ended.value.code
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("followup")
    assert line.endswith("--help")


GIVEN_BUT_EMPTY = (
    (["plan", "{case}", "--now", ""], "now: Enter the moment"),
    (["rules", "--voices", ""], "there is nothing to count on"),
    (["plan", "", "--now", NOW], "a file has an empty name"),
    (["plan", "-", "-", "--now", NOW], "can be read only once"),
)


@pytest.mark.parametrize(("arguments", "said"), GIVEN_BUT_EMPTY, ids=["now", "question", "file", "input twice"])
def test_nothing_is_not_taken_for_left_out(arguments: list[str], said: str, case: str, capfdbinary: Capture) -> None:
    """An empty value is a mistake of whoever calls, as in a script whose variable is empty."""
    status, out, err = run(capfdbinary, *(each.format(case=case) for each in arguments))
    assert (2, "", 1) == (status, out, err.count("\n"))
    assert said in err


def test_a_completion_that_cannot_be_had_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not that bash is no command of ours."""
    monkeypatch.setattr(cli, "find_spec", lambda name: None)
    with pytest.raises(SystemExit):
        cli.main(["--print-completion", "bash"])
    assert "pip install shtab" in capsys.readouterr().err


def test_a_case_that_cannot_be_planned_among_others_is_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table says so in its row; beside a calendar, which lacks it, an error does."""
    good, wrong = tmp_path / "good.json", tmp_path / "wrong.json"
    good.write_text(json.dumps(fields()), encoding="utf-8")
    wrong.write_text('{"rounds": "x"}', encoding="utf-8")
    asked = ["plan", str(good), str(wrong), "--now", "2027-01-08T18:00:00-05:00"]
    assert 2 == cli.main(asked)
    assert "Enter a list for: interviews" in capsys.readouterr().out.splitlines()[1]
    assert 2 == cli.main([*asked, "--format", "ics"])
    told = capsys.readouterr()
    assert "wrong: Enter a list for: interviews\n" == told.err
    assert told.out.startswith("BEGIN:VCALENDAR")
    assert 0 == cli.main([asked[0], asked[1], asked[1], *asked[3:]])


def without_a_build(tmp_path: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """Asks for rules where a folder on the path holds these files of a build, before those that the build made."""
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if key != "FOLLOWUP_DATA"}
    program = [sys.executable, "-m", "followup", "rules"]
    return subprocess.run(program, env=kept | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True)


@pytest.mark.parametrize(
    "names",
    [
        ["followup_calendars/__init__.py", "followup_calendars/calendars.txt"],
        ["followup_host/__init__.py"],
        ["followup_host/__init__.py", "followup_host/laid_over.txt"],
    ],
)
def test_what_an_older_build_made_is_told_in_one_line(tmp_path: Path, names: list[str]) -> None:
    """After a pull, until the next build: no traceback, no answer from rules that are no longer ours."""
    done = without_a_build(tmp_path, *names)
    assert (2, "", 1) == (done.returncode, done.stdout, done.stderr.count("\n"))
    assert "run: FREEZE=0 make site" in done.stderr


@pytest.mark.parametrize(
    "name", ["rules/rules.toml", "letters/check-in.txt.jinja", "checks/kinds.txt", "zones/old.tsv"]
)
def test_a_copy_is_as_old_as_any_file_of_ours(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was learnt and the zones are laid over too, not the words alone."""
    ours = tmp_path / "data"
    shutil.copytree(Path(data.__file__).parent, ours)
    monkeypatch.setattr("followup.data.age.files", lambda package: ours)
    before = our_sum()
    with (ours / name).open("a", encoding="utf-8") as file:
        file.write("#")
    assert before != our_sum()


def test_a_copy_laid_over_our_data_of_today_is_read(tmp_path: Path) -> None:
    """The same folder, whole and of today, is no mistake."""
    target = tmp_path / "followup_host"
    shutil.copytree(Path(data.__file__).parent, target, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    (target / LAID_OVER).write_text(our_sum(), encoding="utf-8")
    done = without_a_build(tmp_path, "followup_host/__init__.py")
    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.startswith("T1 ")
