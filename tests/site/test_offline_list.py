"""The list of what a reader may keep: every file once, each with its sum, in the right part."""

import base64
import hashlib

import pytest

from followup_site.publish.offline import NAME, entries, write_offline

RUNTIME = "assets/runtime/0123456789abcdef"


@pytest.fixture
def site(tmp_path):
    """Gives a small site."""
    files = ["index.html", "404.html", "guide/phone/index.html", "search/search_index.json", "assets/css/base.css"]
    files += [f"{RUNTIME}/image.wasm", f"{RUNTIME}/python.zip", "index.html.br", "open-me.html", "assets/offline/x.js"]
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_each_file_has_the_address_that_readers_use(site):
    """A page is known by its folder; packed siblings and the page for double-clicks are not kept."""
    expected = {"", "404.html", "guide/phone/", "search/search_index.json", "assets/css/base.css"}
    expected |= {f"{RUNTIME}/image.wasm", f"{RUNTIME}/python.zip"}
    assert expected == {entry.url for entry in write_offline(site)}


def test_each_file_has_its_sum_and_size(site):
    """The browser checks what it fetched against them."""
    page = next(entry for entry in entries(site) if entry.url == "guide/phone/")
    content = (site / "guide" / "phone" / "index.html").read_bytes()
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    assert (f"sha256-{digest}", len(content)) == (page.integrity, page.size)


def test_everybody_keeps_the_shell_and_only_who_needs_it_what_python_starts_from(site):
    """Pages and Python come when they are wanted."""
    parts = {entry.url: entry.part for entry in entries(site)}
    assert ("shell", "shell") == (parts[""], parts["assets/css/base.css"])
    assert ("rest", "rest") == (parts["guide/phone/"], parts[f"{RUNTIME}/image.wasm"])
    assert "spare" == parts[f"{RUNTIME}/python.zip"]


def test_without_an_image_all_of_python_is_kept(site):
    """Then everybody starts the longer way."""
    (site / RUNTIME / "image.wasm").unlink()
    assert "rest" == {entry.url: entry.part for entry in entries(site)}[f"{RUNTIME}/python.zip"]


def test_any_change_changes_the_worker(site):
    """That is how browsers notice a new version."""
    write_offline(site)
    before = (site / NAME).read_text()
    (site / "guide" / "phone" / "index.html").write_text("newer")
    write_offline(site)
    assert before != (site / NAME).read_text()


def test_the_same_site_gives_the_same_worker(site):
    """Two builds agree to the byte."""
    write_offline(site)
    before = (site / NAME).read_text()
    write_offline(site)
    assert before == (site / NAME).read_text()
