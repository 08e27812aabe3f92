"""Each tool left out alone, each two of them, and some three: no link leads to one, in no page and in no answer."""

import json
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from followup.door import answer
from followup_site.host.leaving_out import without_links, without_markdown_links
from followup_site.host.merging import merge
from followup_site.host.mistakes import ROOT
from followup_site.host.settings import TOOLS
from followup_site.host.trial import with_data
from followup_site.publish.web_manifest import manifest

pytestmark = pytest.mark.ours

SINGLE = [(tool,) for tool in TOOLS]
PAIRS = [pytest.param(two, marks=pytest.mark.nightly) for two in combinations(TOOLS, 2)]
THREES = [pytest.param(three, marks=pytest.mark.nightly) for three in [*combinations(TOOLS, 3)][::5]]
EVERY = [*SINGLE, *PAIRS, *THREES, TOOLS]
# Pages of all kinds; the others hold the same parts.
PAGES = ("index.html", "guide/first-check-in/index.html", "guide/calling/index.html", "about/faq/index.html")
PROGRAM = """
import json, sys
from followup.door import answer
for request in json.load(sys.stdin):
    print(json.dumps(answer(json.dumps(request))))
"""


def requests(gone: tuple[str, ...]) -> list[dict[str, object]]:
    """Gives stored requests to the tools that are still there: every one that a plan or a letter can lead on from."""
    stored = [json.loads(path.read_text("utf-8"))["request"] for path in sorted((ROOT / "tests/exchanges").glob("*"))]
    asked = [one for one in stored if isinstance(one, dict) and one.get("tool") not in gone]
    few = [one for tool in ("planner", "writer", "checker") for one in asked if one["tool"] == tool]
    return [*few[::6], *(one for one in asked if one["tool"] not in ("planner", "writer", "checker"))]


def leading(gone: tuple[str, ...]) -> re.Pattern[str]:
    """Gives what an address of one of those tools looks like, and what is left of one that lost its tool."""
    return re.compile(rf"tools/(?:{'|'.join(gone)})(?:/|\.md|\")|href=\\?\"[./]*&")


@pytest.mark.parametrize("gone", EVERY, ids=lambda tools: "+".join(tools))
def test_no_answer_leads_to_a_tool_that_is_left_out(
    gone: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Panels, texts and calendar files of every tool that is there."""
    host = tmp_path / "host"
    host.mkdir()
    (host / "settings.toml").write_text(f"leave_out = {json.dumps(gone)}", encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(host))
    monkeypatch.setattr("followup_site.host.merging.tried", lambda data, letters: None)
    data = tmp_path / "followup_host"
    merge(data)
    told = json.dumps(requests(gone))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=told, env=with_data(data), capture_output=True, text=True
    )
    assert "" == done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) > 20
    assert [] == [text for text in answers if leading(gone).search(text)]


@pytest.mark.parametrize("gone", EVERY, ids=lambda tools: "+".join(tools))
def test_no_page_leads_to_a_tool_that_is_left_out(gone: tuple[str, ...], built: Path) -> None:
    """Neither as it is written nor as it is built."""
    pages = [without_markdown_links(path.read_text("utf-8"), gone) for path in (ROOT / "docs").rglob("*.md")]
    written = re.compile(rf"\]\((?:[\w./-]*/)?(?:{'|'.join(gone)})\.md")
    assert [] == [found[0] for page in pages if (found := written.search(page))]
    made = [without_links((built / page).read_text("utf-8"), gone) for page in PAGES]
    assert [] == [found[0] for page in made if (found := leading(gone).search(page))]


def test_a_link_to_a_tool_is_seen() -> None:
    """The check itself sees what it is there to see: the whole copy leads to the call sheet and to the writer."""
    told = [answer(json.dumps(request)) for request in requests(())]
    assert any(leading(("call-sheet",)).search(text) for text in told)
    assert any(leading(("writer",)).search(text) for text in told)


def test_a_home_screen_is_offered_nothing_that_is_left_out() -> None:
    """Files and texts are shared with the page that reads invitations, where there is one."""
    assert "share_target" in manifest("x", [])
    assert "tools/invitation" not in json.dumps(manifest("x", [], left_out=("invitation",)))
