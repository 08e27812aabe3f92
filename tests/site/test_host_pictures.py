"""A host's logo and icon are looked at before a browser meets them."""

import zlib
from pathlib import Path

import pytest

from followup_site.host.mistakes import HostMistake
from followup_site.host.settings import settings


def png(width: int, height: int) -> bytes:
    """Gives a whole picture of that size, all black."""

    def part(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes((8, 0, 0, 0, 0))
    rows = zlib.compress((b"\0" * (width + 1)) * height)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
WRONG = {
    "a torn icon": ("icon", "a.png", png(180, 180)[:90], "the end of this one is missing"),
    "a head alone": ("icon", "a.png", png(180, 180)[:20], "ends in .png"),
    "an icon that is no square": ("icon", "a.png", png(200, 180), "this picture is 200 by 180"),
    "a small icon": ("icon", "a.png", png(16, 16), "a square of at least 180 by 180"),
    "a photograph by another name": ("logo", "a.png", b"\xff\xd8\xff\xe0", "ends in .svg or .png"),
    "a torn logo": ("logo", "a.png", png(90, 30)[:60], "the end of this one is missing"),
    "a drawing with an open tag": ("logo", "a.svg", SVG.replace(b"/></svg>", b">\n</svg>"), "each tag is closed"),
    "a drawing that stops": ("logo", "a.svg", SVG[:60], "each tag is closed"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_picture_that_cannot_be_shown_is_told(name: str, tmp_path: Path) -> None:
    """One sentence, with the line of the setting or of the drawing."""
    key, file, data, may = WRONG[name]
    (tmp_path / file).write_bytes(data)
    (tmp_path / "settings.toml").write_text(f'{key} = "{file}"', encoding="utf-8")
    with pytest.raises(HostMistake) as told:
        settings(tmp_path)
    assert may in str(told.value)
    assert ", line " in str(told.value)
    assert "\n" not in str(told.value)


def test_whole_pictures_can_be_used(tmp_path: Path) -> None:
    """A drawing or a picture of any size as the logo, and a square as the icon."""
    (tmp_path / "logo.svg").write_bytes(SVG)
    (tmp_path / "wide.png").write_bytes(png(90, 30))
    (tmp_path / "icon.png").write_bytes(png(512, 512))
    for logo in ("logo.svg", "wide.png"):
        (tmp_path / "settings.toml").write_text(f'logo = "{logo}"\nicon = "icon.png"', encoding="utf-8")
        assert (logo, "icon.png") == (settings(tmp_path).logo, settings(tmp_path).icon)
