"""A host's colours: the style sheet that sets them, and the contrast of words on them."""

import re
from collections.abc import Iterator, Mapping

from followup_site.host.mistakes import ROOT, HostMistake, folder, read
from followup_site.words.wording import site_words

TOKENS = ROOT / "overrides" / "assets" / "css" / "tokens.css"
COLOUR = re.compile(r"--followup-([\w-]+): (#[0-9a-f]{6});")
GROUNDS = ("paper", "surface", "sunken")
WORDS = ("text", "quiet", "accent")
SELECTORS = {"light": ':root,\n[data-md-color-scheme="default"]', "dark": '[data-md-color-scheme="slate"]'}


def style_sheet(colours: Mapping[str, Mapping[str, str]]) -> str:
    """Gives the style sheet that sets those colours above ours."""
    return "\n".join("".join(_set(scheme, each)) for scheme, each in colours.items())


def _set(scheme: str, colours: Mapping[str, str]) -> Iterator[str]:
    lines = "".join(f"  --followup-{name.replace('_', '-')}: {value};\n" for name, value in colours.items())
    block = f"{SELECTORS[scheme]} {{\n{lines}}}\n"
    yield f"@media screen {{\n{block}}}\n" if scheme == "dark" else block


def palettes(colours: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    """Gives every colour of the copy, by set and name: ours where the host has none of its own."""
    light, dark = TOKENS.read_text(encoding="utf-8").split("@media screen", 1)
    own = {scheme: {name.replace("_", "-"): value for name, value in each.items()} for scheme, each in colours.items()}
    return {
        scheme: dict(COLOUR.findall(text)) | own.get(scheme, {}) for scheme, text in (("light", light), ("dark", dark))
    }


def check_contrast(colours: Mapping[str, Mapping[str, str]]) -> None:
    """Raises HostMistake for words that stand out less than 7 to 1, and for a ring of focus with less than 3 to 1."""
    for scheme, palette in palettes(colours).items():
        pairs = [(word, ground, 7) for ground in GROUNDS for word in WORDS]
        pairs += [("on-accent", "accent", 7), ("text", "accent-soft", 7), *(("focus", ground, 3) for ground in GROUNDS)]
        for word, ground, least in pairs:
            if (found := contrast(palette[word], palette[ground])) < least:
                raise _too_faint(scheme, word, ground, palette[word], found, least)


def _too_faint(scheme: str, word: str, ground: str, value: str, found: float, least: int) -> HostMistake:
    file = read(folder() / "settings.toml")
    set_here = [each for each in (word, ground) if each.replace("-", "_") in file.table["colours"].get(scheme, {})]
    near = (f"[colours.{scheme}]", (set_here or [word])[0].replace("-", "_"))
    may = site_words("host.settings.contrast", word=word, least=least, ground=ground, found=found)
    return file.mistake(value, may, near=near)


def contrast(one: str, other: str) -> float:
    """Gives the contrast of two colours as WCAG defines it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
