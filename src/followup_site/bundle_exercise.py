"""Runs inside Pyodide while the site is built: wakes every part of the engine that a reader may need."""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterable


def exercise(requests: Iterable[str], also: Iterable[str] = ()) -> list[str]:
    """Imports the whole engine, answers every request and gives the names of the modules reached so far."""
    for name in [*also, *engine_modules()]:
        importlib.import_module(name)
    answer_all(requests)
    return sorted(sys.modules)


def engine_modules() -> Iterable[str]:
    """Gives the name of every module of the engine except the command line, which no browser runs."""
    engine = importlib.import_module("followup")
    found = pkgutil.walk_packages(engine.__path__, "followup.")
    return [module.name for module in found if module.name not in ("followup.cli", "followup.__main__")]


def answer_all(requests: Iterable[str]) -> None:
    """Asks the door each request; an answer that is no JSON object stops the build."""
    door = importlib.import_module("followup.door")
    for request in requests:
        if not isinstance(json.loads(door.answer(request)), dict):
            raise TypeError(f"the door gave no object for {request[:200]}")
