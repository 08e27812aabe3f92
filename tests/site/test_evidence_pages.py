"""The pages of the voices: drawings that count, tables that read without script, rows that say when they are old."""

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest

from followup.rules import by_country, customs, evidence, evidence_counts, findings, rulebook
from followup_site.pages import country_pages, custom_pages, evidence_pages, survey_pages


class Balance(HTMLParser):
    """Counts what is opened and closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Notes an opened element."""
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes the last opened one, which must be this."""
        assert tag == self.open.pop()

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """A closed one counts for nothing."""


@pytest.mark.parametrize("id", evidence.questions())
def test_a_drawing_says_its_counts_to_those_who_do_not_see_it(id: str) -> None:
    """Its description holds each bar's words and number."""
    drawn = evidence_pages.drawing(evidence.questions()[id])
    told = re.search(r"<desc[^>]*>(.*?)</desc>", drawn)
    assert told
    for bar in evidence_counts.distribution(evidence.questions()[id]):
        assert f"{bar.words}: {bar.count}" in told[1]


@pytest.mark.parametrize("id", evidence.questions())
def test_one_bar_holds_our_default(id: str) -> None:
    """The dot stands once."""
    assert 1 == evidence_pages.drawing(evidence.questions()[id]).count("voices__ours")


@pytest.mark.parametrize("id", [topic.id for topic in evidence.topics().values() if topic.answers])
def test_a_topic_in_words_is_drawn_with_its_counts(id: str) -> None:
    """The dot stands where our default takes a side, and the note speaks of it there alone."""
    topic = evidence.topics()[id]
    drawn = evidence_pages.drawing(topic)
    for bar in evidence_counts.sorted_answers(topic):
        assert f"{bar.words}: {bar.count}" in drawn
    assert bool(topic.ours) == drawn.count("voices__ours") == ("the dot is ours" in drawn)


@pytest.mark.parametrize("id", sorted(evidence.topics().keys() & rulebook.defaults().keys()))
def test_a_disputed_question_leads_to_its_voices(id: str) -> None:
    """With a bar for each answer, or a line that says how many speak where nobody sorted them."""
    line = evidence_pages.drawn_for(id)
    topic = evidence.topics()[id]
    told = sum(topic.field in voice.says for voice in evidence.voices())
    assert f'href="/evidence/{topic.page}.md"' in line
    assert evidence_counts.sentence(topic) in line if topic.answers else f"each of the {told} says" in line


def test_a_table_has_a_row_for_each_voice_that_speaks() -> None:
    """With its own words, not the number behind the drawing."""
    question = evidence.questions()["K4"]
    rows = evidence_pages.table(question)
    assert sum("no_date" in voice.says for voice in evidence.voices()) == rows.count("<tr>") - 1
    assert "several weeks" in rows


PARTS = ("interview", "country", "trade", "public", "told", "never")


@pytest.mark.parametrize(
    ("room", "page"),
    [
        *((survey_pages, page) for page in ("surveys", "helpful", "durations")),
        *((custom_pages, page) for page in ("customs", "customs_table", "law")),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_page_of_rows_is_whole(room: ModuleType, page: str) -> None:
    """What is opened is closed, and no blank line ends the HTML too early."""
    parts = [{"about": about} for about in PARTS] if page == "durations" else [{}]
    text = "".join(getattr(room, page)(part) for part in parts)
    assert "\n\n" not in text
    reader = Balance()
    reader.feed(text)
    assert [] == reader.open


def test_the_parts_of_the_page_hold_every_duration() -> None:
    """None is left out, and none stands twice."""
    page = "".join(survey_pages.durations({"about": about}) for about in PARTS)
    shown = sorted(map(int, re.findall(r'id="duration-(\d+)"', page)))
    assert list(range(1, len(findings.durations()) + 1)) == shown
    with pytest.raises(ValueError, match="no durations about moons"):
        survey_pages.durations({"about": "moons"})


def test_a_figure_is_a_bar_as_long_as_its_share_of_the_longest() -> None:
    """Brazil waits longest of 25 countries, and each is called by its name."""
    text = survey_pages.durations({"about": "country"})
    assert 'Brazil</th><td>39.6 days<svg width="100%" height="8" aria-hidden="true"><rect width="100.0%"' in text
    assert "followup-sorted" in text
    assert "the world" in text


def test_every_survey_says_who_sells_what() -> None:
    """And how far its figures can be trusted."""
    text = survey_pages.surveys({})
    assert len(findings.surveys()) == text.count("Whoever asked sells") == text.count("How far to trust it")
    assert "employers, more than 2,800 of them" in text


def test_what_was_not_found_of_a_country_is_said() -> None:
    """Nothing is known of Finland, and its row says so rather than leaving it out."""
    row = custom_pages.customs({}).split('id="custom-finland"')[1].split("</section>")[0]
    assert 5 == row.count("nothing found")


def test_customs_stand_in_one_table_that_leads_to_each_country() -> None:
    """A wait is told in days, or that none was found."""
    table = custom_pages.customs_table({})
    rows = custom_pages.customs({})
    assert len(by_country.customs()) == table.count("<tr>") - 1
    assert all(f'id="{place}"' in rows for place in re.findall(r'href="#(custom-[^"]+)"', table))
    assert "10 to 42 days" in table.split("Germany")[1].split("</tr>")[0]
    assert "no wait found" in table.split("Japan")[1].split("</tr>")[0]


def test_law_says_until_when_it_holds() -> None:
    """The page's script shows it by the reader's own day."""
    assert 'data-check-by="2027-01-31"' in custom_pages.law({})


@pytest.mark.parametrize("about", ["thanks", "asking"])
def test_a_guide_page_tells_each_country_in_a_fold(about: str) -> None:
    """Without script all stand there; the page's script shows the one that the case names."""
    text = country_pages.countries({"about": about})
    assert "\n\n" not in text
    assert 'data-country="DE"' in text
    assert ("ten days or more" in text) == (about == "asking")
    assert "last looked" in text.split("evidence__due")[1].split("</p>")[0]


DOCS = Path(__file__).parents[2] / "docs"
READERS = [
    page
    for folder in ("guide", "questions", "tools", "about", "letters")
    for page in sorted((DOCS / folder).glob("*.md"))
]
SPEAKS_OF_LAW = re.compile(
    r"\bGDPR\b|\bDirective\b|[A-Z]\w+ Act\b|O\. Reg\.|\bby law\b|[Ll]aw (?:obliges|grants|gives|forbids)"
)
DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
)


@pytest.mark.parametrize("page", READERS, ids=lambda page: page.stem)
def test_a_page_names_a_law_with_its_day_and_until_when_it_was_read(page: Path) -> None:
    """Or leads to the page that has both, and says nothing more of it."""
    for paragraph in page.read_text(encoding="utf-8").split("\n\n"):
        if SPEAKS_OF_LAW.search(paragraph):
            assert "evidence/law.md" in paragraph
            assert DAY.search(paragraph) or "which law, and since when" in paragraph
            assert "<followup-law-due" in page.read_text(encoding="utf-8") or not DAY.search(paragraph)


@pytest.mark.parametrize("country", [one.country for one in customs.notes().values() if "must" in one.asking])
def test_a_sentence_of_a_tool_names_the_law_it_rests_on(country: str) -> None:
    """With its article and a day; Korea's is the only one but for the laws that date the wait."""
    told = customs.notes()[country].asking
    assert re.search(r"\bAct\b.*Article \d+", told)
    assert DAY.search(told)


@pytest.mark.parametrize("law", customs.deadlines().values(), ids=lambda law: law.place)
def test_a_law_that_dates_the_wait_is_named_with_its_day(law: customs.Deadline) -> None:
    """Ontario's regulation, in force since 1 January 2026."""
    assert "O. Reg." in law.note
    assert DAY.search(law.note)


def test_a_page_that_speaks_of_a_law_says_when_it_was_due() -> None:
    """Hidden until the reader's own day has come."""
    shown = custom_pages.law_due({"place": "EU"})
    assert 'data-check-by="2027-01-07"' in shown
    assert "hidden>What is said here of the law was due for a new look on Thursday 7 January 2027." in shown


def test_the_log_of_a_build_names_what_is_due(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """By the day that the build counts from: none on the day of reading, Ontario's law on the last day of January."""
    for day, due in (("2026-11-28", False), ("2027-01-31", True)):
        caplog.clear()
        moment = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), dt.UTC)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
        with caplog.at_level("INFO", logger="mkdocs.followup"):
            custom_pages.customs({})
        assert due == ("Ontario" in caplog.text)


def test_every_row_of_the_law_has_a_day() -> None:
    """Even where the law itself and the copy name none: the day on which it was read."""
    assert len(by_country.laws()) == custom_pages.law({}).count("<dt>Read on</dt>")
