"""The words of plans and calendar entries, and the ways from them to the pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from followup import data
from followup.model.language import listed
from followup.model.plan import Step
from followup.model.wording import view_words


@lru_cache(maxsize=1)
def entry_words() -> Mapping[str, Any]:
    """The words of a calendar entry, from data/words/calendar_file.toml."""
    return data.table("words", "calendar_file.toml")


@dataclass(frozen=True, kw_only=True, slots=True)
class Program:
    """What a calendar program does with a second save, the way that works there, and how that is known."""

    id: str
    name: str
    does: str
    way: str
    tried: str = ""
    reports: tuple[str, ...] = ()

    @property
    def evidence(self) -> str:
        """How that is known, in Markdown."""
        if self.tried:
            return view_words("programs.tried", tried=self.tried)
        links = listed([f"[{link.partition('github.com/')[2]}]({link})" for link in self.reports])
        return view_words("programs.reported", links=links) if links else view_words("programs.untried")


def role_at(role: str, company: str) -> str:
    """Gives what a case is about, as far as it is known: "Data Analyst at Acme"."""
    return view_words("plan.role", role=role, company=company) if role and company else role or company


def programs() -> tuple[Program, ...]:
    """Gives the calendar programs of data/words/calendar_programs.toml; pages ask for them, and no plan does."""
    found = data.table("words", "calendar_programs.toml")["program"]
    return tuple(Program(**one | {"reports": tuple(one.get("reports", ()))}) for one in found)


@lru_cache(maxsize=1)
def site_address() -> str:
    """Where this site is served, with a slash at its end; empty where the build was not told, and for our own data."""
    if data.is_upstream():
        return ""
    return (files("followup_calendars") / "site.txt").read_text(encoding="utf-8").strip()


def way_to_words(step: Step) -> str:
    """The address of the page that has the words for a step."""
    letter = writer_page(step) if step.letter and step.channel != "phone" else ""
    return site_address() + (letter or _page(step))


def writer_page(step: Step) -> str:
    """The way to the letter of a step, from the root of the site: whatever the writer was asked before gives way."""
    if "writer" in data.left_out():
        return ""
    form = "&form=message" if step.channel == "message" else ""
    return f"tools/writer/#step={quote(step.id, safe='')}&letter={step.letter}&to=&text=&subject={form}"


def _page(step: Step) -> str:
    has_sheet = "call-sheet" not in data.left_out()
    return "tools/call-sheet/" if step.channel == "phone" and has_sheet else "tools/planner/"


@lru_cache(maxsize=1)
def plan_words() -> Mapping[str, Any]:
    """Gives the words of data/words/plan_words.toml."""
    return data.table("words", "plan_words.toml")
