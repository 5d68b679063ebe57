"""Which letters of a term a query has matched, for underlining."""

from functools import lru_cache
from itertools import chain
from typing import Final

from booth_app.languages import LANGUAGES
from booth_app.lookup.inflection import bare, bases
from booth_app.lookup.query import Query
from booth_app.lookup.slips import SHORTEST, is_slip
from booth_app.lookup.sound import sounds
from booth_app.terminology.folding import FoldedWord, fold, folded_words, strip_article

Span = tuple[int, int]

_LONGEST: Final = 2_000
"""Characters of the text that are looked through: no answer on a screen is longer."""


def marks(query: str, text: str) -> list[Span]:
    """Return the spans of `text` (code points) that the words of `query` matched, in order.

    Of a word that goes on beyond what was typed only the typed letters are marked; of one that was
    matched in another form, with a slip or by sound, all letters.
    """
    stored = _words(text[:_LONGEST])
    spans: set[Span] = set()
    read = _read(query)
    whole = any(word.word == read.acronym for word in stored)
    for typed in (read.acronym,) if whole else read.words:
        for match in (_begun, _other_form, _slipped, _heard):
            found = [span for word in stored if (span := match(typed, word, text))]
            if found:
                spans.update(found)
                break
    return _joined(sorted(spans))


@lru_cache(maxsize=512)
def _words(text: str) -> list[FoldedWord]:
    """Return the words of `text`, kept: a key changes few of the terms on a screen."""
    return folded_words(text)


@lru_cache(maxsize=4)
def _read(query: str) -> Query:
    """Return the query, kept: it is marked in twenty terms."""
    return Query.read(query)


def _begun(typed: str, stored: FoldedWord, text: str) -> Span | None:
    if stored.word.startswith(typed):
        return stored.start, _after(stored, len(typed), text)
    without = strip_article(stored.word)
    for wanted in (typed, *_bare(typed)):
        if without.startswith(wanted):
            skipped = len(stored.word) - len(without)
            start = _after(stored, skipped, text) if skipped else stored.start
            return start, _after(stored, skipped + len(wanted), text)
    return None


def _other_form(typed: str, stored: FoldedWord, text: str) -> Span | None:
    if len(typed) < SHORTEST or (typed[:2] != stored.word[:2] and typed[0] < "\u0600"):
        return None
    akin = any(set(bases(typed, lang)) & set(bases(stored.word, lang)) for lang in LANGUAGES)
    return (stored.start, stored.end) if akin else None


def _slipped(typed: str, stored: FoldedWord, text: str) -> Span | None:
    wanted = (typed, *_bare(typed))
    words = {stored.word, strip_article(stored.word)}
    if any(len(w) >= SHORTEST and is_slip(word, w) for w in wanted for word in words):
        return stored.start, stored.end
    return None


def _heard(typed: str, stored: FoldedWord, text: str) -> Span | None:
    alike = len(typed) >= SHORTEST and any(len(s) > 1 for s in sounds(typed) & sounds(stored.word))
    return (stored.start, stored.end) if alike else None


def _bare(typed: str) -> tuple[str, ...]:
    return tuple(chain(*bare(typed))) if typed[0] >= "\u0600" else ()


def _after(stored: FoldedWord, letters: int, text: str) -> int:
    """Return where, in `text`, the first `letters` letters of the folded word end."""
    at = stored.start
    while letters > 0 and at < stored.end:
        letters -= len(fold(text[at]))
        at += 1
    while at < stored.end and not fold(text[at]) and not text[at].isspace():
        at += 1  # the marks of the last letter
    return at


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
