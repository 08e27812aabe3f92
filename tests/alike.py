"""Which of the built pages are looked at: all by night, by day some of those that hold text with the same parts."""

from collections.abc import Iterable

from strides import stride

# Of how many such pages one stands for the others; records of decisions are more than half of all.
ALIKE = {"developers/decisions/0": 20, "evidence/": 3, "guide/": 3, "questions/": 3}


def looked_at(pages: Iterable[str]) -> list[str]:
    """Gives those of the pages, by their addresses below the site, that are looked at, spread evenly."""
    every = sorted(pages)
    left_out = set[str]()
    for start, test in ALIKE.items():
        alike = [page for page in every if page.startswith(start) and page != start]
        left_out |= {*alike} - {*alike[:: stride(check=test, test=test)]}
    return [page for page in every if page not in left_out]
