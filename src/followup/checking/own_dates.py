"""Dates to which the reader holds nobody but themselves: "I can start on 1 March at the earliest"."""

import re

# What sets a day, whoever has to keep it.
BOUND = re.compile(r"\b(?:at the (?:very )?(?:earliest|latest)|no later than|not later than|before|by)\b")
DO = (
    r"(?:start|begin|join|send|hand|deliver|finish|come|travel|move|return|submit|answer|reply|call|meet|leave|decide|tell"
    r"|let you know|be (?:there|available|free|with you|in touch)|(?:get|have) (?:it|this|that|them|back) )"
)
OWN = re.compile(
    rf"\b(?:i|we)(?:'ll| will| can| could| would| shall|(?: a|')m able to)(?: not| only| also| be able to){{0,2}} {DO}"
    r"|\b(?:i'm|i am|we're|we are) (?:free|available|able)\b"
    r"|\byou(?:'ll| will| shall| can expect to| should) (?:have|get|receive|find) (?:it|them|this|that|my|mine|both|all"
    r"|everything|an answer|the (?!job|role|position|post|place|chance))"
    r"|\bmy (?:start|first day|notice|earliest)\b|\bearliest (?:day |date )?(?:that )?i\b"
)
# An answer that is a day alone: "1 March at the earliest."
ALONE = re.compile(
    r"(?:yes, |no, )?(?:on |from |not before )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?\b|mon|tue|wed|thu|fri|sat|sun|next "
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\w ,]{0,40} at the (?:very )?(?:earliest|latest)\b[^,;]{0,3}$"
)
# What the other side is to do by then, or loses by then.
THEIRS = re.compile(
    r"\b(?:need|hear|unless|otherwise|or else|deadline|expect you|want you|ask you|you (?:must|need|have) to"
    r"|your (?:answer|reply|response|decision)|elsewhere|other offers?|another (?:offer|company|job|employer)|competing"
    r"|withdraw|walk away|accept (?:it|theirs|the other))\b"
    # "... so please let me know by Friday."
    r"|\b(?:let (?:me|us) know|tell (?:me|us)|get back to (?:me|us)|please)\b"
    rf"(?=(?:(?!\b(?:i|we)\b).)*{BOUND.pattern})"
)


def is_own(sentence: str) -> bool:
    """Tells whether a sentence in small letters sets a day for the reader alone: a promise, or when they are free."""
    return not THEIRS.search(sentence) and bool(OWN.search(sentence) or ALONE.match(sentence.strip()))
