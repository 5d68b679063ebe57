"""Accents: folded away to find, looked at again to tell words apart (traité and traite)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from booth_app.terminology.folding import folded_words

Accents = Mapping[int, str]
"""The accents of a Latin word, by the place of the letter that has them."""

Doubt = Literal["", "slip", "other word"]

_AFTER_LAST: Final = frozenset({"", "s", "e", "es"})
"""What may follow the last accent of a word: the endings of its other forms."""

_ACCENT_AT_END: Final = re.compile("e[\u0300-\u036f]+e?s*$")


def accents(word: str) -> dict[int, str]:
    """Return the accents of a Latin word, by the place of the letter that has them."""
    found: dict[int, str] = {}
    place = -1
    for character in unicodedata.normalize("NFD", word.casefold()):
        if not unicodedata.combining(character):
            place += 1
        elif "\u0300" <= character <= "\u036f" and place >= 0:
            found[place] = found.get(place, "") + character
    return found


def doubt(accented: Sequence[tuple[str, Accents]], text: str) -> Doubt:
    """Tell whether the accents that were typed speak against `text`.

    `accented` are the typed words, folded, with their accents. An accent missing or another one
    inside a word is a slip; at its end it makes another word. Accents not typed say nothing.
    """
    held = [(w.word, accents(text[w.start : w.end])) for w in folded_words(text)]
    for typed, marks in accented:
        doubts = list(_doubts(typed, marks, held))
        if doubts and "" not in doubts:
            return "slip" if "slip" in doubts else "other word"
    return ""


def ends_in_accent(written: str, folded: str) -> bool:
    """Tell whether the word ends in é but for its ending: traité, traités, not traite."""
    if written.isascii() or folded[-1] not in "es":
        return False
    return _ACCENT_AT_END.search(unicodedata.normalize("NFD", written.casefold())) is not None


def _doubts(typed: str, marks: Accents, held: Sequence[tuple[str, Accents]]) -> Iterator[Doubt]:
    for word, stored in held:
        if word.startswith(typed) or typed.startswith(word):
            wrong = [at for at, m in marks.items() if at < len(word) and stored.get(at) != m]
            if any(typed[at + 1 :] in _AFTER_LAST for at in wrong):
                yield "other word"
            else:
                yield "slip" if wrong else ""
