"""The index that answers, with the meeting it follows; another can take its place at any moment."""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from booth_app.languages import Lang
from booth_app.lookup.followed_meeting import FollowedMeeting
from booth_app.lookup.index import Index
from booth_app.lookup.item_terms import Entry
from booth_app.lookup.searchables import searchables
from booth_app.lookup.spotting import Spot
from booth_app.lookup.terms import Match, Overlap
from booth_app.lookup.text_language import TextLanguage
from booth_app.meeting.meeting import Item, Meeting, Person
from booth_app.terminology.concept import Concept, ConceptKey

News = Callable[[], Mapping[ConceptKey, Concept | None]]
"""Returns the concepts that changed since it was last asked, None for those that are deleted."""

_ROUNDS: Final = 50
"""Times a new index is brought up to date while the old one still serves; more than a person can
change in the second that this takes."""


class LiveIndex:
    """Answers look-ups and spots. One thread (the window's) follows and changes.

    Any thread may look up, where they take turns, `spot`, `replace` concepts and `exchange` the
    index meanwhile. `language` knows the words of the terms.
    """

    def __init__(self, index: Index) -> None:
        self.language = TextLanguage(lambda word: self._index.languages_of(word))
        self._index = index
        self._meeting = FollowedMeeting(index)
        self._off: Collection[str] = ()
        self._turn = threading.RLock()
        self._looking = threading.Lock()

    def look_up(
        self, text: str, limit: int, languages: Collection[Lang], prefer: Sequence[Lang]
    ) -> list[Match]:
        """Return at most `limit` answers to `text`, the best first; see `Index.look_up`."""
        with self._looking:  # an index marks what it finds in memory of its own
            return self._index.look_up(text, limit, languages, prefer)

    def overlaps(self, text: str, most: int) -> list[Overlap]:
        """Return at most so many terms that share words with `text`, the most alike first."""
        return self._index.overlaps(text, most)

    def spot(self, text: str, lang: Lang) -> list[Spot]:
        """Return the terms and names in `text`."""
        return self._meeting.spot(text, lang)

    def person(self, name: str | None) -> Person | None:
        """Return the meeting's person of that name."""
        return self._meeting.person(name)

    def of_item(self, meeting: Meeting, item: Item, limit: int) -> list[Entry]:
        """Return the terms and names of an item, of any meeting."""
        return self._meeting.of_item(meeting, item, limit)

    def follow(self, meeting: Meeting | None) -> None:
        """Follow `meeting` from now on, or none; nothing happens where it is followed already."""
        with self._turn:
            if meeting is None or meeting != self._meeting.meeting:
                self._meeting.follow(meeting)

    def follow_item(self, item: Item | None) -> None:
        """Rank what is the item's own above equals."""
        with self._turn:
            self._meeting.follow_item(item)

    def add(self, key: ConceptKey) -> None:
        """Count a concept that came up in the meeting as one of its own."""
        with self._turn:
            self._meeting.add(key)

    def switch_off(self, glossaries: Collection[str]) -> None:
        """Let these glossaries be the third tier, all others the second."""
        with self._turn:
            self._off = glossaries
            self._index.switch_off(glossaries)

    def replace(self, key: ConceptKey, concept: Concept | None) -> None:
        """Have the terms of `concept` found as those of `key`; None: it is found no more."""
        terms = list(searchables([concept] if concept else []))
        with self._turn:
            self._index.replace(key, terms)

    def exchange(self, index: Index, news: News) -> None:
        """Answer with `index` from now on; `news` tells what it does not hold yet.

        It is brought up to date while the other one serves: nobody waits but for the exchange.
        """
        index.switch_off(self._off)
        meeting = FollowedMeeting(index)
        for _ in range(_ROUNDS):
            meeting.keep_up(self._meeting)
            self._bring_up(index, news())
            with self._turn:
                latest = news()
                if not latest and self._meeting.follows == meeting.follows:
                    self._put_in_place(index, meeting)
                    return
            self._bring_up(index, latest)
        with self._turn:
            meeting.keep_up(self._meeting)
            self._bring_up(index, news())
            self._put_in_place(index, meeting)

    def _bring_up(self, index: Index, changed: Mapping[ConceptKey, Concept | None]) -> None:
        for key, concept in changed.items():
            index.replace(key, list(searchables([concept] if concept else [])))

    def _put_in_place(self, index: Index, meeting: FollowedMeeting) -> None:
        index.switch_off(self._off)
        self._index, self._meeting = index, meeting
