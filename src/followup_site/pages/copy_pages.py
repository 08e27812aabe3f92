"""Says what a copy says of itself: who runs it, what its server logs, and how accessible it is."""

from collections.abc import Callable, Mapping

from followup_site.host.settings import Settings, settings
from followup_site.words.wording import site_named, site_words


def part(attributes: Mapping[str, str]) -> str:
    """Gives one part in Markdown, or nothing where the host told nothing; ValueError for another part."""
    if attributes["part"] not in PARTS:
        raise ValueError(site_words("mistakes.tags.part", part=attributes["part"], known=", ".join(PARTS)))
    return PARTS[attributes["part"]](settings())


def _operator(told: Settings) -> str:
    # This part stands on a page in about/.
    is_ours = told.imprint_place != told.imprint
    lines = (
        site_words("pages.copy.operator", operator=told.operator) if told.operator else "",
        site_words("pages.copy.write", contact=told.contact, link=told.contact_link) if told.contact else "",
        site_words("pages.copy.imprint", link=f"{'../' if is_ours else ''}{told.imprint}") if told.imprint else "",
    )
    said = "".join(f"{line}\n" for line in lines if line)
    return f"## {site_words('pages.copy.who')}\n\n{said}" if said else ""


def _log(told: Settings) -> str:
    return site_words("pages.copy.log", log=told.log) if told.log else ""


def _accessibility(told: Settings) -> str:
    if not told.accessibility:
        return ""
    on = told.accessibility.get("date")
    words = [
        site_named("pages.copy.meets").get(told.accessibility.get("status", ""), ""),
        site_words("pages.copy.written", day=on) if on else "",
        site_words("pages.copy.tell", contact=told.contact, link=told.contact_link) if told.contact else "",
        told.accessibility.get("complaints", ""),
    ]
    return f"## {site_words('pages.copy.stands')}\n\n" + "\n".join(filter(None, words))


PARTS: Mapping[str, Callable[[Settings], str]] = {
    "operator": _operator,
    "log": _log,
    "accessibility": _accessibility,
}
