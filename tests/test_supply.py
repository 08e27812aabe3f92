"""What is installed is pinned by its hash, runs no script of its own, and is looked up in a database of faults."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
AUDIT = ROOT / "scripts" / "audit.py"
LISTS = ["requirements.txt", "requirements-nightly.txt"]
LOCKS = ["package-lock.json", "tests/compare/package-lock.json"]


@pytest.mark.parametrize("name", LISTS)
def test_every_python_package_is_pinned_with_a_hash(name: str) -> None:
    """A package whose bytes are others is refused."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / name).read_text(encoding="utf-8"))
    named = [entry for entry in entries if re.match(r"[A-Za-z0-9._-]+==", entry)]
    assert len(named) > 10
    assert [] == [entry.split("\n")[0] for entry in named if "--hash=sha256:" not in entry]


@pytest.mark.parametrize("name", LOCKS)
def test_every_node_package_is_pinned_with_a_hash(name: str) -> None:
    """The same for Node's."""
    packages = json.loads((ROOT / name).read_text(encoding="utf-8"))["packages"]
    assert [] == [path for path, told in packages.items() if path and not told.get("integrity", "").startswith("sha")]


def test_no_package_runs_a_script_when_it_is_installed() -> None:
    """Node's are told so in two places; Python's come built, so that none is built here."""
    assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()
    for script in (ROOT / "scripts").glob("*.sh"):
        for line in script.read_text(encoding="utf-8").splitlines():
            assert "npm ci" not in line or "--ignore-scripts" in line
            assert "--require-hashes" not in line or "--no-build" in line


@pytest.fixture
def database() -> Iterator[str]:
    """The address of a database that knows a fault of Jinja and of nothing else."""

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
            told = [{"vulns": [{"id": "PYSEC-1"}]} if one["package"]["name"] == "jinja2" else {} for one in asked]
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"results": told}).encode())

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def audit(address: str) -> int:
    """Runs the audit against a database at that address."""
    main = run_path(str(AUDIT))["main"]
    main.__globals__["DATABASE"] = address
    return int(main())


def test_a_known_fault_fails_the_audit(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named with the package and its version."""
    assert 1 == audit(database)
    assert re.search(r"^PyPI jinja2 \S+: PYSEC-1$", capsys.readouterr().out, re.MULTILINE)


def test_an_audit_that_was_not_possible_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is claimed, and nothing fails: not every machine reaches the database."""
    closed = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    port = closed.server_port
    closed.server_close()
    assert 0 == audit(f"http://127.0.0.1:{port}/")
    assert capsys.readouterr().out.startswith("not audited: ")
