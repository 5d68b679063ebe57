"""Words that one or two typing slips may have made of a word of the vocabulary.

A slip is one letter wrong, missing, too many, or two neighbours exchanged. The vocabulary is a
sorted list; the typed word may be unfinished, so what a slip leads to is looked up as a beginning.
Nothing is stored for it: words that share the letters before the slip stand together in the list,
and these neighbourhoods become small after two or three letters.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
ARABIC: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LAST: Final = "\U0010ffff"
"""Sorts after every letter: the end of the words that begin with something."""

SHORTEST: Final = 4
"""Letters a word must have before a slip in it is looked for."""

_NEIGHBOURHOOD: Final = 48
"""So few words are looked through one by one; above it each possible slip is looked up."""


_ROWS: Final = (
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    *("ذضصثقفغعهخحجد", "شسيبلاتنمكط", "روزظ"),
)
_ALIKE: Final = (
    *("ck", "kq", "cq", "sz", "sc", "bv", "bp", "fv", "vw", "ei", "iy", "ou", "gj"),
    *("تط", "سص", "دض", "ذز", "ظض", "هح", "كق"),
)


def _near() -> Mapping[str, frozenset[str]]:
    pairs = {pair for row in _ROWS for pair in pairwise(row)} | {(a, b) for a, b in _ALIKE}
    both = pairs | {(b, a) for a, b in pairs}
    return {letter: frozenset(b for a, b in both if a == letter) for letter, _ in both}


_NEAR: Final = _near()
"""Of each letter those beside it on a keyboard (QWERTY, AZERTY, Arabic) or that sound like it."""


class Range(NamedTuple):
    """The words `start` to `end` of the vocabulary.

    `whole`: the first is the word meant itself. `likely`: the slip is one that fingers or ears
    make: neighbours exchanged, a letter left out, one beside it or that sounds like it.
    """

    start: int
    end: int
    whole: bool
    likely: bool = True


def beginning(words: Sequence[str], typed: str, start: int = 0, end: int | None = None) -> Range:
    """Return the words that begin with `typed`, between `start` and `end`."""
    low = bisect_left(words, typed, start, len(words) if end is None else end)
    if low == len(words) or not words[low].startswith(typed):
        return Range(low, low, False)
    high = bisect_left(words, typed + LAST, low, len(words) if end is None else end)
    return Range(low, high, words[low] == typed)


def slipped(words: Sequence[str], typed: str) -> Iterator[Range]:
    """Yield the words that begin as `typed` would without one slip after its first letter."""
    yield from _after(words, typed, 1)


def slipped_first(words: Sequence[str], typed: str) -> Iterator[Range]:
    """Yield the words that begin as `typed` would without a slip in its first letter."""
    for meant, likely in _repaired(typed, 0):
        found = beginning(words, meant)
        if found.start < found.end:
            yield found._replace(likely=likely)


def _after(words: Sequence[str], typed: str, first: int) -> Iterator[Range]:
    near = Range(0, len(words), False)
    for place in range(first, len(typed) + 1):
        near = beginning(words, typed[:place], near.start, near.end)
        if near.end - near.start <= _NEIGHBOURHOOD:
            for at in range(near.start, near.end):
                slip = _slip(words[at], typed, place)
                if slip is not None:
                    yield Range(at, at + 1, *slip)
            return
        for meant, likely in _repaired(typed, place):
            found = beginning(words, meant, near.start, near.end)
            if found.start < found.end:
                yield found._replace(likely=likely)


def _repaired(typed: str, place: int) -> Iterator[tuple[str, bool]]:
    """Yield what may have been meant if the slip is at `place`, and whether it is a likely one."""
    before, after = typed[:place], typed[place:]
    letters = ARABIC if "\u0600" <= typed[0] <= "\u06ff" else LATIN
    near = _NEAR.get(after[:1], ())
    for letter in letters:
        yield before + letter + after, True
        if after:
            yield before + letter + after[1:], letter in near
    if after and len(typed) >= SHORTEST:
        yield before + after[1:], _is_stray(before, after)
    if len(after) > 1:
        yield before + after[1] + after[0] + after[2:], True


def _is_stray(before: str, after: str) -> bool:
    """Tell whether the first letter of `after` may have come in with one beside it."""
    beside = {*before[-1:], *after[1:2]}
    return after[0] in beside or not beside.isdisjoint(_NEAR.get(after[0], ()))


def is_slip(word: str, typed: str) -> bool:
    """Tell whether `word` begins as `typed` would without one slip, wherever it is."""
    return _slip(word, typed, 0) is not None


def _slip(word: str, typed: str, known: int) -> tuple[bool, bool] | None:
    """Tell whether `word` begins as `typed` would without one slip: whether whole, and likely.

    The first `known` letters agree.
    """
    at = _agreeing(word, typed, known)
    rest, stored = typed[at:], word[at:]
    if not rest:
        return None  # no slip at all
    if len(rest) > 1 and stored[:2] == rest[1::-1] and stored.startswith(rest[2:], 2):
        return len(stored) == len(rest), True
    if stored.startswith(rest, 1):
        return len(stored) == len(rest) + 1, True
    if stored and stored.startswith(rest[1:], 1):
        return len(stored) == len(rest), stored[0] in _NEAR.get(rest[0], ())
    if stored.startswith(rest[1:]):
        return len(stored) == len(rest) - 1, _is_stray(typed[:at], rest)
    return None


def _agreeing(word: str, typed: str, known: int) -> int:
    at = known
    while at < len(typed) and at < len(word) and word[at] == typed[at]:
        at += 1
    return at
