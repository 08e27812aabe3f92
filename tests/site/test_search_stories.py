"""What people tell the search in whole sentences leads to the page for it, on an index made of the pages as written."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import material
import pytest

ROOT = Path(__file__).parents[2]
TYPE = Path(__file__).parent / "type_into_search.mjs"
ASKS_BACK = "tools/what-now/"
# A story, and the pages that treat it.
STORIES = (
    ("they offerd me the job but nothing in writing", "offer-coming"),
    ("I said yes on the phone to the job, how do I put that in an email", "after-you-accepted|offer-in-writing"),
    ("i dont want the job anymore, interview was last week, no decision yet", "when-to-stop"),
    ("They want me to decide by tomorrow and i need till monday", "offer-in-writing"),
    ("the pay is lower than what we talked about", "offer-in-writing|salary"),
    ("my interviewer didnt show up on zoom", "they-did-not-come"),
    ("the hiring manager never turned up", "they-did-not-come"),
    ("I missed my interview, overslept", "invited-no-day"),
    ("i need to reschedule because my kid is sick", "invited-no-day"),
    ("the agency lady says the client hasn't decided", "agencies"),
    ("they said the position is on hold until january", "on-hold"),
    ("the role got cancelled, budget cuts", "rejected"),
    ("they offerd the job to someone else", "second-choice|rejected"),
    ("they didn't offer me the job but a different one, less senior", "offer-coming"),
    ("forgot to tell them i have a driving licence, it was a requirement", "thank-you"),
    ("i think i messed up a question badly", "thank-you"),
    ("my start date was supposed to be the 1st and now they don't answer", "after-you-accepted"),
    ("i was told they went with an internal candidate", "rejected"),
    ("the recruiter says theyre still deciding", "waiting-well|agencies"),
    ("they said friday, its monday now and nothing", "first-check-in"),
    ("the job is posted again on indeed, same title", "signs"),
    ("someone from the team viewed my linkedin", "signs|linkedin"),
)
# The same words of their doing, and of the reader's.
OPPOSITES = (
    ("how do I turn them down", "offer-in-writing", "rejected"),
    ("turning down the offer", "offer-in-writing", "rejected"),
    ("they turned me down", "rejected", "offer-in-writing"),
    ("they withdrew the offer", "after-you-accepted|rejected", "when-to-stop"),
    ("my job offer was pulled", "after-you-accepted|rejected", "when-to-stop"),
    ("I want to withdraw my application", "when-to-stop", "after-you-accepted"),
)
LOST = ("best pizza in town with pineapple on it", "got a no today", "xylophone zebra quokka wombat")
NOTHING = ("pizza recipe", "quantum physics", "")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The pages found for each sentence, best first."""
    site = tmp_path_factory.mktemp("site")
    workers = Path(material.__file__).parent / "templates/assets/javascripts/workers"
    shutil.copytree(workers, site / "assets/javascripts/workers", ignore=shutil.ignore_patterns("*.map"))
    (site / "assets/look").mkdir()
    shutil.copy(ROOT / "overrides/assets/look/search.js", site / "assets/look")
    (site / "search").mkdir()
    (site / "search/search_index.json").write_text(json.dumps(_index()), encoding="utf-8")
    typed = [*(story for story, _ in STORIES), *(one for one, _, _ in OPPOSITES), *LOST, *NOTHING]
    done = subprocess.run(["node", TYPE, site], input=json.dumps(typed), capture_output=True, text=True, check=True)
    pages: dict[str, list[str]] = json.loads(done.stdout)
    return pages


def _index() -> dict[str, object]:
    """The index as the site's plugin writes it, a page in one piece."""
    fields = {"title": {"boost": 4}, "tags": {"boost": 6}, "text": {"boost": 1}}
    config = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": fields}
    pages = [
        *(ROOT / "docs").glob("guide/*.md"),
        *(ROOT / "docs").glob("questions/*.md"),
        ROOT / "docs/tools/what-now.md",
    ]
    return {"config": config, "docs": [_page(path) for path in sorted(pages)]}


def _page(path: Path) -> dict[str, object]:
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    tags = re.search(r"^tags: \[(.*)\]$", head, re.MULTILINE)
    title = re.search(r"^# (.*)$", text, re.MULTILINE)
    location = f"{path.relative_to(ROOT / 'docs').with_suffix('')}/".replace("index/", "")
    return {
        "location": location,
        "title": title[1] if title else "",
        "text": re.sub(r"<[^>]+>|\[\[[^\]]*\]\]|[#*|`]", " ", text),
        "tags": tags[1].split(", ") if tags else [],
    }


@pytest.mark.parametrize(("story", "answers"), STORIES, ids=[story for story, _ in STORIES])
def test_a_story_leads_to_its_page_among_the_first_three(found: dict[str, list[str]], story: str, answers: str):
    """Most of its words stand on no page, and the few that do are enough."""
    assert [page for page in found[story][:3] if re.search(answers, page)], found[story][:5]


@pytest.mark.parametrize(("typed", "right", "wrong"), OPPOSITES, ids=[typed for typed, _, _ in OPPOSITES])
def test_who_did_it_is_told_apart(found: dict[str, list[str]], typed: str, right: str, wrong: str):
    """Whoever turns them down is not the one whom they turned down."""
    places = found[typed]
    assert re.search(right, places[0]), places[:5]
    assert not re.search(wrong, places[0])


@pytest.mark.parametrize("typed", LOST)
def test_a_story_that_no_page_answers_leads_to_the_tool_that_asks_back(found: dict[str, list[str]], typed: str):
    """Nobody who wrote so much goes away with nothing."""
    assert ASKS_BACK == found[typed][0]


@pytest.mark.parametrize("typed", NOTHING)
def test_a_word_or_two_about_something_else_find_nothing(found: dict[str, list[str]], typed: str):
    """A page that shares one word by chance would waste the reader's time."""
    assert [] == found[typed]
