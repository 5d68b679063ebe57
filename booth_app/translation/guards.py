"""What is wrong with a translation: the cheap checks for the known faults of these models.

In a booth silence beats garbage, so a hypothesis with any fault is not shown: in a published
evaluation 12 of 100 English sentences came back from such a model as English instead of Arabic.
The limits are wide enough for good translations between the four languages; see
`tests/translation/test_guards.py`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Final, Literal

from booth_app.languages import RIGHT_TO_LEFT, Lang, script
from booth_app.terminology.folding import words
from booth_app.translation import names, numbers
from booth_app.translation.sentences import FEWEST_WORDS, spoken

Fault = Literal["copied", "script", "repeated", "length", "numbers", "names"]

MOST_OVERLAP: Final = 0.6
"""Good translations between related languages share up to half of their common words."""
SHORTEST: Final = 0.4
LONGEST: Final = 2.5
_LENGTHS: Final[Mapping[Lang, float]] = {"en": 1.0, "fr": 1.15, "es": 1.12, "ar": 0.86}
"""Letters that a language needs for what English says in one; measured on a real programme."""
MOST_TRIGRAMS: Final = 3
_COPIED_RUNS: Final = ((5, 2, 0), (4, 3, 3))
"""Words in a row, how many of them must be common, and longer than this, to be a copy."""
MOST_LATIN: Final = 0.35
"""Share of letters in Latin words that are no acronyms."""
_MIXED: Final = re.compile(
    r"[\u0621-\u063a\u0641-\u064a](?![A-Z]{2})[A-Za-zÀ-ÿ]|[a-zß-ÿ][\u0621-\u064a]"
)
"""A word of both scripts, but for an article before an acronym."""
_FOREIGN_RUN: Final = 3
_PARTICLES: Final = "al da de del der di do dos du el la van von"
"""Small words inside names, which may stay in Latin letters."""
_LONGEST_ACRONYM: Final = 6
_FUNCTION_WORDS: Final = """
the of and to in is are we for with you our their this that les des et nous pour dans avec est sont
vous los las del y con para una que por su son
"""
"""One of these makes a sentence in capitals of what might be a row of acronyms."""


def is_too_short(text: str) -> bool:
    """Tell whether `text` is nothing for a machine: under three words, or abbreviations alone."""
    said = spoken(text)
    if len(said) < FEWEST_WORDS:
        return True
    return all(map(_is_acronym_or_digits, said)) and not set(words(text)).intersection(
        _FUNCTION_WORDS.split()
    )


def fault(
    source: str, hypothesis: str, source_lang: Lang, target: Lang, people: Sequence[Sequence[str]]
) -> Fault | None:
    """Return the first fault of `hypothesis` as a translation of `source`; None if none is seen.

    `people` are names that must not get lost, each in its several forms.
    """
    if _is_copied(source, hypothesis, target):
        return "copied"
    if _is_in_wrong_script(hypothesis, target):
        return "script"
    if _is_repeated(source, hypothesis):
        return "repeated"
    expected = max(1, _length(source)) * _LENGTHS[target] / _LENGTHS[source_lang]
    if not SHORTEST <= _length(hypothesis) / expected <= LONGEST:
        return "length"
    if numbers.differ(source, hypothesis, source_lang, target):
        return "numbers"
    if names.are_lost(source, hypothesis, source_lang, target, people):
        return "names"
    return None


def _is_acronym_or_digits(word: str) -> bool:
    letters = "".join(filter(str.isalpha, word))
    return not letters or (letters.isupper() and len(letters) <= _LONGEST_ACRONYM)


def _length(text: str) -> int:
    return sum(map(str.isalnum, text))


def _is_copied(source: str, hypothesis: str, target: Lang) -> bool:
    """Whether most words, or a whole run of them, are the source's own.

    Names and figures are the same in any two languages of one script, so words with a capital
    inside the sentence do not count, unless there is little else.
    """
    said, heard = words(source), words(hypothesis)
    if not heard:
        return False
    proper = {w for w in words(_capitalised(source)) if target not in RIGHT_TO_LEFT}
    common = [w for w in heard if w not in proper and not w.isdigit()]
    counted = common if len(common) >= len(heard) / 2 else heard
    shared = Counter(counted) & Counter(said)
    if counted is common and shared.total() > MOST_OVERLAP * len(counted):
        return True
    if counted is heard and said == heard:
        return True
    return any(_has_copied_run(said, heard, proper, *run) for run in _COPIED_RUNS)


def _capitalised(text: str) -> str:
    """Return the capitalised words of `text` but for the first."""
    return " ".join(word for word in text.split()[1:] if word.strip("(«“\"'¿¡")[:1].isupper())


def _has_copied_run(
    said: Sequence[str], heard: Sequence[str], proper: set[str], size: int, least: int, longer: int
) -> bool:
    """Whether so many words in a row, not names alone, stand so in the source."""
    runs = set(zip(*(said[n:] for n in range(size)), strict=False))
    return any(
        run in runs
        and sum(len(w) > longer and w not in proper and not w.isdigit() for w in run) >= least
        for run in zip(*(heard[n:] for n in range(size)), strict=False)
    )


def _is_in_wrong_script(hypothesis: str, target: Lang) -> bool:
    """Whether too many letters, a word's half, or several words in a row are not the target's.

    Acronyms and some names stay in Latin letters inside good Arabic.
    """
    if target not in RIGHT_TO_LEFT:
        return script(hypothesis) == "arabic"
    lettered = [(script(word), word) for word in hypothesis.split()]
    latin = [word for kind, word in lettered if kind == "latin" and not word.isupper()]
    if sum(map(_length, latin)) > MOST_LATIN * _length(hypothesis) or script(hypothesis) == "latin":
        return True
    if any(_MIXED.search(word) for _, word in lettered):
        return True
    lettered = [(kind, word) for kind, word in lettered if kind]
    for kind, run in groupby(lettered, key=itemgetter(0)):
        foreign = [word for _, word in run] if kind == "latin" else []
        common = [w for w in foreign if w[0].islower() and w not in _PARTICLES.split()]
        if len(foreign) >= _FOREIGN_RUN and len(common) >= _FOREIGN_RUN - 1:
            return True
    return False


def _is_repeated(source: str, hypothesis: str) -> bool:
    """Whether words, or groups of words, or letters come again and again, unlike the source's."""
    said, heard = words(source), words(hypothesis)
    if _stutters(heard) and not _stutters(said):
        return True
    trigrams = Counter(zip(heard, heard[1:], heard[2:], strict=False))
    theirs = Counter(pairwise(said))
    most, allowed = (max(c.values(), default=0) for c in (trigrams, theirs))
    return most > max(MOST_TRIGRAMS, allowed)


def _stutters(said: Sequence[str]) -> bool:
    """Whether a word stands three times in a row, a pair so too, or a longer group twice."""
    for size in range(1, len(said) // 2 + 1):
        times = 3 if size < 3 else 2
        same = [a == b for a, b in zip(said, said[size:], strict=False)]
        longest = max((len(list(run)) for is_same, run in groupby(same) if is_same), default=0)
        if longest >= size * (times - 1):
            return True
    return any(
        letter.isalpha() and len(list(run)) >= 6 for word in said for letter, run in groupby(word)
    )
