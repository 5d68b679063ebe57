"""Folding: the one form in which stored terms and typed text meet.

Folded text is lower case, without accents and vocalisation, its hamza seats, alef maqsura and
ta marbuta unified, its digits ASCII; words are runs of letters and digits joined by one space.
Every character folds by itself, whatever stands beside it, so offsets can be kept; only dotted and
hyphenated acronyms (G.C.M., g-c-m) are read as one word. Change FOLDING_VERSION with any change of
what folds to what: stored folded text and caches carry it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
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

_ACRONYM: Final = (
    r"[^\W\d_]\.(?:[^\W_]\.)+(?:[^\W_](?![^\W_]))?"  # G.C.M. and G.C.M
    r"|[^\W\d_](?:-[^\W\d_]){2,}(?!-?[^\W_])"  # g-c-m, but not y-a-t-il
)
_JOINED: Final = re.compile(rf"{_ACRONYM}|[^\W_]+")
_SPELT_OUT: Final = re.compile(rf"(?<![^\W_])(?:{_ACRONYM})")
_SPELT: Final = re.compile(
    r"[.-][^\W_][.-](?:(?<=(?<![^\W_])[^\W\d_]\..\.)|(?<=(?<![^\W_])[^\W\d_]-[^\W\d_]-))"
)
"""Where an acronym that is spelt out may begin; few texts have one."""

_RUN: Final = re.compile(r"[^\W_]+")
_ARTICLE: Final = re.compile("[وف]?(?:[بكل]?ال|لل)")
_SHORTEST_ARTICLED: Final = 4
_NOT_AFTER_ARTICLE: Final = frozenset({"ات", "ون", "ين", "ان"})
"""Endings: what stands before one of them alone is no article (وكالات)."""


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


FOLDED: Final = _Table()
"""What any character folds to: one character, none or some."""


class FoldedWord(NamedTuple):
    """A folded word and where it stands: `start`, `end` are offsets into the text as given."""

    word: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    folded = text.lower() if text.isascii() else "".join(map(FOLDED.__getitem__, text))
    if ("." in folded or "-" in folded) and _SPELT.search(folded):
        return [_unpointed(word) for word in _JOINED.findall(folded)]
    return _RUN.findall(folded)


def fold(text: str) -> str:
    """Return `text` folded: its words joined by one space; empty where it has none.

    Folding twice gives the same, and at most twice the length of the text's NFKD form.
    """
    return " ".join(words(text))


def folded_words(text: str) -> list[FoldedWord]:
    """Return the folded words of `text` with their places (code points).

    A place ends after the marks that follow its last letter, so that it can be underlined whole.
    """
    if text.isascii():
        return list(map(FoldedWord._make, _runs(text.lower())))
    each = list(map(FOLDED.__getitem__, text))
    folded = "".join(each)
    if len(folded) == len(text) and "" not in each:
        return list(map(FoldedWord._make, _runs(folded)))
    origins = [*(at for at, one in enumerate(each) for _ in one), len(text)]
    return [
        FoldedWord(word, origins[start], max(origins[end], origins[end - 1] + 1))
        for word, start, end in _runs(folded)
    ]


def spelt_out(folded: str, points: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield where acronyms stand in folded text that are spelt out (G.C.M.).

    `points` are all its points and hyphens of which another one is two characters further on.
    """
    reached = 1
    for point in points:
        if point >= reached and (match := _SPELT_OUT.match(folded, point - 1)):
            yield match.span()
            reached = match.end() + 1


def _runs(folded: str) -> Iterator[tuple[str, int, int]]:
    for match in (_JOINED if _SPELT.search(folded) else _RUN).finditer(folded):
        yield _unpointed(match[0]), match.start(), match.end()


def _unpointed(word: str) -> str:
    return word if word.isalnum() else word.replace(".", "").replace("-", "")


def strip_article(word: str) -> str:
    """Return a folded Arabic word without its article, alone or after particles (وال، لل، وبال).

    Words under four letters and all others come back as they are.
    """
    if len(word) < _SHORTEST_ARTICLED:
        return word
    if word[:2] == "ال":
        without = word[2:]
    elif article := _ARTICLE.match(word):
        without = word[article.end() :]
    else:
        return word
    return word if len(without) < 2 or without in _NOT_AFTER_ARTICLE else without
