"""Runs inside Pyodide while the site is built: makes Python need neither files nor the browser any more."""

import gc
import importlib
import io
import pkgutil
import sys
import weakref
import zipimport
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable, TraversableResources
from os import PathLike
from typing import Any

OWN = ("followup", "followup_calendars", "tzdata")
# Held by a module that we need, for something that we do not: their content goes, and whoever asks for it all the same
# gets an exception, on which the page starts Pyodide.
NOT_CALLED: tuple[str, ...] = (
    "concurrent",
    "dis",
    "glob",
    "ipaddress",
    "logging",
    "pickle",
    "pkgutil",
    "selectors",
    "shutil",
    "site",
)
NOT_CALLED += ("ast", "inspect", "jinja2.compiler", "jinja2.idtracking", "jinja2.lexer", "jinja2.meta", "jinja2.nodes")
NOT_CALLED += ("jinja2.optimizer", "jinja2.parser", "jinja2.visitor", "threading", "tomllib")
NOT_CALLED += ("socket", "subprocess", "sysconfig", "tempfile", "tokenize", "traceback", "zipfile", "zipimport")
BROWSER = ("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "asyncio")
# Asked for by name from C, so that nobody holds them until then.
ASKED_BY_NAME: tuple[str, ...] = (*OWN, "__main__", "_frozen_importlib", "_frozen_importlib_external", "_strptime")
ASKED_BY_NAME += ("builtins", "codecs")
ASKED_BY_NAME += ("copyreg", "encodings", "heapq", "jinja2", "json", "markupsafe", "random", "re", "string", "sys")
ASKED_BY_NAME += ("unicodedata", "warnings", "zoneinfo")


@dataclass(frozen=True)
class MemoryFile(Traversable):
    """A file or folder of a package, kept in memory."""

    files: dict[str, bytes]
    path: str

    @property
    def name(self) -> str:
        """Gives the last part of the path."""
        return self.path.rsplit("/", 1)[-1]

    def is_file(self) -> bool:
        """Tells whether bytes stand under this path."""
        return self.path in self.files

    def is_dir(self) -> bool:
        """Tells whether other files stand below this path."""
        return any(path.startswith(self.path + "/") for path in self.files)

    def iterdir(self) -> Iterator["MemoryFile"]:
        """Gives what stands directly below this path."""
        below = (path[len(self.path) + 1 :] for path in self.files if path.startswith(self.path + "/"))
        return (self / part for part in sorted({path.split("/")[0] for path in below}))

    def joinpath(self, *parts: str | PathLike[str]) -> "MemoryFile":
        """Gives the file below this path."""
        return MemoryFile(self.files, "/".join((self.path, *map(str, parts))))

    def __truediv__(self, part: str | PathLike[str]) -> "MemoryFile":
        """Gives the file below this path."""
        return self.joinpath(part)

    def open(self, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        """Gives the content to read; FileNotFoundError if there is none."""
        if not self.is_file():
            raise FileNotFoundError(self.path)
        content = io.BytesIO(self.files[self.path])
        return content if "b" in mode else io.TextIOWrapper(content, *args, **{"encoding": "utf-8", **kwargs})

    def read_bytes(self) -> bytes:
        """Gives the content."""
        with self.open("rb") as opened:
            return bytes(opened.read())

    def read_text(self, encoding: str | None = None, errors: str | None = None) -> str:
        """Gives the content as text."""
        return self.read_bytes().decode(encoding or "utf-8", errors or "strict")


class MemoryLoader:
    """Stands in for the archive's loader: all modules are loaded, only data is asked of it."""

    def __init__(self, files: dict[str, bytes]) -> None:
        """Keeps the files of all our packages."""
        self.files = files

    def get_resource_reader(self, package: str) -> TraversableResources:
        """Gives what `importlib.resources` reads a package's data with."""
        return MemoryResources(MemoryFile(self.files, package.replace(".", "/")))


class MemoryResources(TraversableResources):
    """Gives `importlib.resources` the root of a package."""

    def __init__(self, root: MemoryFile) -> None:
        """Keeps the root."""
        self.root = root

    def files(self) -> MemoryFile:
        """Gives the root."""
        return self.root


def move_into_memory(archive: str) -> None:
    """Keeps the data of our packages in memory, so that their archive is needed no more."""
    files = data_files(archive)
    import_packages("tzdata")
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in OWN and module.__spec__ is not None:
            module.__spec__.loader = module.__loader__ = MemoryLoader(files)  # type: ignore[assignment]
    # It remembers the archive, with the names of all its files.
    importlib.import_module("followup.data").folder.cache_clear()
    forget_places()


def forget_places() -> None:
    """Lets go of the zones, holidays and words that were looked up: the next reader looks up others."""
    importlib.import_module("followup.frozen").forget()
    importlib.import_module("zoneinfo").ZoneInfo.clear_cache()


def forget_read_files() -> None:
    """Lets go of all data but the zones' rules: what else there was is read, and remembered as what it says."""
    loader = importlib.import_module("tzdata").__loader__
    files: dict[str, bytes] = loader.files if isinstance(loader, MemoryLoader) else {}
    for name in [name for name in files if not name.startswith("tzdata/zoneinfo/") or name.endswith(".tab")]:
        del files[name]


def seal() -> None:
    """Cuts the engine off from files and from the browser."""
    leave_browser()
    forget_places()
    forget_read_files()
    forget_descriptions()
    forget_compiled()
    gc.collect()


def forget_descriptions() -> None:
    """Lets classes forget what they say of themselves; those written in C refuse, their dictionaries do not."""
    for one in classes():
        held = gc.get_referents(vars(one))[0]
        if "__doc__" in held:
            held["__doc__"] = None


def forget_compiled() -> None:
    """Lets `re` forget each pattern that has a name: nobody compiles it again, so that its words need not stay."""
    kept = importlib.import_module("re")
    caches: tuple[dict[object, object], ...] = (kept._cache, kept._cache2)
    for key in {key for cache in caches for key in cache}:
        pattern = next(cache[key] for cache in caches if key in cache)
        # Counted besides: this name, and the question.
        if sys.getrefcount(pattern) > 2 + sum(key in cache for cache in caches):
            for cache in caches:
                cache.pop(key, None)


def data_files(archive: str) -> dict[str, bytes]:
    """Gives the data of our packages by path; equal files (time zones of many names) share their bytes."""
    once: dict[bytes, bytes] = {}
    # zipfile would do, but it and its encodings would stay in the image; zipimport is awake anyhow.
    opened = zipimport.zipimporter(archive)
    listed = opened._get_files()  # type: ignore[attr-defined]  # Its list of files has no public name.
    names = [name for name in listed if name.split("/")[0] in OWN and not name.endswith((".pyc", "/"))]
    return {name: once.setdefault(content, content) for name in names for content in [opened.get_data(name)]}


def import_packages(name: str) -> None:
    """Imports a package with every package in it."""
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(found.name)


def leave_browser() -> None:
    """Forgets every way to JavaScript, to files and to modules that nothing needed."""
    sys.meta_path[:] = []
    sys.path_hooks[:] = []
    sys.path[:] = []
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]  # It has no public name.
    importlib.import_module("linecache").clearcache()
    for name in [name for name in sys.modules if name.split(".")[0] in BROWSER]:
        # Some of their classes are held from C for ever; what these refer to need not be.
        getattr(sys.modules.pop(name), "__dict__", {}).clear()
    sys.excepthook = sys.__excepthook__
    for name in [name for name in sys.modules if name in NOT_CALLED or name.split(".")[0] in NOT_CALLED]:
        sys.modules.pop(name).__dict__.clear()
    for module in sys.modules.values():
        module.__doc__ = None
    forget_unheld()


def forget_unheld() -> None:
    """Drops the modules that Pyodide or the build woke and that no module we need holds.

    Those written in C stay: their functions look for their module's state, which goes when the module does.
    """
    names = {*ASKED_BY_NAME, *sys.builtin_module_names}
    held = {name: weakref.ref(module) for name, module in sys.modules.items() if name.split(".")[0] not in names}
    order = list(sys.modules)
    for name in held:
        del sys.modules[name]
    gc.collect()
    kept = {name: module for name, reference in held.items() if (module := reference()) is not None} | dict(sys.modules)
    sys.modules.update({name: kept[name] for name in order if name in kept})


def type_addresses() -> list[int]:
    """Gives where every class that is left stands in memory."""
    return [id(one) for one in classes()]


def classes() -> list[type]:
    """Gives every class that is left."""
    found: dict[int, type] = {}
    todo: list[type] = [object]
    while todo:
        one = todo.pop()
        if id(one) not in found:
            found[id(one)] = one
            todo.extend(type.__subclasses__(one))
    return list(found.values())


def wake() -> None:
    """Gives chance a new seed: every image starts with the same one."""
    importlib.import_module("random").seed()
