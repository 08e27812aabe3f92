"""Makes fields of the gaps in a letter, so that each is filled where it stands."""

from collections.abc import Collection, Iterator, Mapping

from markupsafe import Markup, escape

from followup import letters

# A field is as wide as its words, within a phone's line.
LEAST_LETTERS, MOST_LETTERS = 8, 34
# What a browser may fill in for the reader.
PURPOSES: Mapping[str, Markup] = {
    "my_name": Markup('autocomplete="name"'),
    "my_phone": Markup('autocomplete="tel"'),
}
MARK = Markup('<mark data-blank="{}">{}</mark>')
FIELD = Markup(
    '<input class="fill" id="fill-{name}" data-fill="blanks.{name}" type="{kind}" size="{size}" value="{words}" '
    'placeholder="{label}" aria-label="{title}" title="{help}" {purpose}>'
)


def fillable(written: letters.Written, typed: Collection[str]) -> Markup:
    """Gives a letter as HTML with a field for each gap and for the words of the blanks in `typed`.

    Days and long answers are given in the list of blanks.
    """
    return Markup("").join(_parts(written, typed))


def _parts(written: letters.Written, typed: Collection[str]) -> Iterator[Markup]:
    at = 0
    seen: set[str] = set()
    for place in written.places:
        yield escape(written.body[at : place.start])
        words = written.body[place.start : place.end]
        is_field = letters.blanks()[place.blank].kind in ("line", "clause") and place.blank not in seen
        if is_field and (place.missing or place.blank in typed):
            seen.add(place.blank)
            yield _field(letters.blanks()[place.blank], "" if place.missing else words)
        else:
            yield MARK.format(place.blank, words) if place.missing else escape(words)
        at = place.end
    yield escape(written.body[at:])


def _field(blank: letters.Blank, words: str) -> Markup:
    label = f"{blank.label[:1].lower()}{blank.label[1:]}"
    return FIELD.format(
        name=blank.name,
        kind="tel" if blank.name == "my_phone" else "text",
        size=min(max(len(words or label), LEAST_LETTERS), MOST_LETTERS),
        words=words,
        label=label,
        title=blank.label,
        help=blank.help,
        purpose=PURPOSES.get(blank.name, Markup('autocomplete="off"')),
    )
