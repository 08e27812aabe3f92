"""What may lie in a host's folder: what no program can read is told, and what programs leave there is not read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from followup_site.host.lying import check_folder, markdown_pages
from followup_site.host.merging import read_folder
from followup_site.host.mistakes import HostMistake
from followup_site.host.pages import compose, own_pages

PAGE = "---\ntitle: Our desk\ndescription: What the desk does.\n---\n\n# Our desk\n"


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Gives a host's folder with one page and no data."""
    place = tmp_path / "host"
    for name in ("docs", "rules", "letters", "words"):
        (place / name).mkdir(parents=True)
    (place / "docs" / "desk.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(place))
    return place


def nowhere(name: str) -> Callable[[Path], object]:
    """Puts a link that leads nowhere there."""
    return lambda host: (host / name).symlink_to("nowhere")


def link_to_itself(host: Path) -> None:
    """As after a rename that went wrong."""
    (host / "settings.toml").symlink_to("settings.toml")


def bare_name(host: Path) -> None:
    """A file in the place of the folder."""
    for folder in host.iterdir():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    host.rmdir()
    host.write_text("", encoding="utf-8")


WRONG: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "settings that lead nowhere": (nowhere("settings.toml"), "settings.toml", "a link that leads nowhere"),
    "settings that lead to themselves": (link_to_itself, "settings.toml", "a link that leads nowhere"),
    "rules that lead nowhere": (nowhere("rules/more.toml"), "rules/more.toml", "a link that leads nowhere"),
    "a letter that leads nowhere": (nowhere("letters/x.txt.jinja"), "letters/x.txt.jinja", "a link that leads nowhere"),
    "a page that leads nowhere": (nowhere("docs/more.md"), "docs/more.md", "a link that leads nowhere"),
    "a folder in circles": (
        lambda host: (host / "docs" / "again").symlink_to(host / "docs"),
        "docs/again",
        "a link to a folder that it lies in",
    ),
    "a pipe": (lambda host: os.mkfifo(host / "docs" / "pipe"), "docs/pipe", "neither a file nor a folder"),
    "a page of another ending": (
        lambda host: (host / "docs" / "x.markdown").write_text(PAGE, encoding="utf-8"),
        "docs/x.markdown",
        "x.markdown",
    ),
    "a folder that is a file": (bare_name, "", "a file"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_told_with_its_place(name: str, host: Path) -> None:
    """And never read by what comes next."""
    make, place, found = WRONG[name]
    make(host)
    with pytest.raises(HostMistake) as told:
        check_folder()
    assert f"{host / place}, line 1: found" in str(told.value)
    assert found in str(told.value)


@pytest.mark.parametrize("place", ["", "rules/", "letters/", "words/", "docs/"])
def test_what_systems_and_editors_leave_is_not_read(place: str, host: Path) -> None:
    """The desktop's files, a swap file, an editor's copy, and the other half of a file from an archive."""
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", ".ours.toml.swp", "ours.toml~", "._desk.md", "desk.md~"):
        (host / place / name).write_bytes(b"\x00\xff")
    assert read_folder().is_ours
    assert {"desk.md": "Our desk"} == own_pages(host / "docs")


@pytest.mark.parametrize("place", ["guide/calling/index.md", "guide/README.md", "desk/index.md"])
def test_two_pages_at_one_address_are_told(place: str, host: Path, tmp_path: Path) -> None:
    """One of ours and one of theirs, or both theirs."""
    (host / "docs" / place).parent.mkdir(parents=True, exist_ok=True)
    (host / "docs" / place).write_text(PAGE, encoding="utf-8")
    with pytest.raises(HostMistake, match=r"an address of its own, and .*\.md has this one"):
        compose(tmp_path / "copy")


def test_a_folder_that_is_named_and_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It would be taken for a host without wishes."""
    monkeypatch.setenv("FOLLOWUP_HOST", str(tmp_path / "hots"))
    with pytest.raises(HostMistake, match="found “nothing”"):
        check_folder()


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch, host: Path) -> None:
    """As root may read all, the system's answer stands in here."""
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "desk.md")
    with pytest.raises(HostMistake, match=r"desk.md, line 1: found “a file that you are not allowed to read”"):
        check_folder()


def test_a_page_behind_a_linked_folder_is_a_page(host: Path, tmp_path: Path) -> None:
    """A host may keep its pages elsewhere."""
    (tmp_path / "campus").mkdir()
    (tmp_path / "campus" / "index.md").write_text(PAGE, encoding="utf-8")
    (host / "docs" / "campus").symlink_to(tmp_path / "campus")
    assert ["docs/campus/index.md", "docs/desk.md"] == [
        path.relative_to(host).as_posix() for path in markdown_pages(host / "docs")
    ]
