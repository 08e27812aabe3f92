"""The files for automatic builds on the page for hosts: they can be read, and call only what is there."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hosts" / "automatic.md").read_text(encoding="utf-8")
BUILT = {"site", "build/after-the-interview.zip"}

pytestmark = pytest.mark.ours


def blocks(language: str) -> list[str]:
    """Gives the blocks of the page in a language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def files() -> list[Mapping[str, Any]]:
    """Gives the two files for GitHub and the one for GitLab, read as YAML 1.2, which takes no "on" for true."""
    return [yaml.load(block, Loader=yaml.BaseLoader) for block in blocks("yaml")]


def commands() -> Iterator[str]:
    """Gives every command that one of them runs in a shell, a container's among them."""
    site, release, gitlab = files()
    for steps in (site["jobs"]["site"]["steps"], release["jobs"]["zip"]["steps"]):
        yield from (step["run"] for step in steps if "run" in step)
    yield from gitlab["pages"]["script"]
    yield from re.findall(r"(?m)^RUN (.*)$", blocks("dockerfile")[0])
    yield json.loads(blocks("json")[0])["postCreateCommand"]


def test_every_file_can_be_read() -> None:
    """Two for GitHub and one for GitLab."""
    site, release, gitlab = files()
    assert {"branches": ["main"]} == site["on"]["push"]
    assert {"tags": ["v*"]} == release["on"]["push"]
    assert ["public"] == gitlab["pages"]["artifacts"]["paths"]


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_a_shell_takes_every_command(command: str) -> None:
    """The plain one that each of the services has."""
    done = subprocess.run(["sh", "-n"], input=command, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)


def test_every_target_that_is_called_is_there() -> None:
    """A name that is gone would stop a host's next build."""
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    called = {
        name for command in commands() for name in re.findall(r"\bmake (\w[\w-]*)", command) if "apt-get" not in command
    }
    assert {"check", "setup", "site"} == called & targets == called


def test_what_is_taken_away_is_what_the_build_makes() -> None:
    """The folder, and the zip of a release."""
    site, release, gitlab = files()
    (kept,) = (step["with"]["path"] for step in site["jobs"]["site"]["steps"] if "upload" in step.get("uses", ""))
    (zipped,) = re.findall(
        r"create \S+ (\S+)", " ".join(step.get("run", "") for step in release["jobs"]["zip"]["steps"])
    )
    (moved,) = re.findall(r"mv (\S+) public", " ".join(gitlab["pages"]["script"]))
    (copied,) = re.findall(r"COPY --from=built /src/(\S+)", blocks("dockerfile")[0])
    assert {kept, zipped, moved, copied} == BUILT


def test_the_node_of_every_file_is_one_that_set_up_takes() -> None:
    """22 in all of them."""
    site, release, gitlab = files()
    steps = (*site["jobs"]["site"]["steps"], *release["jobs"]["zip"]["steps"])
    told = {str(step["with"]["node-version"]) for step in steps if "setup-node" in step.get("uses", "")}
    images = re.findall(r"node:(\d+)", f"{gitlab['pages']['image']} {blocks('dockerfile')[0]} {blocks('json')[0]}")
    assert ({"22"}, {"22"}) == (told, set(images))
