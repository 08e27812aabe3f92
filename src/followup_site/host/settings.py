"""A host's settings: its name and address, who runs the copy, what its server logs, colours, tools left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from followup_site.host import values
from followup_site.host.mistakes import HostFile, Spot, folder, read
from followup_site.host.pictures import PICTURES, check_picture
from followup_site.words.wording import site_words

# The planner holds the house together: every other tool can go.
TOOLS = ("writer", "checker", "call-sheet", "what-now", "interviews", "invitation", "calendar-file")
COLOURS = (
    "accent",
    "accent_strong",
    "accent_soft",
    "on_accent",
    "paper",
    "surface",
    "sunken",
    "text",
    "quiet",
    "focus",
)
SCHEMES = ("light", "dark")
HEX = re.compile(r"#[0-9a-fA-F]{6}")
ADDRESS = re.compile(r"https?://[^\s/?#]+/(?:[^\s?#]*/)?")
EMAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+")
PAGE = re.compile(r"(?:[\w-]+/)*[\w-]+\.md")
# A longer name does not stand in the head of a page, nor as the title of an app.
MOST_NAME = 80
STATUSES = ("full", "partial", "none")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What settings.toml says; what is left out is empty, and the copy is then as ours."""

    name: str = ""
    address: str = ""
    operator: str = ""
    contact: str = ""
    imprint: str = ""
    log: str = ""
    logo: str = ""
    icon: str = ""
    leave_out: tuple[str, ...] = ()
    accessibility: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def contact_link(self) -> str:
        """The contact as an address of a link: an email address gets `mailto:`."""
        return f"mailto:{self.contact}" if EMAIL.fullmatch(self.contact) else self.contact

    @property
    def imprint_place(self) -> str:
        """The imprint as an address from the root of the site, where it is a page of this copy."""
        if not PAGE.fullmatch(self.imprint):
            return self.imprint
        return f"{self.imprint.removesuffix('.md')}/".removesuffix("index/")


def settings(place: Path | None = None) -> Settings:
    """Gives the settings of a host's folder; HostMistake where one cannot be used."""
    path = (place or folder()) / "settings.toml"
    return _checked(read(path)) if path.exists() else Settings()


def _checked(file: HostFile) -> Settings:
    told = dict(file.table)
    file.only(told, (each.name for each in fields(Settings)), site_words("host.names.setting"))
    for key in ("name", "address", "operator", "contact", "imprint", "log", "logo", "icon"):
        values.check_value(file, Spot(key=key), told.get(key, ""), values.LINE)
        if told.get(key) and not told[key].strip():
            raise file.wrong(Spot(key=key), site_words("host.found.spaces"), site_words("host.settings.words", key=key))
    if len(told.get("name", "")) > MOST_NAME:
        raise file.wrong(Spot(key="name"), told["name"], site_words("host.settings.name", most=MOST_NAME))
    if told.get("address") and not ADDRESS.fullmatch(told["address"]):
        raise file.mistake(told["address"], site_words("host.settings.address"))
    if told.get("contact") and not (values.WEB.fullmatch(told["contact"]) or EMAIL.fullmatch(told["contact"])):
        raise file.wrong(Spot(key="contact"), told["contact"], site_words("host.settings.contact"))
    if told.get("imprint") and not (
        values.WEB.fullmatch(told["imprint"]) or _is_page(file.path.parent, told["imprint"])
    ):
        raise file.wrong(Spot(key="imprint"), told["imprint"], site_words("host.settings.imprint"))
    for key in PICTURES:
        if told.get(key):
            check_picture(file, key, told[key])
    values.check_value(file, Spot(key="leave_out"), told.get("leave_out", []), values.TOOLS)
    file.only(told.get("leave_out", ()), TOOLS, site_words("host.names.tool"), near=("leave_out",))
    _check_accessibility(file, told.get("accessibility", {}))
    _check_colours(file, told.get("colours", {}))
    colours = {
        scheme: {name: value.lower() for name, value in each.items()}
        for scheme, each in told.get("colours", {}).items()
    }
    return Settings(**{**told, "leave_out": tuple(told.get("leave_out", ())), "colours": colours})


def _is_page(place: Path, name: str) -> bool:
    return bool(PAGE.fullmatch(name)) and (place / "docs" / name).is_file()


def _check_table(file: HostFile, name: str, told: object) -> None:
    if not isinstance(told, dict):
        raise file.wrong(Spot(key=name.rpartition(".")[2]), told, site_words("host.settings.table", name=name))


def _check_accessibility(file: HostFile, told: Mapping[str, Any]) -> None:
    _check_table(file, "accessibility", told)
    what = site_words("host.names.of", whole="accessibility")
    file.only(told, ("status", "date", "complaints"), what, near=("[accessibility]",))
    if "complaints" in told:
        values.check_value(file, Spot(table="accessibility", key="complaints"), told["complaints"], values.WORDS)
    if "status" in told and told["status"] not in STATUSES:
        may = site_words("host.settings.status", known=", ".join(STATUSES))
        raise file.mistake(told["status"], may, near=("[accessibility]", "status"))
    if "date" in told:
        values.check_value(file, Spot(table="accessibility", key="date"), told["date"], values.DAY)


def _check_colours(file: HostFile, told: Mapping[str, Any]) -> None:
    _check_table(file, "colours", told)
    file.only(told, SCHEMES, site_words("host.names.colours"), near=("colours",))
    for scheme, colours in told.items():
        header = f"[colours.{scheme}]"
        _check_table(file, f"colours.{scheme}", colours)
        file.only(colours, COLOURS, site_words("host.names.colour"), near=(header,))
        for name, value in colours.items():
            if not HEX.fullmatch(str(value)):
                raise file.mistake(value, site_words("host.settings.colour", name=name), near=(header, name))
