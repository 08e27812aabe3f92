"""Numbers as words."""

NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()


def number_word(count: int, *, none: str = "zero", most: int = len(NUMBERS) - 1) -> str:
    """Gives a number as a word, `none` for nothing, and in digits beyond `most`.

    >>> number_word(12), number_word(0, none="no"), number_word(13, most=12)
    ('twelve', 'no', '13')
    """
    if count == 0:
        return none
    return NUMBERS[count] if 0 < count <= min(most, len(NUMBERS) - 1) else str(count)
