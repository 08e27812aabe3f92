"""What a host's settings may say, and what a mistake in them says."""

from pathlib import Path

import pytest

from followup_site.host.colours import check_contrast, style_sheet
from followup_site.host.leaving_out import without_links, without_markdown_links
from followup_site.host.merging import read_folder
from followup_site.host.mistakes import ROOT, HostMistake
from followup_site.host.settings import Settings, settings
from followup_site.pages.copy_pages import part

EXAMPLE = ROOT / "docs" / "hosts" / "example"
MISTAKES = {
    "a setting that is none": ('name = "A"\nadress = "x"', 2, "did you mean address?"),
    "an address without a slash": ('address = "https://a.example"', 1, "with a slash at its end"),
    "a tool that is none": ('name = "A"\nleave_out = ["callsheet"]', 2, "did you mean call-sheet?"),
    "a list that is a word": ('leave_out = "call-sheet"', 1, 'may be a list like ["call-sheet"]'),
    "a name that is a number": ("name = 3", 1, "may be words in quotation marks"),
    "a status that is none": ('[accessibility]\nstatus = "good"', 2, "full, partial, none"),
    "a day that is none": ('[accessibility]\ndate = "soon"', 2, "a day like 2027-01-15"),
    "a colour that is a word": ('[colours.light]\naccent = "green"', 2, "a colour like #0a5568"),
    "a colour nobody knows": ('[colours.dark]\nacent = "#000000"', 2, "did you mean accent?"),
    "a logo that is not there": (
        'logo = "our.svg"',
        1,
        "a picture in this folder that ends in .svg or .png",
    ),
    "a contact that leads nowhere": ('contact = "ask us"', 1, "an email address or the address of a page"),
    "an imprint that would run": ('imprint = "javascript:alert(1)"', 1, "or a page in docs/, like imprint.md"),
    "an address with a question": ('address = "https://careers.example.org/?a=1/"', 1, "with a slash at its end"),
    "an address without a host": ('address = "https:///"', 1, "with a slash at its end"),
    "a name of spaces": ('name = "  "', 1, "name may be words, or left out"),
    "a name as long as a page": (f'name = "{"x" * 81}"', 1, "at most 80 characters"),
    "no TOML": ('name = "A"\naddress = https', 2, "TOML says"),
}


def test_the_example_can_be_used() -> None:
    """Who copies the filled folder has settings that hold."""
    found = settings(EXAMPLE)
    assert "Northfield Career Centre" == found.name
    assert "mailto:careers@northfield.example" == found.contact_link
    check_contrast(found.colours)


def test_an_empty_folder_is_our_copy(tmp_path: Path) -> None:
    """Nothing told, nothing changed."""
    assert Settings() == settings(tmp_path)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_sentence_with_its_line(name: str, tmp_path: Path) -> None:
    """It names file and line, what was found, and what may stand there."""
    text, line, may = MISTAKES[name]
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    with pytest.raises(HostMistake) as caught:
        settings(tmp_path)
    said = str(caught.value)
    assert f"settings.toml, line {line}: found " in said
    assert may in said
    assert "\n" not in said


def test_faint_words_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The contrast is computed from the colours, and the line of the faint one is told."""
    (tmp_path / "settings.toml").write_text('[colours.light]\naccent = "#7a9fb0"\n', encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(tmp_path))
    with pytest.raises(HostMistake, match=r"line 2: found “#7a9fb0”; accent may be .* 7 to 1 on paper, not 2\.\d"):
        check_contrast(settings().colours)


def test_a_colour_in_capitals_is_the_same_colour(tmp_path: Path) -> None:
    """As programs for pictures write it."""
    (tmp_path / "settings.toml").write_text('[colours.light]\naccent = "#5B2A86"\n', encoding="utf-8")
    assert {"light": {"accent": "#5b2a86"}} == settings(tmp_path).colours


def test_dark_colours_hold_on_screens_alone() -> None:
    """Paper is light, whatever the reader's device is set to."""
    assert style_sheet({"dark": {"on_accent": "#1d0f2b"}}).startswith("@media screen {")
    assert "--followup-on-accent: #1d0f2b;" in style_sheet({"dark": {"on_accent": "#1d0f2b"}})


def test_of_a_link_the_words_stay_and_a_button_goes() -> None:
    """A sentence can still be read; a button without a way is none."""
    html = (
        '<p>The <a href="../../tools/call-sheet/">call sheet</a> and <a href="../../tools/planner/">the planner</a></p>'
    )
    assert '<p>The call sheet and <a href="../../tools/planner/">the planner</a></p>' == without_links(
        html, ["call-sheet"]
    )
    button = '<p><a class="md-button" href="{{ root }}tools/call-sheet/">Prepare the call</a></p>'
    assert "<p></p>" == without_links(button, ["call-sheet"])
    assert html == without_links(html, [])


def test_the_item_that_presents_a_tool_goes_with_it() -> None:
    """A list of tools does not present one that is not there; other pages keep their words."""
    text = "- [**Call sheet**](call-sheet.md): when?\n  It finds the hours.\n- [**Planner**](planner.md): when?\n"
    assert "- [**Planner**](planner.md): when?\n" == without_markdown_links(text, ["call-sheet"])
    assert "See the call sheet." == without_markdown_links(
        "See the [call sheet](../tools/call-sheet.md#x).", ["call-sheet"]
    )


def test_an_imprint_can_be_a_page_of_the_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its link leads there from the foot of each page and from the page about the copy."""
    (tmp_path / "docs" / "legal").mkdir(parents=True)
    (tmp_path / "docs" / "legal" / "imprint.md").touch()
    (tmp_path / "settings.toml").write_text('imprint = "legal/imprint.md"', encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(tmp_path))
    assert "legal/imprint/" == settings().imprint_place
    assert "[Imprint](../legal/imprint.md)" in part({"part": "operator"})
    (tmp_path / "settings.toml").write_text('imprint = "legal/imprnt.md"', encoding="utf-8")
    with pytest.raises(HostMistake, match=r"like imprint\.md"):
        settings()


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_a_picture_is_one(name: str, tmp_path: Path) -> None:
    """Whatever its file is called."""
    (tmp_path / "settings.toml").write_text(f'logo = "{name}"', encoding="utf-8")
    (tmp_path / name).write_text("hello", encoding="utf-8")
    with pytest.raises(HostMistake, match="may be the name of a picture"):
        settings(tmp_path)


MISPLACED = {
    "rules/readme.md": "rules may hold files that end in .toml",
    "rules/sub/ours.toml": "rules may hold files that end in .toml",
    "words/actions.txt": "words may hold files that end in .toml",
    "letters/check-in.md": "letters may hold files that end in .txt.jinja",
    "settings.toml/x": "settings.toml may be a file",
    "closures.toml/x": "closures.toml may be a file",
    "rules": "rules may be a folder",
    "docs": "docs may be a folder",
    "pages/x.md": "the folder may hold README.md",
    "settings.yaml": "the folder may hold README.md",
}


@pytest.mark.parametrize("name", MISPLACED)
def test_what_nobody_would_read_is_told(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A host is not left to wonder why a change does nothing."""
    host = tmp_path / "host"
    (host / name).parent.mkdir(parents=True)
    (host / name).write_text("x", encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(host))
    with pytest.raises(HostMistake) as caught:
        read_folder()
    assert ", line 1: found " in str(caught.value)
    assert MISPLACED[name] in str(caught.value)
