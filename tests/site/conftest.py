"""Gives the built site to the tests that look at it."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built() -> Path:
    """Gives the folder of the built site; the tests do not build it."""
    folder = Path(os.environ.get("FOLLOWUP_SITE", ROOT / "site"))
    if not (folder / "index.html").exists():
        pytest.fail("build the site first: make site")
    return folder
