"""Words on how people meet that set no format: about a talk that is over, or on how somebody is reached."""

import re

# What was said on the phone is no interview by phone; nor is a talk that is over. What follows is told of what comes.
NOW = (
    r"(?:(?:confirm|book|schedul|accept|agree)|(?:will|takes?|is|are|find|findet|führen?|statt|rufe?n?|sera|aura|tendrá"
    r"|será|sarà|è|vindt|bel|belt|we|i|wir|ich|je|nous)\b)"
)
EARLIER = re.compile(
    r"\b(?:discussed|spoke|spoken|talked|agreed|arranged|besprochen|vereinbart|abgesprochen|convenus?|discuté|échangé"
    r"|évoqué|hablado|hablamos|acordado|acordamos|quedamos|comentado|conversado|combinado|combinamos|falado|concordato"
    r"|accordi|sentiti|discusso|parlato|besproken|afgesproken|överenskommet|aftalt|avtalt|as per|following|further to"
    r"|subsequent to"
    r"|suite à|(?:im anschluss|im nachgang|bezugnehmend) (?:an|zu|auf)|a raíz de|seguito all?['’]?|naar aanleiding van"
    r"|zgodnie z|w nawiązaniu do|(?:after|since|nach|seit|après|tras|después de|após|depois d[aeo]|dopo|na|efter|etter)"
    r"\s(?:your|our|ihr\w*|dein\w*|unser\w*|votre|ton|notre|tu|su|nuestr[oa]|sua|nossa|nosso|l[ao] nostr[oa]|il nostro"
    r"|je|uw|ons|onze|vår\w*|vores|ditt|din)"
    r"|thank(?:s| you)(?: so much| very much| again)? for"
    r"|danke für|vielen dank für|merci (?:pour|de)|gracias por|obrigad[ao] pel[ao]|grazie per|bedankt voor|tack för"
    rf"|takk? for)\b(?:(?!\b{NOW})[^.!?\n]){{0,25}}$"
)
# The same, where it stands behind: "telefonisch besprochen", "colloquio telefonico dello scorso 14 gennaio".
EARLIER_BEHIND = re.compile(
    r"(?:telefonisch|(?:per|am) telefon|(?:by|on the|over the|via) (?:tele)?phone|(?:par|au) téléphone"
    r"|por tel[eé]fon[oe]"
    r"|(?:per|al) telefono|telefonicamente|per video|by video|in person|vor ort|sur place)"
    r"\s(?:so |bereits |schon |al |già )?(?:besprochen|vereinbart|abgesprochen|abgestimmt|mitgeteilt|angekündigt"
    r"|zugesagt"
    r"|besproken|afgesproken|overeengekomen|aangekondigd|discussed|agreed|arranged|mentioned|convenus?|évoqué|hablado"
    r"|acordado|comentado|combinado|falado|concordato|discusso)\b(?! (?:for|on|at|für|am|voor|op|para|pour)\b)"
    r"|[\w'’-]+(?:\s[\w'’-]+){0,4}?\s(?:dell[oa] scors[oa]|di ieri|von gestern|von letzte[rmn]|(?:la semaine|le mois)"
    r" derni[eè]re?|d['’]hier|del pasado|de ayer|de la semana pasada|de ontem|da semana passada|van gisteren|van vorige"
    r"|last (?:week|month|night|\w+day)|yesterday|earlier|the other day|a few days ago|we had|you had)\b"
)
SENTENCE = re.compile(r"[.!?](?=\s|$)|\n")
# Whom one asks is reached so, and nobody is met: "you can reach me by phone", "book a Zoom with me".
CONTACT = re.compile(
    r"\b(?:(?:reach|contact|get hold of|get in touch with|call|ring|text) (?:me|us|him|her|them|our)|reachable"
    r"|questions?|(?:book|schedule|grab) (?:a|your|some) [^.!?\n]{0,20}\bwith me|erreich\w*|rückfragen|fragen|joignable"
    r"|(?:me|nous) (?:joindre|contacter)|contactar(?:me|nos)|dudas?|dúvidas?|contattar(?:mi|ci)|domande|bereik\w*"
    r"|vragen|frågor|spørgsmål|yesterday|gestern|ayer|ontem|ieri|gisteren|igår)\b"
)


def is_no_way(text: str, at: int) -> bool:
    """True for words in a sentence on what was said before, or on how somebody is reached."""
    begin = max([0, *(found.end() for found in SENTENCE.finditer(text, 0, at))])
    end = SENTENCE.search(text, at)
    is_over = EARLIER.search(text[max(0, at - 60) : at]) or EARLIER_BEHIND.match(text, at)
    return bool(is_over or CONTACT.search(text, begin, end.start() if end else len(text)))
