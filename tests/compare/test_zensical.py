"""The theme's successor builds the same articles and forms, so that the move stays open."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIELDS = ("form", "input", "select", "textarea", "option", "button")
# Zensical shows these words at the end of a page; MkDocs keeps them for the search.
TAGS = re.compile(r'<nav class="md-tags".*?</nav>', re.DOTALL)
# Zensical's search takes this mark off a page when it has read it.
TAKEN = "data-search-exclude"

pytestmark = pytest.mark.nightly


class Article(HTMLParser):
    """The words of a page's article, and the fields in it with their attributes."""

    def __init__(self, page: str) -> None:
        """Reads a page."""
        super().__init__()
        self.depth = 0
        self.words: list[str] = []
        self.fields: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(TAGS.sub("", page))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a field of the article."""
        self.depth += tag == "article"
        if self.depth and tag in FIELDS:
            self.fields.append((tag, sorted((key, value or "") for key, value in attrs if key != TAKEN)))

    def handle_endtag(self, tag: str) -> None:
        """Leaves the article at its end."""
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        """Keeps the words without spaces, which each builder sets otherwise in code."""
        if self.depth:
            self.words.extend(data.split())


def build(engine: str, *options: str) -> dict[str, Article]:
    """Builds the pages and gives the article of each by its path; Zensical wants a folder of the project."""
    folder = ROOT / "build" / "compare" / engine
    shutil.rmtree(folder, ignore_errors=True)
    site = folder.relative_to(ROOT).as_posix()
    told = {"SITE_URL": "https://example.org/after/", "SITE_DIR": site, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", engine, "build", *options]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **told}, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    return {path.relative_to(folder).as_posix(): Article(path.read_text("utf-8")) for path in folder.rglob("*.html")}


def test_zensical_builds_the_same_articles_and_forms() -> None:
    """Every page is there, says the same words, and asks the same."""
    ours, theirs = build("mkdocs"), build("zensical", "-f", "mkdocs.yml")
    assert len(ours) > 100
    assert sorted(ours) == sorted(theirs)
    assert [] == [path for path in ours if "".join(ours[path].words) != "".join(theirs[path].words)]
    assert [] == [path for path in ours if ours[path].fields != theirs[path].fields]
