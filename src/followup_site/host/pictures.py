"""A host's logo and icon: whole pictures that a browser and a phone can show."""

import struct
from pathlib import Path
from xml.etree import ElementTree

from followup_site.host.mistakes import HostFile, Spot, mistake
from followup_site.words.wording import site_words

PICTURES = {"logo": (".svg", ".png"), "icon": (".png",)}
PNG, PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
# A phone draws the icon as wide.
LEAST = 180


def check_picture(file: HostFile, key: str, name: str) -> None:
    """Raises HostMistake for a picture that is not there, is torn, or is no square where it must be."""
    path, endings = file.path.parent / name, PICTURES[key]
    if "/" in name or not name.endswith(endings) or not path.is_file() or not _begins_well(path):
        known = site_words("host.pictures.or").join(endings)
        may = site_words("host.pictures.name", key=key, endings=known)
        raise file.wrong(Spot(key=key), name, may)
    if path.suffix == ".svg":
        _check_drawing(path)
        return
    if not path.read_bytes().rstrip(b"\0").endswith(PNG_END):
        raise file.wrong(Spot(key=key), name, site_words("host.pictures.whole", key=key))
    width, height = size(path)
    if key == "icon" and not width == height >= LEAST:
        may = site_words("host.pictures.square", least=LEAST, width=width, height=height)
        raise file.wrong(Spot(key=key), name, may)


def size(path: Path) -> tuple[int, int]:
    """Gives width and height of a PNG, as its head tells them."""
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    return width, height


def _begins_well(path: Path) -> bool:
    data = path.read_bytes()
    return data.startswith(PNG) and len(data) > 24 if path.suffix == ".png" else b"<svg" in data[:4000]


def _check_drawing(path: Path) -> None:
    try:
        ElementTree.fromstring(path.read_bytes())
    except ElementTree.ParseError as wrong:
        may = site_words("host.pictures.drawing", reason=wrong.msg.partition(":")[0])
        raise mistake(path, wrong.position[0], path.name, may) from None
