"""What a release of a glossary would ship, counted before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.approval import STANDINGS, Shipped, Standing


class LanguageCounts(NamedTuple):
    """What becomes of the terms of one language.

    `approved` go out as they are; of `earlier` the last approved text goes out, and the change in
    review stays behind; `unapproved` go out as they stand, marked so; `held_back` stay behind.
    """

    approved: int = 0
    earlier: int = 0
    unapproved: int = 0
    held_back: int = 0

    @property
    def goes_out(self) -> int:
        """How many terms are in the release."""
        return self.approved + self.earlier + self.unapproved

    @property
    def stays_behind(self) -> int:
        """How many terms, or changes of terms, are not."""
        return self.earlier + self.held_back


@dataclass(frozen=True, slots=True)
class ReleaseCounts:
    """What a release would hold; `held_back` counts concepts of which nothing goes out."""

    concepts: int
    held_back: int
    languages: Mapping[Lang, LanguageCounts]


class Counting:
    """Counts what passes through it on its way into a release."""

    def __init__(self) -> None:
        self._concepts = Counter[bool]()
        self._terms = Counter[tuple[Lang, Standing]]()

    def count(self, out: Shipped) -> None:
        """Count one concept."""
        self._concepts[out.concept is not None] += 1
        self._terms.update((lang, standing) for lang, _, standing in out.terms)

    @property
    def counts(self) -> ReleaseCounts:
        """What was counted so far."""
        return ReleaseCounts(
            self._concepts[True],
            self._concepts[False],
            {
                lang: LanguageCounts(*(self._terms[lang, standing] for standing in STANDINGS))
                for lang in LANGUAGES
            },
        )
