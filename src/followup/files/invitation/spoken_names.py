"""The names of people within words: where one begins and ends, what is none, and several beside each other."""

import re
from collections.abc import Iterator
from dataclasses import replace

from followup.files.invitation.jobs import is_job, is_said_before
from followup.files.invitation.people import Attendee, is_address, is_person_name
from followup.files.invitation.person_signs import has_sign, without_family_word
from followup.files.invitation.words import AND, CAPITAL, known, tokens
from followup.files.invitation.written_names import person_name
from followup.words.known_names import is_given_name
from followup.words.name_words import PARTICLES

# Between people of one line; what stands behind a dash or in brackets is what they do.
AND_OR = rf"(?:{AND}|or|oder|ou)\s+"
BETWEEN = re.compile(rf"[;,、/&\n]\s*(?:{AND_OR})?|\s{AND_OR}")
IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")
ADDRESS = re.compile(r"[<(\[]?([^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"]+)[>)\]]?")
# A full stop behind a title or an initial ends no sentence.
SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:[DMS]r|Dr|Ms|Mx|St|Sr))(?<!\b(?:Mrs|Rev|Mme|Mdm|Sra|Ing|Mag|Sig|Lic|ing|sig|avv|Enf|Eng|Arq|Dra|Dña|Dna|Avv))"
    r"(?<!\b(?:Prof|Dott|Dipl|dott|prof|arch|mevr|Mevr|Srta))(?<!\b(?:dhr|Dhr|drs|Drs|mej|Fru))[.!?](?:\s|$)"
)
# What may stand before a name, and what is said of a person in its place.
ARTICLE = re.compile(
    r"^(?:(?:the|la|el|il|lo|le|l['’](?=ing|avv|arch)|den|dem|der|die|o|a|os|dott\.?\s?ssa|(?-i:dott\.|dr\.|prof\.|geom\.|rag\.)|m\.|ing\.|avv\.|arch\.|lic\.|sig\.(?:ra)?"
    r"|our|your|my|vår|vårt|vores|min|mitt|onze|mijn|unser|unsere|mein|meine|notre|mon|ma|nuestr[oa]|mi|nosso|nossa"
    r"|il nostro|la nostra|nasz|nasza|d\.ª?|dª|dña\.|(?:enf|eng|arq)(?:\.[ªº]?|[ªº]))\s*(?<=[\s’'.ªº])"
    # An engineer of Austria.
    r"|(?-i:DI\s(?=[^\W\d_a-z]))"
    # "by Ana Gil and by Tom Berg", "com a Ana Gil e pelo Tom Berg".
    r"|(?-i:by|with|von|vom|mit|par|avec|por|con|pel[oa]s?|com|dal|dalla|door|met|av|med|przez|z)\s+)+",
    re.IGNORECASE,
)
# "LE GOFF Mathilde"
LOUD = re.compile(r"[A-Z]{2,}\s[A-Z]{2,}")
# With the mark of a nickname or what is written together with a name: '"Lexi"', "d'Aubigny".
BEGINNING = re.compile(rf"[\"“„'‘]?(?:[dlDL]['’])?{CAPITAL}")
# "Thornton, Bea; Park, Lee": a directory's order, one person between two strokes.
TURNED = re.compile(rf"(?:{CAPITAL}[\w'’-]+\s?){{1,2}},\s{CAPITAL}[\w'’.-]+(?:\s{CAPITAL}[\w'’.-]+)?")
# "De heer Jansen" is "dhr. Jansen".
DE_HEER = re.compile(rf"\b(?:de|het) heer(?=\s(?:van |de |der |den )*{CAPITAL})|\b(?:meneer|mijnheer)(?=\s{CAPITAL})")
# "met mevr. Jansen en dhr. De Boer".
SMALL_TITLE = re.compile(rf"\b(?:mevr\.|mevrouw|dhr\.|mw\.|drs\.|fru|hr\.)(?=\s(?:van |de |der |den )*{CAPITAL})")
# What stands in a cell in front of what somebody does.
FIRST = re.compile(r",|[(–|]|\s-\s")


def in_front(text: str) -> str:
    """What stands before a dash, without a word before the name."""
    return _bare(re.split(r"\s[–|-]\s|\t", text.strip())[0].strip())


def _bare(text: str) -> str:
    """A name without an article or what its owner does in front of it; "LE" of "LE GOFF Mathilde" is part of it."""
    return behind_role(text if LOUD.match(text) else ARTICLE.sub("", text))


def person(text: str, whole: str = "", *, is_alone: bool = False) -> Attendee | None:
    """A person of that name, or None where it is none: two to four words, each written as in a name."""
    named = ADDRESS.search(whole or text)
    name = person_name(ADDRESS.sub("", text).strip(" *:.,"))
    words, said = name.split(), without_family_word(name)
    written = all(BEGINNING.match(word) or word.casefold() in PARTICLES for word in words)
    if not 1 + (not is_alone) <= len(words) <= 5 or not written or not is_person_name(name) or is_job(said):
        return None
    if {*tokens(said)} & known("no_names"):
        return None
    # "van" and "de" are words of a name too.
    if not is_alone and {word for word in said.casefold().split() if len(word) > 1} - PARTICLES & known("filler"):
        return None
    email = named[1] if named and is_address(named[1]) else ""
    return Attendee(name=name, email=email, is_guessed=True)


def behind_role(text: str) -> str:
    """A name without what its owner does, told in front of it: "our CTO Walt Greer", "plant manager Walt Greer"."""
    words = text.strip(" :*").split()
    if not words or (is_given_name(words[0]) and BEGINNING.match(words[0])):
        return text
    roles = [at for at, word in enumerate(words[:7]) if is_job(word) or is_said_before(word)]
    rest = words[roles[-1] + 1 :] if roles else []
    if len(rest) < 2 or not all(map(BEGINNING.match, rest[:2])) or any("," in word for word in words[: -len(rest)]):
        return text
    return " ".join(rest)


def listed(text: str, *, is_alone: bool = False) -> Iterator[Attendee]:
    """The people of a list in a sentence, or of one that stands alone, with their addresses."""
    last: Attendee | None = None
    for one in _listed(_turned(text) if is_alone else text, is_alone=is_alone):
        if isinstance(one, str):
            last = replace(last, email=one) if last and not last.email else last
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _listed(text: str, *, is_alone: bool) -> Iterator[Attendee | str]:
    """Those people, and the addresses that stand apart from them: "Bea Thornton, Data Engineer (bea@acme.example)"."""
    text = IN_BRACKETS.sub(lambda found: found[0] if "@" in found[0] else "", text)
    text = SMALL_TITLE.sub(lambda found: found[0].capitalize(), DE_HEER.sub("dhr.", text))
    was_job = was_named = False
    first_names: list[Attendee] = []
    for before, each in _parts(text):
        if _is_contact(each) or each.strip().casefold() in known("me") or (was_named and _is_grade(each.strip())):
            continue
        said = in_front(each) if is_alone else _capitalised(each)
        one = person(said, each, is_alone=is_alone)
        apart = ADDRESS.search(each)
        named = [] if is_alone or one else [*_by_first_name(each)]
        if one:
            was_named = True
            yield from (*first_names, one)
            first_names = []
        elif apart and is_address(apart[1]):
            yield apart[1]
        elif was_named and re.search(AND_OR, before):
            yield from named
        else:
            first_names += named
        # "Directeur administratif et financier", "Leiterin Einkauf und Logistik": one job.
        is_short = was_job and len(each.split()) < (4 if each.islower() else 2) and not is_given_name(each.strip())
        was_job = (is_job(each) or is_short) and not {*tokens(each)} & known("sentence_words")
        goes_on = one or named or _is_short(each, said) or was_job
        # Behind a place or an hour other words stand than names.
        if not is_alone and (not goes_on or ELSEWHERE.search(each)):
            return


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a list, each with what joins it to the one before."""
    joins = ["", *(found[0] for found in BETWEEN.finditer(text))]
    yield from zip(joins, BETWEEN.split(text), strict=True)


def _by_first_name(part: str) -> Iterator[Attendee]:
    """Who is told by a given name alone, beside others by their whole names: "Priya, Tom Berg and Ruth on Friday"."""
    name, _, rest = ARTICLE.sub("", part.strip()).partition(" ")
    if is_given_name(name) and BEGINNING.match(name) and (not rest or ELSEWHERE.match(f" {rest}")):
        yield Attendee(name=name, is_guessed=True)


# Behind these no further name stands in a list.
ELSEWHERE = re.compile(r"\s(?:at|in|on|um|am|im|à|en|op|om|from|via|over)\s|\d")


def _is_short(text: str, said: str) -> bool:
    """True for what may have been a name: nothing but two or three words with capitals."""
    return text.strip() == said and 2 <= len(said.split()) <= 3


def _is_contact(part: str) -> bool:
    """True for a part of a list that the label of somebody to write to begins: "SPOC: Kim Vale"."""
    label, colon, _ = part.partition(":")
    return bool(colon) and label.strip().casefold() in known("not_met")


def _is_grade(word: str) -> bool:
    """True for what stands behind a name and a comma for a job: "Simon Rowntree, SEO"."""
    return word.isalpha() and word.isupper() and not is_given_name(word)


def leading(text: str) -> Attendee | None:
    """The person whose name begins a sentence about them: "Saskia Brandt leads content design"."""
    one = person(_capitalised(text), text)
    return one if one and has_sign(one.name) else None


def _turned(text: str) -> str:
    """A list with each given name in front, where its family names stood there."""
    parts = [*filter(None, map(str.strip, text.split(";")))]
    is_turned = len(parts) > 1 and all(TURNED.fullmatch(part) and not is_job(part) for part in parts)
    is_turned = is_turned and not any(
        " " in family and has_sign(family) for family, *_ in (one.split(",") for one in parts)
    )
    return "; ".join(map(person_name, parts)) if is_turned else text


def _capitalised(text: str) -> str:
    """The words at the beginning that are written as names are, behind what somebody does."""
    found: list[str] = []
    for word in _bare(text.strip(" :*–-")).split():
        if not (BEGINNING.match(word) or (found and word.casefold() in PARTICLES)):
            break
        found.append(word.rstrip(","))
    while found and found[-1] in PARTICLES:
        found.pop()
    return " ".join(found)
