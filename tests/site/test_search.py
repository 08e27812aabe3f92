"""The search finds the page that helps by the words people type."""

import json
import re
from pathlib import Path

import pytest

# As in lunr, which leaves these out of a question.
SMALL_WORDS = {"a", "after", "an", "do", "for", "how", "i", "in", "my", "no", "the", "to", "you"}


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, str]:
    """Gives the words of each page by its address, in small letters."""
    found: dict[str, str] = {}
    for part in json.loads((built / "search" / "search_index.json").read_text())["docs"]:
        page = part["location"].partition("#")[0]
        words = " ".join([part["title"], part["text"], *part.get("tags", ())])
        found[page] = f"{found.get(page, '')} {words}".lower()
    return found


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("thank you email", "guide/thank-you/"),
        ("thank you note", "guide/thank-you/"),
        ("thank you letter", "letters/"),
        ("phone interview", "guide/phone/"),
        ("zoom interview", "guide/video/"),
        ("panel interview", "guide/panel/"),
        ("one-way video", "guide/recorded/"),
        ("how long to wait", "guide/waiting-well/"),
        ("how long to wait", "about/faq/"),
        ("follow up email", "guide/first-check-in/"),
        ("follow up email after no response", "guide/second-check-in/"),
        ("no reply", "guide/silence/"),
        ("no response", "guide/silence/"),
        ("ghosted", "guide/silence/"),
        ("ghosted", "about/faq/"),
        ("ghosted", "sources/rules/"),
        ("voicemail", "guide/voicemail/"),
        ("voicemail", "letters/"),
        ("leave a message", "guide/voicemail/"),
        ("another offer deadline", "guide/another-offer/"),
        ("second interview", "guide/next-round/"),
        ("rejection email", "guide/rejected/"),
        ("feedback after rejection", "guide/rejected/"),
        ("keep in touch", "guide/staying-in-touch/"),
        ("give up", "guide/when-to-stop/"),
        ("recruiter", "guide/agencies/"),
        ("time zone", "guide/abroad/"),
        ("bank holiday", "guide/abroad/"),
        ("calendar file", "tools/planner/"),
        ("template", "letters/"),
    ],
)
def test_what_people_type_leads_to_the_page_that_helps(pages: dict[str, str], typed: str, page: str) -> None:
    """Every word of theirs that the search looks at stands on that page, or begins a word of it."""
    missing = [word for word in re.split(r"[\s-]+", typed) if not re.search(rf"\b{word}", pages[page])]
    assert [] == [word for word in missing if word not in SMALL_WORDS]


def test_forms_and_messages_of_the_tools_are_not_found(pages: dict[str, str]) -> None:
    """They stand in every tool and would hide what is wanted."""
    assert [] == [page for page, words in pages.items() if "getting python for your browser" in words]
