"""Each page asks for one style sheet and the tools' scripts for no further file."""

import re
from pathlib import Path

import pytest

from followup_site.publish.joining import NotJoined, join_scripts, join_styles, put_first

PAGE = "<head>{}</head><body>{}</body>"
ONE, OTHER = (f'<link rel="stylesheet" href="{{}}assets/css/{name}.css">' for name in ("one", "other"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Gives a site of two pages with two style sheets."""
    for name, text in {"one": "a { color: red }", "other": "a { color: blue }"}.items():
        _write(tmp_path / f"assets/css/{name}.css", text)
    _write(tmp_path / "index.html", PAGE.format(ONE.format("") + OTHER.format(""), "Home"))
    _write(tmp_path / "guide/index.html", PAGE.format(ONE.format("../") + OTHER.format("../"), "Guide"))
    (tmp_path / "assets/stylesheets").mkdir()
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_one_sheet_holds_all_in_their_order(site: Path) -> None:
    """What comes later wins, as it did before."""
    rules = join_styles(site).read_text()
    assert rules.index("red") < rules.index("#00f")


def test_every_page_asks_for_it_from_where_it_stands(site: Path) -> None:
    """Once, and by a path of its own."""
    sheet = join_styles(site)
    for page in (site / "index.html", site / "guide/index.html"):
        asked = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.read_text())
        assert [sheet.resolve()] == [(page.parent / address).resolve() for address in asked]


def test_the_sheets_it_was_made_of_are_gone(site: Path) -> None:
    """Nobody asks for them, so nobody keeps them."""
    sheet = join_styles(site)
    assert [sheet] == list(site.rglob("*.css"))


def test_its_name_changes_with_what_it_says(site: Path) -> None:
    """A browser that kept the one before does not show it under the new page."""
    _write(site / "again/assets/css/one.css", "a { color: green }")
    _write(site / "again/index.html", PAGE.format(ONE.format(""), ""))
    (site / "again/assets/stylesheets").mkdir()
    assert join_styles(site / "again").name != join_styles(_without_again(site)).name


def _without_again(site: Path) -> Path:
    (site / "again/index.html").unlink()
    return site


def test_what_nothing_names_is_left_out_of_the_theme_s_sheets_alone(site: Path) -> None:
    """Pages, scripts and Python's answers name classes; ours are kept as they are, since answers put some together."""
    link = '<link rel="stylesheet" href="assets/stylesheets/theme.css">'
    _write(site / "index.html", PAGE.format(link + ONE.format(""), '<p class="in-page">Home</p>'))
    _write(site / "guide/index.html", PAGE.format(link.replace("assets", "../assets", 1) + ONE.format("../"), ""))
    _write(site / "assets/app/main.js", 'element.className = "in-script";')
    named = ("in-page", "in-script", "md-button", "of-nobody")
    _write(site / "assets/stylesheets/theme.css", "".join(f".{name} {{ color: red }}" for name in named))
    _write(site / "assets/css/one.css", ".ours-of-nobody { color: red }")

    rules = join_styles(site).read_text()
    assert [True, True, True, False] == [f".{name}" in rules.replace(".ours-", "") for name in named]
    assert ".ours-of-nobody" in rules


def test_pages_that_ask_for_different_sheets_stop_the_build(site: Path) -> None:
    """One of them would look wrong."""
    _write(site / "odd.html", PAGE.format(ONE.format(""), ""))
    with pytest.raises(NotJoined):
        join_styles(site)


def test_a_script_brings_what_it_imports_but_not_the_page_s_python(tmp_path: Path) -> None:
    """A page has one Python, so modules import it; the script that runs at once can import nothing."""
    for name, text in {
        "main.js": 'import { word } from "./tool/part.js"; word;',
        "tool/part.js": 'import { ask } from "../python/runtime.js"; export const word = ask("hello");',
        "python/preload.js": 'import { ask } from "./python.js"; ask("early", import.meta.url);',
        "python/runtime.js": 'export { ask } from "./python.js";',
        "python/python.js": "export const ask = (text) => text;",
    }.items():
        _write(tmp_path / "sources" / name, text)
    join_scripts(tmp_path / "sources", tmp_path / "joined")
    joined = {path.name: path.read_text() for path in (tmp_path / "joined").iterdir()}
    assert {"main.js", "preload.js", "runtime.js"} == set(joined)
    assert ('"hello"' in joined["main.js"], "part.js" in joined["main.js"]) == (True, False)
    assert 'from"./runtime.js"' in joined["main.js"]
    assert ("import" in joined["preload.js"], "currentScript" in joined["preload.js"]) == (False, True)


def test_no_built_page_asks_for_more(built: Path) -> None:
    """One style sheet, and no script below another."""
    pages = {path: path.read_text(encoding="utf-8") for path in built.rglob("index.html")}
    assert {1} == {page.count('<link rel="stylesheet"') for page in pages.values()}
    assert {"main.js", "runtime.js"} == {path.name for path in (built / "assets/app").glob("*.js")}


def test_the_script_that_waits_for_no_file_stands_in_the_page(tmp_path: Path) -> None:
    """Behind the link that tells where it would lie, and nothing in it ends it early."""
    link = '<link rel="modulepreload" href="../../assets/app/runtime.js">'
    _write(tmp_path / "assets/app/preload.js", 'say("</script><!--");\n')
    _write(tmp_path / "tools/one/index.html", f'{link}<script async src="../../assets/app/preload.js"></script>')
    _write(tmp_path / "guide/index.html", link)
    put_first(tmp_path)
    assert f'{link}<script>say("<\\/script><\\!--");</script>' == (tmp_path / "tools/one/index.html").read_text()
    assert link == (tmp_path / "guide/index.html").read_text()
    assert not (tmp_path / "assets/app/preload.js").exists()


def test_every_tool_s_page_wakes_python_by_itself(built: Path) -> None:
    """And no other page does."""
    waking = re.compile(r'<link rel="modulepreload" href="[./]*assets/app/runtime\.js"><script>"use strict"')
    found = {
        path.parent.relative_to(built).parts for path in built.rglob("index.html") if waking.search(path.read_text())
    }
    assert {path.parent.relative_to(built).parts for path in (built / "tools").rglob("index.html")} == found
