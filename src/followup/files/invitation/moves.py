"""Days and hours from which an interview was moved, and those to which it was: "has been moved to", "instead"."""

import re

from followup.files.invitation.days import DayFound
from followup.files.invitation.heads import line_end
from followup.files.invitation.left_hours import FROM, INSTEAD, MOVED, MOVES, left_hours
from followup.files.invitation.purpose import CONDITION, TO, moves_hour_alone, sentence
from followup.files.invitation.words import known, pattern

NAME = r"(?:[^\W\d_]{2,14}[.,]*\s*)?"
# What stands before the day on which an interview is no more.
LEFT = re.compile(rf"\b(?:{FROM}|{INSTEAD})\s+(?:the\s+)?{NAME}\(?$")
LEFT_NAME = re.compile(rf"\b(?:{FROM}|{INSTEAD})\s+(?:the\s+)?([^\W\d_]+)")
IS_MOVED = re.compile(rf"\b{MOVED}\b|\b{INSTEAD}\b")
WAS = re.compile(
    r"\((?:was|were|previously|formerly|originally|initially|vorher|bisher|zuvor|avant|auparavant|antes|prima|eerst)[:\s]+"
    rf"(?:on\s|am\s|le\s|el\s|il\s|op\s)?{NAME}$"
)
# It was moved, and the sentence does not say to what.
TO_NOTHING = re.compile(rf"\b{MOVED}\b(?!\s+(?:\w+\s+){{0,2}}(?:to|for|on|auf|à|au|al?|para|naar|till?|by|um)\b)")
# In front of the day on which it is from now on.
NOW = re.compile(
    r"\b(?:now|instead|but|nun|jetzt|stattdessen|sondern|désormais|maintenant|mais|plutôt|ahora|sino|agora|adesso|bensì"
    rf"|nu|maar)\b(?:(?!\bor\b)[^.!?\n]){{0,45}}$|(?:→|->|=>|➔|➜|⟶)\s*{NAME}$"
)
NEW = re.compile(
    r"\b(?:new|revised|updated|neue[rsn]?|nouvelle|nouveau|nouvel|nueva|nuevo|nova|novo|nuova|nuovo|nieuwe?|nya?|nytt)\s"
    r"(?:[^\W\d_]+\s){0,4}?[^\W\d_]+\s*"
    r"(?::|\b(?:is|will be|would be|ist|lautet|wäre|est|sera|es|será|é|è|sarà|wordt|är|er)\b)"
    rf"\s*(?:(?:on|am|le|el|il|op|den|em|dia)\s+)?{NAME}$"
)
MOVED_TO = re.compile(rf"\b{MOVED}\s+(?:(?:to|for|on|until)\s+)(?:the\s)?{NAME}$")
# Behind it, at the end of its sentence.
IN_PLACE = re.compile(
    r"^[^.!?\n]{0,60}\b(?:instead(?! of)|stattdessen|à la place|en su lugar|em vez disso|in plaats daarvan|invece"
    r"|i stället|i stedet)\b"
)
# "If that doesn't suit, we could do Friday instead": nothing has moved yet.
IF_NOT = re.compile(
    rf"{CONDITION.pattern}[^.!?\n]{{0,40}}(?:n['’]t|\b(?:not|cannot|prefer|rather|nicht|pas|no|niet|não|non|inte)\b)"
)
# Somebody or something else does instead.
IN_TURN = re.compile(
    r"\b(?:so|but|instead|stattdessen|daher|deshalb|sondern|donc|mais|así que|por eso|sino|então|mas|quindi|ma"
    r"|dus|maar)\b"
)
# How a sentence begins that goes on about the interview of the one before.
OF_IT = re.compile(
    r"\W{0,9}(?:it|this|that|(?:we|i)(?:['’]ve| have)? (?:moved|pushed|rescheduled|changed|postponed) (?:it|this|that)"
    r"|es|er|dieser|dieses|il|elle|celui-ci|se ha|la hemos|foi|ele|ela|è stat[ao]|l['’]abbiamo|het|deze|det|den"
    r"|został[ao]?)\b"
)
BETWEEN = 40
NEAR = 120


def is_left(text: str, day: DayFound, before: str) -> bool:
    """True for a day with "moved from" or "instead of" in front of it; `before` is what stands there on its line."""
    is_moved = IS_MOVED.search(text, day.start - len(before), line_end(text, day.end))
    is_from = LEFT.search(before) and is_moved and not moves_hour_alone(text, day)
    return bool(WAS.search(before) or is_from)


def is_moved_to(text: str, day: DayFound) -> bool:
    """True for a day on which an interview is instead of another one."""
    begin, end = sentence(text, day.start)
    before = text[max(begin, day.start - NEAR) : day.start]
    moves_to = TO.search(before[-40:]) and MOVES.search(text, begin, end)
    is_new = moves_to or any(one.search(before) for one in (NOW, NEW, MOVED_TO))
    # "Due to" names a reason and no deadline.
    is_due = any(not text.startswith(" to ", one.end()) for one in pattern("due").finditer(text, begin, end))
    is_other = is_due or IF_NOT.search(text, begin, day.start)
    return bool(is_new or IN_PLACE.search(text[day.end : end])) and not is_other


def moves_interview(text: str, begin: int, end: int) -> bool:
    """True for a sentence by which the interview has moved: "It is now on Monday", "Your call is moved to Monday".

    Where it says that the hour stays it is about nothing else.
    """
    if pattern("same_time").search(text, begin, end):
        return True
    is_of_it = OF_IT.match(text, begin, end) or pattern("talks").search(text, begin, end)
    return bool(is_of_it and IS_MOVED.search(text, begin, end))


def is_given_up(text: str, day: DayFound) -> bool:
    """True for a day that does not suit any more or was moved without a word on where to."""
    begin, end = sentence(text, day.start)
    found = pattern("given_up").search(text, begin, end) or TO_NOTHING.search(text, day.end, end)
    return found is not None and not CONDITION.search(text[max(begin, found.start() - 40) : found.start()])


def is_given_up_alone(text: str, day: DayFound) -> bool:
    """True for the only day of an email where it does not suit any more, and nothing is instead."""
    begin, end = sentence(text, day.start)
    for found in pattern("given_up_alone").finditer(text, begin, end):
        between = (text[found.end() : day.start] or text[day.end : found.start()]).strip(" ,")
        is_of_day = len(between) < BETWEEN and not re.search(r"[,;:!?\n]", between)
        is_condition = CONDITION.search(text[max(begin, found.start() - 40) : found.start()])
        if is_of_day and not is_condition and not IN_TURN.search(text, day.end, end):
            return True
    return False


def is_only_offered(text: str, day: DayFound) -> bool:
    """True for a day that would do where another one does not suit."""
    return bool(IF_NOT.search(text, sentence(text, day.start)[0], day.start))


def is_labelled_left(*labels: re.Match[str] | None) -> bool:
    """True behind "Old date:", at the beginning of the line or right before the day."""
    return any(found and found[1].strip() in known("left") for found in labels)


def without_left_hours(text: str) -> str:
    """The text in small letters with blanks in place of the hour from which an interview was moved."""
    for begin, end in left_hours(text):
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text
