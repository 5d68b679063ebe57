"""The order of what was found, as one number each: the smaller, the better.

From the weightiest to the lightest: the quality of the match, the tier, whether a better answer
reads the slip as the same word, how near the beginning of the term all typed words are met and how
far its words are from them (whole words in this order, others in the reverse), how much of it was
not typed, the item in progress, the preferred language, the term's status, its words and letters.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.finding import Held
from booth_app.lookup.segment import Segment
from booth_app.lookup.terms import How, Tier
from booth_app.lookup.vocabulary import Ints
from booth_app.lookup.ways import ABSENT, BEGUN, BEGUN_BARE, KIN, SLIP, TWO_SLIPS

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


_QUALITIES: Final = tuple(Quality)  # Quality(number) takes twenty times as long
_HOW: Final[tuple[How, ...]] = (
    *("exact", "exact", "prefix", "prefix", "prefix"),
    *("slip", "slip", "slip", "slip", "sound", "slip", "sound"),
)
TIERS: Final[tuple[Tier, ...]] = ("meeting", "glossary", "other")

_PLACE, _UNTYPED, _LANG, _STATUS, _WORDS, _LETTERS = 5, 6, 3, 4, 6, 10
"""Bits of the lesser parts of a rank."""
_MOST: Final = (1 << _PLACE) - 1
_BELOW_LANG: Final = _STATUS + _WORDS + _LETTERS
_BELOW_ITEM: Final = _LANG + _BELOW_LANG
_BELOW_REPETITION: Final = 2 * _PLACE + _UNTYPED + 1 + _BELOW_ITEM
_BELOW_TIER: Final = _BELOW_REPETITION + 3
_BELOW_QUALITY: Final = _BELOW_TIER + 2


def _of_costs() -> npt.NDArray[np.int64]:
    of = np.full(ABSENT, Quality.ONE_SLIP, dtype=np.int64)
    of[: BEGUN_BARE + 1] = Quality.BEGUN_WITHOUT_ARTICLE
    of[: BEGUN + 1] = Quality.BEGUN_WORDS
    of[: KIN + 1] = Quality.WHOLE_WORDS
    return of


_OF_WHOLE: Final = np.array([Quality.AS_TYPED, Quality.OTHER_FORM], dtype=np.int64)
_OF_WORST: Final = _of_costs()
"""The quality of a term by the cost of its word that is furthest from what was typed."""


_WHOLE_WORDS: Final = int(Quality.WHOLE_WORDS)
_ONE_SLIP: Final = int(Quality.ONE_SLIP)
REFUSED: Final = Quality.REFUSED << _BELOW_QUALITY
"""The ranks of what is refused begin here."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where things stand before anything is typed.

    `concepts`: of each its tier and whether it is apart from the item in progress, as bits of a
    rank. `terms`: of each its status, words and letters, the same.
    """

    concepts: Ranks
    terms: Ints

    @classmethod
    def of(cls, segment: Segment) -> "Standing":
        """Return the standing in a segment of which all concepts are of the second tier."""
        words = np.diff(segment.spelt_from)
        letters = np.diff(segment.texts.ends, prepend=np.uint32(0)).astype(np.int32)
        terms = segment.status.astype(np.int32)
        for lesser, width in ((words, _WORDS), (letters, _LETTERS)):
            terms = (terms << width) | np.minimum(lesser, (1 << width) - 1)
        standing = cls(np.zeros(len(segment.glossary), dtype=np.int64), terms.astype(np.int32))
        standing.put(TIERS.index("glossary"))
        return standing

    def put(self, tier: int | npt.NDArray[np.int64]) -> None:
        """Put all concepts, apart from the item, into a tier or each into its own."""
        self.concepts[:] = (np.asarray(tier, dtype=np.int64) << _BELOW_TIER) | (1 << _BELOW_ITEM)

    def put_in_item(self, concept: int) -> None:
        """Let the concept be of the item in progress."""
        self.concepts[concept] &= ~(1 << _BELOW_ITEM)

    def in_tier(self, tier: Tier) -> npt.NDArray[np.bool_]:
        """Return which concepts are of that tier."""
        there: npt.NDArray[np.bool_] = (self.concepts >> _BELOW_TIER) == TIERS.index(tier)
        return there


def how(rank: int) -> How:
    """Return how the term of that rank was found."""
    return _HOW[rank >> _BELOW_QUALITY]


def tier(rank: int) -> Tier:
    """Return the tier of the term of that rank."""
    return TIERS[(rank >> _BELOW_TIER) & 3]


def quality(rank: int) -> Quality:
    """Return the quality of the match of that rank."""
    return _QUALITIES[rank >> _BELOW_QUALITY]


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
    untyped = np.maximum(held.counts - typed, 0)
    of = _qualities(held) if worst is None else np.int64(worst)
    costs = np.minimum(held.costs.sum(axis=0, dtype=np.int64), _MOST)
    places = np.minimum(held.places, _MOST)
    whole = of <= _WHOLE_WORDS
    rank = np.where(whole, (places << _PLACE) | costs, (costs << _PLACE) | places)
    rank = (rank << _UNTYPED) | np.minimum(untyped, (1 << _UNTYPED) - 1)
    rank = (rank << (1 + _LANG)) | _liked(tuple(prefer))[segment.lang[held.terms]]
    rank = (rank << _BELOW_LANG) | standing.terms[held.terms]
    rank |= standing.concepts[segment.concept[held.terms]]
    rank |= of << _BELOW_QUALITY
    return _unlike(segment, held, rank) if typed == 1 else rank


@lru_cache(maxsize=16)
def _liked(prefer: tuple[Lang, ...]) -> Ranks:
    """Return of each language how many are preferred to it."""
    return np.array([prefer.index(g) if g in prefer else len(prefer) for g in LANGUAGES])


def _unlike(segment: Segment, held: Held, rank: Ranks) -> Ranks:
    """Return the ranks with every slip read as a word after the first term with that word.

    Else ten terms with the first word that comes to mind hide the word that was meant.
    """
    slips = np.flatnonzero(rank >> _BELOW_QUALITY >= _ONE_SLIP)
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


def _qualities(held: Held) -> Ranks:
    worst = held.costs.max(axis=0)
    of: Ranks = _OF_WORST[worst]
    if worst.max() >= SLIP:
        slips = (held.costs >= SLIP).sum(axis=0) + (held.costs >= TWO_SLIPS).sum(axis=0)
        more = np.where(slips > 2, Quality.MORE_SLIPS, Quality.TWO_SLIPS)
        of = np.where(slips > 1, more, of)
    # All words of the term were typed, in this order: as they are, or some in another form.
    whole = np.flatnonzero((held.counts == len(held.costs)) & held.in_place & (worst <= KIN))
    of[whole] = _OF_WHOLE[worst[whole]]
    return of
