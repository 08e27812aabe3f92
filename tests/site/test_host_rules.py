"""A host's rules and figures reach the plan, and what a source says stays as it is."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from followup_site.host.merging import OURS, merge
from followup_site.host.mistakes import ROOT, HostMistake
from followup_site.host.trial import with_data

ASK: dict[str, Any] = {
    "tool": "planner",
    "now": "2027-01-07T18:00:00-05:00",
    "fields": {
        "rounds": [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}],
        "country": "US",
    },
}
# A source with one rule: the rule begins on line 10.
UNION = """[[source]]
id = "union"
name = "the union"
title = "Advice"
speaks = "The union."
dated = "2027."
covers = "The wait."
withheld = "Nothing."
withheld_because = "All of it is ours."
"""
RULE = """[[rule]]
id = "H1"
applies_to = "check-in"
title = "Wait {wait_days} before you ask."
wait_days = 9
reason = "Nine days are enough."
sources = ["union"]
"""
VOICE = """[[voice]]
id = "union"
publisher = "The union"
title = "Advice"
dated = "2027"
country = "GB"
kind = "university"
grade = "A"
address = "https://union.example/advice"
read = 2027-01-15
coded = { no_date_days = 12 }
"""
PROGRAM = "import sys; from followup.door import answer; print(answer(sys.stdin.read()))"


def asked(folder: Path, **fields: str) -> dict[str, Any]:
    """Gives the first check-in of a plan made with the data beside `folder`."""
    request = json.dumps({**ASK, "fields": {**ASK["fields"], **fields}})
    kept = with_data(folder / "followup_host")
    done = subprocess.run([sys.executable, "-c", PROGRAM], input=request, env=kept, capture_output=True, text=True)
    steps = json.loads(done.stdout)["data"]["steps"]
    found: dict[str, Any] = next(step for step in steps if step["action"] == "check-in")
    return found


def test_the_examples_figure_moves_the_plan_and_its_source_speaks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Eight business days after Thu 2027-01-07, with a holiday between, are Wed 2027-01-20."""
    monkeypatch.setenv("FOLLOWUP_HOST", str(ROOT / "docs" / "hosts" / "example"))
    merge(tmp_path / "followup_host")
    step = asked(tmp_path)
    assert step["window"]["target"].startswith("2027-01-20")
    stances = {one["source"]: one["stance"] for one in step["because"] if one["bound"] == "target"}
    assert "agrees" == stances["centre"]
    voices = tomllib.loads((tmp_path / "followup_host" / "evidence" / "voices.toml").read_text("utf-8"))["voice"]
    assert {"no_date_days": 12} == voices[-1]["coded"]
    assert asked(tmp_path, approach="centre")["window"]["target"].startswith("2027-01-20")


def test_a_build_reads_no_data_before_it_has_laid_the_hosts_over_ours(tmp_path: Path) -> None:
    """What the build before has left may be of a version that lacked a file: importing the build opens none."""
    left = tmp_path / "followup_host"
    left.mkdir()
    (left / "__init__.py").touch()
    program = f"import runpy; runpy.run_path({str(ROOT / 'scripts' / 'make_site.py')!r}, run_name='imported')"
    done = subprocess.run([sys.executable, "-c", program], env=with_data(left), capture_output=True, text=True)
    assert "" == done.stderr


def test_the_copy_of_an_older_version_is_read_no_more(tmp_path: Path) -> None:
    """A build removes it first, and looks for the data anew."""
    copy = shutil.copytree(OURS, tmp_path / "followup_host")
    program = (
        "from pathlib import Path; from followup import data; from followup_site.host import merging; "
        "merging.MERGED = Path(str(data.folder())); print(merging.MERGED); merging.forget(); print(data.folder())"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=with_data(copy), capture_output=True, text=True, check=True)
    before, after = done.stdout.split()
    assert (copy, False) == (Path(before), copy.exists())
    assert Path(after).is_dir()


def test_without_anything_of_a_host_the_data_are_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No copy is made."""
    monkeypatch.setenv("FOLLOWUP_HOST", str(tmp_path))
    assert OURS == merge(tmp_path / "followup_host")


@pytest.mark.parametrize(
    ("text", "line", "may"),
    [
        ("[change.C1]\nwait_business_days = 7", 1, "add a source of your own"),
        ("[change.K99]\nwait_business_days = 7", 1, "what may be changed may be K"),
        ("[change.k4]\nwait_business_days = 7", 1, "did you mean K4?"),
        ("[change.K4]\nwait_days = 7", 2, "did you mean wait_business_days?"),
        ('[change.K4]\nwait_business_days = "8"', 2, "a whole number from 1 to 400"),
        ("[change.O7]\ntarget_minutes = 45", 2, "add title"),
        ("[change.O17]\nlatest_business_days = 12", 2, "write open_business_days"),
        ("[change.K5]\nwait_business_days_min = 9", 2, "may not lead beyond"),
        ('[change.K4]\nwhy = "After {wait}."', 2, "a figure here may be {wait_business_days}"),
        ('[change.K4]\nwhy = "After {wait_business_days days."', 2, "a figure here may be {wait_business_days}"),
        ('[change.O17]\ntitle = "After {K4.wait_business_days}."', 2, "a figure here may be {open_business_days}"),
        ('[[rule]]\nid = "O99"', 2, "may be called H1"),
        (f"{UNION}{RULE}{RULE}", 18, "may be called H2"),
        (f'{UNION}{RULE}[[position]]\nquestions = ["K99"]\nwho = "union"\nrule = "H1"', 18, "questions may be K"),
        (VOICE.replace("https://", "javascript:"), 9, "an address like https://"),
        (VOICE.replace('"GB"', '"Britain"'), 6, "two capital letters"),
        (VOICE.replace("= 12", "= -12"), 11, "{ no_date_days = 7 }"),
        (VOICE.replace("= 12", "= nan"), 11, "{ no_date_days = 7 }"),
        (UNION + RULE.replace("{wait_days}", "{wait}"), 13, "a figure here may be {wait_days}"),
    ],
)
def test_a_rule_that_cannot_stand_says_why(
    text: str, line: int, may: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One sentence with file and line."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ours.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(tmp_path))
    with pytest.raises(HostMistake) as caught:
        merge(tmp_path / "followup_host")
    assert f"ours.toml, line {line}: found " in str(caught.value)
    assert may in str(caught.value)


def test_two_files_that_change_one_record_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One of both figures would lose without a word."""
    (tmp_path / "rules").mkdir()
    for name, days in (("a", 8), ("b", 9)):
        text = f"[change.K4]\nwait_business_days = {days}\n"
        (tmp_path / "rules" / f"{name}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(tmp_path))
    with pytest.raises(HostMistake, match=r"b\.toml, line 1: found “K4”; K4 may be changed in one file, and .*a\.toml"):
        merge(tmp_path / "followup_host")
