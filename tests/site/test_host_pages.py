"""What the pages for hosts print can be used: targets of make, settings of nginx, files for other machines."""

import http.client
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from followup_site.host.mistakes import ROOT
from followup_site.publish.ports import free_port, wait_for

pytestmark = pytest.mark.ours

HOSTS = ROOT / "docs" / "hosts"
BLOCK = re.compile(r"```(\w+)\n(.*?)\n```", re.DOTALL)
NGINX = Path("/usr/sbin/nginx")
# As root its workers would be somebody else, who may not read a test's folders; anybody else's are their own.
SETTINGS = """
user root;
daemon off;
pid {folder}/pid;
error_log stderr crit;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder};
    server {{
        listen 127.0.0.1:{port};
        {told}
    }}
}}
"""


def blocks(page: str, kind: str) -> list[str]:
    """Gives what a page prints in fences of that kind."""
    return [text for found, text in BLOCK.findall((HOSTS / page).read_text("utf-8")) if found == kind]


def test_every_target_of_make_is_there() -> None:
    """Also those in the files for other machines."""
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    told = {
        target for page in HOSTS.glob("*.md") for target in re.findall(r"\bmake ([a-z-]+)", page.read_text("utf-8"))
    }
    assert {"check", "site"} <= told
    # "make git" is what a machine is asked to install.
    assert set() == told - known - {"git", "it"}


def test_the_files_for_other_machines_can_be_read() -> None:
    """They are YAML and JSON, and build with our targets."""
    told = [yaml.safe_load(text) for text in blocks("automatic.md", "yaml")]
    assert 3 == len(told)
    assert all("make site" in str(one) for one in told)
    (container,) = blocks("automatic.md", "json")
    assert "make setup" == json.loads(container)["postCreateCommand"]


@pytest.fixture
def nginx(built: Path, tmp_path: Path) -> Iterator[int]:
    """Gives the port of an nginx that is set up as the page says."""
    if not NGINX.exists():
        pytest.skip("there is no nginx")
    port = free_port()
    (told,) = blocks("servers.md", "nginx")
    shutil.copytree(built, tmp_path / "after", ignore=shutil.ignore_patterns("runtime", "*.br"))
    text = SETTINGS.format(folder=tmp_path, port=port, told=told.replace("/srv/after/", f"{tmp_path}/after/"))
    (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")
    process = subprocess.Popen([NGINX, "-c", tmp_path / "nginx.conf", "-p", tmp_path])
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def test_nginx_packs_and_finds_as_the_page_says(nginx: int, built: Path) -> None:
    """Packed pages with their letters told, a slash at the end, and our own page where there is nothing."""

    def asked(path: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", nginx, timeout=10)
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()

    status, headers, _ = asked("/after/guide/")
    assert (200, "gzip", "text/html; charset=utf-8") == (status, headers["content-encoding"], headers["content-type"])
    for path in ("/after", "/after/guide"):
        status, headers, _ = asked(path)
        assert (301, f"{path}/") == (status, headers["location"])
    status, _, body = asked("/after/nothing-here/")
    assert 404 == status
    assert body == (built / "404.html.gz").read_bytes()
