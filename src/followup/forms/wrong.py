"""What is wrong with an answer, and what to enter in its place."""

from collections.abc import Mapping

from followup.model.question import Question
from followup.model.wording import problem_words

# How days and hours are written in data, for whoever writes them by hand.
EXAMPLES: Mapping[str, str] = {"date": "2027-01-07", "time": "14:00", "moment": "2027-01-08T09:00"}


class Wrong(Exception):
    """The answer is not what the question asked for; carries a message where the question's own does not fit."""


def inside(question: Question) -> str:
    """The label of a question as it stands within a sentence."""
    return f"{question.words.label[:1].lower()}{question.words.label[1:]}"


def wanted(question: Question) -> str:
    """What to enter, in the words of the question."""
    return question.words.enter or problem_words("wanted", label=inside(question))


def formed(question: Question) -> str:
    """What to enter, and how it is written where somebody wrote it otherwise; a page's own fields never do."""
    example = EXAMPLES.get(question.kind)
    return problem_words("formed", wanted=wanted(question), example=example) if example else wanted(question)
