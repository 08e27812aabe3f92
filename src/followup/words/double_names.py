"""Given names of two words, where a first name was asked for: Mary Ann, Ana María, Jean Paul."""

from followup.words.cleaning import without_marks
from followup.words.family_names import is_also_family
from followup.words.known_names import is_family_name, is_given_name

# These begin a name of two wherever a given name follows, even one that is a family name as well.
_BEGINNING = frozenset(
    "jean marie ana juan jose luis carlos miguel pedro joao hans karl carl klaus ernst heinz lars per nils bo sven gian"
    " pier".split()
)


def double_name(words: list[str]) -> str:
    """Gives the two words that are one given name in front, or nothing.

    >>> double_name("Jean Paul".split()), double_name("Ana María López".split()), double_name("Dana Ruiz".split())
    ('Jean Paul', 'Ana María', '')
    """
    if len(words) < 2 or not all(map(is_given_name, words[:2])):
        return ""
    is_family = is_also_family(words[1]) or is_family_name(words[1])
    is_double = without_marks(words[0].lower()) in _BEGINNING or not is_family
    return " ".join(words[:2]) if is_double else ""
