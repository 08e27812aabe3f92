"""By which words it is told what somebody does, behind a name and in front of one."""

import re

from followup.files.invitation.words import known, tokens
from followup.words.name_words import JOBS, SUFFIXES, TITLES

COLLEAGUES = frozenset(
    "colleague colleagues kollege kollegen kollegin kolleginnen collègue collègues colega colegas collega colleghi"
    " colleghe collega's kollega kollegor kolleger koleżanka kolega".split()
)
# At the end of a word of German, Dutch or a tongue of the North.
JOB_ENDING = re.compile(
    r"(?:leiter|leiterin|manager|managerin|ingenieur|ingenieurin|[^\W\d_]chef|chefin|leider|führer|führerin)$"
)
JOB_WORDS = frozenset(
    "jefa directora encargado encargada coordinador coordinadora coordenador coordenadora gestor gestora supervisor"
    " supervisora diretor diretora chefe direttore direttrice coordinatore coordinatrice capo cheffe kierownik"
    " kierowniczka dyrektor dyrektorka specjalista specjalistka księgowy księgowa superintendent foreman"
    " teamlead governor lecturer buyer partner"
    " engineering product marketing sales design data software finance operations development research science"
    " scientist specialist coordinator assistant architect designer lead owner officer teamleiter leiter leiterin"
    " headteacher headmaster headmistress principal governors chair chairman chairwoman"
    " leitung entwickler entwicklerin responsable directeur directrice gerente jefe director responsabile".split()
)


def is_job(text: str) -> bool:
    """True where a word says what somebody does."""
    words = {word.rstrip(".") for word in tokens(text)} - {""}
    return bool(words & (JOBS - SUFFIXES - TITLES | JOB_WORDS)) or any(map(JOB_ENDING.search, words))


def is_said_before(word: str) -> bool:
    """True for "colleague", and for a job in small letters, as no name is written: "vår utvecklare Amir Sadek"."""
    return word.casefold() in COLLEAGUES or (word.islower() and word in known("role_words"))
