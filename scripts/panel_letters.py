"""Prints five letters of each kind as a panel of four would get them, for whoever reads them with a recruiter's eye.

Letters that are dealt out by person go to four people in the plain tone and to the first in the formal one; the letters
of other kinds come in all tones.
"""

from collections.abc import Iterator

from followup.checking import kind_of
from followup.letters import TONES, Letter, Manner, examples, letters, write
from followup_site.words.wording import site_records, site_words

PANEL = site_records("commands.panel.people")
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
    person = PANEL[manner.position]
    values = {**examples(letter), "first_name": person["name"], "detail": person["detail"]}
    body = write(letter, manner, values, letter.example_sent).body
    # The signature is the same in all.
    paragraphs = [paragraph for paragraph in body.split("\n\n") if f"\n{values['my_name']}" not in paragraph]
    head = site_words("commands.panel.head", letter=letter.id, tone=manner.tone, name=person["name"])
    return head, "\n".join(paragraphs)


def main() -> None:
    for kind in sorted({str(kind_of(letter.id)) for letter in letters().values()}):
        print(f"=== {kind}\n")
        for head, body in panel(kind):
            print(f"--- {head}\n{body}\n")


if __name__ == "__main__":
    main()
