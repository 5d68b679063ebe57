"""The order of what was found, as one number each: the smaller, the better.

From the weightiest to the lightest: the quality of the match, the tier, the item in progress,
whether a better answer reads the slip as the same word, how near the beginning of the term all
typed words are met and how far its words are from them (whole words in this order, others in the
reverse), how much of it was not typed, the preferred language, the term's status, its words and
letters.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.finding import BEGUN, KIN, SLIP, TWO_SLIPS, Held
from booth_app.lookup.segment import Bytes, Segment
from booth_app.lookup.terms import How, Tier
from booth_app.lookup.vocabulary import Ints

Ranks = npt.NDArray[np.int64]


class Quality(IntEnum):
    """How well a term answers. An exact match in any tier outranks a slip of the meeting's.

    What is refused holds the words, but not the accents that were typed: no answer.
    """

    AS_TYPED = 0
    OTHER_FORM = 1
    WHOLE_WORDS = 2
    BEGUN_WORDS = 3
    BEGUN_WITHOUT_ARTICLE = 4
    ONE_SLIP = 5
    FIRST_LETTER = 6
    TWO_SLIPS = 7
    MORE_SLIPS = 8
    NAME_BY_SOUND = 9
    IN_PART = 10
    BY_SOUND = 11
    REFUSED = 12


_HOW: Final[tuple[How, ...]] = (
    *("exact", "exact", "prefix", "prefix", "prefix"),
    *("slip", "slip", "slip", "slip", "sound", "slip", "sound"),
)
_OF_SLIPS: Final = np.array(
    [Quality.BEGUN_WORDS, Quality.ONE_SLIP, Quality.TWO_SLIPS, Quality.MORE_SLIPS], dtype=np.int64
)
TIERS: Final[tuple[Tier, ...]] = ("meeting", "glossary", "other")

_WIDTHS: Final = (2, 1, 3, 5, 5, 6, 3, 4, 6, 10)
"""Bits of tier, item, repetition, cost or place, place or cost, untyped words, language, status,
words, letters."""
_BELOW_QUALITY: Final = sum(_WIDTHS)
_BELOW_TIER: Final = _BELOW_QUALITY - _WIDTHS[0]
_BELOW_REPETITION: Final = _BELOW_QUALITY - sum(_WIDTHS[:3])


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the concepts of a segment stand: `tier` and whether `apart` from the item, of each."""

    tier: Bytes
    apart: Bytes


def how(rank: int) -> How:
    """Return how the term of that rank was found."""
    return _HOW[rank >> _BELOW_QUALITY]


def tier(rank: int) -> Tier:
    """Return the tier of the term of that rank."""
    return TIERS[(rank >> _BELOW_TIER) & 3]


def quality(rank: int) -> Quality:
    """Return the quality of the match of that rank."""
    return Quality(rank >> _BELOW_QUALITY)


def at_quality(rank: int, worse: Quality) -> int:
    """Return `rank` with another quality."""
    return (rank & ((1 << _BELOW_QUALITY) - 1)) | (worse << _BELOW_QUALITY)


def ranks(
    segment: Segment,
    held: Held,
    standing: Standing,
    prefer: Sequence[Lang],
    worst: Quality | None = None,
) -> Ranks:
    """Return the rank of each held term; all of quality `worst` where that is given."""
    typed = len(held.costs)
    concept = segment.concept[held.terms]
    untyped = np.maximum(held.counts - typed, 0)
    ends = segment.texts.ends
    length = ends[held.terms] - np.where(held.terms > 0, ends[held.terms - 1], np.uint32(0))
    liked = np.array([prefer.index(g) if g in prefer else len(prefer) for g in LANGUAGES])
    rank = (
        _qualities(held, untyped)
        if worst is None
        else np.full(len(held.terms), int(worst), dtype=np.int64)
    )
    whole = rank <= Quality.WHOLE_WORDS
    costs = held.costs.sum(axis=0)
    fields = (
        standing.tier[concept],
        standing.apart[concept],
        np.zeros(len(held.terms), dtype=np.int64),
        np.where(whole, held.places, costs),
        np.where(whole, costs, held.places),
        untyped,
        liked[segment.lang[held.terms]],
        segment.status[held.terms],
        held.counts,
        length,
    )
    for field, width in zip(fields, _WIDTHS, strict=True):
        most = (1 << width) - 1
        rank = (rank << width) | np.minimum(np.asarray(field, dtype=np.int64), most)
    return _unlike(segment, held, rank) if typed == 1 else rank


def _unlike(segment: Segment, held: Held, rank: Ranks) -> Ranks:
    """Return the ranks with every slip read as a word after the first term with that word.

    Else ten terms with the first word that comes to mind hide the word that was meant.
    """
    slips = np.flatnonzero(rank >> _BELOW_QUALITY >= Quality.ONE_SLIP)
    if not len(slips):
        return rank
    best_first = slips[np.argsort(rank[slips], kind="stable")]
    at = segment.spelt_from[held.terms[best_first]] + held.places[best_first]
    seen: Counter[int] = Counter()
    for which, word in zip(
        best_first, segment.vocabulary.bare[segment.spelt[at]].tolist(), strict=True
    ):
        rank[which] |= min(seen[word], 7) << _BELOW_REPETITION
        seen[word] += 1
    return rank


def _qualities(held: Held, untyped: Ints) -> Ranks:
    worst = held.costs.max(axis=0)
    slips = (held.costs >= SLIP).sum(axis=0) + (held.costs >= TWO_SLIPS).sum(axis=0)
    whole_term = (untyped == 0) & (held.counts == len(held.costs)) & held.in_place
    slipped = _OF_SLIPS[np.minimum(slips, len(_OF_SLIPS) - 1)]
    begun = np.where(worst <= BEGUN, Quality.BEGUN_WORDS, Quality.BEGUN_WITHOUT_ARTICLE)
    exact = np.where(worst == 0, Quality.AS_TYPED, Quality.OTHER_FORM)
    other = np.where(worst <= KIN, Quality.WHOLE_WORDS, begun)
    found = np.where(worst < SLIP, other, slipped)
    return np.where(whole_term & (worst <= KIN), exact, found)
