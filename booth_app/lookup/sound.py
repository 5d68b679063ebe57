"""How a word sounds, roughly, to somebody who heard it in any of the working languages.

No library reads names across English, French, Spanish and Arabic: the well-kept phonetic codes
are English ones (Metaphone gives *bitorino* and *Vitorino* different codes). So: the consonants
that are heard, with those that one of the languages confuses made one (b and v, s and z, c, k and
q), doubled ones once, and no vowels, which are heard least surely. A word is heard with two ears:
the French one drops final consonants, the Spanish one hears ll as y and j as h.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_Rules = Sequence[tuple[str, re.Pattern[str], str]]
"""A letter without which there is nothing to replace; what is replaced; by what."""


def _rules(*rules: tuple[str, str, str]) -> _Rules:
    return tuple((letter, re.compile(spelt), heard) for letter, spelt, heard in rules)


_HEARD_ALIKE: Final = _rules(
    ("n", r"^(?:kn|gn|pn)", "n"),
    ("h", r"(?:tch|sch|sh|ch)", "S"),
    ("p", r"ph", "f"),
    ("g", r"g[uh](?=[eiy])", "g"),
    ("c", r"ck|c(?![eiy])", "k"),
    ("q", r"qu?", "k"),
    ("w", r"kw", "k"),
    ("c", r"c(?=[eiy])", "s"),
    ("g", r"gn", "n"),
    ("j", r"dj", "j"),
    ("g", r"g(?=[eiy])", "j"),
)
_ALONE: Final = str.maketrans({"x": "ks", "v": "b", "w": "b", "z": "s", "h": ""})
_BEFORE_B: Final = _rules(("m", r"m(?=[bp])", "n"))
_FRENCH_EAR: Final = re.compile(r"(?<=[aeiouynr])[tdspxz]+$")
_SPANISH_EAR: Final = re.compile(r"(?<=[aeiouy])ll(?=[aeiouy])|j")
_VOWELS: Final = str.maketrans(dict.fromkeys("aeiouy", " "))
_REPEATED: Final = re.compile(r"(.)(?=\1)")
_ARABIC: Final = str.maketrans(
    {**dict(zip("طصثذظضقح", "تسسدددكه", strict=True)), **dict.fromkeys("ويا")}
)


@lru_cache(maxsize=4_000)
def sounds(word: str) -> frozenset[str]:
    """Return the consonants heard in a folded word by either ear; empty where there are none."""
    if word[:1] >= "\u0600":
        return frozenset({_REPEATED.sub("", word.translate(_ARABIC))} - {""})
    alike = _heard(_heard(word, _HEARD_ALIKE).translate(_ALONE), _BEFORE_B)
    by_ear = {ear.sub("", alike) for ear in (_FRENCH_EAR, _SPANISH_EAR)}
    return frozenset({_consonants(heard) for heard in by_ear} - {""})


def _heard(word: str, rules: _Rules) -> str:
    for letter, spelt, heard in rules:
        if letter in word:
            word = spelt.sub(heard, word)
    return word


def _consonants(word: str) -> str:
    """Return the consonants of a word, those that stand together twice once."""
    parted = _REPEATED.sub("", word.translate(_VOWELS))
    return _REPEATED.sub("", parted.replace(" ", ""))
