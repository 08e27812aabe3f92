"""What machines find: a page's head as a crawler sees it, the list of pages, the feed and robots.txt."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from followup.rules import changes
from followup_site.publish import discovery
from followup_site.publish.seal import finds

pytestmark = pytest.mark.ours

ROOT = Path(__file__).parents[2]
URL = "https://example.org/after/"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the pages as MkDocs makes them for a host that told its address, a subfolder of another, and its name."""
    folder = tmp_path_factory.mktemp("public")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(folder)]
    told = {"SITE_URL": URL, "SITE_NAME": "Another name", "RELEASE": "1.2.3"}
    subprocess.run(command, cwd=ROOT, env=os.environ | told, check=True)
    return folder


def data(page: Path) -> dict[str, dict[str, object]]:
    """Gives the blocks of data in a page by their type."""
    blocks = [json.loads(block) for block in DATA.findall(page.read_text(encoding="utf-8"))]
    return {block["@type"]: block for block in blocks}


def test_a_shared_link_shows_title_words_and_picture(public: Path) -> None:
    """The picture has a whole address and is there."""
    head = (public / "guide/phone/index.html").read_text(encoding="utf-8")
    told = dict(re.findall(r'<meta property="og:([a-z:_]+)" content="([^"]*)">', head))
    assert "Thank-you email after a phone interview: short, and within the hour" == told["title"]
    assert f"{URL}guide/phone/" == told["url"]
    assert (public / told["image"].removeprefix(URL)).is_file()


def test_a_host_gives_address_and_name(public: Path) -> None:
    """Both come from the environment; links stay relative, so that the folder does not matter."""
    home = (public / "index.html").read_text(encoding="utf-8")
    assert "<title>Another name</title>" in home
    assert f'href="{URL}"' in home
    assert 'href="guide/"' in home


def test_a_page_says_who_wrote_it_when_it_was_read_and_where_it_stands(public: Path) -> None:
    """Article and breadcrumbs, as search engines read them."""
    blocks = data(public / "guide/phone/index.html")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(blocks["Article"]["dateModified"]))
    assert "1.2.3" == blocks["Article"]["version"]
    steps = blocks["BreadcrumbList"]["itemListElement"]
    assert isinstance(steps, list)
    assert [URL, f"{URL}guide/", f"{URL}guide/phone/"] == [step["item"] for step in steps]
    assert [1, 2, 3] == [step["position"] for step in steps]


def test_data_in_a_page_is_no_script(public: Path) -> None:
    """The policy needs no hash for it, so it opens nothing."""
    assert not any("schema.org" in script for script in finds((public / "guide/phone/index.html").read_text()).scripts)


def test_the_list_of_pages_is_for_readers(public: Path) -> None:
    """Pages for hosts and developers are linked, and not offered to searchers."""
    places = re.findall("<loc>(.*?)</loc>", (public / "sitemap.xml").read_text())
    assert f"{URL}guide/phone/" in places
    assert [] == [place for place in places if "/developers/" in place or "/hosts/" in place]


def test_without_an_address_nothing_points_at_this_machine(built: Path) -> None:
    """No canonical address, no picture, an empty list of pages: they would send a searcher to 127.0.0.1."""
    assert "<loc>" not in (built / "sitemap.xml").read_text()
    pointing = re.compile(r'rel="canonical"|og:image|og:url|BreadcrumbList|"mainEntityOfPage"')
    pages = [path for path in built.rglob("*.html") if path.name != "404.html"]
    assert [] == [path for path in pages if pointing.search(path.read_text(encoding="utf-8"))]
    assert "Article" in data(built / "guide/phone/index.html")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("", ""),
        ("http://127.0.0.1:8000/", ""),
        ("http://localhost/", ""),
        ("https://example.org/after", URL),
        ("https://example.org/after/", URL),
    ],
)
def test_an_address_of_this_machine_is_none(monkeypatch: pytest.MonkeyPatch, told: str, expected: str) -> None:
    """It ends in a slash, so that places can follow."""
    monkeypatch.setenv("SITE_URL", told)
    assert expected == discovery.public_url()


@pytest.mark.parametrize(
    ("url", "files"),
    [
        ("", {"llms.txt"}),
        (URL, {"llms.txt", "changes.xml"}),
        ("https://example.org/", {"llms.txt", "changes.xml", "robots.txt"}),
    ],
)
def test_files_fit_the_address(tmp_path: Path, url: str, files: set[str]) -> None:
    """A robot looks at the root of a host alone; a feed needs whole addresses."""
    (tmp_path / "index.html").write_text("<title>Home</title>")
    discovery.write_discovery(tmp_path, url)
    assert files == {path.name for path in tmp_path.iterdir()} - {"index.html"}


def test_language_models_get_the_readers_pages(public: Path) -> None:
    """Each with its title, its address and what it is for."""
    listed = discovery.llms(public, URL)
    assert f"]({URL}guide/phone/): A phone interview or screening call is over." in listed
    assert "/developers/" not in listed


def test_the_feed_tells_every_change_to_the_rules() -> None:
    """Newest first, each with a place on the page of changes."""
    feed = ElementTree.fromstring(discovery.feed(URL))
    space = {"a": "http://www.w3.org/2005/Atom"}
    ids = [entry.findtext("a:id", namespaces=space) for entry in feed.findall("a:entry", space)]
    assert [f"{URL}sources/changes/#{change.id}" for change in changes.changes()] == ids


def test_the_feed_bears_a_hosts_own_words_and_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """An ampersand in its name or in its address, and what looks like a tag."""
    monkeypatch.setattr(discovery, "site_words", lambda key: f"Q&A <{key}>")
    feed = ElementTree.fromstring(discovery.feed("https://example.org/?a=1&b=2/"))
    assert "Q&A <publish.feed.title>" == feed.findtext("{http://www.w3.org/2005/Atom}title")
    assert "https://example.org/?a=1&b=2/changes.xml" == feed.findtext("{http://www.w3.org/2005/Atom}id")
