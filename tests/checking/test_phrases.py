"""Phrases are data: each has texts it finds and texts it leaves alone."""

import pytest

from followup.checking import Draft, check
from followup.checking.phrases import Phrase, PhraseError, hits, phrases, read_phrases
from followup.checking.spans import fold
from followup.rules.rulebook import defaults, rules, sources

GOOD = """
[[phrase]]
id = "now"
pattern = 'right now'
starts = ["right"]
level = "note"
why = "It presses."
instead = "Leave it out."
finds = ["Right now."]
leaves = ["Now."]
"""


def found_in(text: str) -> list[str]:
    """Gives the ids of the phrases in a text."""
    return [hit.phrase.id for hit in hits(fold(text))]


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: phrase.id)
def test_a_phrase_finds_its_texts_and_leaves_the_others(phrase: Phrase) -> None:
    """The record itself says what the pattern is for."""
    assert [True] * len(phrase.finds) == [phrase.id in found_in(text) for text in phrase.finds]
    assert [False] * len(phrase.leaves) == [phrase.id in found_in(text) for text in phrase.leaves]
    assert phrase.finds
    assert phrase.leaves


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: phrase.id)
def test_a_phrase_names_a_rule_and_sources_that_exist(phrase: Phrase) -> None:
    """Or it says that it is our own choice."""
    assert phrase.rule == "ours" or phrase.rule in rules() or phrase.rule in defaults()
    assert {*sources(), "ours"} >= set(phrase.sources)
    assert phrase.level in ("warning", "note", "disputed")


def test_a_phrase_is_found_across_a_line_end_and_with_curly_quotes() -> None:
    """A mail program may wrap the line, and an editor bend the quotes."""
    assert ["asap"] == found_in("Tell me as soon\r\nas possible.")
    assert ["still-waiting"] == found_in("I haven’t heard back.")


def test_a_phrase_is_not_found_across_a_paragraph() -> None:
    """Two paragraphs are two thoughts."""
    assert [] == found_in("as soon\n\nas possible")


def test_a_loop_without_an_end_is_refused() -> None:
    """It could make a long draft slow."""
    with pytest.raises(PhraseError, match="without an end"):
        read_phrases(GOOD.replace("right now", "right.* now"))


def test_a_record_that_lacks_something_is_refused() -> None:
    """The message names the record and what is missing."""
    with pytest.raises(PhraseError, match="now: leaves missing"):
        read_phrases(GOOD.replace('leaves = ["Now."]', ""))


def test_an_id_that_is_used_twice_is_refused() -> None:
    """Findings are told apart by it."""
    with pytest.raises(PhraseError, match="used twice: now"):
        read_phrases(GOOD + GOOD)


def test_what_was_agreed_may_be_said_with_thanks() -> None:
    """The same words are a reproach in a check-in, and none in a thank-you or an answer."""
    text = "Hi Dana,\n\nThank you. You said you would write by Friday, so I will look out for it.\n\nSam"
    told = {kind: [one.check for one in check(Draft(text=text, letter=kind))] for kind in ("check-in", "thank-you")}
    assert ("you-said" in told["check-in"], "you-said" in told["thank-you"]) == (True, False)
