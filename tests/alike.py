"""Which of the built pages are looked at: all by night, by day some of those that hold text with the same parts."""

from collections.abc import Iterable

from strides import stride

# Of how many such pages one stands for the others; records of decisions are more than half of all. A page belongs to
# the first that its address begins with.
ALIKE = {
    "developers/decisions/0": 20,
    "developers/": 4,
    "about/": 2,
    "evidence/": 3,
    "guide/": 4,
    "hosts/": 3,
    "questions/": 3,
    "sources/": 2,
}


def looked_at(pages: Iterable[str]) -> list[str]:
    """Gives those of the pages, by their addresses below the site, that are looked at, spread evenly."""
    every = sorted(pages)
    left_out = set[str]()
    placed = [(page, next((start for start in ALIKE if page.startswith(start)), page)) for page in every]
    for start, test in ALIKE.items():
        alike = [page for page, of in placed if of == start != page]
        left_out |= {*alike} - {*alike[:: stride(check=test, test=test)]}
    return [page for page in every if page not in left_out]
