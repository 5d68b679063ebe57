"""Which encoding of one byte a letter a text is in, by how its letters look in each.

Read in the wrong one, French, Spanish and Arabic have letters where none of the three has them:
a capital amid small ones, an Arabic letter beside a Latin one, signs of commerce in words.
"""

import itertools
from typing import Final

_CODECS: Final = ("cp1252", "cp1256", "mac_roman", "iso8859_6")
"""The commoner before the rarer: of two that read the same the first is taken."""

_SMALL: Final = frozenset("éèêëàâäîïôöûùüáíóúñ")
_RARE: Final = frozenset("æÿãõßåøìò")
_CAPITAL: Final = frozenset("ÉÈÊËÀÂÄÇÎÏÔÖÛÙÜŒÁÍÓÚÑÆ")
_OPENING: Final = frozenset("¿¡«“‘•")
_CLOSING: Final = frozenset("»”…")
_SIGNS: Final = frozenset("’–—°€·ªº§\xa0")
_ARABIC_SIGNS: Final = frozenset("،؛؟ـ")
_BEFORE: Final = {"œ": frozenset("ui"), "ç": frozenset("aouâôãõ")}
"""Letters that stand before few others: œuvre, œil, façade."""


def guessed(sample: bytes) -> str:
    """Return the codec in which most of `sample` is as these languages are written."""
    best, most = _CODECS[0], float("-inf")
    for codec in _CODECS:
        try:
            likeness = _likeness(sample.decode(codec))
        except UnicodeDecodeError:
            continue
        if likeness > most:
            best, most = codec, likeness
    return best


def _likeness(text: str) -> float:
    """Return how much more of `text` beyond ASCII is usual where it stands than is not."""
    padded = f" {text} "
    around = zip(padded, padded[1:], padded[2:], strict=False)
    return sum(_usual(*three) for three in itertools.islice(around, len(text)) if three[1] > "\x7f")


def _usual(before: str, letter: str, after: str) -> float:
    """Return how usual `letter` is between these two: below 0 where it is not."""
    if _is_arabic(letter):
        return -3 if _is_latin(before) or _is_latin(after) else 1
    if letter in _SMALL:
        return 1
    if letter in _CAPITAL:
        return _usual_capital(before, after)
    if letter in _BEFORE:
        return 1 if after in _BEFORE[letter] else -0.5
    if letter in _RARE:
        return 0.5
    if letter in _OPENING:
        return -1 if before.isalpha() else 0.5
    if letter in _CLOSING:
        return -1 if after.isalpha() else 0.5
    return 0.5 if letter in _SIGNS or letter in _ARABIC_SIGNS else -2


def _usual_capital(before: str, after: str) -> float:
    if before.isupper():
        return 0.5 if after.isupper() or not after.isalpha() else -1.5
    begins = not before.isalpha() and (after.isalpha() or after.isspace())
    return 1 if begins and not _is_arabic(after) else -1.5


def _is_arabic(letter: str) -> bool:
    return "\u0621" <= letter <= "\u0652"


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and not _is_arabic(letter)
