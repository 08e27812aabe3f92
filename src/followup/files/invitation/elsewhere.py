"""Days of something else than an interview: the first one at work, one on which something was sent, a hotel's."""

import re

from followup.files.invitation.days import DayFound, days
from followup.files.invitation.purpose import BEFORE, is_offer, sentence
from followup.files.invitation.walk_ins import is_beside, lets_in
from followup.files.invitation.words import pattern

WORK = re.compile(
    r"\b(?:(?:contract|employment|vertrag|contrat|contrato|contratto)\b[^.\n]{0,20}\b(?:start|begin|beginn|commence"
    r"|empie|comien)"
    r"\w*|first day(?: of work)?(?! of)|first working day|your start date|employment start|starting date"
    r"|date of joining"
    r"|joining date|arbeitsbeginn|eintrittsdatum|eintrittstermin|eintritt|erster arbeitstag"
    r"|prise de (?:poste|fonctions?)|date d['’](?:entrée|embauche)|fecha de (?:inicio|incorporación|ingreso)"
    r"|primer día|data de (?:início|admissão)|primeiro dia|data di (?:inizio|assunzione)|primo giorno|startdatum"
    r"|eerste werkdag|indiensttreding|tillträde|första arbetsdag)\b"
)
OTHER_EVENT = re.compile(r"\b(?:webinar|newsletter|hiring freeze)\b")
# A day on which something was done, up to the next clause; and that of something which came before.
PAST = re.compile(
    r"\b(?:received|posted|published|applied|submitted|dated|updated|sent|created|generated|registered|eingegangen"
    r"|eingereicht|reçue?|envoyée?|recibid[ao]|enviad[ao]|recebid[ao]|ontvangen|verstuurd)\b"
    r"(?:(?!\b(?:and|und|et|y|e|en|will|would|is|are|we|wir|nous|meet|interview)\b|[.,;:!?\n]).){0,60}$"
)
DATED = re.compile(
    r"\b(?:(?:application|e?-?mail|message|cv|résumé|resume) (?:of|from|dated)"
    r"|(?:bewerbung|e-mail|mail|nachricht|schreiben|eingang) (?:vom|am)|(?:candidature|courriel|message) du"
    r"|(?:solicitud|candidatura|correo) del?|(?:mensagem|inscrição) (?:de|do|em)|(?:sollicitatie|bericht) (?:van|op))"
    r"\s+(?:[^\W\d_]{2,14}[.,]*\s+)?$"
)
# From then on somebody is to work, or the house is open.
BEGINS = re.compile(
    r"\b(?:(?:position|role|job|post|contract|employment|internship|placement|programme|program|traineeship"
    r"|apprenticeship"
    r"|store|shop|branch|restaurant|semester|term|school year)\s(?:will\s|is (?:due|expected|set) to\s|would\s)?"
    r"(?:begins?|starts?|commences?|opens?)"
    r"|(?:someone|somebody|the person|candidate|applicant|you)\s(?:who (?:can|could)\s|(?:able|available) )?(?:to "
    r"|can |could )"
    r"(?:start|join us|begin work)|(?:start|join)(?:ing)? with us|start date|available from"
    r"|stellenantritt|vertragsbeginn|beginn der (?:tätigkeit|stelle)|(?:zu besetzen|einstellung|einstieg) (?:ab|zum)"
    r"|poste à pourvoir|à pourvoir (?:à compter|à partir|dès)|début d[ue] (?:contrat|poste|stage)|embauche (?:prévue"
    r"|au)"
    r"|incorporación(?:\s(?:está|estaría|será|sería|es|se))?(?:\s(?:prevista|estimada|inmediata|inmediatamente"
    r"|realizará))?"
    r"(?:\s(?:para|a partir de|desde|en))?(?=:?\s*(?:el|la)?\s)|inicio (?:del contrato|de funciones|previsto)"
    r"|início (?:do contrato|de funções|das funções|previsto)|entrada em funções|decorrenza|inizio (?:del contratto"
    r"|previsto)"
    r"|inserimento previsto|assunzione prevista|in dienst (?:per|vanaf|op)|start per|tillträde|tiltrædelse|tiltredelse"
    r"|rozpoczęcie pracy)\b(?:[^.!?;\n,]){0,30}$"
)
# Until then one could apply, or by then one hears of it.
CLOSING = re.compile(
    r"\b(?:closing date|applications? (?:close[sd]?|closing|deadline)|vacancy close[sd]?|advert close[sd]?"
    r"|bewerbungsschluss"
    r"|bewerbungsfrist|clôture des candidatures|date de clôture|cierre de (?:candidaturas|solicitudes)|fecha de cierre"
    r"|encerramento das (?:candidaturas|inscrições)|scadenza (?:del bando|delle candidature)|sluitingsdatum"
    r"|sista ansökningsdag|ansøgningsfrist\w*|søknadsfrist\w*|termin składania"
    r"|(?:notify|inform|tell|advise) (?:candidates|applicants|you) of (?:the |their |your )?(?:outcomes?|results?"
    r"|decisions?)"
    r"|(?:outcomes?|results?) (?:will be|are) (?:announced|known|sent|available|expected))\b[^.!?\n]{0,40}$"
)
# Where one sleeps and how one comes.
JOURNEY = re.compile(
    r"\b(?:(?:hotel |inn )?check[ -]?(?:in|out) (?:is|time|from|begins|starts|opens|will be)|staying (?:at|in)"
    r"|(?:your|ihr|dein|votre|su|tu|seu|suo|tuo|je|uw|ditt) (?:hotel|hôtel|albergo|hotell|flight|flug|vol|vuelo|voo"
    r"|volo"
    r"|vlucht|flyg)|hotel room|nights? (?:of|from)|übernacht\w*|vous logerez|se alojará|te alojarás)\b"
)


def is_elsewhere(text: str, day: DayFound) -> bool:
    """True for a day of something else, as the words before it in its sentence say."""
    begin, end = sentence(text, day.start)
    before = text[max(begin, day.start - BEFORE) : day.start]
    is_other = OTHER_EVENT.search(text, begin, end) or is_offer(text, begin, end)
    is_other = is_other or (is_beside(text, day.start, day.end, "fairs") and not _is_open(text, begin, end, day))
    return (
        bool(is_other) or any(one.search(before) for one in (WORK, PAST, DATED, BEGINS, CLOSING)) or _is_journey(before)
    )


def _is_open(text: str, begin: int, end: int, day: DayFound) -> bool:
    """True for the day of a fair at which one may walk in, as its sentence or the next one says, and of no other."""
    said = text[begin : sentence(text, min(end + 1, len(text)))[1]]
    return lets_in(said) and all(one.day == day.day for one in days(said, day.day))


def _is_journey(before: str) -> bool:
    """True for the day of a journey or a hotel, unless an interview stands before it too."""
    return bool(JOURNEY.search(before)) and not pattern("interviews").search(before)
