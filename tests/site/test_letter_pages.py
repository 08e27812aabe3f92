"""The letters in pages."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from followup import door
from followup.letters import groups, letters
from followup_site.pages.letter_pages import UnknownLetter, example, gallery, letter
from followup_site.pages.tags import TagsExtension

ROOT = Path(__file__).parents[2]


class Page(HTMLParser):
    """Collects ids, open tags and the text of the examples."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.codes: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag == "code":
            self.codes.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "code":
            self.codes[-1] += data


def page(markdown: str) -> str:
    """The page as Python-Markdown makes it."""
    return Markdown(extensions=["attr_list", "md_in_html", TagsExtension()]).convert(markdown)


@pytest.fixture(scope="module")
def found() -> Page:
    """Every letter of the gallery."""
    return Page(page("<followup-letters/>"))


def test_the_gallery_has_every_letter_under_an_anchor(found: Page) -> None:
    """Headings are Markdown, so that contents and search see them."""
    assert [*letters()] == [id for id in found.ids if id in letters()]
    assert {group.id for group in groups()} <= set(found.ids)
    assert [] == found.open


def test_examples_are_text_to_copy_without_a_script(found: Page) -> None:
    """Whole letters with their empty lines, no missing blank, no handler and no style."""
    assert len(letters()) <= len(found.codes)
    assert any(code.startswith("Hi Dana,\n\nThank you") for code in found.codes)
    assert all("[" not in code for code in found.codes)
    assert set() == {name for name in found.attributes if name == "style" or name.startswith("on")}


def test_one_letter_stands_beside_its_advice() -> None:
    """With when to use it, its limits and their rules."""
    html = page('<followup-letter id="voicemail"/>')
    assert letters()["voicemail"].when in html
    assert "50 to 75 words" in html
    assert 'href="/sources/rules.md#o15"' in html


def test_a_letter_that_does_not_exist_stops_the_build() -> None:
    """A page cannot promise what is not there."""
    with pytest.raises(UnknownLetter, match="love-letter"):
        letter({"id": "love-letter"})
    with pytest.raises(UnknownLetter, match="danced"):
        letter({"id": "check-in", "held": "danced"})


# What only somebody who was spoken with can say.
TALKED = re.compile(r"\b(?:talk(?:ed|ing)?|spoke|speak(?:ing)?|conversation|met|meeting|your team)\b", re.IGNORECASE)


@pytest.mark.parametrize("name", ["recorded", "in-writing"])
def test_a_page_for_an_interview_without_a_talk_shows_no_letter_of_one(name: str) -> None:
    """It warns of such words itself; after a talk the same letter has them."""
    told = (ROOT / f"docs/guide/{name}.md").read_text(encoding="utf-8")
    shown = [page(tag) for tag in re.findall(r"^<followup-letter .*/>$", told, re.MULTILINE)]
    assert 2 <= len(shown)
    assert [] == [code for html in shown for code in Page(html).codes if TALKED.search(code)]
    assert any(TALKED.search(code) for code in Page(page('<followup-letter id="check-in"/>')).codes)


def test_the_gallery_is_the_same_every_time() -> None:
    """It depends on no clock."""
    assert gallery({}) == gallery({})


def test_the_worked_example_is_a_letter_with_one_blank_open() -> None:
    """Sent the morning after, so that "yesterday" is true."""
    shown = example()
    request = {"tool": "writer", "now": shown.now.isoformat(), "fields": shown.fields}
    answer = json.loads(door.answer(json.dumps(request)))
    assert [] == answer["problems"]
    assert ["my_name"] == answer["data"]["missing"]
    assert "meeting me yesterday" in answer["data"]["body"]
