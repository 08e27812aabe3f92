"""What MkDocs says of a page of a host, told in one sentence with its file and line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from followup_site.host.mistakes import ROOT
from followup_site.host.pages import told_by

PAGE = "---\ntitle: A page\ndescription: What it says.\n---\n\n# A page\n\n"


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Gives the folder of a host's pages; those of the copy lie beside it, as the build lays them."""
    monkeypatch.setenv("FOLLOWUP_HOST", str(tmp_path))
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


def said(host: Path, pages: dict[str, str], own: str) -> str:
    """Gives what is told where the copy has those pages and one of them is the host's."""
    for name, text in pages.items():
        (host.parent / "copy" / name).parent.mkdir(exist_ok=True)
        (host.parent / "copy" / name).write_text(PAGE + text, encoding="utf-8")
    (host / own).write_text(PAGE + pages[own], encoding="utf-8")
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        ours = yaml_load(file)
    told = {"site_name": "A", "docs_dir": "copy", "theme": None, "validation": ours["validation"]}
    (host.parent / "mkdocs.yml").write_text(json.dumps(told), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", "out"]
    done = subprocess.run(command, cwd=host.parent, capture_output=True, text=True, check=False)
    assert 1 == done.returncode, done.stderr
    return str(told_by(done.stderr))


def test_a_link_that_leads_nowhere_is_told_at_its_line(host: Path) -> None:
    """The page, the line, and what was written."""
    told = said(host, {"index.md": "A.\n\nSee [this](calingg.md).\n"}, "index.md")
    assert f"{host}/index.md, line 10: found “calingg.md”; a link may lead to a page that is there." == told


def test_a_link_to_a_heading_that_is_not_there_is_told_at_its_line(host: Path) -> None:
    """In another page, or in its own."""
    pages = {"index.md": "See [this](other.md#nothing).\n", "other.md": ""}
    assert "index.md, line 8: found “other.md#nothing”;" in said(host, pages, "index.md")
    assert "index.md, line 8: found “#nothing”;" in said(
        host, {**pages, "index.md": "See [b](#nothing).\n"}, "index.md"
    )


def test_a_heading_that_a_page_of_ours_leads_to_is_asked_for(host: Path) -> None:
    """Whoever writes a page of ours anew learns which headings others need."""
    told = said(host, {"index.md": "See [this](other.md#when).\n", "other.md": "Mine.\n"}, "other.md")
    expected = "found “no heading #when”; a heading of yours may end in { #when }, as index.md leads to it."
    assert f"{host}/other.md, line 1: {expected}" == told


def test_what_is_said_of_our_own_pages_is_no_mistake_of_a_host(host: Path) -> None:
    """It is shown as MkDocs says it."""
    (host / "other.md").write_text(PAGE, encoding="utf-8")
    assert told_by("WARNING -  Doc file 'index.md' contains a link 'x.md', but the target is not found") is None
