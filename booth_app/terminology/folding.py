"""Folding: the one form in which stored terms and typed text meet.

Folded text is lower case, without accents and vocalisation, its hamza seats, alef maqsura and
ta marbuta unified, its digits ASCII; words are runs of letters and digits joined by one space.
Every character folds by itself, whatever stands beside it, so offsets can be kept; only dotted and
hyphenated acronyms (G.C.M., g-c-m) are read as one word. Change FOLDING_VERSION with any change of
what folds to what: stored folded text and caches carry it.
"""

import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Final, NamedTuple

FOLDING_VERSION: Final = 1

_LETTERS: Final = {
    "ى": "ي",
    "ی": "ي",
    "ے": "ي",
    "ة": "ه",
    "ھ": "ه",
    "ہ": "ه",
    "ە": "ه",
    "ک": "ك",
    "گ": "ك",
    "ٱ": "ا",
    "ء": "",
    "ـ": "",
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "\u2010": "-",
    "\u2012": "-",
    "\u2013": "-",
}
"""What decomposition leaves apart: Arabic letter forms, Persian keyboards, ligatures, dashes."""

_JOINED: Final = re.compile(
    r"[^\W\d_]\.(?:[^\W_]\.)+(?:[^\W_](?![^\W_]))?"  # G.C.M. and G.C.M
    r"|[^\W\d_](?:-[^\W\d_]){2,}(?!-?[^\W_])"  # g-c-m, but not y-a-t-il
    r"|[^\W_]+"
)
_SPELT: Final = re.compile(
    r"[.-][^\W_][.-](?:(?<=(?<![^\W_])[^\W\d_]\..\.)|(?<=(?<![^\W_])[^\W\d_]-[^\W\d_]-))"
)
"""Where an acronym that is spelt out may begin; few texts have one."""

_RUN: Final = re.compile(r"[^\W_]+")
_BETWEEN: Final = re.compile(r"([\W_]+)")
_ARTICLE: Final = re.compile("[وف]?(?:[بكل]?ال|لل)(?=..)")


class _Table(dict[str, str]):
    """What each character folds to, worked out at its first use."""

    def __missing__(self, character: str) -> str:
        folded = "".join(
            _LETTERS.get(c, c)
            for c in unicodedata.normalize("NFKD", character.casefold()).casefold()
            if unicodedata.category(c) not in ("Mn", "Mc", "Me", "Cf")
        )
        if not folded.isascii():
            folded = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in folded)
        self[character] = folded
        return folded


_TABLE: Final = _Table()


class FoldedWord(NamedTuple):
    """A folded word and where it stands: `start`, `end` are offsets into the text as given."""

    word: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    folded = text.lower() if text.isascii() else "".join(map(_TABLE.__getitem__, text))
    if _SPELT.search(folded):
        return [_unpointed(word) for word in _JOINED.findall(folded)]
    return _RUN.findall(folded)


def fold(text: str) -> str:
    """Return `text` folded: its words joined by one space; empty where it has none.

    Folding twice gives the same, and at most twice the length of the text's NFKD form.
    """
    return " ".join(words(text))


def placed_words(text: str) -> tuple[list[str], list[int], list[int]]:
    """Return the folded words of `text`, where each starts and where each ends (code points).

    A place ends after the marks that follow its last letter, so that it can be underlined whole.
    """
    folded = text.lower() if text.isascii() else "".join(map(_TABLE.__getitem__, text))
    if _SPELT.search(folded):
        matches = list(_JOINED.finditer(folded))
        found = [_unpointed(match[0]) for match in matches]
        starts, ends = [match.start() for match in matches], [match.end() for match in matches]
    else:
        parts = _BETWEEN.split(folded)  # a word, what is between, a word ...
        bounds = list(accumulate(map(len, parts)))
        found, starts, ends = parts[::2], [0, *bounds[1::2]], bounds[::2]
        for outermost in (-1, 0):
            if found and not found[outermost]:
                del found[outermost], starts[outermost], ends[outermost]
    if not text.isascii() and (uneven := _uneven(text)):
        starts, ends = _places(uneven, starts, ends)
    return found, starts, ends


def folded_words(text: str) -> list[FoldedWord]:
    """Return the folded words of `text` with their places."""
    return list(map(FoldedWord._make, zip(*placed_words(text), strict=True)))


def _places(
    uneven: list[tuple[int, int, int]], starts: list[int], ends: list[int]
) -> tuple[list[int], list[int]]:
    """Return where in the text as given words of the folded text start and end.

    All between two characters that do not fold to one is as far from there as its neighbour.
    """
    began, ended, shift = list[int](), list[int](), 0
    for at, first, length in (*uneven, (0, sys.maxsize, 0)):
        before, within = bisect_left(starts, first), bisect_left(starts, first + length)
        began += [start + shift for start in starts[len(began) : before]] + [at] * (within - before)
        before, within = bisect_right(ends, first), bisect_right(ends, first + length)
        ended += [end + shift for end in ends[len(ended) : before]] + [at + 1] * (within - before)
        last = len(ended)
        while not length and last and ended[last - 1] == at:  # a mark after a word's last letter
            last -= 1
            ended[last] += 1
        shift = at + 1 - first - length
    return began, ended


def _uneven(text: str) -> list[tuple[int, int, int]]:
    """Return the characters of a text that do not fold to one.

    Of each: its place, where what it folds to begins in the folded text, and how long that is.
    """
    lengths = {c: len(_TABLE[c]) for c in set(text) if len(_TABLE[c]) != 1}
    found, shift = [], 0
    for match in re.finditer(f"[{re.escape(''.join(lengths))}]", text) if lengths else ():
        at = match.start()
        length = lengths[text[at]]
        found.append((at, at + shift, length))
        shift += length - 1
    return found


def _unpointed(word: str) -> str:
    return word if word.isalnum() else word.replace(".", "").replace("-", "")


def strip_article(word: str) -> str:
    """Return a folded Arabic word without its article, alone or after particles (وال، لل، وبال).

    Words under four letters and all others come back as they are.
    """
    return _ARTICLE.sub("", word, count=1) if len(word) >= 4 and _ARTICLE.match(word) else word
