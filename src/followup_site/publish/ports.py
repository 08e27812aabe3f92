"""Ports of this machine alone, for servers that a script or a test starts."""

import socket
import time

SECONDS = 10


def free_port() -> int:
    """Gives a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def is_free(port: int) -> bool:
    """Tells whether nobody listens at the port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def wait_for(port: int) -> None:
    """Waits until somebody listens; TimeoutError where nobody does within ten seconds."""
    end = time.monotonic() + SECONDS
    while is_free(port):
        if time.monotonic() > end:
            raise TimeoutError(port)
        time.sleep(0.05)
