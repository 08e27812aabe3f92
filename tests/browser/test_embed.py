"""A tool in another site's frame: alone, as tall as its content, and losing nothing on the way to the next tool."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from local_server import address, serve
from playwright.sync_api import Page, expect
from telling import link

pytestmark = pytest.mark.browser

# Another name of this machine is another origin, and another site too.
HOST = """<!doctype html><title>Careers</title>
<iframe src="{site}{place}" title="Planner" width="400" height="100"></iframe>
<script src="{site}assets/embed.js" defer></script>"""
PLANNER = "tools/planner/?embed#country=DE"
CASE = {
    "company": "Acme",
    "role": "Data Analyst",
    "rounds": [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}],
    "country": "US",
}
# As docs/hosts/embedding.md tells them: what stands behind the #, and what the form then holds.
CARRIED = {
    "country": ("country=DE", {"country": "DE"}),
    "region": ("country=DE&subdivision=BY", {"country": "DE", "subdivision": "BY"}),
    "zone": ("rounds[0].zone=Europe/Berlin", {"rounds[0].zone": "Europe/Berlin"}),
    "approach": ("approach=patient", {"approach": "patient"}),
    "closures": (
        "closures[0]=2027-01-11&closures[1]=2027-12-27",
        {"closures[0]": "2027-01-11", "closures[1]": "2027-12-27"},
    ),
    "role": ("role=Data Analyst", {"role": "Data Analyst"}),
}
EVERY = {
    "all at once": (
        "&".join(told for told, _ in CARRIED.values()),
        {k: v for _, is_ in CARRIED.values() for k, v in is_.items()},
    )
}
REFUSED = """if (top !== window) for (const name of ["localStorage", "sessionStorage", "indexedDB"])
    Object.defineProperty(window, name, {
        configurable: true, get() { throw new DOMException("Refused", "SecurityError"); },
    });"""


class Hosting:
    """A folder served from another origin, for pages that show a tool of ours."""

    def __init__(self, folder: Path, url: str, site: str) -> None:
        self.folder, self.url, self.site = folder, url, site

    def shows(self, place: str) -> str:
        """Gives the address of a page that shows that address of ours in a frame."""
        (self.folder / "index.html").write_text(HOST.format(site=self.site, place=place), encoding="utf-8")
        return self.url


@pytest.fixture
def hosting(tmp_path: Path, site_url: str) -> Iterator[Hosting]:
    """Gives another site, at a port and a name of its own."""
    server = serve(tmp_path)
    yield Hosting(tmp_path, address(server).replace("127.0.0.1", "localhost"), site_url)
    server.shutdown()


@pytest.fixture
def framed(page: Page, hosting: Hosting) -> Page:
    """The host's page with our planner in it, open in each browser in turn."""
    page.goto(hosting.shows(PLANNER))
    return page


def test_a_framed_tool_stands_alone(framed: Page) -> None:
    """No header, no navigation; the country of the address is chosen."""
    inside = framed.frame_locator("iframe")
    expect(inside.locator("followup-tool form")).to_be_visible()
    expect(inside.locator(".md-header")).to_be_hidden()
    expect(inside.locator(".md-footer")).to_be_hidden()


def test_the_frame_is_as_tall_as_its_content(framed: Page) -> None:
    """The host's page scrolls, the frame does not."""
    expect(framed.frame_locator("iframe").locator("followup-tool form")).to_be_visible()
    frame = framed.locator("iframe")
    expect(frame).to_have_attribute("style", re.compile(r"height: \d{3,}px"))
    framed.wait_for_timeout(300)
    inside = framed.frames[1]
    assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight + 2")


@pytest.mark.firefox_at_night
@pytest.mark.parametrize(("told", "held"), [*CARRIED.values(), *EVERY.values()], ids=[*CARRIED, *EVERY])
def test_what_an_address_carries_stands_in_the_form(
    told: str, held: Mapping[str, str], page: Page, site_url: str
) -> None:
    """And nobody is greeted with a problem for what it does not tell."""
    page.goto(f"{site_url}tools/planner/?embed#{told}")
    for name, value in held.items():
        expect(page.locator(f'followup-tool [name="{name}"][data-kind]')).to_have_value(value)
    expect(page.locator("followup-tool")).not_to_have_attribute("data-state", re.compile("asking|answered|problems"))
    expect(page.locator('[data-part="summary"]')).to_be_hidden()


def test_an_address_chooses_a_letter(page: Page, site_url: str) -> None:
    """By its id, in the writer alone."""
    page.goto(f"{site_url}tools/writer/?embed#letter=check-in")
    expect(page.locator('followup-tool [name="letter"]')).to_have_value("check-in")
    expect(page.locator(".md-header")).to_be_hidden()


def test_a_frame_without_storage_loses_nothing_on_the_way(page: Page, hosting: Hosting) -> None:
    """The planner says that the browser keeps nothing, and the writer opens with what was told."""
    complaints: list[Any] = []
    page.on("pageerror", lambda error: complaints.append(error))
    page.add_init_script(REFUSED)
    page.goto(hosting.shows(link(CASE).replace("/#", "/?embed#")))
    inside = page.frame_locator("iframe")
    expect(inside.locator("[data-unkept]:visible")).to_contain_text("Neither this browser nor this tab keeps")
    # Firefox's driver reaches no frame of another site with its pointer.
    inside.locator('a[href*="tools/writer/"]:visible').last.evaluate("link => link.click()")
    expect(inside.locator('[data-part="answer"]')).to_contain_text(
        "about the Data Analyst role at Acme", timeout=60_000
    )
    expect(inside.locator(".md-header")).to_be_hidden()
    assert [] == complaints
