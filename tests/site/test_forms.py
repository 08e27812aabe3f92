"""Tests of the forms made from questions."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from followup.model.case import Case
from followup.model.question import asked
from followup.model.wording import Words
from followup_site.forms import places
from followup_site.forms.form_html import form_html


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One item of the list below."""

    name: str = asked(Words(label="Name", help="As you say it."), private=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """One question of most kinds."""

    kind: str = asked(
        Words(label="Kind"), kind="choice", choices=lambda: (("a", "First"), ("b", "Second")), default="b"
    )
    when: str = asked(Words(label="When"), kind="moment", when=("kind", ("a", "c")))
    known: bool | None = asked(Words(label="Known"), kind="flag", default=None)
    why: str = asked(Words(label="Why"), when=("kind", ("a", "b")), needed_when=("a",))
    agreed: bool = asked(Words(label="Agreed"), kind="flag", default=True)
    text: str = asked(Words(label="Text"), kind="long", rare=True)
    items: tuple[Item, ...] = asked(Words(label="Items", item="item"), default=(), limit=3)
    days: tuple[str, ...] = asked(Words(label="Days", item="day"), kind="date", default=(), shown=1)


@dataclass
class Found(HTMLParser):
    """What a form holds: its start tags with their attributes."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes one tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def named(self, name: str) -> tuple[str, dict[str, str]]:
        """Gives the control of that path."""
        return next(one for one in self.tags if one[1].get("name") == name)


def found(html: str) -> Found:
    """Gives the tags of some HTML."""
    parser = Found()
    parser.feed(html)
    return parser


@pytest.fixture(scope="module")
def form() -> Found:
    """The form of the questions above."""
    return found(form_html("thing", Questions, submit="Go"))


@pytest.fixture(scope="module")
def planner() -> Found:
    """The planner's form."""
    return found(form_html("planner", Case, submit="Show my plan"))


def test_every_control_has_a_label_and_a_place_for_its_problem(planner: Found):
    """Also those that a list adds later."""
    labels = {one.get("for") for tag, one in planner.tags if tag == "label"}
    problems = {one["id"] for _, one in planner.tags if "data-problem-of" in one}
    for _, one in planner.tags:
        if "data-kind" in one:
            assert one["id"] in labels
            assert one["aria-describedby"].split()[-1] in problems


def test_every_id_stands_once(planner: Found):
    """Labels and hints find their one control."""
    ids = [one["id"] for _, one in planner.tags if "id" in one]
    assert len(ids) == len(set(ids))


def test_names_are_paths(planner: Found):
    """The door's problems name the same paths."""
    assert "input" == planner.named("rounds[0].interviewers[0].name")[0]
    assert "date" == planner.named("promise.from")[1]["type"]


def test_a_hint_is_read_with_its_control(form: Found):
    """The hint's id is named first."""
    assert "thing-items-__0__-name-hint" in form.named("items[__0__].name")[1]["aria-describedby"]


def test_the_first_interview_and_the_first_person_are_there(planner: Found):
    """A reader begins to type without pressing anything."""
    assert planner.named("rounds[0].interviewers[0].part")
    assert not [one for _, one in planner.tags if one.get("name", "").startswith("events[0]")]


def test_a_default_is_chosen(form: Found):
    """The second of two."""
    chosen = [one["value"] for tag, one in form.tags if tag == "option" and "selected" in one]
    assert ["b"] == chosen
    assert "checked" in form.named("agreed")[1]


def test_a_condition_names_its_path_and_values(form: Found):
    """The page's script needs no more than these two."""
    conditions = [(one["data-when"], one["data-is"]) for _, one in form.tags if "data-is" in one]
    assert ("kind", "a c") == conditions[0]


def test_a_condition_inside_a_list_names_its_own_item(planner: Found):
    """An event's outcome depends on that event's kind."""
    conditions = {one["data-when"] for _, one in planner.tags if "data-when" in one}
    assert "events[__0__].kind" in conditions


@pytest.mark.parametrize(("name", "kind"), [("when", "datetime-local"), ("days[0]", "date")])
def test_dates_are_typed_into_native_fields(form: Found, name: str, kind: str):
    """A picker made of script would shut readers out."""
    assert kind == form.named(name)[1]["type"]


def test_what_the_reader_knows_is_offered_by_the_page(planner: Found):
    """Today and the reader's zone; a stranger's zone is not guessed."""
    assert "today" == planner.named("rounds[0].date")[1]["data-starts-as"]
    assert "zone" == planner.named("my_zone")[1]["data-starts-as"]
    assert "data-starts-as" not in planner.named("rounds[0].interviewers[0].zone")[1]


def test_names_are_marked_private(planner: Found):
    """A link that reproduces the case leaves them out."""
    marked = {one["name"] for _, one in planner.tags if "data-private" in one and "__" not in one["name"]}
    assert {"company", "rounds[0].interviewers[0].name", "rounds[0].interviewers[0].email"} == marked


def test_without_a_script_nothing_is_sent(planner: Found):
    """A form of the method dialog goes nowhere by itself."""
    form = next(one for tag, one in planner.tags if tag == "form")
    assert "dialog" == form["method"]


def test_a_form_has_no_style_and_no_script(planner: Found):
    """The policy of the site forbids both."""
    assert not [one for _, one in planner.tags if "style" in one or any(name.startswith("on") for name in one)]


def test_zones_are_listed_by_country_and_city():
    """Somebody in Boston looks for the United States."""
    words = {place.value: place.words for place in places.zones()}
    assert "United States: New York, Eastern (most areas)" == words["America/New_York"]
    assert "UTC" == words["UTC"]


def test_every_country_with_a_calendar_is_listed():
    """By name, and its regions know it."""
    countries = {place.value for place in places.countries()}
    assert {"US", "GB", "JP"} <= countries
    assert {place.country for place in places.subdivisions()} <= countries


def test_a_box_without_a_default_follows_the_answer(form: Found):
    """Until the reader touches it; one with a default is always told."""
    assert "data-follows" in form.named("known")[1]
    assert "data-follows" not in form.named("agreed")[1]


def test_beside_a_question_stands_whether_it_is_needed(form: Found):
    """It depends on another answer, and the control names the place."""
    _, why = form.named("why")
    (told,) = [tag for tag in form.tags if tag[1].get("id") == "thing-why-status"]
    assert "thing-why-status" in why["aria-describedby"].split()
    assert "p" == told[0]
    conditions = [
        (one.get("data-is"), one.get("data-is-not")) for _, one in form.tags if one.get("data-when") == "kind"
    ]
    assert [("a", None), (None, "a")] == conditions[-2:]
