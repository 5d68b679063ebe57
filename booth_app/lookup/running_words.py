"""The folded words of a running text and where they stand.

They are those of `folding.folded_words`, many times as fast in a long text: what its characters
fold to is looked up at once, in tables by code point which fill as characters are met.
"""

import sys
from collections.abc import Iterable
from itertools import compress
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from booth_app.terminology.folding import FOLDED, spelt_out

Codes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int64]

# A page of memory is taken where a character was met; most of these tables never exist.
_FOLDED: Final = np.zeros(sys.maxunicode + 1, dtype=np.uint32)
"""What a character folds to, where that is one character."""
_LENGTHS: Final = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
"""To how many characters it folds, and one; 0: not met yet."""
_IN_WORDS: Final = np.zeros(sys.maxunicode + 1, dtype=np.bool_)
"""Whether a folded character is a letter or digit."""
_CAPITALS: Final = np.zeros(sys.maxunicode + 1, dtype=np.bool_)
"""Whether a character is a capital."""
_SPACE: Final = ord(" ")


class RunningWords(NamedTuple):
    """The folded words of a text and, as code points in it, where each starts and ends."""

    words: list[str]
    starts: Places
    ends: Places


def code_points(text: str) -> Codes:
    """Return the code points of `text`."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def running_words(text: str) -> RunningWords:
    """Return the words of `text`."""
    folded, origins = _folded(text)
    inside = _IN_WORDS[folded]
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    found = RunningWords(_text(np.where(inside, folded, _SPACE)).split(), edges[::2], edges[1::2])
    words, starts, ends = _with_acronyms(folded, found)
    if origins is not None:
        # A word ends where the next character begins that folds to any: after its marks.
        starts, ends = origins[starts], np.maximum(origins[ends], origins[ends - 1] + 1)
    return RunningWords(words, starts, ends)


def are_capitals(text: str) -> npt.NDArray[np.bool_]:
    """Tell of each character of a text, of which `running_words` were given, if it is a capital."""
    return _CAPITALS[code_points(text)]


def _folded(text: str) -> tuple[Codes, Places | None]:
    """Return the folded text; if not of one character each, of which each is, and the length."""
    codes = code_points(text)
    lengths = _LENGTHS[codes]
    if not lengths.all():
        _meet(set(codes[lengths == 0].tolist()))
        lengths = _LENGTHS[codes]
    lengths -= 1
    if (lengths == 1).all():
        return _FOLDED[codes], None
    origins = np.repeat(np.arange(len(codes)), lengths)
    folded = _FOLDED[codes[origins]]
    longer = np.flatnonzero(lengths > 1)
    if len(longer):
        folded[lengths[origins] > 1] = code_points("".join(FOLDED[text[at]] for at in longer))
    return folded, np.append(origins, len(codes))


def _meet(codes: Iterable[int]) -> None:
    for code in codes:
        character = chr(code)
        folded = FOLDED[character]
        for each in folded:
            _IN_WORDS[ord(each)] = each.isalnum()
        if len(folded) == 1:
            _FOLDED[code] = ord(folded)
        _CAPITALS[code] = character.isupper()
        _LENGTHS[code] = len(folded) + 1  # last: another thread may read


def _with_acronyms(folded: Codes, found: RunningWords) -> RunningWords:
    """Return the words of folded text, the letters of an acronym that is spelt out as one."""
    pointed = (folded == ord(".")) | (folded == ord("-"))
    points = np.flatnonzero(pointed[:-2] & pointed[2:])
    if not len(points):
        return found
    words, starts, ends = found
    whole = np.ones(len(words), dtype=np.bool_)
    for start, end in spelt_out(_text(folded), points.tolist()):
        first, after = starts.searchsorted((start, end)).tolist()
        words[first] = "".join(words[first:after])
        whole[first + 1 : after] = False
        ends[first] = end
    return RunningWords([*compress(words, whole)], starts[whole], ends[whole])


def _text(codes: Codes) -> str:
    return str(codes.data, "utf-32-le", "surrogatepass")


_meet((*range(0x20, 0x180), *range(0x600, 0x6E0)))  # the letters of the four languages
