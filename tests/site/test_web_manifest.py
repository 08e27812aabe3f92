"""The manifest that lets the site stand on a home screen."""

import json
from pathlib import Path

import pytest

from followup_site.publish.web_manifest import write_manifest


def test_it_is_called_like_the_first_page_and_works_at_any_path(tmp_path: Path) -> None:
    """No address in it begins at the host's root."""
    (tmp_path / "index.html").write_text("<title>Tom &amp; Co - all of it</title>")
    told = json.loads(write_manifest(tmp_path).read_text())
    assert "Tom & Co" == told["name"]
    addresses = [told["start_url"], told["scope"], *(icon["src"] for icon in told["icons"])]
    assert not [one for one in addresses if one.startswith(("/", "http"))]


def test_a_first_page_without_a_title_stops_the_build(tmp_path: Path) -> None:
    """Nothing would be written under the icon."""
    (tmp_path / "index.html").write_text("<p>Hello</p>")
    with pytest.raises(ValueError, match="title"):
        write_manifest(tmp_path)


def test_an_icon_has_the_size_that_is_told(tmp_path: Path) -> None:
    """A host's may be larger than ours."""
    (tmp_path / "index.html").write_text("<title>Ours</title>")
    (tmp_path / "assets" / "images").mkdir(parents=True)
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (512).to_bytes(4) * 2
    (tmp_path / "assets" / "images" / "mark-180.png").write_bytes(head)
    told = json.loads(write_manifest(tmp_path).read_text())
    assert ["any", "512x512"] == [icon["sizes"] for icon in told["icons"]]


def test_its_icons_are_in_the_sources() -> None:
    """Each is a file of ours."""
    from followup_site.publish.web_manifest import icons

    overrides = Path(__file__).parents[2] / "overrides"
    assert all((overrides / icon["src"]).is_file() for icon in icons())


def test_a_host_with_a_logo_hands_out_no_picture_of_ours() -> None:
    """The small picture is theirs, or there is none."""
    from followup_site.publish.web_manifest import icons

    assert ["assets/images/mark.png"] == [icon["src"] for icon in icons(logo="ours.png")]
    assert ["assets/images/mark.svg", "assets/images/mark-180.png"] == [
        icon["src"] for icon in icons(logo="ours.svg", icon="ours.png")
    ]
