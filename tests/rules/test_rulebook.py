"""The rulebook holds every rule of the sources and refuses what cannot be relied on."""

import datetime as dt
import re
import tomllib
from importlib.resources import files

import pytest

from followup.rules import rulebook
from followup.rules.records import OURS
from followup.rules.rulebook_records import RulebookError, read_defaults, read_rules, read_sources
from followup.rules.said_in import is_said

SOURCES = ("staffing", "primer", "checklist", "resume", "formats")


def numbered(letter: str, count: int) -> tuple[str, ...]:
    """Gives letter1 to letter`count`."""
    return tuple(f"{letter}{number}" for number in range(1, count + 1))


EXPECTED_RULES = (
    *numbered("T", 23),
    *numbered("C", 14),
    *numbered("P", 8),
    *numbered("R", 4),
    "G1",
    *numbered("O", 48),
)


def test_every_rule_stands_in_the_book_in_order():
    """The ids are those of the advice, then our own choices."""
    assert EXPECTED_RULES == tuple(rulebook.rules())


def test_every_disputed_question_has_a_default():
    """K1 to K21 are all there."""
    assert numbered("K", 21) == tuple(rulebook.defaults())


def test_the_sources_are_the_five():
    """Their ids are the words that citations show."""
    assert SOURCES == tuple(rulebook.sources())


def test_every_source_stands_behind_a_rule_and_in_a_question():
    """No source is listed for show."""
    cited = {source for rule in rulebook.rules().values() for source in rule.sources}
    asked = {source for question in rulebook.defaults().values() for source in question.says}
    assert {*SOURCES, OURS} == cited
    assert set(SOURCES) == asked


@pytest.mark.parametrize("id", EXPECTED_RULES)
def test_a_rule_is_ours_alone_or_not_at_all(id: str):
    """Our own choices never borrow a source's name, and a source's rule never hides one of ours."""
    assert id.startswith("O") == (OURS in rulebook.rules()[id].sources)
    assert (OURS in rulebook.rules()[id].sources) == (rulebook.rules()[id].sources == (OURS,))


@pytest.mark.parametrize("id", EXPECTED_RULES)
def test_a_source_that_speaks_in_a_rule_is_among_its_sources(id: str):
    """What `says` quotes is a position of a named source."""
    rule = rulebook.rules()[id]
    assert set(rule.says) <= set(rule.sources)


# Read in the five documents, one row each.
FIGURES = (
    ("T2", "wait_hours", 2, {"staffing"}),
    ("T3", "deadline_hours", 48, {"staffing"}),
    ("T4", "deadline_hours", 24, {"primer"}),
    ("T5", "deadline_hours", 24, {"checklist"}),
    ("T6", "wait_business_days", 1, {"resume"}),
    ("T7", "deadline_minutes", 60, {"formats"}),
    ("T13", "sentences_max", 4, {"primer", "checklist", "resume", "formats"}),
    ("C1", "wait_business_days", 5, {"primer"}),
    ("C2", "wait_calendar_days", 7, {"staffing", "checklist"}),
    ("C3", "wait_calendar_days", 14, {"formats"}),
    ("C5", "wait_calendar_days", 7, {"resume"}),
    ("C8", "paragraphs_max", 3, {"primer", "checklist", "resume"}),
    ("C9", "wait_calendar_days_max", 14, {"primer"}),
    ("C12", "touches_max", 2, {"primer"}),
    ("P7", "wait_days_max", 2, {"primer"}),
    ("R4", "meeting_minutes", 20, {"resume"}),
    ("O5", "wait_business_days", 10, {OURS}),
    ("K6", "target_calendar_days", 14, None),
    ("K11", "warning_sentences", 7, None),
)


@pytest.mark.parametrize(("id", "key", "expected", "sources"), FIGURES)
def test_a_figure_is_the_one_its_source_gives(id: str, key: str, expected: int, sources: set[str] | None):
    """Figure and sources stand as they were read."""
    assert expected == rulebook.figure(id, key)
    assert sources is None or sources == set(rulebook.rules()[id].sources)


def test_lunch_is_from_eleven_to_one():
    """The staffing firm names both hours."""
    assert dt.time(11) == rulebook.hour("P3", "avoid_from_time")
    assert dt.time(13) == rulebook.hour("P3", "avoid_to_time")


def test_a_figure_and_an_hour_are_not_mixed_up():
    """Asking for the wrong kind is our mistake and says so."""
    with pytest.raises(TypeError, match="P3: avoid_from_time is a time of day"):
        rulebook.figure("P3", "avoid_from_time")
    with pytest.raises(TypeError, match="C1: wait_business_days is no time of day"):
        rulebook.hour("C1", "wait_business_days")


def test_every_scale_holds_its_marks():
    """No span or best point lies off the line, and our default always stands on it."""
    scales = [(id, each.scale) for id, each in rulebook.defaults().items() if each.scale]
    for id, scale in scales:
        first, last = scale.ticks[0][0], scale.ticks[-1][0]
        points = [point for mark in scale.marks for span in mark.spans for point in span]
        assert all(first <= point <= last for point in points), id
        assert OURS == scale.marks[-1].source, id
        assert sorted(value for value, _ in scale.ticks) == [value for value, _ in scale.ticks], id


def test_a_mark_on_a_scale_belongs_to_a_source_that_speaks():
    """What is drawn is also told in words."""
    for id, question in rulebook.defaults().items():
        drawn = {mark.source for mark in question.scale.marks} if question.scale else {OURS}
        assert drawn <= {*question.says, OURS}, id


@pytest.mark.parametrize(
    ("id", "credit", "place"),
    [
        ("T4", "career blog", "sources/rules/#t4"),
        ("C2", "staffing firm, checklist", "sources/rules/#c2"),
        ("O7", "our choice", "sources/rules/#o7"),
        ("K4", "our default", "sources/disagreements/#k4"),
    ],
)
def test_a_rule_tells_who_stands_behind_it_and_where(id: str, credit: str, place: str):
    """A reason can name its sources and link to the row."""
    assert credit == rulebook.credit(id)
    assert place == rulebook.place(id)


GOOD_RULE = {"id": "T1", "applies_to": "thank-you", "title": "Write.", "reason": "It helps.", "sources": ["primer"]}
GOOD_SCALE = {"title": "Days", "ticks": [0, 7], "tick_words": ["0", "7"]}


def toml(kind: str, **words: object) -> str:
    """Gives one record as TOML; None leaves a key out."""
    lines = [f"{key} = {_value(value)}" for key, value in words.items() if value is not None]
    return "\n".join([f"[[{kind}]]", *lines, ""])


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_value(item)}" for key, item in value.items()) + "}"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sources": ["blog"]}, "T1: unknown source `blog`"),
        ({"says": {"blog": "No."}}, "T1: unknown source `blog`"),
        ({"reason": None}, "T1: `reason` is missing or empty"),
        ({"reason": ""}, "T1: `reason` is missing or empty"),
        ({"sources": []}, "T1: `sources` is missing or empty"),
        ({"wait": 5}, "T1: `wait` does not end in a unit"),
        ({"wait_business_days": 2.5}, "T1: `wait_business_days` needs a whole number"),
        ({"send_time": 9}, "T1: `send_time` needs a whole number, or a time"),
        ({"applies_to": "letter"}, "T1: unknown applies_to `letter`"),
        ({"id": None}, "a record without an id: `id` is missing"),
    ],
)
def test_a_bad_rule_is_refused_by_name(change: dict[str, object], message: str):
    """The error says which record and what to mend."""
    with pytest.raises(RulebookError, match=message):
        read_rules(toml("rule", **{**GOOD_RULE, **change}), SOURCES)


def test_two_rules_with_one_id_are_refused():
    """An id leads to one row only."""
    with pytest.raises(RulebookError, match="T1: two records have this id"):
        read_rules(toml("rule", **GOOD_RULE) * 2, SOURCES)


def test_a_good_rule_keeps_its_figures():
    """Units stay in the key."""
    read = read_rules(toml("rule", **GOOD_RULE, wait_business_days=5, feeds={"wait_business_days": ["plan"]}), SOURCES)
    assert {"wait_business_days": 5} == dict(read["T1"].figures)
    assert {"wait_business_days": ("plan",)} == dict(read["T1"].feeds)


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({}, "T1: say what `wait_business_days` feeds"),
        ({"feeds": {"wait_business_days": ["moon"]}}, "T1: unknown feed of wait_business_days `moon`"),
        ({"feeds": {"wait_business_days": ["sentence"]}}, "T1: no sentence says that `wait_business_days` is 5"),
        ({"feeds": {"wait_days": ["plan"]}}, "T1: `wait_days` feeds something and is no figure of it"),
        (
            {"feeds": {"wait_business_days": ["plan"]}, "shown_only": {"wait_business_days": "It is told."}},
            "T1: say what `wait_business_days` feeds",
        ),
    ],
)
def test_a_figure_that_does_not_say_what_it_feeds_is_refused(told: dict[str, object], message: str) -> None:
    """Nobody can change a number and leave a sentence behind that says the old one."""
    with pytest.raises(RulebookError, match=re.escape(message)):
        read_rules(toml("rule", **GOOD_RULE, wait_business_days=5, **told), SOURCES)


@pytest.mark.parametrize(
    ("key", "value", "sentence", "expected"),
    [
        ("wait_calendar_days", 7, "Write after a week.", True),
        ("wait_calendar_days", 14, "Write after a week.", False),
        ("deadline_hours", 48, "Send it within two days.", True),
        ("deadline_hours", 24, "Send it within the first day.", True),
        ("wait_business_days", 1, "Once the promised date has passed, you may call.", False),
        ("target_minutes", 30, "Aim for half an hour.", True),
        ("touches_max", 2, "No more than twice.", True),
        ("avoid_from_time", dt.time(11), "Not from 11:00 on.", True),
    ],
)
def test_a_sentence_says_a_figure_in_digits_or_words(
    key: str, value: int | dt.time, sentence: str, expected: bool
) -> None:
    """Weeks for seven days, days for 24 hours, and no other number."""
    assert expected == is_said(key, value, sentence)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"rules": ["T99"]}, "K1: unknown rule `T99`"),
        ({"says": {"ours": "We say."}}, "K1: unknown source `ours`"),
        ({"why": None}, "K1: `why` is missing or empty"),
        ({"scale": GOOD_SCALE}, "K1: the scale needs a title"),
        ({"scale": {**GOOD_SCALE, "tick_words": ["0"], "marks": {}}}, "K1: the scale needs a title"),
        ({"scale": {**GOOD_SCALE, "marks": {"blog": {"words": "7", "spans": []}}}}, "K1: unknown source `blog`"),
    ],
)
def test_a_bad_default_is_refused_by_name(change: dict[str, object], message: str):
    """A disputed question must rest on known rules and known sources."""
    good = {
        "id": "K1",
        "applies_to": "thank-you",
        "question": "When?",
        "default": "Soon.",
        "why": "It helps.",
        "principles": [2],
        "planned": True,
        "rules": ["T1"],
        "says": {"primer": "Soon."},
    }
    with pytest.raises(RulebookError, match=message):
        read_defaults(toml("default", **{**good, **change}), SOURCES, read_rules(toml("rule", **GOOD_RULE), SOURCES))


def test_a_source_without_a_date_line_is_refused():
    """Every source says when it spoke, even if only that it does not say."""
    with pytest.raises(RulebookError, match="blog: `covers` is missing or empty"):
        read_sources(toml("source", id="blog"))


def test_no_record_of_the_file_is_dropped():
    """Every rule that somebody wrote down reaches the book."""
    text = (files("followup") / "data" / "rules" / "rules.toml").read_text(encoding="utf-8")
    assert len(tomllib.loads(text)["rule"]) == len(rulebook.rules())


def test_a_reason_is_credited_to_a_source_of_its_rule_alone():
    """Our own reasons never borrow a name."""
    with pytest.raises(RulebookError, match="T1: unknown source of the rule `resume`"):
        read_rules(toml("rule", **GOOD_RULE, reason_by=["resume"]), SOURCES)


def test_no_more_than_seven_words_of_a_source_are_quoted():
    """A longer run would be a sentence of theirs."""
    fields = ("name", "title", "speaks", "dated", "covers", "withheld", "withheld_because")
    with pytest.raises(RulebookError, match="blog: quote at most 7 words in a row"):
        read_sources(
            toml("source", id="blog", **dict.fromkeys(fields, "x"), quotes=["one two three four five six seven eight"])
        )


def test_no_record_counts_sources_in_words():
    """A number in a sentence would stay when a source joins or leaves; the names say more."""
    counted = re.compile(r"\b(?:one|two|three|four|both|all five|most)(?: of the)? sources?\b", re.IGNORECASE)
    texts = [
        text for rule in rulebook.rules().values() if OURS not in rule.sources for text in (rule.title, rule.reason)
    ]
    texts += [text for question in rulebook.defaults().values() for text in (question.default, question.why)]
    assert [] == [text for text in texts if counted.search(text)]
