"""Names whose order nobody can know: in half of Asia the family name stands first, and many turn it round abroad."""

import re
from functools import cache

from followup import data
from followup.words.cleaning import without_marks

# Family names of China, Vietnam, Korea and their neighbours in Latin letters that are no given name in the west.
_FAMILY = frozenset(
    "nguyen tran pham huynh hoang phan vu vo dang bui ngo duong trinh dinh truong luong quach chau thai wang"
    " zhang li liu chen yang huang zhao wu zhou xu zhu hu guo gao luo zheng liang xie feng deng cao peng zeng xiao"
    " pan yuan jiang yu cheng shen ding cui zhong shi liao xia bai zou xiong meng qin qiu hou cao chan wong lam"
    " cheung leung ng lau chow yip kwok tsang cheng fung tam yeung tan lim ong goh teoh teo koh toh chua yeo"
    " chia tay quek sia chong chin choi jung jeong kang cho yoon jang hwang ahn shin kwon seo baek heo yoo noh".split()
)
# As often given names elsewhere: with a sign of Vietnamese or of Korean behind or in them they are family names.
_ALSO_GIVEN = frozenset(
    "le do ho ly ha ma mai vuong kim lee park lin lu song su sun han lim oh an sim bae ryu nam cai dai".split()
)
# Given names that are family names as well: "James, Ryan" may be Ryan James.
_ALSO_FAMILY = frozenset(
    "abdul adam adrian ahmed alan alexander andrew anthony arthur benjamin carl carol charles christopher"
    " clare craig dan daniel david dawn dennis eric gary gavin george grace graham greg harry hassan heather"
    " henry holly hugo ibrahim jack jacob james jan jason john jordan jose joseph juan karen keith kelly ken"
    " kerry kim lee leo linda louise lucas lucia luis luke lynn marco marcus marie mark martin mary matthew max"
    " maya mei michael miguel mohamed mohammed neil nick nigel noah oliver omar oscar owen pablo pam pat"
    " patrick paul paula pedro peter phil philip raj ravi richard rob robert robin roger rosa rose ross ruth"
    " ryan samuel scott sean simon stella stephen steven stuart thomas tracey tracy vikram wayne will william"
    " yusuf".split()
)
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯ]|[\u1ea0-\u1ef9]")
# "Min-jun", "Ji-won": the second syllable is small.
_KOREAN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")


def is_order_unknown(words: list[str]) -> bool:
    """True for the words of a name that may begin with the family name.

    >>> is_order_unknown("Tan Wei Ming".split()), is_order_unknown("Wei Ming Tan".split())
    (True, False)
    """
    if len(words) < 2:
        return False
    first = _plain(words[0])
    if first in _FAMILY:
        return True
    rest = " ".join(words)
    return first in _ALSO_GIVEN and bool(_VIETNAMESE.search(rest) or any(map(_KOREAN.fullmatch, words[1:])))


def are_two_people(first: str, second: str) -> bool:
    """True where both sides of a comma are given names, and the first is no family name too: "Dana, Tom"."""
    return _plain(first) in given_names() - _ALSO_FAMILY and _plain(second) in given_names()


def is_given(word: str) -> bool:
    """True for a name by which people are called, wherever it stands."""
    return _plain(word) in given_names()


def is_also_family(word: str) -> bool:
    """True for a given name that is a family name as well."""
    return _plain(word) in _ALSO_FAMILY | _ALSO_GIVEN | _FAMILY


@cache
def given_names() -> frozenset[str]:
    """The names by which people are called, as invitations are read by them."""
    names: str = data.table("words", "invitations.toml")["given"]
    return frozenset(names.split(", "))


def _plain(word: str) -> str:
    """A word in small letters without its marks: "nguyen" of "Nguyễn"."""
    return without_marks(word.lower().replace("đ", "d"))
