"""MkDocs and its successor build the same site, strictly, wherever a host puts it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What differs between two builders that make the same pages: their own name, and the day in the list of pages.
SIGNATURE = re.compile(r'<meta name="generator"[^>]*>|<lastmod>[^<]*</lastmod>')


def build(engine: str, folder: Path, **settings: str) -> dict[str, str]:
    """Builds the pages strictly and gives each page's text by its path."""
    # Never quietly: then the builder counts no warnings, and nothing is strict.
    command = [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(folder)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **quiet, **settings}, capture_output=True, text=True, check=False
    )
    assert 0 == done.returncode, done.stderr
    pages = sorted([*folder.rglob("*.html"), folder / "sitemap.xml"])
    return {page.relative_to(folder).as_posix(): SIGNATURE.sub("", page.read_text()) for page in pages}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Gives the pages as MkDocs builds them for a subfolder of another host, under another name."""
    folder = tmp_path_factory.mktemp("mkdocs")
    return build("mkdocs", folder, SITE_URL="https://example.org/after/", SITE_NAME="Another name")


def test_the_successor_builds_the_same_pages(pages: dict[str, str], tmp_path: Path) -> None:
    """ProperDocs reads the same settings and makes the same site."""
    others = build("properdocs", tmp_path, SITE_URL="https://example.org/after/", SITE_NAME="Another name")
    assert sorted(pages) == sorted(others)
    assert [] == [path for path in pages if pages[path] != others[path]]


def test_a_host_gives_address_and_name(pages: dict[str, str]) -> None:
    """Both come from the environment; links stay relative, so that the folder does not matter."""
    home = pages["index.html"]
    assert "<title>Another name</title>" in home
    assert 'href="https://example.org/after/"' in home
    assert 'href="guide/"' in home
