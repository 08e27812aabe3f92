"""The pages made from the rulebook hold every rule, question and source, and their drawings stay readable."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markdown import Markdown

from followup.rules import rulebook
from followup.rules.records import Scale
from followup_site.pages import rule_pages, scales

SCALED = tuple(id for id, question in rulebook.defaults().items() if question.scale)
# The width of a column on a phone of 320 pixels, and of a letter of the drawing.
PHONE = 272
TICK_LETTER = 6.6
MOST_LETTERS = 42


class Headings(HTMLParser):
    """Collects the levels of headings and every id."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.opened += [name for name, _ in attrs if name == "style" or name.startswith("on")]
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))


def read(text: str) -> Headings:
    """Gives the headings and ids of what a tag puts into a page, once Markdown has read it."""
    found = Headings()
    found.feed(Markdown(extensions=["attr_list", "md_in_html", "toc"]).convert(text))
    return found


PAGES = {"rules": rule_pages.rules_table, "disagreements": rule_pages.disagreements, "sources": rule_pages.sources_list}


@pytest.mark.parametrize(
    ("page", "ids"),
    [
        ("rules", [id.lower() for id in rulebook.rules()]),
        ("disagreements", [id.lower() for id in rulebook.defaults()]),
        ("sources", list(rulebook.sources())),
    ],
)
def test_every_record_has_its_anchor_once(page: str, ids: list[str]):
    """A citation leads to one row, and no id stands twice on a page."""
    found = read(PAGES[page]({}))
    assert set(ids) <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


@pytest.mark.parametrize("page", PAGES)
def test_headings_go_down_one_level_at_a_time(page: str):
    """The page's title is level one; what the tag adds begins at two."""
    levels = [1, *read(PAGES[page]({})).levels]
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_holds_no_style_and_no_handler(page: str):
    """The policy of the site refuses both."""
    assert [] == read(PAGES[page]({})).opened


def test_every_question_reaches_the_table_of_contents():
    """Questions are Markdown headings, so that search and contents see them."""
    made = Markdown(extensions=["attr_list", "md_in_html", "toc"])
    made.convert(rule_pages.disagreements({}))
    questions = [child["id"] for group in made.toc_tokens for child in group["children"]]  # type: ignore[attr-defined]
    assert {id.lower() for id in rulebook.defaults()} == set(questions)


@pytest.mark.parametrize("words", ["No reply", "ghosted", "voicemail", "Thank-you note", "Turned down"])
def test_the_rules_page_holds_what_people_type(words: str):
    """Search finds the page by everyday words."""
    assert words in rule_pages.rules_table({})


def test_every_question_leads_to_a_plan_by_another_approach():
    """Nobody is held to our default."""
    page = rule_pages.disagreements({})
    assert len(rulebook.defaults()) == page.count("Plan by other advice:")
    assert 'href="/tools/planner.md#approach=primer"' in page


def test_patient_is_offered_where_it_waits_longer():
    """The patient approach differs in the two waits for the first check-in only."""
    patient = [id for id, question in rulebook.defaults().items() if "patient" in rule_pages.approaches(question)]
    assert ["K4", "K5"] == patient


def scale_of(id: str) -> Scale:
    """Gives the scale of a question that has one."""
    scale = rulebook.defaults()[id].scale
    assert scale is not None
    return scale


@pytest.mark.parametrize("id", SCALED)
def test_the_words_of_a_scale_fit_a_phone(id: str):
    """Each row has a line of its own, short enough for 320 pixels."""
    rows = scales.rows(scale_of(id))
    assert [] == [row.words for row in rows if len(f"{row.name}: {row.words}") > MOST_LETTERS]


@pytest.mark.parametrize("id", SCALED)
def test_no_two_words_of_an_axis_touch(id: str):
    """Ticks stand apart on a phone; on anything wider they stand further apart."""
    ends = [_extent(tick) for tick in scales.ticks(scale_of(id))]
    assert all(right[0] - left[1] >= 4 for left, right in pairwise(ends)), ends


def _extent(tick: scales.Tick) -> tuple[float, float]:
    """Gives where the words of a tick begin and end, in pixels."""
    width, x = TICK_LETTER * len(tick.words), PHONE * tick.x / 100
    start = {"start": x, "middle": x - width / 2, "end": x - width}[tick.anchor]
    return start, start + width


@pytest.mark.parametrize("id", SCALED)
def test_a_scale_is_told_in_words_too(id: str):
    """Who cannot see the drawing reads each row of it."""
    drawing = rule_pages.scale({"id": id})
    for row in scales.rows(scale_of(id)):
        assert f"{row.name}: {row.words}" in drawing
    assert f"/sources/disagreements.md#{id.lower()}" in drawing


def test_a_question_without_a_scale_stops_the_build():
    """A page that asks for a drawing gets one or learns which there are."""
    with pytest.raises(ValueError, match='There is no scale "K9"; there are: K1, K2'):
        rule_pages.scale({"id": "K9"})


def test_a_span_lies_where_its_figures_say():
    """Seven of twenty-one days is a third of the width."""
    formats = next(row for row in scales.rows(scale_of("K4")) if row.name == "phone guide")
    assert (scales.Bar(x=66.67, width=33.33),) == formats.bars


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("wait_business_days", 5, "Wait: 5 business days"),
        ("wait_business_days", 1, "Wait: 1 business day"),
        ("sentences_max", 4, "At most 4 sentences"),
        ("touches_max", 1, "At most 1 try"),
        ("details_count", 1, "Details: 1"),
        ("avoid_from_time", rulebook.hour("P3", "avoid_from_time"), "Avoid from: 11:00"),
        ("wait_calendar_days_min", 7, "Wait: at least 7 calendar days"),
    ],
)
def test_a_figure_is_spoken_with_its_unit(key: str, value: rule_pages.Figure, expected: str):
    """The key of a figure makes its words."""
    assert expected == rule_pages.spoken_figure(key, value)


def test_a_figure_without_a_unit_is_not_spoken():
    """The rulebook would have refused it before."""
    with pytest.raises(ValueError, match="wait does not end in a unit"):
        rule_pages.spoken_figure("wait", 5)
