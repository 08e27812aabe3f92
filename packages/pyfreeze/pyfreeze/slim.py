"""Takes from the bytecode that the image is made from the functions that neither waking nor answering calls."""

import marshal
from collections.abc import Collection
from inspect import CO_OPTIMIZED
from types import CodeType

from pyfreeze.calls import Key, key

HEADER = 16
NOTHING = (lambda: None).__code__.co_code


def slim_bytecode(files: dict[str, bytes], called: Collection[Key], whole: Collection[str]) -> dict[str, bytes]:
    """Gives the files with their bytecode slim, except the files in `whole`: then sealing needs less memory."""
    return {
        name: _slim_file(content, frozenset(called)) if name.endswith(".pyc") and name not in whole else content
        for name, content in files.items()
    }


def _slim_file(content: bytes, called: frozenset[Key]) -> bytes:
    code = marshal.loads(content[HEADER:])
    return content[:HEADER] + marshal.dumps(_slim(code, called))


def _slim(code: CodeType, called: frozenset[Key]) -> CodeType:
    inner = tuple(_inner(one, called) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_consts=inner)


def _inner(code: CodeType, called: frozenset[Key]) -> CodeType:
    # A class body runs when its module is imported: what is never called is a function.
    return _slim(code, called) if key(code) in called or not code.co_flags & CO_OPTIMIZED else _empty(code)


def _empty(code: CodeType) -> CodeType:
    """Gives code with the same names that does nothing; sealing replaces it before a reader could call it."""
    return code.replace(co_code=NOTHING, co_consts=(None,), co_names=(), co_exceptiontable=b"", co_linetable=b"")
