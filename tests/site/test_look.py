"""The look keeps its promises: contrast, one place for colours, nothing from elsewhere."""

import re
from pathlib import Path

import pytest

from followup_site.host.colours import GROUNDS, contrast, palettes

ROOT = Path(__file__).parents[2]
SHEETS = sorted((ROOT / "overrides" / "assets" / "css").glob("*.css"))
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
TOKENS = (ROOT / "overrides" / "assets" / "css" / "tokens.css").read_text()
SETTINGS = (ROOT / "mkdocs.yml").read_text()
PALETTES = palettes({})
WORDS = ("text", "quiet", "accent", "warning", "note", "disputed", "done")


def test_black_on_white_has_the_highest_contrast() -> None:
    """The ruler itself is right."""
    assert 21 == pytest.approx(contrast("#000000", "#ffffff"))


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("word", WORDS)
def test_words_stand_out_seven_to_one(palette: str, word: str) -> None:
    """Every colour for words reaches the enhanced contrast on every ground, in both palettes."""
    colours = PALETTES[palette]
    assert [] == [ground for ground in GROUNDS if contrast(colours[word], colours[ground]) < 7]


@pytest.mark.parametrize("palette", PALETTES)
def test_edges_and_focus_stand_out_three_to_one(palette: str) -> None:
    """What must be seen, though it is no word, reaches the contrast for controls."""
    colours = PALETTES[palette]
    faint = [
        (mark, ground)
        for mark in ("edge", "focus")
        for ground in GROUNDS
        if contrast(colours[mark], colours[ground]) < 3
    ]
    assert [] == faint


@pytest.mark.parametrize("palette", PALETTES)
def test_words_stand_out_on_every_wash(palette: str) -> None:
    """A wash behind words takes nothing from them, and a button's words stand out too."""
    colours = PALETTES[palette]
    washes = [name for name in colours if name.endswith("-soft")]
    assert [] == [wash for wash in washes if contrast(colours["text"], colours[wash]) < 7]
    assert contrast(colours["on-accent"], colours["accent"]) >= 7


def test_both_palettes_name_the_same_colours() -> None:
    """No colour is forgotten in the dark."""
    assert set(PALETTES["light"]) == set(PALETTES["dark"])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_colours_come_from_variables(sheet: Path) -> None:
    """Only tokens.css writes a colour down; a host changes it in one place."""
    if sheet.name == "tokens.css":
        return
    written = re.findall(r":[^;{]*?(#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\()", sheet.read_text())
    assert [] == written


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_variables_that_are_used_exist(sheet: Path) -> None:
    """A misspelt variable would silently leave a colour out."""
    used = set(re.findall(r"var\((--followup-[\w-]+)", sheet.read_text()))
    defined = set(re.findall(r"(--followup-[\w-]+):", TOKENS + sheet.read_text()))
    assert set() == used - defined


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_sheets_fetch_nothing(sheet: Path) -> None:
    """No font, picture or sheet is loaded from a stylesheet."""
    assert [] == re.findall(r"@import|@font-face|url\((?!['\"]?data:)", sheet.read_text())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_keep_the_policy(template: Path) -> None:
    """No inline style, script or handler, and no other host; a block of data and its vocabulary are neither."""
    text = template.read_text().replace('<script type="application/ld+json">', "").replace("https://schema.org", "")
    text = text.replace("http://www.sitemaps.org", "")
    forbidden = r'\sstyle="|<style|<script(?![^>]*\ssrc=)|\son[a-z]+="|https?://'
    assert [] == re.findall(forbidden, text)


def test_every_sheet_is_linked_and_every_link_is_a_sheet() -> None:
    """The list in mkdocs.yml and the folder say the same."""
    linked = re.findall(r"assets/css/([\w-]+\.css)", SETTINGS)
    assert sorted(sheet.name for sheet in SHEETS) == sorted(linked)


def test_the_site_leans_on_little() -> None:
    """Search is the only plugin, there are no hooks, and no font is fetched."""
    plugins = re.search(r"^plugins:\n((?:[ -].*\n)+)", SETTINGS, re.MULTILINE)
    assert plugins is not None
    assert ["search"] == re.findall(r"^  - ([\w/-]+)", plugins[1], re.MULTILINE)
    assert "hooks:" not in SETTINGS
    assert "font: false" in SETTINGS
