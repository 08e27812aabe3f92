"""The files for automatic builds on the page for hosts are whole, and say what this repository can do."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "hosts" / "automatic.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
# What scripts/setup.sh takes.
NODES = {20, 22, 24}


def blocks(language: str) -> list[str]:
    """Gives the code blocks of the page in that language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def workflows() -> list[dict[str, Any]]:
    """Gives the YAML files: the two of GitHub, then the one of GitLab."""
    return [yaml_load(block) for block in blocks("yaml")]


def steps() -> list[dict[str, Any]]:
    """Gives the steps of GitHub's files."""
    return [step for file in workflows()[:2] for job in file["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("text", [*blocks("yaml"), *blocks("dockerfile"), *blocks("json")])
def test_each_file_calls_a_target_that_is_there(text: str) -> None:
    """And calls one at all."""
    called = re.findall(r"\bmake ([a-z-]+)(?![\w ]*python3)", text.replace("-qq make git", "").replace("make git", ""))
    assert called
    assert set(called) <= TARGETS


def test_each_node_is_one_that_the_set_up_takes() -> None:
    """In GitHub's steps, in GitLab's image, in the container and in the development container."""
    told = [step["with"]["node-version"] for step in steps() if "setup-node" in step.get("uses", "")]
    images = re.findall(r"node:(\d+)-", PAGE)
    assert 5 <= len(told) + len(images)
    assert {*told, *map(int, images)} <= NODES


def test_what_is_published_is_what_the_build_writes() -> None:
    """The folder `site`, and the zip under its name."""
    uploaded = [step["with"]["path"] for step in steps() if "upload-pages" in step.get("uses", "")]
    assert ["site"] == uploaded
    assert '"after-the-interview.zip"' in (ROOT / "scripts" / "make_site.py").read_text(encoding="utf-8")
    assert "build/after-the-interview.zip" in blocks("yaml")[1]
    assert ["public"] == workflows()[2]["pages"]["artifacts"]["paths"]
    assert "mv site public" in workflows()[2]["pages"]["script"]
    assert "COPY --from=built /src/site " in blocks("dockerfile")[0]


def test_the_development_container_is_json() -> None:
    """With the Python that the build asks for."""
    told = json.loads(blocks("json")[0])
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    assert [version] == [each["version"] for each in told["features"].values()]
