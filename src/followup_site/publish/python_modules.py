"""Names what the browser's Python carries beyond what a run was seen to reach."""

# Reached by no run so far, but by a rare path of a module that is: error texts, odd zones, foreign names.
MARGIN = (
    "_strptime",
    "base64",
    "calendar",
    "csv",
    "dataclasses",
    "decimal",
    "difflib",
    "encodings.ascii",
    "encodings.idna",
    "encodings.latin_1",
    "encodings.punycode",
    "encodings.utf_8",
    "fractions",
    "hashlib",
    "html",
    "importlib.resources",
    "json",
    "quopri",
    "random",
    "statistics",
    "string",
    "textwrap",
    "tomllib",
    "traceback",
    "unicodedata",
    "urllib.parse",
    "uuid",
    "zipfile",
    "zoneinfo",
)

# Imported by Pyodide itself while it starts, before any of our code runs.
PYODIDE = ("_pyodide", "pyodide", "pyodide._package_loader", "pyodide.code", "pyodide.ffi", "pyodide.webloop")
