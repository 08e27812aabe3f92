"""What a reader reads stands in data: code holds no words but those that it understands, and those of machines."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import followup
import followup_site

ENGINE = Path(followup.__file__).parent
SITE = Path(followup_site.__file__).parent
ASSETS = ENGINE.parents[1] / "overrides" / "assets"
# What these are given is looked for in words of others, and never said.
READERS = {
    *("compile", "search", "match", "fullmatch", "sub", "finditer", "findall"),
    *("split", "replace", "removeprefix", "removesuffix", "startswith", "endswith", "partition", "rpartition"),
}
MACHINE = re.compile(r"</?\w|\{[%#]|\w=\"|\\b|\(\?|^ weeks__|: 1\\r|\r\n|\n\+\+\+|\" ?: ?|\"id\":")
# Modules that understand what others wrote, in words of theirs.
UNDERSTANDING = {
    "case/said_days.py",
    "checking/greeting.py",
    "checking/signs.py",
    "dates/zone_names.py",
    "files/invitation/agenda.py",
    "files/invitation/spoken_hours.py",
    "files/invitation/spoken_zones.py",
    "rules/said_in.py",
}
# Words for whoever keeps the records, when the build or a test refuses one; and the name of the command itself.
FOR_MAINTAINERS = {
    "cli/__init__.py": {
        "followup: {}",
        "followup {}",
        # Said where the words themselves are not those of this program.
        "the data that a build makes are missing, or older than this program; run: FREEZE=0 make site",
    },
    "dates/calendar.py": {"{} is not between {} and {}"},
    "rules/rulebook_records.py": {
        "source of the rule",
        "a record without an id",
        'feeds.{} = ["plan"], or in shown_only.{} why it feeds nothing',
        "feed of {}",
    },
    "words/letter_files.py": {"has no file", "stands in no group of groups.toml"},
    "case/standing.py": {"Standing | None"},
}
FOR_CONSOLE = re.compile(r"(?:console\.\w+|new \w*Error|super)\((?:[^()]|\([^()]*\))*\)")
# Or what a browser is asked of its screen.
SELECTOR = re.compile(r"^\(prefers-|^[\w-]*[\[#.:]|^\w+ > |^(?:thead|tbody|form|main) \w+$|^\nimport |^\$\{")
# Signs that a script looks for, in square brackets, may be quotes.
SIGNS = re.compile(r"/\[[^\]\n]+\]\+?/")
COMMENT = re.compile(r"/\*[\s\S]*?\*/|(?:^|(?<=\s))//.*", re.MULTILINE)
TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`')


FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def unsaid(tree: ast.Module, *, raised: bool) -> set[ast.AST]:
    """Docstrings, what words of others are searched for, and what is raised unless somebody reads it."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | FUNCTION) and ast.get_docstring(node) is not None:
            found.update(ast.walk(node.body[0]))
        elif isinstance(node, ast.Assert) or (isinstance(node, ast.Raise) and not raised):
            found.update(ast.walk(node))
        elif isinstance(node, ast.Call) and called(node) in READERS:
            found.update(
                each for one in ast.iter_child_nodes(node) if one not in put_in(node) for each in ast.walk(one)
            )
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In):
            found.update(ast.walk(node.left))
    return found


def put_in(call: ast.Call) -> list[ast.expr]:
    """What takes the place of what was found: words of ours."""
    of_module = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "re"
    at = {"sub": 1 if of_module else 0, "replace": 1}.get(called(call))
    return [] if at is None else call.args[at : at + 1]


def called(call: ast.Call) -> str:
    """The name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def texts(tree: ast.Module, *, raised: bool = False) -> Iterator[str]:
    """Every text of a module, with {} where something is filled in; `raised` where what is raised is read."""
    unread = unsaid(tree, raised=raised)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and node not in unread:
            unread.update(ast.walk(node))
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield "".join(map(str, parts))
    yield from (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in unread
    )


def said(text: str) -> bool:
    """True for a text with a space between what may be words."""
    return " " in text and bool(re.search(r"[^\W\d_]{2}", text)) and not MACHINE.search(text)


MODULES = sorted(path.relative_to(ENGINE).as_posix() for path in ENGINE.rglob("*.py"))


@pytest.mark.parametrize("module", [name for name in MODULES if name not in UNDERSTANDING])
def test_no_words_of_a_reader_stand_in_python(module: str) -> None:
    """They stand in data/words, in letters, panels and records; what stays here is named with its reason."""
    # Whoever mistypes a command reads what it raises.
    raised = module.startswith("cli/")
    found = {text for text in texts(ast.parse((ENGINE / module).read_text("utf-8")), raised=raised) if said(text)}
    assert FOR_MAINTAINERS.get(module, set()) == found


def test_the_modules_that_are_let_off_are_there() -> None:
    """A module that moved takes its line along."""
    assert set() == (UNDERSTANDING | FOR_MAINTAINERS.keys()) - {*MODULES}


def test_a_sentence_in_code_is_found() -> None:
    """The list above is empty because the words went, not because nobody looks."""
    module = ast.parse(
        'def told(to):\n    """Told."""\n    raise ValueError("no reader")\n    return f"Write to {to}"\n'
    )
    assert ["Write to {}"] == [text for text in texts(module) if said(text)]
    assert {"Write to {}", "no reader"} == {text for text in texts(module, raised=True) if said(text)}


SITE_MODULES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.py"))
# Rooms whose words no reader meets.
UNREAD_ROOMS = {
    "training": "requests that the image learns from",
}
# What is raised here is read by whoever runs a copy or writes a page; elsewhere it tells programmers of their mistakes.
RAISED_ARE_READ = {"host", "pages"}
# Modules of rooms that are read, with requests and scripts for a browser that is measured.
UNREAD = {
    "bench/doors.py",
    "bench/memory.py",
    "bench/pages.py",
    "bench/requests.py",
    "bench/typing.py",
    "bench/visits.py",
}
# Of a module: what it writes for a machine, finds in words of others, or tells the log of a build.
FOR_MACHINES = {
    "calendars/calendar_unannounced.py": {"Eid al-Fitr", "Eid al-Adha"},
    # The name of the project, which a host's own takes the place of.
    "host/pages.py": {"After the Interview"},
    "pages/custom_pages.py": {"Due for a new look: %s"},
    "pages/rule_pages.py": {"{} does not end in a unit"},
    "pages/timeline_pages.py": {"drawn glance"},
}
# Policies, headers, and lines of a script, a style sheet or a server's configuration.
WRITTEN = re.compile(
    r"'self'|'none'|\bbody \{|charset=|max-age=|= [\[{]|\\\["
    r"|^\s*(?:export const |import |from |class |@\w|--|\'\'\'|\"\"\"|User-agent|\n?daemon|GET /?|location / )"
)
TAGS = re.compile(r"<code>[^<]*</code>|</?\w[^<>]*>?|\]\([^)]*\)?|\[\[.*")
FIELD = re.compile(r"\{\w*\}")


def shown(text: str) -> str:
    """What is left of markup for a reader; nothing of what is written for a machine."""
    left = "" if WRITTEN.search(text) else " ".join(TAGS.sub(" ", text).split())
    return left if re.search(r"\w", FIELD.sub("", left)) else ""


def is_read(module: str) -> bool:
    """True for a module of the site whose words somebody reads."""
    return module.partition("/")[0] not in UNREAD_ROOMS and module not in UNREAD


@pytest.mark.parametrize("module", [name for name in SITE_MODULES if is_read(name)])
def test_no_words_of_a_page_stand_in_python(module: str) -> None:
    """They stand in followup_site/words, in panels and records; what stays here is for a machine, and named."""
    tree = ast.parse((SITE / module).read_text("utf-8"))
    raised = module.partition("/")[0] in RAISED_ARE_READ
    found = {text for text in map(shown, texts(tree, raised=raised)) if said(text)}
    assert FOR_MACHINES.get(module, set()) == found


def test_the_rooms_and_modules_of_the_site_that_are_let_off_are_there() -> None:
    """A room that has gone takes its line along."""
    assert set() == (UNREAD | FOR_MACHINES.keys()) - {*SITE_MODULES}
    assert set() == UNREAD_ROOMS.keys() - {name.partition("/")[0] for name in SITE_MODULES}


COMMANDS = SITE.parents[1] / "scripts"
# How many texts a script writes for a machine, or for whoever keeps the code.
NOT_SAID = {
    # The head of the tables that it makes.
    "learn_kinds.py": 1,
    # A line of Python, in which nothing is said.
    "mutant_changes.py": 1,
    # What pytest is asked for.
    "nightly.py": 1,
    # An older Python, and a tree without its calendars, cannot read the words either.
    "wheel_calendars.py": 2,
}


@pytest.mark.parametrize("script", sorted(path.name for path in COMMANDS.glob("*.py")))
def test_no_words_of_a_command_stand_in_python(script: str) -> None:
    """They stand in followup_site/words/commands.toml; what is raised and ends a command is read too."""
    tree = ast.parse((COMMANDS / script).read_text("utf-8"))
    found = {text for text in map(shown, texts(tree, raised=True)) if said(text)}
    assert NOT_SAID.get(script, 0) == len(found), found


def test_a_sentence_between_tags_is_found() -> None:
    """Markup hides no words: what stands between its tags is read."""
    assert "Read it :" == shown('<p class="a">Read it</p>: <b id="{}"> <code>make bench</code>')
    assert "" == shown("default-src 'self'")


SCRIPTS = sorted(path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*.js"))


# The search knows the small words of a question, to leave them out.
UNDERSTANDING_SCRIPTS = {"look/search.js"}


@pytest.mark.parametrize("script", [name for name in SCRIPTS if name not in UNDERSTANDING_SCRIPTS])
def test_no_words_of_a_reader_stand_in_javascript(script: str) -> None:
    """A script shows what the page holds hidden for it; the browser's console is for whoever looks after it."""
    assert [] == spoken_in((ASSETS / script).read_text("utf-8"))


def test_a_sentence_in_a_script_is_found() -> None:
    """A message on the page is one, and what goes to the console is none."""
    assert ["It was saved"] == spoken_in('// It is said.\nnote.textContent = "It was saved"; console.warn("not kept");')


def spoken_in(script: str) -> list[str]:
    """The texts of a script with a space between words, but what is thrown or goes to the console, and selectors."""
    code = FOR_CONSOLE.sub("", SIGNS.sub("", COMMENT.sub("", script)))
    found = (next(filter(None, match.groups()), "") for match in TEXT.finditer(code))
    return [text for text in found if re.search(r"[a-z]{2}\S* +[A-Za-z]{2}", text) and not SELECTOR.search(text)]
