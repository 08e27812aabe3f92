"""Tells what the small link beside a claim says and where it leads, and counts sources in words."""

import importlib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from followup.model.language import number_word
from followup_site.words.wording import site_words

# A rule or a question, and perhaps who of its sources makes this claim: T13, or P1:staffing, or K1:primer,resume.
CLAIM = re.compile(r"(?P<id>[TCPRGOKH]\d+)(?::(?P<named>[a-z]+(?:,[a-z]+)*))?")
# More names than these would push the sentence apart; the row that the link leads to names them all.
MOST_NAMES = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """A page of this site, from its root, the words that stand in the sentence, and those that a pointer shows."""

    page: str
    text: str
    title: str


class UnknownCitation(ValueError):
    """A page cites what does not exist, or counts what is not so; it stops the build."""


def citation(claim: str) -> Citation:
    """Gives the link for a claim: "T4" reads "(career blog)", "K4" reads "(our default)"."""
    id, named = _parts(claim)
    page = f"/sources/{'disagreements' if id.startswith('K') else 'rules'}.md#{id.lower()}"
    if id.startswith("K") and not named:
        return Citation(page=page, text=site_words("pages.citations.ours"), title=_record(id).question)
    if _speakers(id) == ("ours",):
        return Citation(page=page, text=site_words("pages.citations.chosen"), title=_record(id).title)
    who = named or _speakers(id)
    return Citation(
        page=page, text=f"({_marks(who)})", title=f"{', '.join(_book().sources()[one].name for one in who)}"
    )


def counted(word: str, claim: str) -> str:
    """Gives how many sources make a claim, in words: counted("Count", "C14") == "Four".

    [[count sources]] counts them all; "all" gives "all five", "both" and "most" give themselves, or UnknownCitation
    where that is not so.
    """
    if (word.lower(), claim) == ("count", "sources"):
        return _number(_book().sources())
    id, named = _parts(claim)
    speakers, who = _speakers(id), named or _speakers(id)
    check = WORDS.get(word.lower())
    if check is None:
        raise UnknownCitation(site_words("mistakes.citations.word", word=word, claim=claim, known=", ".join(WORDS)))
    if not check(len(who), len(speakers), len(_shared())):
        said_by = {"word": word, "claim": claim, "said": len(who), "spoke": len(speakers)}
        raise UnknownCitation(site_words("mistakes.citations.count", **said_by))
    said = {"count": _number(who), "all": _all(who)}.get(word.lower(), word.lower())
    return said.capitalize() if word[0].isupper() else said


# Of those who say so, those who speak at all, and all there are.
WORDS: Mapping[str, Callable[[int, int, int], bool]] = {
    "count": lambda said, spoke, sources: said > 0,
    "all": lambda said, spoke, sources: said == sources,
    "both": lambda said, spoke, sources: said == 2,
    "most": lambda said, spoke, sources: said * 2 > spoke,
}


def figure_words(id: str, key: str, *, number: bool = False) -> str:
    """Gives a figure of ours in words: figure_words("K4", "wait_business_days") == "five business days".

    UnknownCitation where the record or the figure is not there.
    """
    _parts(id)
    figures = _record(id).figures
    if key not in figures:
        known = ", ".join(figures) or site_words("mistakes.citations.no_figure")
        raise UnknownCitation(site_words("mistakes.citations.figure", id=id, key=key, known=known))
    said: str = importlib.import_module("followup.rules.sayings").said(key, figures[key], number=number)
    return said


def _parts(claim: str) -> tuple[str, tuple[str, ...]]:
    found = CLAIM.fullmatch(claim)
    if found is None or found["id"] not in (*_book().rules(), *_book().defaults()):
        raise UnknownCitation(site_words("mistakes.citations.unknown", claim=claim))
    named = tuple(found["named"].split(",")) if found["named"] else ()
    if silent := [one for one in named if one not in _speakers(found["id"])]:
        raise UnknownCitation(site_words("mistakes.citations.silent", claim=claim, source=silent[0]))
    return found["id"], named


def _speakers(id: str) -> tuple[str, ...]:
    return tuple(_record(id).says) if id.startswith("K") else tuple(_record(id).sources)


def _shared() -> frozenset[str]:
    """The sources of the handbook: a page of ours that says "all five" means these, and no host's own."""
    spoken = {source for id, rule in _book().rules().items() if not id.startswith("H") for source in rule.sources}
    return frozenset(spoken & _book().sources().keys())


def _marks(who: tuple[str, ...]) -> str:
    sources = _book().sources()
    if len(who) == len(_shared()):
        return _all(who)
    if len(who) <= MOST_NAMES:
        return ", ".join(sources[one].mark for one in who)
    return site_words("pages.citations.sources", number=_number(who))


def _record(id: str) -> Any:
    return _book().record(id)


def _book() -> Any:
    return importlib.import_module("followup.rules.rulebook")


def _all(who: Collection[str]) -> str:
    return site_words("pages.citations.all", number=_number(who))


def _number(who: Collection[str]) -> str:
    return number_word(len(who), none=site_words("pages.citations.none"))
