"""How an interview is held, by what the invitation holds: a link to meet by, a number, a room, an address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from followup.files.invitation.lines import Block
from followup.files.invitation.no_ways import is_no_way
from followup.files.invitation.words import LINK, MARGIN, known, pattern, plain, small_letters, tokens

PHONE = re.compile(r"^(?:tel:|phone:?|call:?)?\s*\+?[\d\s()./-]{7,20}(?:\s*(?:x|ext\.?)\s*\d{1,6})?$", re.IGNORECASE)
PHONE_NUMBER = re.compile(r"(?<!\w)\+?(?:[\s()./-]{0,3}\d){7,15}(?!\w)")
# What an address has besides commas: a number before or behind the name of a street.
STREET = re.compile(r"\d+\s+\w{3}|\w{4}\s+\d+")
# The name of a street with its number, in the order of the country.
ADDRESS = re.compile(
    r"\b\d{1,5}\s(?:[NSEW]\.?\s)?(?:[A-Z0-9][\w'’]{1,20}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard"
    r"|Blvd|Square|Sq|Place|Court|Way|Quay|Terrace|Row)\b"
    r"|\b[A-Z]\w{2,30}(?:straße|strasse|str\.|straat|gracht|weg|platz|plein|laan|gasse|allee|ring|damm|ufer|markt"
    r"|chaussee"
    r"|quai|steig|stieg|wall|brücke|promenade|graben|singel|kade|dijk|steeg|gatan|vägen|gata|gate|veien|vej|gade"
    r"|torget|katu) \d"
    r"|\b(?:Markt|Marktplatz|Rathausplatz|Stadhuisplein|Dorfstraße|Dam|Stortorget) \d{1,3}\b"
    r"|\b(?:op|aan) (?:de|het) [A-Z]\w{2,30} \d"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
    r"|\b(?:via|viale|corso|piazza|calle|rua|avenida|praça|plaza) (?!Zoom|Teams|Meet|Google|Webex|Skype|Whats)"
    r"(?:[a-z]{1,4} )?[A-Z]\w{2,30}(?: [A-Z]\w{2,30})?,? \d"
    r"|\b(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Cc]ours|[Aa]llée|Calle|C/|Paseo|Via|Viale|Corso|Rua|Av\."
    r"|Avda\.|Avenida"
    r"|Plaza|Piazza|Praça|[Uu]l\.)\s(?:de l['’]|de (?:la|los|las) |des |du |de |del |de(?:i|gli|ll[aeo]) |d(?:ell)?['’]"
    r"|d[ao]s? )?[A-Z]\w{2,30}"
)
# Where a text says the place on a line of its own.
PLACE = re.compile(
    rf"^{MARGIN}(?:location|where|place|ort|lieu|lugar|local|luogo|locatie|address|adresse?|sede"
    rf"|indirizzo|dirección|endereço|plaats|plats|sted|miejsce|場所|会場|地点|地址|장소)\s*:\s*(.{{3,200}})$",
    re.I | re.M,
)
SAID = ("video", "phone", "onsite")
# Whatever stands behind it: "Microsoft Teams-értekezlet".
PLATFORM = re.compile(r"\b(?:microsoft teams|ms teams|google meet|zoom|webex|skype)")
# "In our Berlin office", "at the Daventry site".
OFFICE = re.compile(
    r"\b(?:in|at|to) (?:our [^\W\d_]{2,20}|the [A-Z]\w{2,20}) (?:offices?|headquarters|studio|campus|site|depot|branch"
    r"|plant|warehouse|store)\b"
)
LABELLED = {"video": "video", "phone": "phone", "address": "onsite"}
CONFERENCE = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "CONFERENCE",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """The format, empty where nothing says it; the link shows its kind and is never passed on.

    `is_titled` is true where nothing but the title says that it is on site, `is_guessed` where nothing but words which
    may be a place, or anything else.
    """

    format: str = ""
    link: str = ""
    is_sure: bool = True
    is_titled: bool = False
    is_guessed: bool = False


def held(event: Block, title: str, location: str, description: str, *, has_room: bool) -> Held:
    """How the interview of an event is held."""
    conference = " ".join(line.value for name in CONFERENCE for line in event.all(name))
    texts = (conference, location, event.text("URL"), description)
    link = next((found for text in texts for found in links(text) if _is_meeting(found)), "")
    small = title.casefold()
    labelled = PLACE.search(description)
    location = location or (labelled[1] if labelled else "")
    if _is_recorded(small, " ".join(texts)):
        return Held(format="recorded", link=link)
    places = [_place(part) for part in re.split(r"[;\n]", LINK.sub(" ", location))]
    signs = {
        "video": bool(link or conference) or "video" in places or bool(pattern("video_titles").search(small)),
        "phone": bool({"phone", "messenger"} & {*places}) or bool(pattern("phone").search(small)),
        "onsite": bool({"room", "address", "words"} & {*places}) or has_room or bool(pattern("onsite").search(small)),
    }
    is_place = "room" in places or "address" in places or has_room
    told = _weighed(signs, link, at_address="address" in places or bool(pattern("onsite").search(small)))
    is_onsite = told.format == "onsite"
    is_guessed = (is_onsite and "words" in places and not is_place) or (
        told.format == "phone" and "messenger" in places
    )
    return replace(
        told,
        is_titled=is_onsite and not is_place and not is_guessed,
        is_guessed=is_guessed,
        is_sure=told.is_sure and not is_guessed,
    )


def said_held(label: str, text: str) -> str:
    """How an interview is held by words alone: behind a label, else by what the text says first."""
    if told := LABELLED.get(_place(label)):
        return told
    small = small_letters(LINK.sub(" ", text))
    every = ((one.start(), format) for format in SAID for one in pattern(f"{format}_said").finditer(small))
    found = [(at, format) for at, format in every if not is_no_way(small, at)]
    found += [(one.start(), "onsite") for one in OFFICE.finditer(text)]
    return min(found)[1] if found else "onsite" if ADDRESS.search(text) else ""


def links(text: str) -> Iterator[str]:
    """The links of a text, each without the full stop behind it."""
    return (found.rstrip(".,;:)>]") for found in LINK.findall(text))


def _weighed(signs: dict[str, bool], link: str, *, at_address: bool) -> Held:
    """A calendar adds a link to nearly every event, and rooms are booked for those who call from there."""
    told = [format for format, is_said in signs.items() if is_said]
    if len(told) < 2:
        return Held(format=told[0] if told else "", link=link)
    format = "onsite" if signs["onsite"] and at_address else "video" if signs["video"] else "phone"
    return Held(format=format, link=link, is_sure=False)


def _place(text: str) -> str:
    """What one part of a location is: "video", "phone", "messenger", "address", "room", "words", or nothing."""
    said = plain(text).strip(" .,-–:()").casefold()
    if not said or said in known("no_place") or "@" in said:
        return ""
    if pattern("video").search(said) or PLATFORM.search(said):
        return "video"
    if PHONE.match(said):
        return "phone"
    rest = PHONE_NUMBER.sub(" ", said)
    is_room = bool(set(tokens(said)) & known("rooms"))
    is_street = bool(STREET.search(rest)) and not is_room
    if not is_street and (
        (rest != said and not is_room) or pattern("phone").search(said) or pattern("phone_places").search(said)
    ):
        return "phone"
    if not is_street and pattern("messengers").search(said):
        return "messenger"
    if pattern("place_follows").search(said):
        return "words" if is_room or is_street or "," in said else ""
    return "address" if is_street or "," in said else "room" if is_room else "words"


def _is_meeting(link: str) -> bool:
    parts = re.sub(r"^https?://", "", link.casefold()).partition("?")[0].split("/")
    words = {*parts[0].split("."), *parts[1:4]}
    return bool(_stems(words) & known("video_hosts")) and not set(tokens(" ".join(parts[1:]))) & known("no_meeting")


def _stems(words: set[str]) -> set[str]:
    return words | {re.sub(r"\d+web$|\d+$", "", word) for word in words}


def _is_recorded(title: str, text: str) -> bool:
    hosts = {part for link in links(text) for part in link.casefold().split("/")[2:3] for part in part.split(".")}
    return bool(hosts & known("recorded")) or bool(pattern("recorded").search(title))
