"""Tests of the gaps that are filled where they stand."""

from followup.letters import BlankSpot, Written
from followup.tools.writer.gaps import fillable


def written(body: str, *places: tuple[str, str, bool]) -> Written:
    """Gives a letter whose blanks stand where their words do, one after the other."""
    found, at = [], 0
    for blank, words, missing in places:
        at = body.index(words, at)
        found.append(BlankSpot(blank=blank, start=at, end=at + len(words), missing=missing))
        at += len(words)
    return Written(subject="", body=body, subject_html="", body_html="", missing=(), places=tuple(found))


def test_an_open_gap_is_a_field_with_its_label():
    """As wide as its words."""
    html = fillable(written("about [One thing].", ("detail", "[One thing]", True)), ())
    assert 'about <input class="fill" id="fill-detail" data-fill="blanks.detail" type="text" size="' in html
    assert 'value="" placeholder="one thing that stayed with you"' in html


def test_what_was_typed_can_be_changed_where_it_stands():
    """It stays escaped; what the interview told is text."""
    letter = written('"late" <lorries> at Acme', ("detail", '"late" <lorries>', False), ("company", "Acme", False))
    html = fillable(letter, ("detail",))
    assert 'value="&#34;late&#34; &lt;lorries&gt;"' in html
    assert html.endswith(" at Acme")


def test_a_gap_that_stands_twice_is_filled_once():
    """One field for one answer."""
    twice = written("[One] and [One]", ("detail", "[One]", True), ("detail", "[One]", True))
    assert 1 == fillable(twice, ()).count("<input")


def test_a_day_is_chosen_in_the_list():
    """A sentence is no place for a date field."""
    day = written("on [Day]", ("interview_date", "[Day]", True))
    assert 'on <mark data-blank="interview_date">[Day]</mark>' == fillable(day, ())


def test_own_words_have_no_fields():
    """Nobody knows where a gap stood in them."""
    assert "A &lt;b&gt; letter" == fillable(written("A <b> letter"), ("detail",))
