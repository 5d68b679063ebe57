"""Reads the list of locutions: which words beside a term make it other words (*in return*)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.locutions import INTRODUCED, INTRODUCING, LOCUTIONS
from booth_app.lookup.phrases import MEANINGS
from booth_app.terminology.folding import words

_REMEMBERED: Final = 4_000
"""Words of which it is remembered whether what is listed begins with them."""

BREAK: Final = "."
"""Stands after the last word before a break."""

_Phrase = tuple[str, ...]


class Beside(NamedTuple):
    """What stands before a stretch of text, in it and after it, as folded words up to a break."""

    before: Sequence[str]
    within: Sequence[str]
    after: Sequence[str]


class _Words(NamedTuple):
    """Any of these folded words, or of those that have one of these bases; `others`: none."""

    written: frozenset[str]
    bases: frozenset[str]
    others: bool = False

    def hold(self, word: str, lang: Lang) -> bool:
        """Tell whether `word` is meant."""
        held = word in self.written or not self.bases.isdisjoint(MEANINGS[lang][word])
        return held is not self.others


class _Locution(NamedTuple):
    """What stands before a term, as which word it is written if not as any, what stands after."""

    before: tuple[_Words, ...]
    written: str
    after: tuple[_Words, ...]

    def holds(self, beside: Beside, lang: Lang) -> bool:
        """Tell whether a stretch stands in the phrase."""
        before, after = len(self.before), len(self.after)
        return (
            before <= len(beside.before)
            and after <= len(beside.after)
            and self.written in ("", beside.within[0])
            and (not before or _hold(self.before, beside.before[-before:], lang))
            and (not after or _hold(self.after, beside.after, lang))
        )


class Listed(NamedTuple):
    """The locutions of a term.

    At most `reach_before` words stand before it and `reach_after` after it. One of them has one of
    the words of `near_before` or `near_after` next to it, or else it may stand `anywhere`.
    `introduced`: it is the term only where something introduces a noun.
    """

    locutions: tuple[_Locution, ...]
    introduced: bool
    reach_before: int
    reach_after: int
    near_before: _Words
    near_after: _Words
    anywhere: bool

    def may_hold(self, before: str, after: str, lang: Lang) -> bool:
        """Tell whether something may be found, by the words next to a stretch, if any."""
        return (
            self.anywhere
            or self.introduced
            or self.near_before.hold(before or BREAK, lang)
            or self.near_after.hold(after or BREAK, lang)
        )

    def makes_another(self, beside: Beside, lang: Lang) -> bool:
        """Tell whether what stands beside a stretch makes it other words."""
        if self.introduced and beside.before:
            introducing = beside.before[-1]
            if introducing not in INTRODUCING[lang] and not introducing[0].isdigit():
                return True
        return any(each.holds(beside, lang) for each in self.locutions)


def listed(within: Sequence[str], lang: Lang) -> Iterator[Listed]:
    """Yield what is listed of the terms that a stretch of these words may be."""
    table = _TABLES[lang]
    for phrase in _phrases(within, lang):
        if phrase in table:
            yield table[phrase]


class _Beginnings(dict[str, bool]):
    """Whether what begins with a folded word may be a term that is listed."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._bases = frozenset(phrase[0] for phrase in _TABLES[lang])
        self._lang = lang

    def __missing__(self, word: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = may_begin = not self._bases.isdisjoint(MEANINGS[self._lang][word])
        return may_begin


def _table(lang: Lang) -> dict[_Phrase, Listed]:
    read = defaultdict[_Phrase, list[_Locution]](list)
    for term, given in LOCUTIONS[lang].items():
        read[_phrase(term, lang)] += [_locution(each.split(), lang) for each in given.split(";")]
    introduced = {_phrase(term, lang) for term in INTRODUCED[lang]}
    return {
        phrase: _together(read.get(phrase, ()), phrase in introduced)
        for phrase in {*read, *introduced}
    }


def _together(locutions: Sequence[_Locution], introduced: bool) -> Listed:
    before = [each.before[-1] for each in locutions if _tells(each.before[-1:])]
    after = [
        each.after[0]
        for each in locutions
        if _tells(each.after[:1]) and not _tells(each.before[-1:])
    ]
    return Listed(
        tuple(locutions),
        introduced,
        max([len(each.before) for each in locutions] + [1 if introduced else 0]),
        max([len(each.after) for each in locutions] + [0]),
        _any(before),
        _any(after),
        anywhere=len(before) + len(after) < len(locutions),
    )


def _tells(next_to_it: Sequence[_Words]) -> bool:
    return any(not each.others for each in next_to_it)


def _any(given: Sequence[_Words]) -> _Words:
    return _Words(
        frozenset().union(*(each.written for each in given)),
        frozenset().union(*(each.bases for each in given)),
    )


def _phrases(spelt: Sequence[str], lang: Lang) -> Iterator[_Phrase]:
    """Yield what words are as a phrase: the first in every way it can be read."""
    first, *others = (read for word in spelt if (read := MEANINGS[lang][word]))
    for each in first:
        yield (each, *(read[0] for read in others))


def _phrase(term: str, lang: Lang) -> _Phrase:
    return next(_phrases(words(term), lang))


def _hold(wanted: Sequence[_Words], there: Sequence[str], lang: Lang) -> bool:
    return all(each.hold(word, lang) for each, word in zip(wanted, there, strict=False))


def _locution(given: Sequence[str], lang: Lang) -> _Locution:
    at = next(place for place, token in enumerate(given) if token[0] in "~=")
    each = [_any_of(token, lang) for token in given]
    return _Locution(tuple(each[:at]), "".join(words(given[at])), tuple(each[at + 1 :]))


def _any_of(token: str, lang: Lang) -> _Words:
    alternatives = words(token) or [*filter(BREAK.__eq__, token)]
    bases = frozenset(read[0] for word in alternatives if (read := MEANINGS[lang][word]))
    return _Words(frozenset(alternatives), bases, token[0] in "!*")


# Read at once, which takes some milliseconds: no text is to wait for it.
_TABLES: Final = {lang: _table(lang) for lang in LANGUAGES}
BEGINNINGS: Final = {lang: _Beginnings(lang) for lang in LANGUAGES}
