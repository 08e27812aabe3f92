"""Tests of the tags and citations in Markdown pages."""

import pytest
from markdown import Markdown

from followup_site.pages import tags
from followup_site.pages.citations import UnknownCitation
from followup_site.pages.tags import Tag, TagError, TagsExtension

pytestmark = pytest.mark.ours


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
    """T4 is the career blog's."""
    html = render("Within a day [[T4]].")
    assert '<a class="cite" href="/sources/rules.md#t4" title="the career blog">(career blog)</a>' in html


def test_a_claim_names_who_makes_it_and_not_its_neighbours():
    """Three sources speak of calls, and one of them after a week."""
    assert "(staffing firm)</a>" in render("After a week [[P1:staffing]].")
    assert "(three sources)</a>" in render("You may call [[P1]].")
    assert "(all five)</a>" in render("Thank them [[T1]].")


@pytest.mark.parametrize("claim", ["P1:resume", "O7:primer", "K18:primer", "C1:nobody"])
def test_a_claim_credited_to_who_did_not_make_it_stops_the_build(claim: str):
    """A name under words that are not theirs would be untrue."""
    with pytest.raises(UnknownCitation, match="does not speak there"):
        render(f"See [[{claim}]].")


def test_sources_are_counted_from_the_records():
    """The words change when a source joins or leaves."""
    assert ">Four</a> sources tell why" in render("[[Count C14]] sources tell why.")
    assert 'href="/sources/rules.md#c14"' in render("[[Count C14]] sources tell why.")
    assert "five published" in render("[[count sources]] published")
    assert ">one</a> of them" in render("[[count K8:staffing]] of them")
    assert ">all five</a> do" in render("[[all T1]] do")


@pytest.mark.parametrize("count", ["all T2", "both T1", "most K4:formats", "some T1", "figure K4"])
def test_a_count_that_is_not_so_stops_the_build(count: str):
    """`all` is all, `both` is two, `most` is more than half of those who speak."""
    with pytest.raises(UnknownCitation):
        render(f"[[{count}]] say so.")


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


def test_a_figure_stands_in_a_sentence_as_its_record_has_it() -> None:
    """Words follow the record, so that a page never tells another figure than the plan."""
    assert "Wait five business days." in render("Wait [[figure K4.wait_business_days]].")
    assert "Two weeks on" in render("[[Figure K6.target_calendar_days]] on")
    assert "at 09:00" in render("at [[figure K1.send_time]]")
    assert "one to five business days" in render(
        "[[number K5.wait_business_days_min]] to [[figure K5.wait_business_days_max]]"
    )
    with pytest.raises(UnknownCitation, match="K4 has no figure wait_days; it has wait_business_days"):
        render("[[figure K4.wait_days]]")


@pytest.mark.parametrize("text", ["figuer K4.wait_business_days", "figure", "t4", "T4, K1", "", "count nobody K4"])
def test_double_brackets_that_nobody_reads_stop_the_build(text: str) -> None:
    """No reader ever meets them; shown as code they stay."""
    with pytest.raises(UnknownCitation, match="double brackets may hold rules"):
        render(f"Wait [[{text}]] days.")
    assert f"<code>[[{text}]]</code>" in render(f"Wait `[[{text}]]` days.")


def test_a_figure_of_any_record_can_be_told() -> None:
    """Also of a source's rule, and so of a host's."""
    assert "within 24 hours." in render("within [[figure T4.deadline_hours]].")
