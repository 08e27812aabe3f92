"""The policy of the pages: one for all, before everything it binds, and nothing in a page that it would refuse."""

import base64
import hashlib

import pytest

from followup_site.publish.seal import HEAD, Unsealed, finds, policy, seal, sealed

PAGE = '<!doctype html><html><head><meta charset="utf-8">{}</head><body>{}</body></html>'


def write(folder, name, head="", body=""):
    """Puts a page into a site."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(head, body))
    return path


def test_every_page_gets_the_hashes_of_all_pages(tmp_path):
    """A script that only one page holds may run after instant navigation from another."""
    one = write(tmp_path, "index.html", head="<script>one()</script>")
    two = write(tmp_path, "guide/index.html", body="<script>two('é')</script>")
    whole = seal(tmp_path)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in ("one()", "two('é')")]
    assert [] == [name for name in hashes if f"'sha256-{name}'" not in whole]
    assert [True, True] == [f'content="{whole}"' in path.read_text() for path in (one, two)]


def test_the_policy_stands_before_every_script(tmp_path):
    """It binds only what comes after it."""
    page = write(tmp_path, "index.html", head='<script src="a.js"></script>')
    seal(tmp_path)
    assert page.read_text().index("Content-Security-Policy") < page.read_text().index("<script")


def test_a_page_tells_nobody_where_the_reader_comes_from():
    """The referrer policy stands beside the other."""
    assert '<meta name="referrer" content="no-referrer">' in sealed(PAGE, "x")


@pytest.mark.parametrize("word", ["unsafe-inline", "unsafe-eval'", "http:", "https:", "*"])
def test_the_policy_never_opens_more(word):
    """`'wasm-unsafe-eval'` is the only concession, and it runs no text."""
    assert word not in policy({"one()"}).replace("'wasm-unsafe-eval'", "")


@pytest.mark.parametrize(
    "fault",
    [
        '<p style="color: red">x</p>',
        '<button onclick="go()">x</button>',
        "<svg><rect style='fill: red'/></svg>",
        "<template><p style=''>x</p></template>",
        "<style>p {}</style>",
        '<img src="https://example.org/a.png">',
        '<script src="//example.org/a.js"></script>',
        '<link rel="stylesheet" href="https://example.org/a.css">',
    ],
)
def test_what_the_policy_would_refuse_stops_the_build(tmp_path, fault):
    """The page's path and the fault are told."""
    write(tmp_path, "guide/index.html", body=fault)
    with pytest.raises(Unsealed, match=r"guide/index\.html: <"):
        seal(tmp_path)


def test_a_page_without_its_usual_head_stops_the_build(tmp_path):
    """Nothing is left open because a template changed."""
    (tmp_path / "index.html").write_text("<p>Bare</p>")
    with pytest.raises(Unsealed, match="expected one"):
        seal(tmp_path)


def test_data_in_script_tags_needs_no_hash():
    """It is not run."""
    assert set() == finds('<script type="application/json">{}</script><script src="a.js"></script>').scripts


def test_an_inline_script_is_hashed_as_it_stands():
    """Angle brackets and ampersands in it are no markup."""
    assert {"if (a<b && c) { d('</p>&amp;') }"} == finds("<script>if (a<b && c) { d('</p>&amp;') }</script>").scripts


def test_a_link_to_elsewhere_is_no_fault():
    """Readers may follow links; nothing is fetched."""
    assert [] == finds(f'{HEAD}<a href="https://example.org/">x</a><link rel="canonical" href="https://e.org/">').faults
