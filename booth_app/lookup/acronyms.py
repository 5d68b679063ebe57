"""Acronyms that a text itself explains: *MMC* where it writes *Mixed Migration Centre (MMC)*."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from booth_app.terminology.folding import words

_LONGEST_SKIPPED: Final = 4
"""Letters of the words whose initial an acronym may leave out: of, pour, para."""
_ALIKE: Final = 5
"""Letters in which two forms of a word agree: migration, migratoire."""
_OPENING: Final = re.compile(r"\s*[(=]\s*")
_APPOSED: Final = re.compile(r"\s*[,:–—]\s+")
_ENDING: Final = re.compile(r"[)\],;:.\n]")
_BEGINNING: Final = re.compile(r"[(;:.\n]")
_FAR: Final = 200
"""Letters within which an explanation begins or ends."""
_FEWEST_APPOSED: Final = 3
"""Letters of an acronym that can hardly be the initials of what follows by chance."""


def explanation(text: str, code: str) -> Sequence[str]:
    """Return the folded words by which `text` explains the acronym `code`; none: it does not."""
    letters = "".join(words(code.removesuffix("s")))
    for start in _places(text, code):
        explained = _after(text, start + len(code), letters) or _before(text, start, letters)
        if explained:
            return explained
    return ()


def is_of(explained: Sequence[str], terms: Iterable[str]) -> bool:
    """Tell whether words say what one of these terms says: half of them are its words."""
    telling = {word[:_ALIKE] for word in explained if len(word) > _LONGEST_SKIPPED}
    return any(
        2 * len(telling.intersection(word[:_ALIKE] for word in words(term))) >= len(telling)
        for term in terms
    )


def _places(text: str, code: str) -> Iterator[int]:
    """Yield where `code` stands as a word: to compile a pattern of each would take far longer."""
    at = text.find(code)
    while at >= 0:
        around = text[max(at - 1, 0) : at] + text[at + len(code) : at + len(code) + 1]
        if not re.search(r"\w", around):
            yield at
        at = text.find(code, at + 1)


def _after(text: str, end: int, letters: str) -> Sequence[str]:
    """Return what explains an acronym that ends there: in brackets or set off by a comma."""
    opening = _OPENING.match(text, end)
    if not opening and len(letters) >= _FEWEST_APPOSED:
        opening = _APPOSED.match(text, end)
    if not opening:
        return ()
    start = opening.end()
    spelt = words(_ENDING.split(text[start : start + _FAR], maxsplit=1)[0])
    return spelt[: max(_lengths(letters, spelt), default=0)]


def _before(text: str, start: int, letters: str) -> Sequence[str]:
    """Return what explains an acronym that begins there, in brackets."""
    if not start or text[start - 1] != "(":
        return ()
    spelt = words(_BEGINNING.split(text[max(start - _FAR, 0) : start - 1])[-1])
    for first in range(len(spelt) - 1, -1, -1):
        if len(spelt) - first in _lengths(letters, spelt[first:]):
            return spelt[first:]
    return ()


def _lengths(letters: str, spelt: Sequence[str]) -> Iterator[int]:
    """Yield how many of the first words may have given these initials.

    The first word gives the first letter; short ones further on may give none.
    """
    given = {0}
    for count, word in enumerate(spelt, 1):
        skipped = {at for at in given if at and len(word) <= _LONGEST_SKIPPED}
        given = {at + 1 for at in given if at < len(letters) and letters[at] == word[0]}
        if len(letters) in given:
            yield count
        given |= skipped
        if not given:
            return
