"""Servers of this machine alone, which a script or a test starts and ends."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from followup_site.publish.ports import free_port, wait_for

# As root its workers would be somebody else, who may not read a test's folders; anybody else's are their own.
NGINX = """
daemon off;
user root;
pid {folder}/pid;
error_log stderr error;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder};
    keepalive_requests 100000;
    server {{
        listen 127.0.0.1:{port};
{lines}
    }}
}}
"""


@contextmanager
def running(command: Sequence[str | Path], port: int, folder: Path | None = None) -> Iterator[None]:
    """Starts a server in a folder, and ends it after use; TimeoutError where it does not listen within ten seconds."""
    process = subprocess.Popen(command, cwd=folder)
    try:
        wait_for(port)
        yield
    finally:
        process.terminate()
        process.wait()


def nginx_command(lines: str, folder: Path, port: int) -> list[str | Path]:
    """Gives the command of Debian's nginx with these lines for its server; it keeps its notes in the folder."""
    settings = folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, port=port, lines=lines), encoding="utf-8")
    return ["/usr/sbin/nginx", "-c", settings, "-p", folder]


@contextmanager
def nginx(lines: str, folder: Path) -> Iterator[int]:
    """Gives the port at which Debian's nginx answers."""
    port = free_port()
    with running(nginx_command(lines, folder, port), port):
        yield port
