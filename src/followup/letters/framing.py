"""A letter's words between greeting and signature, as Jinja reads them."""

import re
from itertools import groupby

from followup.words.letter_files import letter_text

_FRAME_PLACE = "{# letter #}"
PART = re.compile(r"\{# part ([a-z-]+) #\}")
DEALT = re.compile(r"([1-4])\| ")


def framed(kind: str, body: str) -> str:
    """Gives the letter's words between greeting and signature, each paragraph on one line."""
    whole = PART.sub(lambda part: letter_text("parts", f"{part[1]}.txt.jinja").strip(), body)
    frame = letter_text("frames", f"{kind}.txt.jinja")
    return frame.replace(_FRAME_PLACE, re.sub(r"\n(?=[^\n-])(?<!\n\n)", " ", _with_choices(whole.strip())))


def _with_choices(body: str) -> str:
    """Makes branches of the lines that begin with a sentence's number: its wordings, one below the other."""
    lines: list[str] = []
    for line in body.split("\n"):
        # An indented line goes on with the wording above it.
        if line.startswith("   ") and lines and DEALT.match(lines[-1]):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line)
    runs = groupby(lines, key=lambda line: found[1] if (found := DEALT.match(line)) else "")
    return "\n".join(_choice(number, [*run]) if number else "\n".join(run) for number, run in runs)


def _choice(number: str, lines: list[str]) -> str:
    first, second, third = (line[3:] for line in lines)
    return (
        f"{{% if wording_{number}a %}}\n{first}\n{{% elif wording_{number}b %}}\n{second}\n"
        f"{{% else %}}\n{third}\n{{% endif %}}"
    )
