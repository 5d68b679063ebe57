"""The index behind look-up as one types: all terms of all glossaries, and the meeting's people.

What is heavy is imported when an index is made, so that a window can be painted before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.terms import Match, Overlap, Searchable
from booth_app.terminology.concept import ConceptKey

if TYPE_CHECKING:
    from booth_app.lookup.search import Search
    from booth_app.lookup.spotting import Spotter

__all__ = ["Index"]


class Index:
    """Terms and people, found by what is typed; a change is found at once."""

    def __init__(self, search: Search) -> None:
        self._search = search

    @classmethod
    def build(cls, terms: Iterable[Searchable | ConceptKey]) -> Index:
        """Return the index of `terms`; a large one (1.5 million take 15 s) in a process apart.

        A key among them takes back what came of its concept before.
        """
        from booth_app.lookup.search import Search
        from booth_app.lookup.segment_building import build

        return cls(Search(build(terms)))

    def save(self, folder: Path) -> None:
        """Write the index into `folder`, made where it is missing; people are not written."""
        from booth_app.lookup.cache import write

        write(self._search.whole(), folder)

    @classmethod
    def load(cls, folder: Path) -> Index | None:
        """Return the index saved in `folder`; None where none is, or one cut short or outdated."""
        from booth_app.lookup.cache import read
        from booth_app.lookup.search import Search

        segment = read(folder)
        return None if segment is None else cls(Search(segment))

    def look_up(
        self,
        text: str,
        limit: int,
        languages: Collection[Lang] = LANGUAGES,
        prefer: Sequence[Lang] = (),
    ) -> list[Match]:
        """Return at most `limit` answers to `text`, the best first, one for a concept or person.

        Terms in `languages` alone are matched; those that `prefer` names first win ties.
        """
        return self._search.matches(text, limit, languages, prefer)

    def overlaps(self, text: str, most: int) -> list[Overlap]:
        """Return at most so many terms that share words with `text`, the most alike first."""
        return self._search.overlaps(text, most)

    def languages_of(self, word: str) -> set[Lang]:
        """Return the languages of the terms that hold the folded `word`."""
        return self._search.languages_of(word)

    def spotter(self) -> Spotter:
        """Return the spotter over the same terms and people; what changes here changes there."""
        from booth_app.lookup.spotting import Spotter

        return Spotter(self._search)

    def replace(self, key: ConceptKey, terms: Sequence[Searchable]) -> None:
        """Let the concept have these terms from now on; none removes it."""
        self._search.replace(key, terms)

    def follow(
        self,
        people: Sequence[tuple[str, Sequence[tuple[Lang, str]]]],
        concepts: Collection[ConceptKey],
    ) -> None:
        """Let `people` (name, its forms) and `concepts` be the meeting's: the first tier."""
        self._search.follow(people, concepts)

    def follow_also(self, key: ConceptKey) -> None:
        """Let one concept more be the meeting's, which takes less than to name all again."""
        self._search.follow_also(key)

    def follow_item(self, concepts: Collection[ConceptKey]) -> None:
        """Let `concepts` be the item's in progress: they rank above their equals."""
        self._search.follow_item(concepts)

    def switch_off(self, glossaries: Collection[str]) -> None:
        """Let these glossaries be the third tier, all others the second."""
        self._search.switch_off(glossaries)
