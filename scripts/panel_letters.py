"""Prints five letters of each kind as a panel of four would get them, for whoever reads them with a recruiter's eye.

Letters that are dealt out by person go to four people in the plain tone and to the first in the formal one; the letters
of other kinds come in all tones.
"""

from collections.abc import Iterator

from followup.checking import kind_of
from followup.letters import TONES, Letter, Manner, examples, letters, write

PANEL = (
    ("Dana", "how your team checks each forecast against real sales"),
    ("Tom", "the move of the depot to Leeds"),
    ("Priya", "what went wrong with last year's price list"),
    ("Ben", "why you write every report twice"),
)
EACH = 5


def panel(kind: str) -> Iterator[tuple[str, str]]:
    """Gives five letters of a kind, each under the name of its letter, its tone and whom it is to."""
    some = [letter for letter in letters().values() if kind_of(letter.id) == kind]
    dealt = [letter for letter in some if letter.is_dealt]
    if dealt:
        manners = [Manner(position=at) for at in range(len(PANEL))]
        yield from [_written(dealt[0], manner) for manner in (*manners, Manner(tone="formal"))]
        return
    both = [(tone, letter) for tone in TONES for letter in some]
    yield from [_written(letter, Manner(tone=tone)) for tone, letter in both[:EACH]]


def _written(letter: Letter, manner: Manner) -> tuple[str, str]:
    name, detail = PANEL[manner.position]
    values = {**examples(letter), "first_name": name, "detail": detail}
    body = write(letter, manner, values, letter.example_sent).body
    # The signature is the same in all.
    paragraphs = [paragraph for paragraph in body.split("\n\n") if "\nSam Lee" not in paragraph]
    return f"{letter.id}, {manner.tone}, to {name}", "\n".join(paragraphs)


def main() -> None:
    for kind in sorted({str(kind_of(letter.id)) for letter in letters().values()}):
        print(f"=== {kind}\n")
        for head, body in panel(kind):
            print(f"--- {head}\n{body}\n")


if __name__ == "__main__":
    main()
