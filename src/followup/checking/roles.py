"""What a draft calls the job, against the case."""

import re
from collections.abc import Iterator

from followup.checking.findings import found
from followup.checking.names import LEGAL
from followup.checking.reading import DraftReading
from followup.checking.words import bare, bare_words, listed
from followup.model.answer import Finding

POSTS = ("role", "position", "job", "opening", "vacancy", "post", "interview")
ROLE_BEFORE = re.compile(r".*\b(?:[Tt]he|[Yy]our|[Aa]n?|this) (?P<role>(?:[\w/&+#.-]{2,30} ){1,5})$", re.DOTALL)
ROLE_AFTER = re.compile(r" (?:of|as) (?:an? |the )?(?P<role>[A-Z][\w/&+#-]*(?: [A-Z][\w/&+#-]*){0,4})")


def roles(reading: DraftReading) -> Iterator[Finding]:
    """Finds what a draft calls the job where the case calls it otherwise."""
    draft = reading.draft
    role = bare_words(draft.role)
    for start, written in _roles(reading.layout.own) if role else ():
        words = bare_words(written) - bare_words(draft.company) - LEGAL
        if _is_title(written) and not words <= role:
            check = "role-differs" if role <= words or words & role & _last(draft.role) else "other-role"
            yield found(check, (start, start + len(written)), written=written, role=draft.role)


def _roles(text: str) -> Iterator[tuple[int, str]]:
    """Gives what a draft calls the job, as in "the Data Analyst role" and "the role of Data Analyst"."""
    for post in POSTS:
        at = text.find(post)
        while at >= 0:
            before = ROLE_BEFORE.match(text, max(0, at - 120), at)
            after = ROLE_AFTER.match(text, at + len(post))
            yield from (_title(m["role"], m.start("role")) for m in (before, after) if m)
            at = text.find(post, at + len(post))


def _title(written: str, start: int) -> tuple[int, str]:
    """Gives the name of the job without the words that lead to it: "decision on our open" is none of them."""
    words = list(re.finditer(r"\S+", written))
    leading = max((at for at, word in enumerate(words, 1) if word[0] in listed("before-roles")), default=0)
    # Somebody's own past: "in my Store Manager role".
    kept = [] if any(word[0] in ("my", "his", "her", "their") for word in words[:leading]) else words[leading:]
    named = any(word[0][0].isupper() for word in kept)
    while named and kept[0][0].islower() and kept[0][0] not in listed("ranks"):
        kept = kept[1:]
    return (start + kept[0].start(), written[kept[0].start() :].strip()) if kept else (start, "")


def _is_title(written: str) -> bool:
    """Tells whether words name a job: they end in one, or all have capitals."""
    words = written.split()
    if not words:
        return False
    return bare(words[-1]) in listed("jobs") or (len(words) > 1 and all(word[0].isupper() for word in words))


def _last(title: str) -> set[str]:
    return {bare(title.split()[-1])}
