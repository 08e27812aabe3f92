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


@pytest.mark.nightly
def test_the_successor_builds_the_same_pages(tmp_path: Path) -> None:
    """ProperDocs reads the same settings and makes the same site, for a subfolder of another host and another name."""
    told = {"SITE_URL": "https://example.org/after/", "SITE_NAME": "Another name"}
    ours, others = (build(engine, tmp_path / engine, **told) for engine in ("mkdocs", "properdocs"))
    assert sorted(ours) == sorted(others)
    assert [] == [path for path in ours if ours[path] != others[path]]
