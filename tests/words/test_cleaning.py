"""Typed text made harmless."""

from followup.words.cleaning import clean_line, clean_text


def test_control_characters_become_spaces_and_lone_surrogates_are_replaced() -> None:
    """What could break a header or a file never gets there."""
    assert "a Bcc: b" == clean_line("a\r\n\x00Bcc:\u2029b ")
    assert "one\ntwo" == clean_text("\n\none \r\ntwo\r")
    assert "\ufffd" == clean_line("\ud800")
