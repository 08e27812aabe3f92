"""One person under several names: with a title and without, by the family name behind a title, by the given name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from followup.files.invitation.people import Attendee, same
from followup.files.invitation.words import known, unmarked
from followup.words.known_names import is_given_name
from followup.words.name_words import is_one_of, leading_titles

# "DI Egger": what an engineer of Austria is called, in two capitals.
ENGINEER = "DI"
SHORTEST_TITLE = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class _Parts:
    """The titles of a name, and its own words without their marks."""

    titles: tuple[str, ...]
    words: tuple[str, ...]


def once(people: Iterable[Attendee]) -> Iterator[Attendee]:
    """Each person once, in the place of the first of their names and by the fullest of them."""
    found: list[Attendee] = []
    # Only names with a word in common can be one person's; a whole company may be invited.
    places: dict[str, list[int]] = {}
    for one in people:
        keys = _keys(one)
        near = dict.fromkeys(at for key in keys for at in places.get(key, ()))
        at = next((at for at in near if are_one(one, found[at])), len(found))
        found[at : at + 1] = [_fuller(found[at], one) if at < len(found) else one]
        for key in (*keys, *_keys(found[at])):
            places.setdefault(key, []).append(at)
    yield from found


def _keys(one: Attendee) -> tuple[str, ...]:
    words = _parts(one.name).words
    return (words[0], words[-1]) if words else (one.email.casefold(),)


def are_one(one: Attendee, other: Attendee) -> bool:
    """True for two that are one person; at two addresses only a name that is the same letter by letter shows it."""
    if not (one.name and other.name):
        return same(one.email, other.email)
    if one.name.casefold() == other.name.casefold():
        return True
    is_apart = bool(one.email and other.email) and one.email.casefold() != other.email.casefold()
    return not is_apart and is_same(one.name, other.name)


def is_same(one: str, other: str) -> bool:
    """True for two names of one person, as far as their words tell.

    >>> is_same("Prof. Whitcomb", "Alan Whitcomb"), is_same("Dr Alan Whitcomb", "Alan Whitcomb")
    (True, True)
    >>> is_same("Mrs Hill", "Mr John Hill"), is_same("Tom Hill", "John Hill"), is_same("Hill", "John Hill")
    (False, False, False)
    """
    short, long = sorted(map(_parts, (one, other)), key=lambda each: len(each.words))
    if not short.words or {"men", "women"} <= {*_kinds(short), *_kinds(long)}:
        return False
    if short.words == long.words[: len(short.words)]:
        # By the given name alone, or without the second family name: "Ana Gil" of "Ana Gil Ramos".
        return short.words == long.words or len(short.words) > 1 or (not short.titles and is_given_name(short.words[0]))
    if short.titles and short.words == long.words[-len(short.words) :]:
        return True
    # "D. Ignacio Pardo": a Spanish "don", or an initial that others leave out.
    if len(short.words) > 1 and len(long.words[0]) == 1 and short.words == long.words[1:]:
        return True
    ends = [(each.words[0], each.words[-1]) for each in (short, long)]
    return len(short.words) == 2 and ends[0] == ends[1]


def _fuller(one: Attendee, other: Attendee) -> Attendee:
    """Who both are, by the name with more words of its own, else by the one with more titles, else by the first."""
    best = max((one, other), key=lambda each: (len(_parts(each.name).words), leading_titles(each.name.split())))
    return replace(best, email=best.email or one.email or other.email)


@lru_cache(maxsize=1024)
def _parts(name: str) -> _Parts:
    words = name.split()
    count = leading_titles(words)
    while count < len(words) - 1 and _is_title(words[count]):
        count += 1
    return _Parts(titles=tuple(words[:count]), words=tuple(map(unmarked, words[count:])))


def _is_title(word: str) -> bool:
    """True for "Avv." and "DI"; without its stop a word may be a name."""
    return word == ENGINEER or (
        word.endswith(".") and len(word) > SHORTEST_TITLE and is_one_of(word, known("honorifics"))
    )


def _kinds(parts: _Parts) -> Iterator[str]:
    """Whether the titles are a man's or a woman's."""
    for kind in ("men", "women"):
        if any(is_one_of(title, known(f"titles_of_{kind}")) for title in parts.titles):
            yield kind
