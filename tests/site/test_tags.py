"""Tests of the tags and citations in Markdown pages."""

import pytest
from markdown import Markdown

from followup_site.pages import tags
from followup_site.pages.citations import UnknownCitation
from followup_site.pages.tags import Tag, TagError, TagsExtension


def render(text: str) -> str:
    """Gives a page's HTML with the extensions that matter here."""
    return Markdown(extensions=["fenced_code", "md_in_html", "toc", TagsExtension()]).convert(text)


@pytest.fixture
def _box(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tag whose renderer gives a heading and a form."""
    html = '## A heading\n\n<form id="box">\n\n<p>{}</p>\n<a href="/guide/index.md#x">Guide</a>\n</form>'
    monkeypatch.setitem(tags.TAGS, "box", Tag(renderer="box:box", attributes=frozenset({"name"})))
    monkeypatch.setattr(tags, "_renderer", lambda name, attributes: lambda given: html.format(given["name"]))


@pytest.mark.usefixtures("_box")
def test_a_tag_is_replaced_whole_and_never_stands_in_a_paragraph():
    """A form inside a paragraph would be torn apart by the browser."""
    html = render('Before.\n<followup-box name="R&amp;D"/>\nAfter.')
    assert "<p>Before.</p>" in html
    assert '<form id="box">' in html
    assert "<p><form" not in html
    assert "<p>After.</p>" in html


@pytest.mark.usefixtures("_box")
def test_headings_of_a_tag_reach_the_table_of_contents():
    """What a renderer writes as Markdown is read as Markdown."""
    page = Markdown(extensions=["toc", "md_in_html", TagsExtension()])
    page.convert('<followup-box name="a"/>')
    assert ["A heading"] == [entry["name"] for entry in page.toc_tokens]  # type: ignore[attr-defined]


def test_a_tag_inside_a_code_fence_stays_as_it_is():
    """The developers' pages show tags."""
    assert "&lt;followup-rules/&gt;" in render("```\n<followup-rules/>\n```")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("<followup-nothing/>", "There is no tag"),
        ('<followup-rules id="T1"/>', "takes no attributes"),
        ("<followup-tool/>", "takes"),
        ('<followup-tool name="planner">', "alone on its line"),
        ('<followup-tool name="planner"/> and more', "alone on its line"),
    ],
)
def test_a_tag_that_nobody_can_fill_stops_the_build(line: str, says: str):
    """A page never shows a hole."""
    with pytest.raises(TagError, match=says):
        render(line)


def test_every_tag_names_a_renderer_of_this_package():
    """The table is the one place that connects tags and renderers."""
    assert all(tag.renderer.count(":") == 1 for tag in tags.TAGS.values())


def test_a_citation_names_its_source_and_leads_to_the_row():
    """T4 is the primer's."""
    html = render("Within a day [[T4]].")
    assert '<a class="cite" href="/sources/rules.md#t4">(primer)</a>' in html


def test_several_citations_stand_side_by_side():
    """Each leads to its own row; a disputed question is our default."""
    html = render("See [[T2 T4 K1]].")
    assert ["#t2", "#t4", "#k1"] == [part.split('"')[0] for part in html.replace(".md#", ".md#|#").split("|")[1:]]
    assert "(our default)</a></span>" in html


def test_a_citation_inside_code_stays_as_it_is():
    """The style page shows the form."""
    assert "<code>[[T4]]</code>" in render("Write `[[T4]]`.")


def test_a_citation_of_nothing_stops_the_build():
    """A wrong number must not reach a reader."""
    with pytest.raises(UnknownCitation):
        render("See [[T99]].")
