"""The site that is served while somebody writes it."""

import asyncio
import runpy
from typing import Any

import pytest

from followup_site.publish.bundle import ROOT


@pytest.fixture
def serve() -> Any:
    """What scripts/serve.py holds."""
    return runpy.run_path(str(ROOT / "scripts" / "serve.py"), run_name="imported")["build_whole"].__globals__


def test_a_change_ends_the_long_build(serve: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """And all programs that it started: nobody waits minutes to see a sentence that was changed."""
    start = asyncio.create_subprocess_exec
    started: list[asyncio.subprocess.Process] = []

    async def slowly(*_: object, **options: Any) -> asyncio.subprocess.Process:
        started.append(await start("sh", "-c", "sleep 60 & wait", **options))
        return started[0]

    async def changed_soon() -> bool:
        changes = asyncio.Event()
        asyncio.get_running_loop().call_later(0.3, changes.set)
        whole: bool = await serve["build_whole"](changes)
        return whole

    monkeypatch.setattr(asyncio, "create_subprocess_exec", slowly)
    assert not asyncio.run(changed_soon())
    assert [-15] == [one.returncode for one in started]


def test_the_long_build_is_whole_where_nothing_changes(serve: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its exit status says so."""
    start = asyncio.create_subprocess_exec

    async def at_once(*_: object, **options: Any) -> asyncio.subprocess.Process:
        return await start("true", **options)

    async def unchanged() -> bool:
        whole: bool = await serve["build_whole"](asyncio.Event())
        return whole

    monkeypatch.setattr(asyncio, "create_subprocess_exec", at_once)
    assert asyncio.run(unchanged())
