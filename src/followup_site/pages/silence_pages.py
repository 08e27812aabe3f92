"""Draws the way through silence: two waits, two questions, and the day to let go, each with its figure."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from followup.rules.rulebook import figure
from followup.rules.sayings import said
from followup_site.pages import drawing
from followup_site.words.wording import site_words

LEFT, MIDDLE, RIGHT = 25.0, 50.0, 75.0
HALF, WHOLE = 48.0, 64.0
# As many letters as a box holds on a phone.
HALF_LETTERS, WHOLE_LETTERS = 21, 30
TOP, GAP, FORK = 2, 34, 46


def silence(attributes: Mapping[str, str]) -> str:
    """Gives the way as a picture for `<followup-silence/>`; the page has the same in its table."""
    parts, height = _drawn()
    said, after = site_words("pages.silence.said"), site_words("pages.silence.after")
    return drawing.figure("silence", said, _in_words(), height, parts, caption=after)


def _dated() -> str:
    return site_words("pages.silence.dated", wait=_days("K5", "target_business_days"))


def _undated() -> str:
    return site_words("pages.silence.undated", wait=_days("K4", "wait_business_days"))


def _later() -> tuple[tuple[str, str], ...]:
    """Each further wait and what comes at its end."""
    again, end = figure("K6", "target_calendar_days"), _days("O5", "wait_business_days")
    return (
        (site_words("pages.silence.again_wait", days=again), site_words("pages.silence.again")),
        (site_words("pages.silence.end_wait", wait=end), site_words("pages.silence.end")),
    )


def _days(rule: str, key: str) -> str:
    return said(key, figure(rule, key), digits=True)


def _in_words() -> str:
    later = "; ".join(site_words("pages.silence.later", wait=wait, then=then) for wait, then in _later())
    dated, undated = (f"{words[0].lower()}{words[1:]}" for words in (_dated(), _undated()))
    return site_words("pages.silence.in_words", dated=dated, undated=undated, later=later)


def _drawn() -> tuple[list[Markup], int]:
    """The boxes from top to bottom, and how high they are together."""
    parts = list(_boxes("asked", MIDDLE, TOP, WHOLE, WHOLE_LETTERS, site_words("pages.silence.named")))
    fork = TOP + drawing.box_height(("",))
    y = fork + FORK
    sides = (
        (LEFT, site_words("pages.silence.yes"), _dated()),
        (RIGHT, site_words("pages.silence.no"), _undated()),
    )
    height = max(drawing.box_height(drawing.wrapped(words, HALF_LETTERS)) for _, _, words in sides)
    for x, answer, words in sides:
        parts += _ways(fork, y, x, answer)
        parts += _boxes("wait", x, y, HALF, HALF_LETTERS, words, height)
        parts.append(drawing.line("way", x, y + height, MIDDLE, y + height + GAP))
    y += height + GAP
    parts += _boxes("step", MIDDLE, y, WHOLE, WHOLE_LETTERS, site_words("pages.silence.ask"))
    for wait, then in _later():
        below = y + drawing.box_height(("",))
        parts.append(drawing.line("way", MIDDLE, below, MIDDLE, below + GAP))
        parts.append(drawing.text("tick", MIDDLE + 2, below + GAP / 2 + 4, wait))
        y = below + GAP
        parts += _boxes("step", MIDDLE, y, WHOLE, WHOLE_LETTERS, then)
    return parts, int(y + drawing.box_height(("",)) + TOP)


def _ways(top: float, bottom: float, x: float, answer: str) -> Iterator[Markup]:
    yield drawing.line("way", MIDDLE, top, x, bottom)
    yield drawing.text("tick", x, bottom - FORK / 2, answer, "end" if x < MIDDLE else "start")


def _boxes(
    kind: str, middle: float, y: float, width: float, letters: int, words: str, height: int = 0
) -> Iterator[Markup]:
    lines = drawing.wrapped(words, letters)
    yield from drawing.box(kind, middle - width / 2, y, width, lines, height)
