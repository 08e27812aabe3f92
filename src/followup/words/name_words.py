"""What stands in a name and is no name of its own: titles, particles, degrees; and what stands in its place."""

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lady lord herr frau mme mlle madame monsieur rev reverend ing engr"
    " eng dipl arch atty sr sra srta señor señora señorita don doña senhor senhora signor signora dott captain capt"
    " major maj colonel col general gen lieutenant lt sergeant sgt commander judge justice officer sheriff chief dean"
    " principal provost senator hon mdm father fr sister pastor rabbi imam nurse doctor aunt auntie uncle"
    " encik puan mag dra drª profª profa dña".split()
)
# Titles that are given names too: before one more word they are the given name.
_ALSO_NAMES = frozenset("dean don gen major".split())
# What stands behind a name and a comma, where a given name would stand too.
JOBS = frozenset(
    "hr recruiter recruiting recruitment talent people human manager director head lead senior junior chief officer"
    " engineer developer analyst consultant partner founder president ceo cto cfo vp team".split()
)
PARTICLES = frozenset(
    "van von de der den da di del della dei du la le el al bin ibn bint ter ten te dos das do af av zu zur vom het 't"
    " y los las st binti binte ap ua ó ní uí".split()
)
# Behind a title a word like "Van" begins a family name; these are as often given names.
GIVEN_AS_OFTEN = frozenset("al di le do y el".split())
SUFFIXES = frozenset("phd md jr sr ii iii iv mba msc ma ba cpa esq llm jd dds rn pe obe".split())
GROUPS = frozenset(
    "team committee panel board department office everyone everybody all colleagues people ladies gentlemen madam"
    " recruiters recruiting recruitment hiring hr group folks".split()
)


def is_one_of(word: str, known: frozenset[str]) -> bool:
    """True for a word that is known, whatever its dots and capitals."""
    return word.rstrip(".").replace(".", "").lower() in known


def leading_titles(words: list[str]) -> int:
    """Gives how many of the words stand before a name as titles."""
    places = range(len(words))
    return next((place for place in places if not _is_title(words, place)), len(words))


def _is_title(words: list[str], place: int) -> bool:
    """True for "Dr." and "Dipl.-Ing."; behind another title for "med." and for the "and" of "Mr and Mrs" too."""
    word, is_first = words[place], place == 0
    if is_one_of(word, _ALSO_NAMES) and is_first and len(words) < 3:
        return False
    belongs = word in ("and", "&") or (word.islower() and word.endswith("."))
    return all(is_one_of(part, TITLES) for part in word.split("-")) or (belongs and not is_first)


def without_suffixes(words: list[str]) -> list[str]:
    """Gives the words of a name without the degrees behind it."""
    kept = len(words)
    while kept > 1 and is_one_of(words[kept - 1], SUFFIXES):
        kept -= 1
    return words[:kept]
