"""Shows a thank-you with its parts numbered, so that a list beside it can say what each of them is for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from followup import letters
from followup.letters import Letter, Manner, Written
from followup_site.words.wording import site_words

GALLERY = Markup('<a href="/letters/index.md#{}">{}</a>')


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A stretch of the letter and its number; the words are `body[start:end]`."""

    number: int
    start: int
    end: int


def annotated(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-annotated id="thank-you-onsite"/>`: thanks, detail, fit and the next step."""
    letter = letters.letters()[attributes["id"]]
    written = _written(letter)
    link = GALLERY.format(letter.id, site_words("pages.annotated.link"))
    return Markup(
        '<figure class="annotated"><div class="annotated__body"><p><strong>{}</strong> {}</p>{}</div>'
        "<figcaption>{}</figcaption></figure>"
    ).format(
        site_words("pages.annotated.subject"),
        written.subject,
        _body(written),
        Markup(site_words("pages.annotated.caption", link=link)),
    )


def _written(letter: Letter) -> Written:
    manner = Manner(situations=frozenset(letter.situations) & {"ask_when"})
    return letters.write(letter, manner, letters.examples(letter), letter.example_sent)


def parts(written: Written) -> tuple[Part, ...]:
    """Gives the four parts in their order; LookupError for a letter that lacks one of them."""
    body, places = written.body, {place.blank: place for place in written.places}
    first = body.index("\n\n") + 2
    last = body.index("\n\n", first) + 2
    return (
        Part(number=1, start=first, end=body.index(". ", first) + 1),
        Part(number=2, start=places["detail"].start, end=places["detail"].end),
        Part(number=3, start=places["fit"].start, end=places["fit"].end),
        Part(number=4, start=last, end=body.index("\n\n", last)),
    )


def _body(written: Written) -> Markup:
    """The paragraphs with each part marked and its number before it."""
    marked = Markup("").join(_pieces(written))
    return Markup("").join(
        Markup("<p>{}</p>").format(paragraph.replace("\n", Markup("<br>"))) for paragraph in marked.split("\n\n")
    )


def _pieces(written: Written) -> Iterator[Markup]:
    at = 0
    for part in parts(written):
        yield Markup("{}").format(written.body[at : part.start])
        yield Markup('<mark><span class="annotated__number">{}</span>\N{NO-BREAK SPACE}{}</mark>').format(
            part.number, written.body[part.start : part.end]
        )
        at = part.end
    yield Markup("{}").format(written.body[at:])
