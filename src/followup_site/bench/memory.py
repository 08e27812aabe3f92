"""Tells how much memory the thread that runs Python holds, in the same way for a page and for a worker."""

import json
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import CDPSession, Page

type Ask = Callable[[str, dict[str, Any]], dict[str, Any]]

PATIENCE_SECONDS = 60
SIZES = "function () { return this.map((memory) => memory.buffer.byteLength); }"


def held(page: Page, worker: str = "") -> float:
    """Gives the bytes of live objects, buffers and Python's WebAssembly memory, in the page or in a worker of it."""
    session = page.context.new_cdp_session(page)
    ask: Ask = _Relay(page, session, worker).ask if worker else session.send
    ask("HeapProfiler.collectGarbage", {})
    heap = ask("Runtime.getHeapUsage", {})
    return float(heap["usedSize"] + heap["backingStorageSize"] + (_in_worker(ask) if worker else _in_page(ask)))


def _in_page(ask: Ask) -> int:
    # Looking for all memories, as in the worker, takes minutes on a page with Pyodide; it tells its own.
    size: int = ask("Runtime.evaluate", {"expression": "pythonMemory()"})["result"]["value"]
    return size


def _in_worker(ask: Ask) -> int:
    prototype = ask("Runtime.evaluate", {"expression": "WebAssembly.Memory.prototype"})
    found = ask("Runtime.queryObjects", {"prototypeObjectId": prototype["result"]["objectId"]})
    call = {"objectId": found["objects"]["objectId"], "functionDeclaration": SIZES, "returnByValue": True}
    sizes: list[int] = ask("Runtime.callFunctionOn", call)["result"]["value"]
    return sum(sizes)


class _Relay:
    """Carries questions to one of the page's workers, which has no session of its own."""

    def __init__(self, page: Page, session: CDPSession, worker: str) -> None:
        self.page = page
        self.session = session
        self.workers: dict[str, str] = {}
        self.answers: dict[int, dict[str, Any]] = {}
        session.on("Target.attachedToTarget", self._attached)
        session.on("Target.receivedMessageFromTarget", self._received)
        session.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})
        self._wait_for(lambda: worker in self.workers)
        self.target = self.workers[worker]
        self.asked = 0

    def ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        """Gives the worker's answer."""
        self.asked += 1
        message = json.dumps({"id": self.asked, "method": method, "params": params})
        self.session.send("Target.sendMessageToTarget", {"sessionId": self.target, "message": message})
        self._wait_for(lambda: self.asked in self.answers)
        return self.answers[self.asked]

    def _attached(self, event: dict[str, Any]) -> None:
        self.workers[event["targetInfo"]["title"]] = event["sessionId"]

    def _received(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        self.answers[message.get("id", 0)] = message.get("result", {})

    def _wait_for(self, come: Callable[[], bool]) -> None:
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not come():
            if time.monotonic() > give_up:
                raise TimeoutError("the browser told nothing of the worker's memory")
            # Events are delivered while the driver waits.
            self.page.wait_for_timeout(20)
