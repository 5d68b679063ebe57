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

_Rules = Sequence[tuple[re.Pattern[str], str]]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(spelt), heard) for spelt, heard in pairs)


_HEARD_ALIKE: Final = _rules(
    (r"^(?:kn|gn|pn)", "n"),
    (r"(?:tch|sch|sh|ch)", "S"),
    (r"ph", "f"),
    (r"g[uh](?=[eiy])", "g"),
    (r"qu?|ck|c(?![eiy])", "k"),
    (r"c(?=[eiy])", "s"),
    (r"gn", "n"),
    (r"dj|g(?=[eiy])", "j"),
    (r"x", "ks"),
    (r"[vw]", "b"),
    (r"z", "s"),
    (r"h", ""),
    (r"m(?=[bp])", "n"),
)
_FRENCH_EAR: Final = _rules((r"(?<=[aeiouynr])[tdspxz]+$", ""))
_SPANISH_EAR: Final = _rules((r"(?<=[aeiouy])ll(?=[aeiouy])", ""), (r"j", ""))
_CONSONANTS: Final = _rules((r"[aeiouy]+", " "), (r"(.)\1+", r"\1"), (r" ", ""), (r"(.)\1+", r"\1"))
_ARABIC: Final = str.maketrans(
    {**dict(zip("طصثذظضقح", "تسسدددكه", strict=True)), **dict.fromkeys("ويا")}
)


@lru_cache(maxsize=4_000)
def sounds(word: str) -> frozenset[str]:
    """Return the consonants heard in a folded word by either ear; empty where there are none."""
    if word[:1] >= "\u0600":
        return frozenset({re.sub(r"(.)\1+", r"\1", word.translate(_ARABIC))} - {""})
    alike = _heard(word, _HEARD_ALIKE)
    ears = (_FRENCH_EAR, _SPANISH_EAR)
    return frozenset({_heard(_heard(alike, ear), _CONSONANTS) for ear in ears} - {""})


def _heard(word: str, rules: _Rules) -> str:
    for spelt, heard in rules:
        word = spelt.sub(heard, word)
    return word
