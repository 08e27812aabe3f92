"""How alike two drafts are."""

from followup.checking import likeness

ONE = "Hi Dana,\n\nThank you for the tour of the depot. The scanners stayed with me.\n\nBest,\nSam"


def test_a_letter_with_another_name_is_the_same() -> None:
    """The greeting makes no difference."""
    assert 1.0 == likeness(ONE, ONE.replace("Dana", "Tom")).share


def test_letters_without_a_common_run_share_nothing() -> None:
    """Common words alone are not alike."""
    assert 0.0 == likeness(ONE, "Hi Tom,\n\nI enjoyed the question about cold stores; thank you.").share


def test_the_same_sentence_is_marked_in_the_first() -> None:
    """With exact offsets, whatever its case and quotes."""
    found = likeness(ONE, "Hi Tom,\n\nThe Scanners stayed with me. I drove home late.")
    assert ["The scanners stayed with me."] == [ONE[start:end] for start, end in found.same]
    assert 0 < found.share < 0.5


def test_empty_texts_are_not_alike() -> None:
    """There is nothing to share."""
    assert 0.0 == likeness("", "").share
