"""Fills the tags and rule citations that stand in the Markdown pages."""

import importlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from followup.data import left_out
from followup_site.host.leaving_out import without_links
from followup_site.pages.citations import Citation, UnknownCitation, citation, counted, figure_words
from followup_site.words.wording import site_words

type Renderer = Callable[[Mapping[str, str]], str]

TAG = re.compile(r'<followup-(?P<name>[a-z-]+)(?P<attributes>(?:\s+[a-z-]+="[^"]*")*)\s*/>\s*')
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
PAGE_LINK = re.compile(r'(?<=\shref=")/[^"#]*\.md(?:#[^"]*)?(?=")')
# Below superfences (25), so that a tag shown in a fence stays as it is; above html_block (20) and MkDocs' own
# reading of raw HTML (21), so that headings reach the table of contents and ids count as anchors.
TAGS_PRIORITY = 22
# Below code spans (190), above reference links (170), which begin with a bracket too.
CITATIONS_PRIORITY = 175


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag:
    """Who fills a tag (`module:function` in this package), the attributes it takes, and those it can do without."""

    renderer: str
    attributes: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()


TAGS: Mapping[str, Tag] = {
    "tool": Tag(renderer="tool_pages:tool", attributes=frozenset({"name"})),
    "start": Tag(renderer="tool_pages:start"),
    "invitation": Tag(renderer="tool_pages:invitation", attributes=frozenset({"open"})),
    "moments": Tag(renderer="tool_pages:moments"),
    "letter": Tag(renderer="letter_pages:letter", attributes=frozenset({"id"}), optional=frozenset({"held"})),
    "letters": Tag(renderer="letter_pages:gallery"),
    "rules": Tag(renderer="rule_pages:rules_table"),
    "disagreements": Tag(renderer="rule_pages:disagreements"),
    "sources": Tag(renderer="rule_pages:sources_list"),
    "changes": Tag(renderer="rule_pages:changes_list"),
    "scale": Tag(renderer="rule_pages:scale", attributes=frozenset({"id"})),
    "voices": Tag(renderer="evidence_pages:voices", attributes=frozenset({"question"})),
    "voices-page": Tag(renderer="evidence_pages:voices_page", attributes=frozenset({"question"})),
    "evidence-questions": Tag(renderer="evidence_pages:list_of_questions"),
    "surveys": Tag(renderer="survey_pages:surveys"),
    "helpful": Tag(renderer="survey_pages:helpful"),
    "durations": Tag(renderer="survey_pages:durations", attributes=frozenset({"about"})),
    "countries": Tag(renderer="country_pages:countries", attributes=frozenset({"about"})),
    "customs": Tag(renderer="custom_pages:customs"),
    "customs-table": Tag(renderer="custom_pages:customs_table"),
    "law": Tag(renderer="custom_pages:law"),
    "law-due": Tag(renderer="custom_pages:law_due", attributes=frozenset({"place"})),
    "timeline": Tag(renderer="timeline_pages:timeline"),
    "days": Tag(renderer="timeline_pages:days"),
    "silence": Tag(renderer="silence_pages:silence"),
    "deadline": Tag(renderer="deadline_pages:deadline"),
    "clocks": Tag(renderer="clock_pages:clocks"),
    "annotated": Tag(renderer="annotated_pages:annotated", attributes=frozenset({"id"})),
    "callday": Tag(renderer="call_pages:callday"),
    "flow": Tag(renderer="flow_pages:flow_map"),
    "situations": Tag(renderer="course_pages:situations"),
    "pairs": Tag(renderer="course_pages:pairs"),
    "moves": Tag(renderer="reference_pages:moves_table"),
    "tools-reference": Tag(renderer="reference_pages:tools_reference"),
    "api": Tag(renderer="api_pages:api"),
    "modules": Tag(renderer="reference_pages:modules"),
    "attributes": Tag(renderer="attribute_pages:attributes_table"),
    "lighthouse": Tag(renderer="performance_pages:lighthouse_table"),
    "nightly": Tag(renderer="nightly_pages:last_run"),
    "performance": Tag(renderer="performance_pages:performance_table"),
    "knowledge": Tag(renderer="knowledge_pages:knowledge"),
    "calendar-programs": Tag(renderer="knowledge_pages:calendar_programs"),
    "copy": Tag(renderer="copy_pages:part", attributes=frozenset({"part"})),
    "licences": Tag(renderer="licence_pages:licences"),
}


class TagError(ValueError):
    """A page holds a tag that nobody can fill; it stops the build."""


def filled(line: str) -> str:
    """Gives Markdown and HTML in place of a line that opens with a tag.

    Raises `TagError` for an unknown tag, a wrong attribute or a tag that is not alone on its line.
    """
    match = TAG.fullmatch(line)
    if match is None:
        raise TagError(site_words("mistakes.tags.alone", line=line.strip()))
    attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(match["attributes"])}
    return _renderer(match["name"], attributes)(attributes)


def _renderer(name: str, attributes: Mapping[str, str]) -> Renderer:
    if name not in TAGS:
        raise TagError(site_words("mistakes.tags.unknown", name=name, known=", ".join(sorted(TAGS))))
    tag = TAGS[name]
    if not tag.attributes <= set(attributes) <= tag.attributes | tag.optional:
        takes = sorted(tag.attributes | tag.optional) or site_words("mistakes.tags.nothing")
        raise TagError(site_words("mistakes.tags.takes", name=name, takes=takes, found=sorted(attributes)))
    module, function = tag.renderer.split(":")
    # Imported when used: a page without the tag builds without its renderer.
    renderer: Renderer = getattr(importlib.import_module(f"followup_site.pages.{module}"), function)
    return renderer


class TagsPreprocessor(Preprocessor):
    """Replaces every line that is a tag."""

    def run(self, lines: list[str]) -> list[str]:
        """Gives the lines with the tags filled."""
        return [new for line in lines for new in self._replaced(line)]

    def _replaced(self, line: str) -> list[str]:
        if not line.startswith("<followup-"):
            return [line]
        # Blank lines around it keep the HTML out of the paragraphs before and after.
        made = without_links(filled(line), left_out())
        return ["", *PAGE_LINK.sub(self._resolved, made).split("\n"), ""]

    def _resolved(self, link: re.Match[str]) -> str:
        """Gives the address of a page as MkDocs would write it; raw HTML escapes its own resolver."""
        if "relpath" not in self.md.treeprocessors:
            return link[0]
        page, _, told = link[0].partition("#")
        # What a link tells a tool, as in #letter=voicemail, is no heading to look for.
        if "=" in told:
            return f"{self.md.treeprocessors['relpath'].path_to_url(page)}#{told}"  # type: ignore[attr-defined]
        # MkDocs registers its link resolver under this name for every page; it also checks that the page exists.
        return str(self.md.treeprocessors["relpath"].path_to_url(link[0]))  # type: ignore[attr-defined]


class CitationProcessor(InlineProcessor):
    """Turns `[[T4 K1]]` into links to the rows of the sources pages; `[[P1:staffing]]` names who makes that claim."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the base class is typed looser and names it so
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """Gives one link, or a span of several."""
        links = [_link(citation(rule)) for rule in m[1].split()]
        if len(links) == 1:
            return links[0], m.start(0), m.end(0)
        span = ElementTree.Element("span", {"class": "cites"})
        span.extend(links)
        for link in links[:-1]:
            link.tail = " "
        return span, m.start(0), m.end(0)


class FigureProcessor(InlineProcessor):
    """Turns `[[figure K4.wait_business_days]]` into "five business days", and `[[number ...]]` into "five" alone."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the base class is typed looser and names it so
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Gives the figure in words, with a capital where the tag has one."""
        words = figure_words(m[2], m[3], number=m[1].lower() == "number")
        return words.capitalize() if m[1][0].isupper() else words, m.start(0), m.end(0)


class CountProcessor(InlineProcessor):
    """Turns `[[count C14]]` into how many sources say so; `[[all T1]]` and the like stand only where it is so."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the base class is typed looser and names it so
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | str, int, int]:
        """Gives the word, as a link to the row it is counted from."""
        word = counted(m[1], m[2])
        if m[2] == "sources":
            return word, m.start(0), m.end(0)
        cited = citation(m[2])
        link = ElementTree.Element("a", {"href": cited.page, "title": cited.title})
        link.text = word
        return link, m.start(0), m.end(0)


class UnreadProcessor(InlineProcessor):
    """Stops at double brackets that are none of the others, so that no reader meets them."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the base class is typed looser and names it so
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Raises UnknownCitation."""
        raise UnknownCitation(site_words("mistakes.citations.unread", found=m[1]))


def _link(cited: Citation) -> ElementTree.Element:
    link = ElementTree.Element("a", {"class": "cite", "href": cited.page, "title": cited.title})
    link.text = cited.text
    return link


class TagsExtension(Extension):
    """The Python-Markdown extension named `followup_tags`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the base class names it so
        """Adds both processors and lets the tool's own element stand as a block."""
        md.block_level_elements += [
            "followup-tool",
            "followup-start",
            "followup-invitation",
            "followup-sorted",
            "followup-countries",
        ]
        md.preprocessors.register(TagsPreprocessor(md), "followup_tags", TAGS_PRIORITY)
        claim = r"[A-Z]\d+(?::[a-z,]+)?"
        cited = CitationProcessor(rf"\[\[({claim}(?:\s+{claim})*)\]\]", md)
        md.inlinePatterns.register(cited, "followup_citations", CITATIONS_PRIORITY)
        figure = FigureProcessor(r"\[\[([Ff]igure|[Nn]umber) ([A-Z]\d+)\.([a-z_]+)\]\]", md)
        md.inlinePatterns.register(figure, "followup_figures", CITATIONS_PRIORITY)
        count = CountProcessor(rf"\[\[([A-Za-z]+) ({claim}|sources)\]\]", md)
        md.inlinePatterns.register(count, "followup_counts", CITATIONS_PRIORITY)
        unread = UnreadProcessor(r"\[\[([^\[\]\n]*)\]\](?!\()", md)
        md.inlinePatterns.register(unread, "followup_unread", CITATIONS_PRIORITY - 1)


def makeExtension(**words: object) -> TagsExtension:  # noqa: N802 - Python-Markdown looks for this name
    """Gives the extension to who names the module."""
    return TagsExtension(**words)
