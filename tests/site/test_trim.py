"""What the theme brings along and nobody loads is gone after the build."""

from pathlib import Path

import pytest

from followup_site.publish.trim import trim


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Gives a folder like a site fresh from the theme."""
    for name in ("assets/app/main.js", "assets/javascripts/bundle.js", "assets/javascripts/bundle.js.map"):
        _write(tmp_path / name, "12345")
    for name in ("min/lunr.de.min.js", "tinyseg.js"):
        _write(tmp_path / "assets/javascripts/lunr" / name, "123")
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_maps_and_search_languages_go_and_the_rest_stays(site: Path) -> None:
    """Only the scripts that a page loads are left."""
    trim(site)
    left = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {"assets/app/main.js", "assets/javascripts/bundle.js"} == left


def test_the_saved_bytes_are_told(site: Path) -> None:
    """One map of five bytes and two languages of three."""
    assert 11 == trim(site)


def test_a_trimmed_site_stays_as_it_is(site: Path) -> None:
    """Trimming twice is trimming once."""
    trim(site)
    assert 0 == trim(site)
