"""The search finds the page that helps by the words people type."""

import json
import re
import subprocess
from pathlib import Path

import pytest

TYPE = Path(__file__).parent / "type_into_search.mjs"
# What people type, and the pages that answer it, each by a part of its address.
QUESTIONS = (
    ("how long to wait after final interview", "waiting-well|final-round"),
    ("how long after second interview should I hear back", "waiting-well|final-round"),
    ("is no news good news", "silence"),
    ("recruiter ghosted me", "silence|agencies|silent-recruiter"),
    ("interviewer did not reply to my thank you email", "no-reply|waiting-well|silence"),
    ("should I call after interview", "calling"),
    ("thank you email after phone screen", "guide/phone"),
    ("they said they would call by friday and didn't", "first-check-in"),
    ("is it too late to send a thank you", "guide/thank-you|faq"),
    ("ghosted after interview", "when-to-stop|silence"),
    ("hiring manager on vacation", "waiting-well"),
    ("should I send a thank you in Germany", "abroad"),
    ("how to ask for feedback after rejection", "rejected"),
    ("competing offer", "another-offer"),
    ("handwritten thank you card", "guide/thank-you|rejected"),
    ("two interviewers same email", "panel"),
    ("follow up email template no response", "first-check-in|second-check-in"),
    ("did I get the job signs", "silence"),
    ("they checked my references and then nothing", "reference"),
    ("are you still interested", "are-you-still-interested"),
    ("LinkedIn", "linkedin"),
    ("text message", "text"),
    ("government", "government|public"),
    ("career fair", "fair"),
    ("trial shift", "trial-shift"),
    ("group interview", "group-interview"),
    ("how long after a teaching interview", "schools"),
    ("nurse interview follow up", "health"),
    ("retail job interview call back", "shops"),
    ("informational interview", "informational"),
    ("does a thank you email help", "does-it-help"),
    ("internship interview how long to hear back", "internship"),
    ("follow up after executive interview", "senior-post"),
    ("should I ask about salary in follow up", "salary"),
    ("signs you got the job", "signs"),
    ("interview before Christmas no reply", "holidays"),
    ("how long do employers take to decide", "how-long-they-take"),
    # Others like them.
    ("what to do after an interview", "guide/$|the-hour-after|what-now"),
    ("voicemail script", "voicemail|call-sheet"),
    ("no reply to follow up email", "second-check-in|silence"),
    ("when will I hear back", "waiting-well"),
    ("zoom interview thank you", "video"),
    ("hirevue", "recorded"),
    ("how to write a rejection reply", "rejected"),
    ("stay in touch after rejection", "staying-in-touch"),
    ("withdraw application", "when-to-stop|letters"),
    ("second round interview invitation reply", "next-round"),
    ("time zones", "abroad"),
    ("headhunter", "agencies"),
    ("how many times can I follow up", "when-to-stop"),
    ("christmas holidays", "abroad"),
)
NOTHING = ("pizza recipe", "visa sponsorship", "quantum physics")

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


@pytest.fixture(scope="module")
def found(built: Path) -> dict[str, list[str]]:
    """Gives the pages that the search of the site finds for each question, best first."""
    typed = json.dumps([*(question for question, _ in QUESTIONS), *NOTHING])
    done = subprocess.run(["node", TYPE, built], input=typed, capture_output=True, text=True, check=True)
    pages: dict[str, list[str]] = json.loads(done.stdout)
    return pages


@pytest.mark.parametrize(("typed", "answers"), QUESTIONS, ids=[typed for typed, _ in QUESTIONS])
def test_a_question_leads_to_its_page_among_the_first_three(
    built: Path, found: dict[str, list[str]], typed: str, answers: str
) -> None:
    """A line waits for its page to be written; from that day on it must be found."""
    every = [path.parent.relative_to(built).as_posix() + "/" for path in built.rglob("index.html")]
    if not any(re.search(answers, page) for page in every):
        pytest.skip(f"no page answers this yet: {answers}")
    assert [page for page in found[typed][:3] if re.search(answers, page)], found[typed][:3]


@pytest.mark.parametrize("typed", NOTHING)
def test_a_question_that_no_page_answers_finds_none(found: dict[str, list[str]], typed: str) -> None:
    """A page that shares one word by chance would waste the reader's time."""
    assert [] == found[typed]


def test_pages_for_hosts_and_developers_are_not_found(pages: dict[str, str]) -> None:
    """They speak of letters and plans all the time, to other people."""
    assert [] == [page for page in pages if page.startswith(("hosts/", "developers/"))]
