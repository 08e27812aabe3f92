"""The evidence: records that can be relied on, and tallies counted from them."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from moving import book, changed

from followup.rules import by_country, customs, evidence, evidence_counts, evidence_files, findings
from followup.rules.evidence import OFFICES, Voice
from followup.rules.tallies import Tally
from followup.rules.tallies import tally as kept_tally

DOCS = Path(__file__).parents[2] / "docs"
NORTH_AMERICA = ("US", "CA")
# Counted by hand once: all, grade A, the United States and Canada, elsewhere, offices.
COUNTED = {
    "K1": [(10, 5, 7, 3, 6), (44, 23, 31, 13, 17), (24, 14, 15, 9, 11), (3, 2, 1, 2, 0)],
    "K4": [(5, 4, 4, 1, 1), (26, 14, 16, 10, 5), (3, 1, 1, 2, 0), (9, 7, 6, 3, 5), (2, 0, 0, 2, 0)],
    "K5": [(18, 11, 10, 8, 7), (8, 2, 6, 2, 1), (6, 3, 5, 1, 1), (2, 1, 2, 0, 0), (7, 6, 7, 0, 6)],
    "K6": [(1, 1, 0, 1, 0), (6, 3, 5, 1, 2), (1, 0, 1, 0, 0)],
    "K7": [(7, 4, 4, 3, 3), (4, 2, 3, 1, 1), (4, 3, 3, 1, 2), (3, 1, 3, 0, 1)],
}
COLUMNS: tuple[Callable[[Voice], bool], ...] = (
    lambda voice: True,
    lambda voice: voice.grade == "A",
    lambda voice: voice.country in NORTH_AMERICA,
    lambda voice: voice.country not in NORTH_AMERICA,
    lambda voice: voice.kind in OFFICES,
)


@pytest.mark.parametrize("id", COUNTED)
def test_the_bars_are_what_a_person_counted(id: str) -> None:
    """Bar by bar, in each column."""
    drawn = [evidence_counts.distribution(evidence.questions()[id], column) for column in COLUMNS]
    assert COUNTED[id] == [tuple(bar.count for bar in bars) for bars in zip(*drawn, strict=True)]


def test_135_publishers_count_each_once() -> None:
    """One record is a copy of another and stands there uncounted."""
    assert 135 == len(evidence.voices())
    assert 79 == sum(voice.grade == "A" for voice in evidence.voices())


def test_every_topic_is_a_field_that_some_voice_fills() -> None:
    """A page without a voice would be empty."""
    fields = {key for voice in evidence.voices() for key in voice.says}
    asked = {one.field for one in evidence.questions().values()} | {one.field for one in evidence.topics().values()}
    assert set() == asked - fields


@pytest.mark.parametrize("id", COUNTED)
def test_a_coded_voice_says_it_in_words_too(id: str) -> None:
    """The number serves the drawing; a reader is shown the words."""
    question = evidence.questions()[id]
    assert [] == [
        voice.id for voice in evidence.voices() if question.coded in voice.coded and question.field not in voice.says
    ]


def test_the_sentence_counts() -> None:
    """It says how many would write by our day."""
    assert evidence_counts.sentence(evidence.questions()["K4"]).startswith("31 of the 45 voices")


def test_all_is_said_where_nobody_is_left() -> None:
    """Eight of eight would be counted twice."""
    assert evidence_counts.sentence(evidence.questions()["K6"]).startswith("Only 8 voices name a wait, and all of them")


def test_an_incomplete_record_is_refused_by_name() -> None:
    """Whoever adds a voice hears what is missing."""
    with pytest.raises(evidence_files.EvidenceError, match=r"voices\.toml: new: add \['publisher'"):
        evidence_files.record("voices", Voice, {"id": "new"})


def test_a_custom_of_no_known_kind_is_refused() -> None:
    """What is usual has eight answers."""
    with pytest.raises(evidence_files.EvidenceError, match=r"customs\.toml: there is no usual \['often'\]"):
        evidence_files.known("customs", "usual", ("no", "often"), by_country.USUAL)


def test_every_record_has_the_day_it_was_read() -> None:
    """None of them after the last look."""
    kept = (findings.surveys(), findings.durations(), by_country.customs(), by_country.laws(), evidence.voices())
    days = [record.read for records in kept for record in records]
    assert max(days) <= TODAY


@pytest.mark.parametrize("custom", by_country.customs(), ids=lambda custom: custom.place)
def test_a_custom_is_told_in_claims(custom: by_country.Custom) -> None:
    """None of them is a note that nothing was found; a wait runs from its least days to its most."""
    claims = [claim for answer in by_country.ANSWERS for claim in getattr(custom, answer)]
    assert [] == [claim.says for claim in claims if "no evidence" in claim.says or "see left" in claim.says]
    assert len(custom.wait_days) in (0, 2)
    assert sorted(custom.wait_days) == [*custom.wait_days]
    assert claims or custom.confidence == "none"


def test_what_is_past_its_day_is_named() -> None:
    """Law changes; the build's log says what is due for a new look."""
    assert () == by_country.overdue(dt.date(2026, 11, 29))
    assert any("Ontario" in one for one in by_country.overdue(dt.date(2027, 1, 31)))


TODAY = dt.date(2026, 11, 29)


def test_a_country_has_its_sentence() -> None:
    """Planner, writer and "What now?" say the same one, and none of asking while only thanks are ahead."""
    assert customs.note_of("DE", TODAY, thanks=True).startswith("In Germany opinions differ")
    assert "ten days" not in customs.note_of("DE", TODAY, thanks=True)
    assert "ten days" in customs.note_of("DE", TODAY, asking=True)
    assert "" == customs.note_of("", TODAY, thanks=True)


def test_how_to_address_a_reader_is_told_beside_either() -> None:
    """It stands in no sentence of its own, where there is nothing to write."""
    assert "Sir or Madam" in customs.note_of("FR", TODAY, thanks=True)
    assert "Sir or Madam" in customs.note_of("FR", TODAY, asking=True)
    assert "" == customs.note_of("FR", TODAY)


def test_a_custom_that_nobody_looked_at_again_says_so() -> None:
    """From its day on, by the reader's own calendar."""
    before, after = (customs.note_of("JP", dt.date(2027, 11, day), thanks=True) for day in (27, 28))
    assert f"{before} That was so when we last looked, so check it before you rely on it." == after


def test_a_sentence_on_law_is_looked_at_again_on_the_day_of_its_law() -> None:
    """What a plan says of Korea and Ontario, and the rows of the pages, name one day."""
    days = {country: law.check_by for law in by_country.laws() for country in law.countries}
    korea = customs.notes()["KR"]
    assert days["KR"] == korea.check_by
    assert {days["KR"]} == {one.check_by for one in by_country.customs() if "KR" in one.countries}
    assert customs.note_of("KR", days["KR"], asking=True).endswith(customs.due())
    assert customs.due() not in customs.note_of("KR", days["KR"] - dt.timedelta(days=1), asking=True)
    assert all(days[place] == law.check_by for place, law in customs.deadlines().items())


@pytest.mark.parametrize("law", by_country.laws(), ids=lambda law: law.place)
def test_law_is_told_with_its_instrument_and_its_days(law: by_country.Law) -> None:
    """Where nothing was found, that is said; what was read has the day of the copy, and each a day to look again."""
    nothing = law.instrument in ("none found", "no duty found")
    assert nothing or (law.instrument and law.in_force)
    assert not law.addresses or law.copy_dated
    assert law.check_by > TODAY


def test_a_default_of_ours_is_read_from_the_rulebook() -> None:
    """Five business days are seven days, a deadline of 24 hours is one."""
    asked = evidence.questions()
    assert {"K1": 1, "K4": 7, "K5": 2, "K6": 14, "K7": 2} == {id: one.ours for id, one in asked.items()}


def tally(id: str) -> Tally:
    """Gives what the build counted on a question that has voices."""
    found = kept_tally(id)
    assert found is not None
    return found


@pytest.mark.parametrize("id", COUNTED)
def test_the_engine_counts_the_same_as_the_pages(id: str) -> None:
    """It reads the sums that the build made, and no voice."""
    question = evidence.questions()[id]
    assert evidence_counts.tally(question) == tally(id)
    assert sum(bar.count for bar in evidence_counts.distribution(question)) == sum(count for _, count in tally(id).told)


def test_a_longer_wait_suits_more_voices() -> None:
    """Ten business days are two weeks."""
    assert "31 of the 45" in tally("K4").says(7)
    assert "43 of the 45" in tally("K4").says(14)


def test_every_country_with_a_custom_has_its_sentence_and_no_other() -> None:
    """Page and tools speak of the same countries."""
    assert {country for custom in by_country.customs() for country in custom.countries} == set(customs.notes())


@pytest.mark.parametrize(
    ("question", "id", "key", "before", "after"),
    [
        ("K1", "K1", "deadline_hours", "a note 24 hours later", "a note 48 hours later"),
        ("K7", "O29", "in_row_count", "our two in a row", "our three in a row"),
    ],
)
def test_a_sum_names_the_figure_it_was_counted_for(question: str, id: str, key: str, before: str, after: str) -> None:
    """Whoever changes the figure reads another sum and another sentence."""
    ours = evidence_counts.sentence(evidence.questions()[question])
    rules, defaults, _ = changed(id, key, 24 if key == "deadline_hours" else 1)
    with book(rules, defaults):
        theirs = evidence_counts.sentence(evidence.questions()[question])
    assert before in ours
    assert after in theirs
    assert ours.split()[0] != theirs.split()[0]


def test_a_figure_beyond_every_answer_is_drawn_at_the_last() -> None:
    """A host may wait longer than any voice."""
    assert [False, False, False, True] == [bar.ours for bar in tally("K1").bars(9)]


def test_half_would_call_and_half_would_write() -> None:
    """17 name the phone alone, 15 email or a letter, 18 either, and one the channel used so far."""
    told = Counter(voice.answers["c_channel"] for voice in evidence.voices() if "c_channel" in voice.answers)
    assert {"phone": 17, "writing": 15, "either": 18, "so far": 1} == told


@pytest.mark.parametrize("page", ["guide/calling.md", "evidence/email-or-call.md"])
def test_the_pages_on_calling_give_that_count(page: str) -> None:
    """51 name a way; with those who take either, 34 take an email or a letter and 36 a call."""
    told = Counter(voice.answers["c_channel"] for voice in evidence.voices() if "c_channel" in voice.answers)
    text = (DOCS / page).read_text(encoding="utf-8")
    either = told["either"] + told["so far"]
    for count in (sum(told.values()), told["writing"] + either, told["phone"] + either):
        assert re.search(rf"\b{count}\b", text)


def test_silence_is_no_answer() -> None:
    """What was not said in the part that was read is left out, never written down as said."""
    assert [] == [voice.id for voice in evidence.voices() if any("silent in" in said for said in voice.says.values())]
