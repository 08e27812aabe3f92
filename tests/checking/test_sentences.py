"""Where sentences end, and where they only seem to."""

import pytest

from followup.checking.sentences import paragraphs, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I met Ms. Ruiz. She was kind.", ["I met Ms. Ruiz.", "She was kind."]),
        ("Come at 9 a.m. on Monday.", ["Come at 9 a.m. on Monday."]),
        ("Come at 9 a.m. I will be there.", ["Come at 9 a.m.", "I will be there."]),
        ("Come at 9 p.m. Dana waits.", ["Come at 9 p.m. Dana waits."]),
        ("Some tools, e.g. Excel, help.", ["Some tools, e.g. Excel, help."]),
        ("I liked Acme Inc. in Boston.", ["I liked Acme Inc. in Boston."]),
        ("I work at Acme Inc. The depot is large.", ["I work at Acme Inc.", "The depot is large."]),
        ("J. R. Moss spoke. So do I. Good.", ["J. R. Moss spoke.", "So do I.", "Good."]),
        ("See https://example.com/a.b?c=d. Fine.", ["See https://example.com/a.b?c=d.", "Fine."]),
        ("Well… not yet. Wait... Done.", ["Well… not yet.", "Wait...", "Done."]),
        ("Really?! Yes!", ["Really?!", "Yes!"]),
        ('He said "Come." Then he left.', ['He said "Come."', "Then he left."]),
        ("It costs 3.50 dollars. No. 5 is best.", ["It costs 3.50 dollars.", "No. 5 is best."]),
        *((f"See {word}. 5 of it.", [f"See {word}. 5 of it."]) for word in ("Nr", "no", "fig", "Ext", "Re")),
        ("The answer was no. Pity.", ["The answer was no.", "Pity."]),
        ("No final stop", ["No final stop"]),
        ("- one thing\n- two things\n3. three", ["one thing", "two things", "three"]),
        ("A short line\nAnother one", ["A short line", "Another one"]),
        ("It goes on\nwith a small letter.", ["It goes on\nwith a small letter."]),
        ("First.\r\n\r\nSecond\r\n", ["First.", "Second"]),
        ("!!! ... —", []),
        ("", []),
    ],
)
def test_a_text_splits_into_sentences(text: str, expected: list[str]) -> None:
    """The spans are exact, so the words of the text come back as they were."""
    assert expected == [text[start:end] for start, end in sentences(text)]


def test_a_wrapped_line_is_no_sentence() -> None:
    """A line that ends because it was full goes on in the next, also before a capital letter."""
    text = "Thank you for walking me through the whole depot on that day\nIn Boston, where it rained."
    assert [text] == [text[start:end] for start, end in sentences(text)]


def test_paragraphs_are_parted_by_empty_lines() -> None:
    """A line of spaces is empty too."""
    text = "One\nstill one\n \t\nTwo\r\n\r\n\r\nThree"
    assert ["One\nstill one", "Two", "Three"] == [text[start:end] for start, end in paragraphs(text)]
