"""How long a text is."""

from followup.checking import Counts, counts

LETTER = "Hi Dana,\n\nThank you for today — it's e-mail no. 1.\n\nI enjoyed it.\n\nBest,\nSam Lee\n"


def test_the_body_counts_and_nothing_else() -> None:
    """Greeting, sign-off and name are no words of the letter."""
    assert Counts(sentences=2, words=11, paragraphs=2, reading_seconds=4, characters=len(LETTER)) == counts(LETTER)


def test_a_voicemail_of_75_words_takes_30_seconds() -> None:
    """150 words a minute."""
    assert 30 == counts("word " * 75, spoken=True).reading_seconds


def test_nothing_has_no_words() -> None:
    """An empty text has the size nought."""
    assert Counts(sentences=0, words=0, paragraphs=0, reading_seconds=0, characters=1) == counts("\n")


def test_accents_in_two_characters_make_no_words() -> None:
    """A letter and its accent may be two characters."""
    assert 2 == counts("Cafe\u0301 Jose\u0301 🚚").words
