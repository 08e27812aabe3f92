"""Takes the links to a tool that a host leaves out from pages and panels; the words of a sentence stay."""

import re
from collections.abc import Iterable

BUTTON = re.compile(r'\s*<a\b[^>]*class="[^"]*md-button[^"]*"[^>]*>.*?</a>', re.DOTALL)
ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
HREF = re.compile(r'href="([^"]*)"')


def without_links(html: str, tools: Iterable[str]) -> str:
    """Gives HTML in which no link leads to those tools: a button goes, of a link the words stay."""
    if not (names := "|".join(map(re.escape, tools))):
        return html
    leads = re.compile(rf"tools/(?:{names})(?:/|\.md)")

    def is_gone(attributes: str) -> bool:
        found = HREF.search(attributes)
        return found is not None and leads.search(found[1]) is not None

    bare = BUTTON.sub(lambda found: "" if is_gone(found[0].partition(">")[0]) else found[0], html)
    return ANCHOR.sub(lambda found: found[2] if is_gone(found[1]) else found[0], bare)


def without_markdown_links(text: str, tools: Iterable[str]) -> str:
    """Gives a Markdown page without links to those tools; an item of a list that presents one goes whole."""
    if not (names := "|".join(map(re.escape, tools))):
        return text
    target = rf"(?:[\w./-]*/)?(?:{names})\.md(?:#[^)]*)?"
    item = re.compile(rf"^- \[\*\*[^\]]*\*\*\]\({target}\).*\n(?:  .*\n)*", re.MULTILINE)
    return re.sub(rf"\[([^\]]*)\]\({target}\)", r"\1", item.sub("", text))
