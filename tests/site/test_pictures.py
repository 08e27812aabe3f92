"""The pictures of the guide: made from the records, told to those who do not see them, and whole on a phone."""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

import pytest

from followup.rules import rulebook
from followup_site.pages import annotated_pages, clock_pages, deadline_pages, silence_pages, timeline_pages
from followup_site.pages.tags import filled

pytestmark = pytest.mark.ours

SVG = "{http://www.w3.org/2000/svg}"
DRAWN: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "days": timeline_pages.days,
    "silence": silence_pages.silence,
    "deadline": deadline_pages.deadline,
    "clocks": clock_pages.clocks,
}
# What a phone shows of a picture, in pixels, and how wide a letter of its words is at most.
PHONE, LETTER = 350, 6.9


def parsed(html: str) -> ElementTree.Element:
    """The figure as a tree; it must be well-formed."""
    return ElementTree.fromstring(html.replace("data-search-exclude", ""))


def described(html: str) -> str:
    """What is told to those who do not see it."""
    told = re.search(r"<desc[^>]*>(.*?)</desc>", html)
    assert told
    return told[1]


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_has_a_title_and_says_what_it_shows(name: str) -> None:
    """Both are named by the drawing itself."""
    picture = parsed(DRAWN[name]({})).find("svg")
    assert picture is not None
    assert f"{name}-title {name}-words" == picture.get("aria-labelledby")
    assert picture.findtext("title")
    assert picture.findtext("desc")


@pytest.mark.parametrize("name", [*DRAWN, "timeline"])
def test_no_words_leave_the_picture_on_a_phone(name: str) -> None:
    """Each line of words fits between the edges from where it stands."""
    html = filled(f"<followup-{name}/>")
    for x, anchor, words in re.findall(r'<text [^>]*x="([\d.]+)%"[^>]*text-anchor="(\w+)">([^<]*)<', html):
        at, long = float(x) / 100 * PHONE, len(words) * LETTER
        left = {"start": at, "middle": at - long / 2, "end": at - long}[anchor]
        assert left >= -LETTER, words
        assert left + long <= PHONE + LETTER, words


@pytest.mark.parametrize("name", [*DRAWN, "timeline"])
def test_the_policy_of_the_site_holds(name: str) -> None:
    """Classes and attributes only: no style, no script."""
    assert not re.search(r"style=|<script|url\(", filled(f"<followup-{name}/>"))


def test_the_days_are_those_of_the_plan() -> None:
    """A Monday without holidays: 1, 7, 21 and 35 days after it, and no date of this week."""
    assert described(timeline_pages.days({})).startswith(
        "Day 0: interview; day 1: thank-you; day 7: first check-in; day"
    )
    assert not re.search(r"\b20\d\d\b|January|November", timeline_pages.timeline({}))


def test_the_way_through_silence_follows_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that waits three business days sees three."""
    assert "wait 5 business days after the interview" in described(silence_pages.silence({}))
    known = rulebook.figure
    monkeypatch.setattr(silence_pages, "figure", lambda id, key: 3 if id == "K4" else known(id, key))
    assert "wait 3 business days after the interview" in described(silence_pages.silence({}))


def test_a_deadline_is_counted_backwards_to_nothing() -> None:
    """Wednesday to Wednesday: five business days, and none at the weekend between."""
    words = [text.text for text in parsed(deadline_pages.deadline({})).iter("text")]
    assert ["5", "4", "3", "2", "1", "0"] == [word for word in words if word and word.isdigit()]
    assert ["Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"] == [word for word in words if word in DAYS]


DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def test_the_two_clocks_tell_one_moment() -> None:
    """Nine in Singapore is two in Lagos all year."""
    assert "09:00 in Singapore, the dot, is 02:00 in Lagos" in described(clock_pages.clocks({}))


def test_the_annotated_letter_holds_its_four_parts_in_order() -> None:
    """Thanks, the detail, the fit and the next step, each in the letter's own words."""
    html = annotated_pages.annotated({"id": "thank-you-onsite"})
    marked = re.findall(r"<mark><span[^>]*>(\d)</span>\s([^<]*)</mark>", html)
    assert ["1", "2", "3", "4"] == [number for number, _ in marked]
    thanks, detail, fit, following = (words for _, words in marked)
    assert thanks.startswith("Thank you")
    assert detail.startswith("how your team")
    assert fit.startswith("on weekly sales reports")
    assert following.endswith("?")
    assert "&lt;" not in html
