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
from collections.abc import Sequence
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
_SPELT: Final = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W_]\.|-[^\W\d_]-)")
"""Where an acronym that is spelt out may begin; few texts have one."""

_RUN: Final = re.compile(r"[^\W_]+")
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


def placed_words(text: str) -> tuple[list[str], Sequence[int], Sequence[int]]:
    """Return the folded words of `text`, where each starts and where each ends (code points).

    A place ends after the marks that follow its last letter, so that it can be underlined whole.
    """
    pieces = [] if text.isascii() else list(map(_TABLE.__getitem__, text))
    folded = "".join(pieces) if pieces else text.lower()
    spelt = _SPELT.search(folded) is not None
    spans = [match.span() for match in (_JOINED if spelt else _RUN).finditer(folded)]
    found = [folded[start:end] for start, end in spans]
    if spelt:
        found = list(map(_unpointed, found))
    if len(folded) != len(text) or "" in pieces:  # else each letter folds to one
        spans = _places(text, spans)
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return found, starts, ends


def folded_words(text: str) -> list[FoldedWord]:
    """Return the folded words of `text` with their places."""
    return list(map(FoldedWord._make, zip(*placed_words(text), strict=True)))


def _places(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where these stretches of the folded text, in order, stand in the text as given."""
    uneven = _uneven(text)
    voids = {at for at, _, length in uneven if not length}
    uneven.append((len(text), sys.maxsize, 1))
    coming = iter(uneven)
    (at, start, length), shift = next(coming), 0
    placed = []
    for first, end in spans:
        while start + length <= first:
            shift = at + 1 - start - length
            at, start, length = next(coming)
        begin = min(first + shift, at)
        while start + length < end:
            shift = at + 1 - start - length
            at, start, length = next(coming)
        stop = min(end - 1 + shift, at) + 1
        while stop in voids:
            stop += 1
        placed.append((begin, stop))
    return placed


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
