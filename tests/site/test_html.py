"""Every built page is HTML as it is meant; what the theme gets wrong is listed here, one by one."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from alike import looked_at

ROOT = Path(__file__).parents[2]
# Rule, place and why it stays. Every page has each of these once.
THEMES_OWN = {
    ("valid-autocomplete", "#__drawer"): "The theme's switch for the menu; HTML gives such a box no autocomplete.",
    ("valid-autocomplete", "#__search"): "The same for the search.",
    ("wcag/h32", "header form.md-header__option"): "Light or dark: choosing acts at once, there is nothing to send.",
    ("wcag/h32", "header form.md-search__form"): "The search answers while you type.",
}
OURS = {
    ("wcag/h32", "#interviews-questions"): "Hidden and empty; the tool asks in the forms of its answer.",
    ("wcag/h32", "#what-now-questions"): "Hidden and empty; the tool asks in the forms of its answer.",
}
# html-validate counts children where a person would name the form.
PLACES = {
    "html > body > header > nav > form": "header form.md-header__option",
    "html > body > header > nav > div:nth-child(8) > div > form": "header form.md-search__form",
}


def is_of_many_pages(page: dict[str, str], message: dict[str, str]) -> bool:
    """Tells whether two places have one name only because open-me.html holds all pages; it shows one at a time."""
    return page["filePath"].endswith("/open-me.html") and message["ruleId"] == "unique-landmark"


@pytest.fixture(scope="module")
def pages(built: Path) -> list[Path]:
    """Gives the pages that are looked at."""
    every = {page.relative_to(built).as_posix().removesuffix("index.html"): page for page in built.rglob("*.html")}
    return [every[address] for address in looked_at(every)]


@pytest.fixture(scope="module")
def faults(pages: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Counter[tuple[str, str]]:
    """Gives how often html-validate finds each fault, by its rule and its place in the page."""
    found = tmp_path_factory.mktemp("html") / "found.json"
    # Into a file: through a pipe it would end before all is written.
    command: list[str | Path] = [ROOT / "node_modules/.bin/html-validate", "--formatter", f"json={found}", *pages]
    subprocess.run([*command, "--config", ROOT / ".htmlvalidate.mjs"], capture_output=True, check=False)
    read = json.loads(found.read_text())
    messages = [message for page in read for message in page["messages"] if not is_of_many_pages(page, message)]
    places = [(message["ruleId"], message.get("selector") or message["message"]) for message in messages]
    return Counter((rule, PLACES.get(place, place)) for rule, place in places)


def test_our_pages_have_no_fault(faults: Counter[tuple[str, str]]) -> None:
    """Only what is listed above is found."""
    assert {} == {fault: count for fault, count in faults.items() if fault not in THEMES_OWN | OURS}


@pytest.mark.ours
def test_a_fault_that_is_gone_leaves_the_list(faults: Counter[tuple[str, str]]) -> None:
    """The list holds what is there, and no more."""
    assert [] == [fault for fault in THEMES_OWN | OURS if fault not in faults]


def test_a_fault_of_the_theme_stands_once_on_a_page(faults: Counter[tuple[str, str]], pages: list[Path]) -> None:
    """A second one would be ours."""
    assert [] == [fault for fault in THEMES_OWN if faults[fault] > len(pages)]
