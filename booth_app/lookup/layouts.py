"""A text typed on another keyboard layout than its hand thought, read as on the others.

Each layout is four rows of characters by key position, unshifted and shifted, as X11's xkb maps
have them: us(basic), fr(basic), es(basic), ara(basic). A dead key stands as its spacing accent.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from booth_app.languages import script
from booth_app.terminology.folding import words

Layout = Literal["us", "fr", "es", "ara"]
LAYOUTS: Final[tuple[Layout, ...]] = ("us", "fr", "es", "ara")

LONGEST: Final = 100
"""Characters of a text that is read; in a longer one somebody has noticed."""

Row = tuple[str, str]
"""A row's characters by key position: unshifted and shifted."""

ROWS: Final[dict[Layout, tuple[Row, Row, Row, Row]]] = {
    "us": (
        ("`1234567890-=", "~!@#$%^&*()_+"),
        ("qwertyuiop[]", "QWERTYUIOP{}"),
        ("asdfghjkl;'\\", 'ASDFGHJKL:"|'),
        ("zxcvbnm,./", "ZXCVBNM<>?"),
    ),
    "fr": (
        ("²&é\"'(-è_çà)=", "~1234567890°+"),
        ("azertyuiop^$", "AZERTYUIOP¨£"),
        ("qsdfghjklmù*", "QSDFGHJKLM%µ"),
        ("wxcvbn,;:!", "WXCVBN?./§"),
    ),
    "es": (
        ("º1234567890'¡", 'ª!"·$%&/()=?¿'),
        ("qwertyuiop`+", "QWERTYUIOP^*"),
        ("asdfghjklñ´ç", "ASDFGHJKLÑ¨Ç"),
        ("zxcvbnm,.-", "ZXCVBNM;:_"),
    ),
    "ara": (
        ("ذ1234567890-=", "\u0651!@#$%^&*)(_+"),
        ("ضصثقفغعهخحجد", "\u064e\u064b\u064f\u064c\ufef9إ`÷×؛<>"),
        ("شسيبلاتنمكط\\", '\u0650\u064d][\ufef7أـ،/:"…'),
        ("ئءؤر\ufefbىةوزظ", "~\u0652}{\ufef5آ',.؟"),
    ),
}
"""The keys TLDE and AE01-12, AD01-12, AC01-11 and BKSL, AB01-10."""

_LIGATURES: Final = {unicodedata.normalize("NFKC", key): key for key in "\ufefb\ufef7\ufef9\ufef5"}
"""Lam-alef, which one Arabic key types, as the two letters it is kept as."""

_ACCENTS: Final = {"^": "\u0302", "¨": "\u0308", "`": "\u0300", "´": "\u0301"}
_DEAD: Final[dict[Layout, str]] = {"us": "", "fr": "^¨", "es": "`^´¨", "ara": ""}
_LETTER: Final = "[^\\W\\d_ªºµ][\u064b-\u0652]*"
_WORDS: Final = re.compile(
    rf"(?=.*[^\W\d_])(?:(?:{_LETTER})+|\d+)(?:[ '’-](?:(?:{_LETTER})+|\d+))*"
)
"""Words and numbers, and what may stand between them in a term."""


class LayoutReading(NamedTuple):
    """A text as it reads on `layout`."""

    layout: Layout
    text: str


def readings(text: str) -> list[LayoutReading]:
    """Return what the keys of `text` type on the other layouts, where that is words.

    The layout it was really typed on is not known: every one that has all its characters counts.
    Each text comes once, in the order of LAYOUTS; none is `text` itself.
    """
    if len(text) > LONGEST:
        return []
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    found: dict[str, LayoutReading] = {}
    for target in LAYOUTS:
        for source in LAYOUTS:
            for keys in _keys(text, source) if source != target else ():
                read = typed(keys, target)
                if read != text and _is_words(read) and not _is_bare(read, text):
                    found.setdefault(read, LayoutReading(target, read))
    return list(found.values())


def typed(keys: str, layout: Layout) -> str:
    """Return what `keys`, named by their characters on the us layout, type on `layout`.

    A dead key joins the letter after it where there is such a letter; a space stays.
    """
    characters = "".join(_table("us", layout).get(key, key) for key in keys)
    for accent in _DEAD[layout]:
        characters = _joined(characters, accent)
    for letters, ligature in _LIGATURES.items():
        characters = characters.replace(ligature, letters)
    return characters


def _keys(text: str, layout: Layout) -> Iterator[str]:
    """Yield the keys, by their us characters, that type `text` on `layout`.

    Arabic lam-alef has two ways: its own key, or lam and alef.
    """
    table = _table(layout, "us")
    separate = "".join(_pressed(character, layout) for character in text)
    together = separate
    if layout == "ara":
        for letters, ligature in _LIGATURES.items():
            together = together.replace(letters, ligature)
    for characters in dict.fromkeys((together, separate)):
        if all(character in table or character == " " for character in characters):
            yield "".join(table.get(character, character) for character in characters)


def _pressed(character: str, layout: Layout) -> str:
    """Return the characters of the keys that make `character`: é is ´ and e in Spanish."""
    if character in _table(layout, "us"):
        return character
    letter, _, mark = unicodedata.decomposition(character).partition(" ")
    for accent in _DEAD[layout]:
        if mark == f"{ord(_ACCENTS[accent]):04X}":
            return accent + chr(int(letter, 16))
    return character


def _joined(characters: str, accent: str) -> str:
    """Return `characters` with `accent` joined to the letters after it."""
    first, *others = characters.split(accent)
    for part in others:
        letter = unicodedata.normalize("NFC", part[:1] + _ACCENTS[accent])
        first += letter + part[1:] if part and len(letter) == 1 else accent + part
    return first


@cache
def _table(source: Layout, target: Layout) -> dict[str, str]:
    """Return what each character of one layout is on the other, by position."""
    return {
        was: becomes
        for from_row, to_row in zip(ROWS[source], ROWS[target], strict=True)
        for from_level, to_level in zip(from_row, to_row, strict=True)
        for was, becomes in zip(from_level, to_level, strict=True)
    }


def _is_bare(read: str, text: str) -> bool:
    """Tell whether `read` is `text` without its accents: é is ´ and e in Spanish, but was meant."""
    return read.isascii() and not text.isascii() and "".join(words(read)) == "".join(words(text))


def _is_words(text: str) -> bool:
    """Whether `text` is words and numbers, its words of one script."""
    return bool(_WORDS.fullmatch(text)) and (text.isascii() or _is_of_one_script(text))


def _is_of_one_script(text: str) -> bool:
    return len({script(character) for character in text if character.isalpha()}) == 1
