"""Domains of other letters as mail servers write them: Punycode (RFC 3492), without the codecs that a browser lacks."""

import unicodedata

LABEL_LIMIT = 63
DOMAIN_LIMIT = 253
# The figures of RFC 3492, section 5.
BASE, LOWEST, HIGHEST, SKEW, DAMP = 36, 1, 26, 38, 700
FIRST_BIAS, FIRST_SIGN = 72, 128
DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"


class Unwritable(ValueError):
    """No header and no mail server can carry such a domain."""


def ascii_domain(domain: str) -> str:
    """Gives a domain in ASCII, each label within 63 characters; raises Unwritable.

    >>> ascii_domain("müller.de")
    'xn--mller-kva.de'
    """
    written = ".".join([_label(label) for label in _composed(domain).split(".")])
    if len(written) > DOMAIN_LIMIT:
        raise Unwritable(domain)
    return written


def _composed(domain: str) -> str:
    """The letters as they are registered: small, and composed with their accents; a dot may be a full-width one."""
    if domain.isascii():
        return domain
    return unicodedata.normalize("NFKC", domain.lower()).replace("。", ".")


def _label(label: str) -> str:
    written = label if label.isascii() else f"xn--{punycode(label)}"
    if not written or len(written) > LABEL_LIMIT or any(sign.isspace() for sign in label):
        raise Unwritable(label)
    return written


def punycode(label: str) -> str:
    """Gives one label in Punycode: its ASCII letters, a hyphen, and where the others stand.

    >>> punycode("bücher")
    'bcher-kva'
    """
    plain = [sign for sign in label if sign.isascii()]
    pieces = ["".join(plain) + "-"] if plain else []
    done, delta, bias, before = len(plain), 0, FIRST_BIAS, FIRST_SIGN
    for sign in sorted({ord(sign) for sign in label if not sign.isascii()}):
        delta += (sign - before) * (done + 1)
        for other in map(ord, label):
            if other < sign:
                delta += 1
            elif other == sign:
                pieces.append(_number(delta, bias))
                bias = _adapted(delta, done + 1, first=done == len(plain))
                done, delta = done + 1, 0
        delta, before = delta + 1, sign + 1
    return "".join(pieces)


def _number(delta: int, bias: int) -> str:
    """A number in digits whose base depends on their place."""
    digits, weight = [], BASE
    while delta >= (threshold := min(max(weight - bias, LOWEST), HIGHEST)):
        delta, digit = divmod(delta - threshold, BASE - threshold)
        digits.append(DIGITS[threshold + digit])
        weight += BASE
    return "".join([*digits, DIGITS[delta]])


def _adapted(delta: int, done: int, *, first: bool) -> int:
    """The bias for the next number, larger where numbers are."""
    delta //= DAMP if first else 2
    delta += delta // done
    weight = 0
    while delta > (BASE - LOWEST) * HIGHEST // 2:
        delta //= BASE - LOWEST
        weight += BASE
    return weight + (BASE - LOWEST + 1) * delta // (delta + SKEW)
