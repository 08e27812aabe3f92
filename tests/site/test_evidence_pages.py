"""The pages of the voices: drawings that count, tables that read without script, rows that say when they are old."""

import re
from html.parser import HTMLParser

import pytest

from followup.rules import evidence, rulebook
from followup_site.pages import country_pages, evidence_pages


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
    for bar in evidence.distribution(evidence.questions()[id]):
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
    for bar in evidence.sorted_answers(topic):
        assert f"{bar.words}: {bar.count}" in drawn
    assert bool(topic.ours) == drawn.count("voices__ours") == ("the dot is ours" in drawn)


@pytest.mark.parametrize("id", sorted(evidence.topics().keys() & rulebook.defaults().keys()))
def test_a_disputed_question_leads_to_its_voices(id: str) -> None:
    """With a bar for each answer, or a line that says how many speak where nobody sorted them."""
    line = evidence_pages.drawn_for(id)
    topic = evidence.topics()[id]
    told = sum(topic.field in voice.says for voice in evidence.voices())
    assert f'href="/evidence/{topic.page}.md"' in line
    assert evidence.sentence(topic) in line if topic.answers else f"each of the {told} says" in line


def test_a_table_has_a_row_for_each_voice_that_speaks() -> None:
    """With its own words, not the number behind the drawing."""
    question = evidence.questions()["K4"]
    rows = evidence_pages.table(question)
    assert sum("no_date" in voice.says for voice in evidence.voices()) == rows.count("<tr>") - 1
    assert "several weeks" in rows


@pytest.mark.parametrize("page", ["surveys", "durations", "customs", "law"])
def test_a_page_of_rows_is_whole(page: str) -> None:
    """What is opened is closed, and no blank line ends the HTML too early."""
    text = getattr(evidence_pages, page)({})
    assert "\n\n" not in text
    reader = Balance()
    reader.feed(text)
    assert [] == reader.open


def test_law_says_until_when_it_holds() -> None:
    """The page's script shows it by the reader's own day."""
    assert 'data-check-by="2027-01-31"' in evidence_pages.law({})


@pytest.mark.parametrize("about", ["thanks", "asking"])
def test_a_guide_page_tells_each_country_in_a_fold(about: str) -> None:
    """Without script all stand there; the page's script shows the one that the case names."""
    text = country_pages.countries({"about": about})
    assert "\n\n" not in text
    assert 'data-country="DE"' in text
    assert ("ten days or more" in text) == (about == "asking")
    assert "last looked" in text.split("evidence__due")[1].split("</p>")[0]


def test_a_page_that_speaks_of_a_law_says_when_it_was_due() -> None:
    """Hidden until the reader's own day has come."""
    shown = evidence_pages.law_due({"place": "EU"})
    assert 'data-check-by="2027-01-07"' in shown
    assert "hidden>What is said here of the law was due for a new look on Thursday 7 January 2027." in shown
