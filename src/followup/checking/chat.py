"""What a chat program says around a letter that it wrote, and the marks that it leaves in one."""

import re
from collections.abc import Iterator

from followup.checking.spans import Span

LETTER = (
    r"(?:drafts?|versions?|e-?mails?|messages?|letters?|notes?|templates?|thank[- ]you|follow-?up|rewrite|revision"
    r"|reply|response|options?)"
)
OPENER = (
    r"(?:(?:certainly|sure(?: thing)?|of course|absolutely|great|okay|ok|got it|no problem|happy to help|definitely"
    r"|gladly|understood)(?: [^\n.!,:]{1,30})?[!.,:—–-]{1,2}[ \t]{0,3})"
)
HERE = (
    r"(?:here(?:['’]s| is| are)|below(?: is|['’]s| are)|i(?:['’]ve| have) (?:written|drafted|polished|revised|rewritten"
    rf"|prepared|put together))\b[^\n]{{0,120}}?\b{LETTER}\b[^\n]{{0,120}}"
)
HEADING = r"#{1,6} [^\n]{1,80}"
PREAMBLE = re.compile(rf"\s{{0,40}}(?:{OPENER}{{1,2}}(?:{HERE})?|{HERE}|{HEADING})[ \t\r]*(?:\n|$)", re.IGNORECASE)
# What the letter begins with, below it.
BEGINS = re.compile(
    r"\s{0,40}(?:[-*_]{3,20}\s{1,20})?(?:\*{0,2}subject|dear|hi|hello|hey|good (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
IT = r"(?:it|this|the (?:tone|wording|length|style|e-?mail|message|letter|draft|note|template))\b"
CHANGE = (
    r"(?:adjust|tweak|shorten|refine|revise|rephrase|modify|tailor|personali[sz]e|customi[sz]e|adapt|edit|change|make)"
)
# A signed or printed version is one that a letter offers.
OTHERWISE = (
    r"(?:(?:slightly|much|even|bit) )?(?:shorter|longer|different|warmer|simpler|bolder|punchier|friendlier"
    r"|(?:more|less) [\w-]{1,20})(?:(?:,| and| or) (?:more |less )?[\w-]{1,20}){0,2}"
)
SAYS = re.compile(
    r"\b(?:as an? (?:ai|artificial intelligence|(?:large )?language)(?: language)? (?:model|assistant)(?=,| i\b)"
    r"|i(?:['’]m| am) (?:just |only )?an ai (?:language )?(?:model|assistant)\b"
    rf"|feel free to {CHANGE} {IT}"
    rf"|(?:let me know if you(?:['’]d| would)? (?:like|want|need|prefer)(?: me)? to|would you like me to) {CHANGE} {IT}"
    r"|let me know if you(?:['’]d| would)? (?:like|want|need|prefer) "
    rf"(?:an? {OTHERWISE} version|any (?:\w{{1,12}} )?(?:tweaks|adjustments))"
    r"|(?:replace|fill in) the (?:placeholders?|brackets?|bracketed)\b"
    r"|this (?:version|draft|email|message) (?:keeps|strikes|maintains|conveys|is (?:concise|polished|warm))\b"
    r"|(?:chatgpt|claude|gemini|copilot) said\b|regenerate response\b|word count: \d)",
    re.IGNORECASE,
)
STOP = re.compile(r"[.!?:](?=\s|$)|\n|$")
MARK = re.compile(r"\*\*(?=[^\s*])[^*\n]{1,120}\*\*|^[ \t]*#{1,6} (?=\S)|^[ \t]*```\w{0,10}", re.MULTILINE)


def said(text: str) -> tuple[Span, ...]:
    """Gives the stretches of a text that are words of the program to its user, in order."""
    top = preamble(text)
    rest = (_sentence(text, one) for one in SAYS.finditer(text, top.end))
    found = [top] if top.end else []
    for span in rest:
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def preamble(text: str) -> Span:
    """Gives the first line, where it hands over a letter: "Certainly! Here's a polished thank-you email:"."""
    line = PREAMBLE.match(text)
    if line and BEGINS.match(text, line.end()):
        return Span(len(text) - len(text.lstrip()), len(text[: line.end()].rstrip()))
    return Span(0, 0)


def marks(text: str) -> Iterator[Span]:
    """Gives words between stars, and the marks of a heading."""
    return (Span(*one.span()) for one in MARK.finditer(text))


def _sentence(text: str, words: re.Match[str]) -> Span:
    line = text.rfind("\n", 0, words.start()) + 1
    before = [stop.end() for stop in STOP.finditer(text, line, words.start()) if stop.end() < words.start()]
    start = max([line, *before])
    stop = STOP.search(text, words.end())
    end = stop.end() if stop else len(text)
    return Span(start + len(text[start : words.start()]) - len(text[start : words.start()].lstrip()), end)
