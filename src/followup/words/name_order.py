"""Puts the given name first, where a comma says that it stands behind."""

import re

from followup.words.known_names import is_given_name
from followup.words.name_words import (
    GIVEN_AS_OFTEN,
    GROUPS,
    JOBS,
    PARTICLES,
    SUFFIXES,
    is_one_of,
    leading_titles,
    without_suffixes,
)

# What shows that a company stands behind the comma.
COMPANIES = frozenset(
    "inc ltd limited llc llp gmbh corp corporation company co ag plc sa srl bv oy ab group holdings labs university"
    " college school hospital clinic bank institute foundation council trust agency".split()
)
# Begins a family name of Spain, Portugal or Latin America that has two words, as patronymics do: "García López, María".
FIRST_OF_TWO = frozenset(
    "garcía garcia díaz diaz ruiz muñoz munoz moreno romero alonso navarro torres ramos gil serrano molina castro"
    " ortega rubio marín marin sanz iglesias garrido cruz flores rojas vargas silva santos souza sousa oliveira pereira"
    " ferreira costa almeida lima gomes rodrigues fernandes martins carvalho ribeiro mendes aguilar medina herrera"
    " reyes".split()
)
PATRONYMIC = re.compile(r"(?!inez)[^\W\d_]{2,}[eé]z", re.IGNORECASE)
# Of a man in German, where the sentence bends his title: "mit Herrn Berg".
BENT = re.compile(r"^Herrn\b", re.IGNORECASE)


def in_order(name: str, *, is_listed: bool = False) -> str:
    """Gives a name with the given name first; a title stays in front, and what else stands behind a comma is left out.

    Behind one word, a particle or what begins a double family name the given name stands. Behind "Dana Ruiz" it is
    what she does, whom she works for, or somebody else; not so in a calendar, which lists people as a directory does.

    >>> in_order("Ruiz, Dana"), in_order("Dr. Ruiz, Dana, PhD"), in_order("García Márquez, Gabriel")
    ('Dana Ruiz', 'Dr. Dana Ruiz', 'Gabriel García Márquez')
    >>> in_order("Dana Ruiz, HR"), in_order("Dana Ruiz, Acme"), in_order("Dana Ruiz, Tom Berg")
    ('Dana Ruiz', 'Dana Ruiz', 'Dana Ruiz')
    >>> in_order("Vidal Soto, Pablo", is_listed=True), in_order("Priya Shah, Coding", is_listed=True)
    ('Pablo Vidal Soto', 'Priya Shah')
    """
    head, _, tail = BENT.sub("Herr", name.strip()).partition(",")
    words, behind = head.split(), tail.partition(",")[0].split()
    titles = leading_titles(words)
    family = without_suffixes(words[titles:])
    is_turned = _is_family(family) or (is_listed and family and not _is_whole(family, behind))
    if is_turned and _may_be_given(behind):
        return " ".join((*words[:titles], *behind, *words[titles:]))
    return " ".join(words)


def _is_family(words: list[str]) -> bool:
    """True for what is a family name as it stands."""
    first = words[0] if words else ""
    if len(words) < 2 or is_one_of(first, PARTICLES - GIVEN_AS_OFTEN):
        return bool(words)
    return is_one_of(first, FIRST_OF_TWO) or bool(PATRONYMIC.fullmatch(first))


def _is_whole(words: list[str], behind: list[str]) -> bool:
    """True for a given name and a family name with no given name behind: "Priya Shah, Coding"."""
    return len(words) > 1 and is_given_name(words[0]) and not any(map(is_given_name, behind))


def _may_be_given(words: list[str]) -> bool:
    """False for a degree, a job, a group of people or a company."""
    known = SUFFIXES | JOBS | GROUPS | COMPANIES
    return bool(words) and not any(is_one_of(word, known) or any(map(str.isdigit, word)) for word in words)
