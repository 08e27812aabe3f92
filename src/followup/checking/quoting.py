"""Which lines of a mail are somebody else's words."""

import re

from followup.checking.spans import Span

# Mail programs close the line above a quoted mail with one of these; its opening word and a digit tell it from prose.
CLOSING = re.compile(
    r"(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|kirjoitti|napisał(?:a|\(a\))?|napsal\(?a?\)?"
    r"|написала?|yazdı|a scris)(?:[ \t][^\n:]{0,80})?[ \t]?:[ \t\r]*$",
    re.MULTILINE,
)
OPENING = re.compile(r"[ \t]*(?:On|Am|Le|El|Il|Em|Op|Den|W dniu|Dnia|Dne)\b[^\n]*\d")
# In every language: a year, an address in angle brackets, and a colon that ends the line.
ADDRESSED = re.compile(
    r"^[^\n<>]{0,120}(?<!\d)20\d\d(?!\d)[^\n<>]{0,120}(?:\n[^\n<>]{0,60})?<[^<>\s@]{1,80}@[^<>\s]{1,80}>"
    r"[^\n:]{0,60}[:：][ \t\r]*$",
    re.MULTILINE,
)
LONGEST_OPENER = 300
ORIGINAL = (
    r"(?:original|forwarded) (?:message|mail)|(?:ursprüngliche|weitergeleitete) (?:nachricht|e-mail)"
    r"|message (?:d['’]origine|original|transféré)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)"
    r"|messaggio (?:originale|inoltrato)|(?:oorspronkelijk|doorgestuurd) bericht|ursprungligt meddelande"
    r"|vidarebefordrat meddelande|opprinnelig melding|oprindelig meddelelse|wiadomość (?:oryginalna|przekazana)"
)
# The names of the lines above a mail, as programs write them in the language of their owner.
FROM = r"(?:From|Von|De|Da|Van|Från|Fra|Od|Lähettäjä|Kimden|От|Від|差出人|发件人|寄件者|보낸 사람)"
TO = r"(?:To|Cc|Reply-To|An|À|Para|A|Aan|Till|Til|Do|Vastaanottaja|Kime|Кому|宛先|收件人)"
SENT = (
    r"(?:Sent|Date|Subject|Gesendet|Datum|Betreff|Envoyé|Objet|Enviado(?: el| em)?|Enviada em|Fecha|Asunto|Assunto"
    r"|Inviato|Data|Oggetto|Verzonden|Onderwerp|Skickat|Ämne|Sendt|Emne|Wysłano|Temat|Lähetetty|Aihe|Gönderildi|Konu"
    r"|Отправлено|Тема|日付|送信日時|件名|发送时间|主题|날짜)"
)
LABEL_END = r"[ \t]?[:：]\*{0,2}"
HEADERS = re.compile(
    rf"^(?:_{{5,}}[ \t\r]*\n\s{{0,4}})?[ \t*]*{FROM}{LABEL_END}"
    # "From: 9:00" and "To: 12:00" are times: a mail has an address there, or the day or subject.
    rf"(?:[^\n@]{{0,200}}@[^\n]{{0,200}}\n[ \t*]*(?:{TO}|{SENT}){LABEL_END}"
    rf"|[^\n]{{1,200}}\n(?:[ \t*]*{TO}{LABEL_END}[^\n]{{0,400}}\n){{0,3}}"
    rf"(?:[ \t*]*{SENT}{LABEL_END}|[ \t*]*{TO}{LABEL_END}[^\n@]{{0,200}}@))",
    re.MULTILINE,
)
DIVIDER = re.compile(
    rf"^[ \t]*(?:-{{2,}}[ \t]?(?:{ORIGINAL})[ \t]?-{{2,}}|begin forwarded message:)[ \t\r]*$",
    re.MULTILINE | re.IGNORECASE,
)
# What may stand above the lines of one's own mail, and is no word of it.
LABELLED = re.compile(r"[ \t*]*[^\W\d_][\w -]{0,20}[:：]")
# What a firm's mail program or a phone writes below every mail.
NOTICE = re.compile(
    r"\bintended (?:recipient|addressee)s?\b|\bintended (?:solely|only|exclusively) for (?:the|its)\b"
    r"|\bthis (?:e-?mail|message|communication|transmission)"
    r"(?:,? (?:and|including) any (?:attachments?|files?)[^.\n]{0,40})?"
    r" (?:is|are|may be|contains?|may contain)\b[^.\n]{0,40}\b(?:confidential|privileged)\b"
    r"|\b(?:received|sent to you) (?:this|it) (?:e-?mail |message |communication )?(?:in error|by mistake)[^.\n]{0,40}"
    r"\b(?:delete|destroy|notify)\b"
    r"|\bbefore (?:you )?print(?:ing)? this (?:e-?mail|message)\b|\bscanned for viruses\b"
    r"|\bregistered (?:office|in england)\b"
    r"|^[ \t]*sent (?:from|via|with) (?:my )?(?:iphone|ipad|android|samsung|galaxy|pixel|huawei|xiaomi|blackberry"
    r"|mobile|phone|outlook|yahoo|gmail|proton)\b|^[ \t]*get outlook for\b",
    re.MULTILINE | re.IGNORECASE,
)
QUOTED_LINE = re.compile(r"^[ \t]*>[^\n]*(?:\n|\Z)", re.MULTILINE)


def quoted(text: str) -> tuple[Span, ...]:
    """Gives the spans of `text` that quote an earlier mail, in order."""
    openers = _openers(text)
    end = _tail(text, openers)
    lines = [Span(match.start(), match.end()) for match in QUOTED_LINE.finditer(text, 0, end)]
    tail = [Span(end, len(text))] if end < len(text) else []
    return tuple(sorted(lines + [opener for opener in openers if opener.start < end] + tail))


def notices(text: str) -> tuple[Span, ...]:
    """Gives the span of what stands below every mail of a firm or a phone, from the line that begins it to the end."""
    notice = NOTICE.search(text)
    start = text.rfind("\n", 0, notice.start()) + 1 if notice else 0
    return (Span(start, len(text)),) if _has_words(text[:start]) else ()


def _openers(text: str) -> list[Span]:
    """Gives the lines like "On 7 January Dana Ruiz wrote:", which may run over two lines."""
    found = [_opener(text, match) for match in CLOSING.finditer(text)]
    told = [span for span in found if span]
    ends = {span.end for span in told}
    told += [Span(*one.span()) for one in ADDRESSED.finditer(text) if one.end() not in ends]
    return sorted(told)


def _opener(text: str, closing: re.Match[str]) -> Span | None:
    line = text.rfind("\n", 0, closing.start()) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    # The date may stand on the line above the name.
    for start in (line, above):
        short = closing.end() - start <= LONGEST_OPENER
        if short and OPENING.match(text[start : closing.start()].replace("\n", " ")):
            return Span(start, closing.end())
    return None


def _tail(text: str, openers: list[Span]) -> int:
    """Gives the offset from which everything is quoted, or the length of the text."""
    matches = (match for pattern in (DIVIDER, HEADERS) for match in pattern.finditer(text))
    starts = [match.start() for match in matches if _has_words(text[: match.start()])]
    # An answer may stand below lines marked with ">"; without such marks nothing tells where the quoted mail ends.
    starts += [opener.start for opener in openers if not text[opener.end : opener.end + 200].lstrip().startswith(">")]
    return min(starts, default=len(text))


def _has_words(above: str) -> bool:
    """Tells whether somebody writes above the lines of a mail: at the top they are those of one's own."""
    return any(line.strip() and not LABELLED.match(line) for line in above.splitlines())
