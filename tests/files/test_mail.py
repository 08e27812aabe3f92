"""Letters on their way to a mail program."""

import email
import shutil
import subprocess
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses, parseaddr
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from followup.files.domains import ascii_domain, punycode
from followup.files.mail import MAILTO_LIMIT, eml, mailto

NASTY = "Dana\r\nBcc: spy@example.net\r\n\r\nHello"


def read(text: str) -> EmailMessage:
    """The file as Python's own parser reads it."""
    message = email.message_from_bytes(text.encode("ascii"), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_link_gives_back_subject_and_body() -> None:
    """Percent-encoded, with CRLF line ends, as RFC 6068 wants it."""
    link = urlsplit(mailto("dana@example.com", "Thanks & more?", "Hi Dana,\n\n100 % – ü"))
    assert "dana@example.com" == link.path
    assert {"subject": ["Thanks & more?"], "body": ["Hi Dana,\r\n\r\n100 % – ü"]} == parse_qs(link.query)
    assert "+" not in mailto("", "a b", "c d")


def test_a_link_cannot_carry_another_header() -> None:
    """Ampersands and line ends of the reader's words are coded, in the address too."""
    link = mailto("a@example.com?bcc=spy@example.net", NASTY, "x&cc=y")
    assert {"subject", "body"} == set(parse_qs(urlsplit(link).query))
    assert "%0D%0A" not in link.partition("body=")[0]


def test_a_long_letter_has_no_link() -> None:
    """Mail programs cut long links; the guard counts the coded characters."""
    assert "" == mailto("", "x", "ü" * 300)
    assert len(mailto("", "x", "u" * 300)) < MAILTO_LIMIT


def test_the_draft_is_read_back_whole() -> None:
    """An unsent message with name, address, subject and body."""
    message = read(eml("Zoë Ødegård", "zoe@example.com", "Grüße: 分析", "Hi Zoë,\n\n" + "long " * 300))
    assert "1" == message["X-Unsent"]
    assert "Zoë Ødegård <zoe@example.com>" == message["To"]
    assert "Grüße: 分析" == message["Subject"]
    assert ["Hi Zoë,", "", "long " * 300] == message.get_content().splitlines()
    assert () == tuple(message.defects)


@pytest.mark.parametrize("length", [1, 68, 69, 70, 77, 78, 79, 300])
@pytest.mark.parametrize("rest", ["", " and more"])
def test_a_subject_is_read_back_whatever_the_length_of_its_first_word(length: int, rest: str) -> None:
    """Beside the header's name there is room for 69 signs."""
    text = eml("", "dana@example.com", "x" * length + rest, "Hi")
    assert 1 == text.count("Subject:")
    assert "x" * length + rest == read(text)["Subject"]
    assert all(len(line) <= 78 for line in text.partition("\r\n\r\n")[0].split("\r\n"))


def test_every_line_of_the_draft_ends_with_crlf_and_is_short() -> None:
    """Bare line feeds and lines over 998 octets break mail servers."""
    text = eml("A" * 300, "a@example.com", "s" * 3_000, "b" * 3_000 + "\rc\u2028d")
    assert all(line.endswith("\r\n") and len(line) <= 998 for line in text.split("\n")[:-1] for line in [line + "\n"])


@pytest.mark.parametrize("part", ["name", "address", "subject"])
def test_no_field_of_the_draft_opens_another_header(part: str) -> None:
    """Line ends in a name, an address or a subject stay inside it or leave the field out."""
    words = {"name": "Dana", "address": "dana@example.com", "subject": "Hi"} | {part: NASTY}
    message = read(eml(words["name"], words["address"], words["subject"], "Body"))
    assert {"x-unsent", "to", "subject", "content-type", "content-transfer-encoding", "mime-version"} >= {
        name.lower()
        for name in message.keys()  # noqa: SIM118 - a message iterates over its parts
    }
    assert "Body" == message.get_content().strip()


def test_what_looks_like_an_encoded_word_stays_as_it_was_typed() -> None:
    """Nothing is decoded that the reader did not encode."""
    message = read(eml("=?utf-8?q?Bcc:?=", "a@example.com", "=?utf-8?q?a=0D=0ABcc=3A?=", "x"))
    assert "= ?utf-8?q?a=0D=0ABcc=3A?=" == message["Subject"]


@pytest.mark.parametrize("address", ["", "nobody", "@", "a b@c", "ä@example.com", "x@" + "y" * 70 + ".com"])
def test_an_address_that_no_header_can_carry_is_left_out(address: str) -> None:
    """The draft still opens; the reader adds the address there."""
    assert read(eml("Dana", address, "Hi", "Body"))["To"] in (None, f"Dana <{address}>")


def test_a_domain_of_other_letters_is_written_in_ascii() -> None:
    """The address stays deliverable without the mail server's newest extensions."""
    assert "Dana <dana@xn--exmple-cua.com>" == read(eml("Dana", "dana@exämple.com", "Hi", "Body"))["To"]


@pytest.mark.skipif(shutil.which("neomutt") is None, reason="neomutt is not installed")
@pytest.mark.parametrize("name", ["Zoë Ødegård", NASTY, 'A "b" <c>, d'])
def test_a_real_mail_client_takes_the_draft_and_would_send_the_same(tmp_path: Path, name: str) -> None:
    """Neomutt opens the file as a draft and hands it to a mail server that only writes down what it gets."""
    body = "Hi Zoë,\n\n" + "long " * 300 + "\n\nFrom here\n.\nend"
    sent = through_neomutt(tmp_path, eml(name, "zoe@example.com", "Grüße: 分析", body))
    assert "Grüße: 分析" == sent["Subject"]
    assert ["zoe@example.com"] == [one.addr_spec for one in sent["To"].addresses]
    assert sent["Bcc"] is None
    assert body.splitlines() == sent.get_content().rstrip().splitlines()
    assert ["zoe@example.com"] == (tmp_path / "recipients").read_text().split()


def through_neomutt(place: Path, draft: str) -> EmailMessage:
    """What a real mail client makes of the draft."""
    (place / "draft.eml").write_text(draft, encoding="ascii", newline="")
    server = place / "server.sh"
    server.write_text(f'#!/bin/sh\nshift $(($# - 1))\necho "$@" > {place}/recipients\ncat > {place}/sent\n')
    server.chmod(0o700)
    settings = place / "settings"
    settings.write_text(f'set sendmail="{server}"\nset copy=no\nset from="sam@example.com"\nset send_charset="utf-8"\n')
    subprocess.run(
        ["neomutt", "-n", "-F", settings, "-H", place / "draft.eml"],
        input=b"\n",
        check=True,
        timeout=60,
        env={"HOME": str(place), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "dumb"},
    )
    message = email.message_from_bytes((place / "sent").read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


TITLES = "Dana Ruiz, Vice President; Ken Ito <ken@evil.example>, Talent Acquisition and People Operations"


@pytest.mark.parametrize(
    "name",
    [
        TITLES,
        "Dana Ruiz, Chief People Officer, Talent Acquisition, Europe, Middle East and Africa",
        'Dana "The Bear" Ruiz, ' * 8,
        "Zoë Ødegård, ledende rådgiver, " * 6,
        "山田太郎、人事部、採用担当、" * 12,
        "a" * 200,
        "\\, \\" * 40,
        "Dana (Ruiz), @home: list; of, people",
        "ü, " * 66,
        "",
    ],
)
def test_a_long_name_with_commas_stays_one_recipient(name: str) -> None:
    """Judged by the addresses that a parser finds: the old one of the standard library, which knows no mercy."""
    text = eml(name, "dana@example.com", "Hi", "Body")
    (header,) = email.message_from_string(text).get_all("To", [])
    assert ["dana@example.com"] == [one.addr_spec for one in read(text)["To"].addresses]
    assert "\\" in name or ["dana@example.com"] == [one for _, one in getaddresses([header])]
    shown = str(make_header(decode_header(parseaddr(header.replace("\r\n", ""))[0])))
    assert " ".join(name.split())[:200].strip() == " ".join(shown.split())
    assert all(len(line) <= 998 for line in text.split("\r\n"))


@given(name=st.text(max_size=220), local=st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8})?", fullmatch=True))
def test_no_name_brings_in_another_recipient(name: str, local: str) -> None:
    """Whatever is typed there."""
    told = read(eml(name, f"{local}@example.com", "Hi", "Body"))["To"]
    assert [f"{local}@example.com"] == [one.addr_spec for one in told.addresses]


@given(label=st.text(st.characters(categories=["Ll", "Lo", "Nd"]), min_size=1, max_size=40))
def test_letters_of_a_domain_are_written_as_the_codec_writes_them(label: str) -> None:
    """The codec is not at hand in a browser."""
    assume(not label.isascii())
    assert label.encode("punycode").decode() == punycode(label)


@pytest.mark.parametrize(
    ("domain", "written"),
    [
        ("müller.de", "xn--mller-kva.de"),
        ("MÜLLER.De", "xn--mller-kva.de"),
        ("straße.example", "xn--strae-oqa.example"),
        ("mu\u0308ller.de", "xn--mller-kva.de"),
        ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
        ("Example.COM", "Example.COM"),
    ],
)
def test_a_domain_is_written_as_it_is_registered(domain: str, written: str) -> None:
    """Small letters, composed; the sharp s stays what it is."""
    assert written == ascii_domain(domain)
