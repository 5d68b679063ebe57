"""The meeting an index follows: its people are found, its terms and its item's come first."""

from collections.abc import Sequence
from dataclasses import replace

from booth_app.languages import Lang
from booth_app.lookup.index import Index
from booth_app.lookup.item_terms import LIMIT, Entry, MeetingTerms, name_forms
from booth_app.lookup.spotting import Spot
from booth_app.meeting.meeting import Item, Meeting, Person
from booth_app.terminology.concept import ConceptKey


class FollowedMeeting:
    """Keeps `index` in step with the meeting that goes on."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._spotter = index.spotter()
        self._terms: MeetingTerms | None = None
        self._item: Item | None = None
        self._added: list[ConceptKey] = []

    @property
    def meeting(self) -> Meeting | None:
        """The meeting, None while none is followed."""
        return self._terms.meeting if self._terms else None

    @property
    def follows(self) -> tuple[Meeting | None, Item | None, Sequence[ConceptKey]]:
        """What is followed: the meeting, its item, and the concepts that came up in it."""
        return self.meeting, self._item, tuple(self._added)

    def spot(self, text: str, lang: Lang) -> list[Spot]:
        """Return the terms and names in `text`."""
        return self._spotter.spot(text, lang)

    def follow(self, meeting: Meeting | None) -> None:
        """Follow `meeting` from now on, or none.

        Where it differs only in what the person entered about somebody, everything is found as
        before: following it anew would make a key wait for a tenth of a second.
        """
        if meeting and self._terms and _as_found(meeting) == _as_found(self._terms.meeting):
            self._terms.meeting = meeting
            return
        self._added = []
        self._index.follow(_people(meeting), ())  # first, so that the names are spotted
        self._terms = MeetingTerms(meeting, self.spot) if meeting else None
        self._rank()

    def follow_item(self, item: Item | None) -> None:
        """Rank what is the item's own above equals."""
        self._item = item
        entries = self._terms.of_item(item) if self._terms and item else []
        self._index.follow_item([entry.concept for entry in entries if entry.concept and entry.own])

    def add(self, key: ConceptKey) -> None:
        """Count a concept that came up in the meeting as one of its own."""
        if self._terms:
            self._added.append(key)
            self._terms.add(key)
            self._index.follow_also(key)

    def keep_up(self, other: "FollowedMeeting") -> None:
        """Follow what `other` follows, whose index may be another one."""
        meeting, item, added = other.follows
        if meeting is not self.meeting:
            self.follow(meeting)
        for key in added[len(self._added) :]:
            self.add(key)
        if item is not self._item:
            self.follow_item(item)

    def of_item(self, meeting: Meeting, item: Item, limit: int = LIMIT) -> list[Entry]:
        """Return the terms and names of an item, of any meeting."""
        terms = self._terms
        if terms is None or terms.meeting != meeting:
            terms = MeetingTerms(meeting, self.spot)
        return terms.of_item(item, limit)

    def person(self, name: str | None) -> Person | None:
        """Return the person of that name."""
        return self._terms.meeting.person(name) if self._terms and name else None

    def _rank(self) -> None:
        concepts = self._terms.concepts if self._terms else ()
        self._index.follow(_people(self.meeting), concepts)


def _as_found(meeting: Meeting) -> Meeting:
    """Return `meeting` without what is entered about its people, which nothing is found by."""
    people = (replace(p, say_as="", address={}, speaks="", speech="") for p in meeting.people)
    return replace(meeting, people=tuple(people))


def _people(meeting: Meeting | None) -> list[tuple[str, list[tuple[Lang, str]]]]:
    people = meeting.people if meeting else ()
    return [(person.name, name_forms(person)) for person in people]
