"""Letters that folding makes alike and that tell two words apart: small ones and hamzas.

*En la sala* is not in Sala; *أبعاد* are dimensions and *إبعاد* is a removal; *السفر* is travel,
*السفراء* are ambassadors. What people often leave out when they write is not held against a text:
the hamza at the beginning of a word, or that on a letter within it.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from booth_app.languages import Lang
from booth_app.terminology.folding import fold

_SEATED: Final = re.compile("(?:[وف]?[بكل]?(?:ال)?|لل)([أإ])")
"""The beginning of a word with a hamza, article and particles before it."""
_TELLING: Final = re.compile(rf"\b{_SEATED.pattern}|اء?\b")
_PRONOUN: Final = re.compile("(?:ها|نا|هم|هن|كم|ه|ي)$")
_AFTER_ALEF: Final = re.compile("ا[ءئؤ]")
_LENGTHENED: Final = "ـ"
_FAR: Final = 500
"""Letters of a line that are looked at before and after a word."""
_WORD: Final = re.compile(r"[^\W_]+")


def tell_apart(term: str, lang: Lang, *, is_place: bool) -> bool:
    """Tell whether the letters of a term in `lang` are to be held against a text."""
    if lang == "ar":
        return _TELLING.search(term) is not None
    return is_place and term[0].isupper()


def agree(term: str, text: str, places: Sequence[tuple[int, int]], lang: Lang) -> bool:
    """Tell whether the words of a text at these places have the letters of a term in `lang`.

    In a line without any capital a place needs none. The name of a place has no other form.
    """
    first, last = places[0]
    if lang != "ar":
        if fold(text[first:last]) != fold(term):
            return False
        before = text[max(first - _FAR, 0) : first].rpartition("\n")[2]
        line = before + text[first : first + _FAR].partition("\n")[0]
        return text[first].isupper() or not any(map(str.isupper, line))
    spelt = _spelt(term)
    if len(spelt) != len(places):
        return True
    written = (_unvocalised(text[start:end]) for start, end in places)
    return all(map(_are_alike, spelt, written))


@lru_cache(maxsize=2_000)
def _spelt(term: str) -> list[str]:
    return _WORD.findall(_unvocalised(term))


def _are_alike(word: str, written: str) -> bool:
    """Tell whether an Arabic word of a text may be a form of that word of a term."""
    if written.endswith(word):
        return True
    seat, seat_there = _SEATED.match(word), _SEATED.match(written)
    if seat and seat_there and seat[1] != seat_there[1]:
        return False
    if word.endswith("اء"):
        return _AFTER_ALEF.search(written) is not None
    if not word.endswith("ا") or written[-2:] == word[-2:]:
        return True
    return _PRONOUN.sub("", written).endswith(("ا", "ى"))


def _unvocalised(word: str) -> str:
    """Return a word without its vowel signs, its hamzas kept."""
    if word.isalpha() and _LENGTHENED not in word:
        return word
    composed = unicodedata.normalize("NFC", word)
    return "".join(c for c in composed if c != _LENGTHENED and not unicodedata.combining(c))
