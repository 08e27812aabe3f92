"""The lines for servers on the page for hosts do what it says: paths without slash, our own 404 page, packed files."""

import gzip
import http.client
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from followup_site.publish.ports import free_port
from followup_site.publish.servers import nginx_command, running

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hosts" / "servers.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.ours


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives a folder that stands for a built site."""
    folder = tmp_path_factory.mktemp("srv") / "after"
    (folder / "guide").mkdir(parents=True)
    (folder / "guide" / "index.html").write_text("The guide – with a dash", encoding="utf-8")
    (folder / "404.html").write_text("Our own words for nothing here", encoding="utf-8")
    (folder / "main.js").write_text("let here = 1;" * 99, encoding="utf-8")
    (folder / "main.js.gz").write_bytes(gzip.compress((folder / "main.js").read_bytes()))
    (folder / "main.js.br").write_bytes(brotli.compress((folder / "main.js").read_bytes()))
    (folder / "python.wasm").write_bytes(b"\0asm\1\0\0\0")
    return folder


def lines(language: str, after: Path) -> str:
    """Gives the lines that the page shows for a server, with its folder in place of the one there."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1].replace("/srv/after", str(after))


def nginx(after: Path, port: int) -> list[str | Path]:
    """Gives the command of an nginx with the lines of the page."""
    return nginx_command(lines("nginx", after), after.parent, port)


def caddy(after: Path, port: int) -> list[str | Path]:
    """Gives the command of a Caddy with the lines of the page, at an address of this machine."""
    settings = after.parent / "Caddyfile"
    told = lines("caddy", after).replace("careers.example.org", f"http://127.0.0.1:{port}")
    settings.write_text(f"{{\n    admin off\n}}\n{told}", encoding="utf-8")
    return [shutil.which("caddy") or "", "run", "--adapter", "caddyfile", "--config", settings]


@pytest.fixture(params=[nginx, caddy], ids=["nginx", "caddy"])
def port(request: pytest.FixtureRequest, after: Path) -> Iterator[int]:
    """Gives the port at which each server that this machine has shows the folder."""
    chosen = free_port()
    command = request.param(after, chosen)
    if not Path(command[0]).is_file():
        pytest.skip(f"{request.node.callspec.id} is not installed here; make setup-browsers installs it on Debian")
    with running(command, chosen):
        yield chosen


def asked(port: int, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Gives status, headers and body of one address."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def test_a_path_without_a_slash_leads_on(port: int) -> None:
    """Of the copy itself and of a page, on the same host and port."""
    for path in ("/after", "/after/guide"):
        status, headers, _ = asked(port, path)
        assert status in (301, 302, 307, 308)
        assert (headers["Location"] or "").removeprefix(f"http://127.0.0.1:{port}") in (f"{path}/", "guide/")


def test_a_page_is_shown_as_utf_8(port: int) -> None:
    """A dash stays a dash."""
    status, headers, body = asked(port, "/after/guide/")
    assert 200 == status
    assert "charset=utf-8" in headers["Content-Type"].lower()
    assert "with a dash" in body.decode("utf-8")


def test_what_is_not_there_has_our_page(port: int) -> None:
    """With the status that says so."""
    status, _, body = asked(port, "/after/nowhere/")
    assert (404, b"Our own words for nothing here") == (status, body)


def test_packed_files_are_sent_packed(port: int) -> None:
    """To browsers that ask for it."""
    _, headers, body = asked(port, "/after/main.js", **{"Accept-Encoding": "gzip"})
    assert "gzip" == headers["Content-Encoding"]
    assert b"let here" in gzip.decompress(body)
    assert "Accept-Encoding" == headers["Vary"]


def test_a_file_that_is_packed_twice_is_sent_as_the_smaller_one(port: int, request: pytest.FixtureRequest) -> None:
    """By a server that can: Debian's nginx has no module for it, and sends the other."""
    _, headers, body = asked(port, "/after/main.js", **{"Accept-Encoding": "gzip, deflate, br, zstd"})
    packed, unpack = ("br", brotli.decompress) if "caddy" in request.node.callspec.id else ("gzip", gzip.decompress)
    assert packed == headers["Content-Encoding"]
    assert b"let here" in unpack(body)


def test_a_file_is_sent_whole_to_who_cannot_unpack_it(port: int) -> None:
    """With its own type, and without a word of packing."""
    _, headers, body = asked(port, "/after/main.js")
    assert (None, "let here = 1;" * 99) == (headers["Content-Encoding"], body.decode("ascii"))
    assert "javascript" in headers["Content-Type"]


def test_webassembly_has_its_type(port: int) -> None:
    """Else a browser cannot compile it while it arrives."""
    _, headers, _ = asked(port, "/after/python.wasm")
    assert "application/wasm" == headers["Content-Type"]


def test_an_address_beside_the_copy_is_not_found(port: int) -> None:
    """An empty page that says 200 would be taken for one of the host's."""
    assert 404 == asked(port, "/elsewhere/")[0]
