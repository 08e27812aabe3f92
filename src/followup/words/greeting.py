"""How to greet a person: in a letter, and by a first name alone."""

from followup.model.wording import view_words
from followup.words.double_names import double_name
from followup.words.name_case import unshouted
from followup.words.name_words import is_one_of, leading_titles
from followup.words.names import HONOURING, INITIALS, Name, clean, name_of
from followup.words.nobody import is_nobody

# They go with the given name: "Dear Dame Judi".
_WITH_GIVEN = frozenset("sir dame don doña".split())
# Short for a word that greets nobody by itself: "Dear Mr," is no greeting.
_NEVER_ALONE = frozenset(
    "mr mrs ms miss mx dr prof herr frau ing engr eng dipl arch atty sr sra srta dott capt".split()
)


def first_name(full_name: str) -> str:
    """Gives what to write after "Hi", or nothing when the given name is not known.

    >>> first_name("Dana Ruiz"), first_name("Ruiz, Dana"), first_name("Dr. Ana Ruiz, PhD")
    ('Dana', 'Dana', 'Ana')
    >>> first_name("Dr. Ruiz"), first_name("D. Ruiz"), first_name("van der Berg")
    ('Dr. Ruiz', '', '')
    """
    name = name_of(full_name)
    return name.group or name.given or _titled(name)


def salutation(typed: str, *, title: str = "", surname: str = "", formal: bool = False) -> str:
    """Gives how a letter opens, without its comma; `typed` is what stands for the first name.

    A title wants the family name, in a formal letter always, in others where no given name is known.

    >>> salutation("Dana"), salutation("Dana", formal=True), salutation("Dana", title="Ms", surname="Ruiz", formal=True)
    ('Hi Dana', 'Dear Dana', 'Dear Ms Ruiz')
    >>> salutation("Mary Ann"), salutation("the interviewer"), salutation("Dana Ruiz")
    ('Hi Mary Ann', 'Hello', 'Hi Dana')
    >>> salutation("The hiring team"), salutation("Ruiz-san"), salutation("")
    ('Dear hiring team', 'Dear Ruiz-san', 'Hello')
    """
    name = name_of(typed)
    family = "" if is_nobody(surname) else unshouted(clean(surname))
    titled = _titled(Name(title=_title(title) or name.title, given=name.given, surname=family or name.surname))
    if name.group:
        return view_words("greetings.formal", name=name.group)
    if titled and (formal or not name.given):
        return view_words("greetings.formal", name=titled)
    if HONOURING.search(name.given):
        return view_words("greetings.formal", name=name.given)
    whole = unshouted(clean(typed))
    called = double_name(whole.split()) or name.given or (whole if _is_said_alone(typed) else "")
    if not called:
        return view_words("greetings.nobody")
    return view_words("greetings.formal" if formal else "greetings.plain", name=called)


def _titled(name: Name) -> str:
    """Gives a title with the name it belongs to; an honouring word stands behind the name."""
    if not name.title or (not name.surname and is_one_of(name.title.split()[-1], _NEVER_ALONE)):
        return ""
    if name.given and is_one_of(name.title, _WITH_GIVEN):
        return f"{name.title} {name.given}"
    if HONOURING.search(f" {name.title.lstrip('-')}"):
        return f"{name.surname}-{name.title.lstrip('-')}" if name.surname else ""
    return f"{name.title} {name.surname}".strip()


def _is_said_alone(typed: str) -> bool:
    """True for a single name that parts into nothing, such as "De La Cruz" where a first name was asked for."""
    words = clean(typed).split()
    if not words or "@" in typed or is_nobody(typed):
        return False
    return not INITIALS.fullmatch(words[0]) and leading_titles(words) < len(words)


def _title(typed: str) -> str:
    """Gives a title as it stands before a name; "-san" and its like stand behind."""
    text = " ".join(typed.split()).strip(" ,;:!?")
    return text if not text.islower() or HONOURING.search(f" {text.lstrip('-')}") else text.capitalize()
