"""Words that one or two typing slips may have made of a word of the vocabulary.

A slip is one letter wrong, missing, too many, or two neighbours exchanged. The vocabulary is a
sorted list; the typed word may be unfinished, so what a slip leads to is looked up as a beginning.
Nothing is stored for it: words that share the letters before the slip stand together in the list,
and these neighbourhoods become small after two or three letters.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
ARABIC: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LAST: Final = "\U0010ffff"
"""Sorts after every letter: the end of the words that begin with something."""

SHORTEST: Final = 4
"""Letters a word must have before a slip in it is looked for."""

_NEIGHBOURHOOD: Final = 48
"""So few words are looked through one by one; above it each possible slip is looked up."""


class Range(NamedTuple):
    """The words `start` to `end` of the vocabulary; `whole`: the first is the word meant itself."""

    start: int
    end: int
    whole: bool


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
    for meant in _repaired(typed, 0):
        found = beginning(words, meant)
        if found.start < found.end:
            yield found


def _after(words: Sequence[str], typed: str, first: int) -> Iterator[Range]:
    near = Range(0, len(words), False)
    for place in range(first, len(typed) + 1):
        near = beginning(words, typed[:place], near.start, near.end)
        if near.end - near.start <= _NEIGHBOURHOOD:
            for at in range(near.start, near.end):
                if _one_slip(words[at], typed, place):
                    yield Range(at, at + 1, _one_slip_whole(words[at], typed, place))
            return
        for meant in _repaired(typed, place):
            found = beginning(words, meant, near.start, near.end)
            if found.start < found.end:
                yield found


def _repaired(typed: str, place: int) -> Iterator[str]:
    """Yield what may have been meant if the slip is at `place`."""
    before, after = typed[:place], typed[place:]
    letters = ARABIC if "\u0600" <= typed[0] <= "\u06ff" else LATIN
    for letter in letters:
        yield before + letter + after
        if after:
            yield before + letter + after[1:]
    if after and len(typed) > SHORTEST - 1:
        yield before + after[1:]
    if len(after) > 1:
        yield before + after[1] + after[0] + after[2:]


def is_slip(word: str, typed: str) -> bool:
    """Tell whether `word` begins as `typed` would without one slip, wherever it is."""
    return _one_slip(word, typed, 0)


def _one_slip(word: str, typed: str, known: int) -> bool:
    """Tell whether `word` begins as `typed` would without one slip; `known` letters agree."""
    at = _agreeing(word, typed, known)
    if at == len(typed):
        return False  # no slip at all
    return (
        word.startswith(typed[at + 1 :], at + 1)
        or word.startswith(typed[at:], at + 1)
        or word.startswith(typed[at + 1 :], at)
        or (
            word[at : at + 2] == typed[at : at + 2][::-1]
            and word.startswith(typed[at + 2 :], at + 2)
        )
    )


def _one_slip_whole(word: str, typed: str, known: int) -> bool:
    at = _agreeing(word, typed, known)
    return (
        word[at + 1 :] in (typed[at + 1 :], typed[at:])
        or word[at:] == typed[at + 1 :]
        or (word[at : at + 2] == typed[at : at + 2][::-1] and word[at + 2 :] == typed[at + 2 :])
    )


def _agreeing(word: str, typed: str, known: int) -> int:
    at = known
    while at < len(typed) and at < len(word) and word[at] == typed[at]:
        at += 1
    return at
