"""In which order a text writes day and month in numbers, where a date by itself does not say it."""

import re

SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d\d))?(?![\d/-])")
# By whose hours the order is known; "est" and "et" are words of French, and hours of New York behind "pm" alone.
AMERICAN = re.compile(
    r"[ap]\.?m\b\.?[\s,(]{0,3}es?t\b|\(es?t\)|\b(?:edt|[cmp][sd]?t|(?<!australian )eastern(?! europ)|central(?! europ)"
    r"|mountain|pacific)\b"
)
EUROPEAN = re.compile(
    r"\b(?:gmt(?!\s?[−-]\d)|utc\s?\+\d|central europ\w+|bst|ist|cet|cest|mez|uhr|uur|heures?|horas?|hora|ora|ore|às"
    r"|a las|a[ew]st|aedt|sast|uk"
    r"|united kingdom|england|scotland|ireland|new south wales)\b|\+44\s?\d"
)
# "Crowley, TX 76036" and "Leeds LS1 1AA".
AMERICAN_ADDRESS = re.compile(
    r",\s?(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]"
    r"|w[aivy])[.,]?\s\d{5}(?:-\d{4})?\b"
)
BRITISH_ADDRESS = re.compile(r"\b[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b")


def writes_month_first(text: str) -> bool | None:
    """True where a text in small letters writes the month first, None where it does not say so, or both.

    Its other dates tell it more surely than its clock and its address.
    """
    numbers = [(int(found[1]), int(found[3])) for found in SLASHED.finditer(text) if found[4]]
    by_dates = _one_of(
        any(first <= 12 < second <= 31 for first, second in numbers),
        any(second <= 12 < first <= 31 for first, second in numbers),
    )
    if by_dates is not None:
        return by_dates
    by_clock = _one_of(bool(AMERICAN.search(text)), bool(EUROPEAN.search(text)))
    by_address = _one_of(bool(AMERICAN_ADDRESS.search(text)), bool(BRITISH_ADDRESS.search(text)))
    told = {by_clock, by_address} - {None}
    return told.pop() if len(told) == 1 else None


def _one_of(is_american: bool, is_european: bool) -> bool | None:
    return is_american if is_american != is_european else None
