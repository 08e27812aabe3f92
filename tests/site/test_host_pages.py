"""What the pages for hosts print can be used: targets of make, and files for other machines."""

import json
import re
from pathlib import Path

import pytest
import yaml

from followup_site.host.mistakes import ROOT
from followup_site.host.pages import compose

pytestmark = pytest.mark.ours

HOSTS = ROOT / "docs" / "hosts"
BLOCK = re.compile(r"```(\w+)\n(.*?)\n```", re.DOTALL)


def blocks(page: str, kind: str) -> list[str]:
    """Gives what a page prints in fences of that kind."""
    return [text for found, text in BLOCK.findall((HOSTS / page).read_text("utf-8")) if found == kind]


def test_every_target_of_make_is_there() -> None:
    """Also those in the files for other machines."""
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    told = {
        target for page in HOSTS.glob("*.md") for target in re.findall(r"\bmake ([a-z-]+)", page.read_text("utf-8"))
    }
    assert {"check", "site"} <= told
    # "make git" is what a machine is asked to install.
    assert set() == told - known - {"git", "it"}


def test_the_files_for_other_machines_can_be_read() -> None:
    """They are YAML and JSON, and build with our targets."""
    told = [yaml.safe_load(text) for text in blocks("automatic.md", "yaml")]
    assert 3 == len(told)
    assert all("make site" in str(one) for one in told)
    (container,) = blocks("automatic.md", "json")
    assert "make setup" == json.loads(container)["postCreateCommand"]


def test_each_node_is_one_that_the_set_up_takes() -> None:
    """In GitHub's steps, in GitLab's image, in the container and in the development container."""
    told = re.findall(r"node-version: (\d+)|node:(\d+)-", (HOSTS / "automatic.md").read_text("utf-8"))
    assert 5 == len(told)
    assert {"20", "22", "24"} >= {one or other for one, other in told}


def test_what_is_published_is_what_the_build_writes() -> None:
    """The folder `site`, the zip under its name, and the Python that the build asks for."""
    site, release, pages = (yaml.safe_load(text) for text in blocks("automatic.md", "yaml"))
    uploaded = [step["with"] for step in site["jobs"]["site"]["steps"] if "upload-pages" in step.get("uses", "")]
    assert [{"path": "site"}] == uploaded
    assert "build/after-the-interview.zip" in str(release)
    assert '"after-the-interview.zip"' in (ROOT / "scripts" / "make_site.py").read_text("utf-8")
    assert "mv site public" in pages["pages"]["script"]
    assert ["public"] == pages["pages"]["artifacts"]["paths"]
    (container,) = blocks("automatic.md", "json")
    wanted = (ROOT / ".python-version").read_text("utf-8").strip()
    assert [wanted] == [each["version"] for each in json.loads(container)["features"].values()]


def test_a_name_stands_in_every_tag_as_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The theme puts it there as it is; pages that are Markdown have it as it was written."""
    name = 'Smith & Sons "Careers"'
    (tmp_path / "settings.toml").write_text(f"name = '{name}'", encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(tmp_path))
    written = compose(tmp_path / "copy")
    assert "Smith &amp; Sons &quot;Careers&quot;" == json.loads(written.read_text("utf-8"))["site_name"]
    assert name in (written.parent / "docs" / "about" / "index.md").read_text("utf-8")
