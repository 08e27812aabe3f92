"""Puts a line of a given speed between a server and the browser, and counts what passes over it."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from followup_site.publish.serving import app

PIECE = 16_384


class Line:
    """All connections share it: so many bits a second (0: no limit), so many seconds there and back."""

    def __init__(self, bits: float = 0, round_trip: float = 0) -> None:
        """Begins with nothing sent."""
        self.bits = bits
        self.round_trip = round_trip
        self.sent = 0
        self._free_at = 0.0
        self._known: set[object] = set()

    async def open(self, client: object) -> None:
        """Comes back when a request has travelled; the first of a connection has to open it before."""
        trips = 1 if client in self._known else 2
        self._known.add(client)
        await asyncio.sleep(self.round_trip * trips)

    async def carry(self, count: int) -> None:
        """Comes back when the line has carried so many bytes more."""
        self.sent += count
        now = time.monotonic()
        self._free_at = max(self._free_at, now) + (8 * count / self.bits if self.bits else 0)
        await asyncio.sleep(self._free_at - now)


class Narrow:
    """A server behind a line."""

    def __init__(self, inner: ASGIApp, line: Line) -> None:
        """Nothing has passed yet."""
        self.inner = inner
        self.line = line

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers at the speed of the line."""

        async def narrow(message: Message) -> None:
            await (self._body if message["type"] == "http.response.body" else self._head)(message, send)

        if scope["type"] == "http":
            await self.line.open(scope["client"])
        await self.inner(scope, receive, narrow if scope["type"] == "http" else send)

    async def _head(self, message: Message, send: Send) -> None:
        await self.line.carry(sum(len(name) + len(value) + 4 for name, value in message["headers"]))
        await send(message)

    async def _body(self, message: Message, send: Send) -> None:
        body, more = message.get("body", b""), message.get("more_body", False)
        for start in range(0, max(len(body), 1), PIECE):
            piece = body[start : start + PIECE]
            await self.line.carry(len(piece))
            await send({**message, "body": piece, "more_body": more or start + PIECE < len(body)})


@contextmanager
def served(folder: Path, line: Line) -> Iterator[str]:
    """Gives the address, ending in a slash, of a folder that is served over a line on a free port."""
    config = uvicorn.Config(Narrow(app(folder), line), host="127.0.0.1", port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/"
    finally:
        server.should_exit = True
        server.force_exit = True
        thread.join()
