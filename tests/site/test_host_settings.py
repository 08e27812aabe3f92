"""What a host's settings may say, and what a mistake in them says."""

from pathlib import Path

import pytest

from followup_site.host.colours import check_contrast, style_sheet
from followup_site.host.leaving_out import without_links, without_markdown_links
from followup_site.host.mistakes import ROOT, HostMistake
from followup_site.host.settings import Settings, settings

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
