"""The kept server sends what a browser needs, below any path."""

import http.client
import socket
import threading

import brotli
import pytest
import uvicorn

from followup_site.publish.serving import app

CONTENT = b"\0asm" + bytes(5000)
WASM = "assets/runtime/0123/image.wasm"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Gives the folder of a small site."""
    tmp_path = tmp_path_factory.mktemp("site")
    runtime = tmp_path / "assets" / "runtime" / "0123"
    runtime.mkdir(parents=True)
    (runtime / "image.wasm").write_bytes(CONTENT)
    (runtime / "image.wasm.br").write_bytes(brotli.compress(CONTENT))
    (tmp_path / "index.html").write_text("<p>Home</p>")
    (tmp_path / "404.html").write_text("<p>Not here</p>")
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "index.html").write_text("<p>Guide</p>")
    (tmp_path / "plan.ics").write_text("BEGIN:VCALENDAR")
    return tmp_path


@pytest.fixture(scope="module")
def get(site):
    """Gives what asks the served site for a path below /after/."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app(site, "/after/"), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield lambda path, **headers: asked(listening.getsockname()[1], path, headers)
    server.should_exit = True
    thread.join()


def asked(port, path, headers):
    """Gives the status, the headers and the body of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(
        "GET", f"/after/{path}", headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def test_a_packed_file_comes_under_the_type_of_the_file(get):
    """A browser that takes brotli gets it, and the type of WebAssembly."""
    _, headers, body = get(WASM, accept_encoding="gzip, br")
    assert ("br", "application/wasm") == (headers["content-encoding"], headers["content-type"])
    assert CONTENT == brotli.decompress(body)


def test_a_browser_that_takes_nothing_packed_gets_the_file(get):
    """Without the header the file comes as it is."""
    _, headers, body = get(WASM, accept_encoding="")
    assert (None, CONTENT) == (headers["content-encoding"], body)


@pytest.mark.parametrize(("path", "kind"), [("", "text/html"), ("guide/", "text/html"), ("plan.ics", "text/calendar")])
def test_files_have_their_types(get, path, kind):
    """A folder gives its index, and a calendar file is one."""
    assert kind == get(path)[1]["content-type"].split(";")[0]


def test_only_what_is_named_by_its_content_may_be_kept_unasked(get):
    """The browser asks again for pages, and never for the runtime."""
    assert ("no-cache", True) == (get("")[1]["cache-control"], "immutable" in get(WASM)[1]["cache-control"])


def test_a_page_asked_for_again_is_not_sent_again(get):
    """A known tag is answered with 304."""
    assert 304 == get("", if_none_match=get("")[1]["etag"])[0]


def test_an_unknown_address_gets_the_page_that_says_so(get):
    """The site's own 404 page comes with its status."""
    status, _, body = get("nowhere/")
    assert (404, b"<p>Not here</p>") == (status, body)
