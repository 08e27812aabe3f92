"""Runs inside Pyodide while the site is built: wakes every part of the engine that a reader may need."""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterable

from pyfreeze import calls, sealing

ARCHIVE = "/lib/python313.zip"


def exercise(first: Iterable[str], requests: Iterable[str], also: Iterable[str]) -> str:
    """Gives the modules that all requests reach, as JSON, and the functions that they call once everything is awake."""
    started = set(sys.modules)
    watched = calls.Calls()
    wake_all(first, also)
    waking = watched.again()
    answer_all(requests)
    sealing.wake()
    found = {"started": started, "modules": sys.modules, "called": watched.keys, "called_once": waking | watched.keys}
    return json.dumps({name: sorted(values) for name, values in found.items()})


def wake_all(first: Iterable[str], also: Iterable[str]) -> None:
    """Imports the whole engine and answers the first requests, so that all data is read and needs no file."""
    for name in [*also, *engine_modules()]:
        importlib.import_module(name)
    importlib.import_module("followup.frozen").warm()
    sealing.move_into_memory(ARCHIVE)
    answer_all(first)
    sealing.forget_places()


def engine_modules() -> Iterable[str]:
    """Gives the name of every module of the engine except the command line, which no browser runs."""
    engine = importlib.import_module("followup")
    found = pkgutil.walk_packages(engine.__path__, "followup.")
    return [module.name for module in found if module.name.split(".")[1] not in ("cli", "__main__")]


def answer_all(requests: Iterable[str]) -> None:
    """Asks the door each request; an answer that is no JSON object stops the build."""
    door = importlib.import_module("followup.door")
    for request in requests:
        if not isinstance(json.loads(door.answer(request)), dict):
            raise TypeError(f"the door gave no object for {request[:200]}")
