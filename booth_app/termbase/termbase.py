"""The term base itself: opened, looked up in, changed."""

import contextlib
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import Self

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.index import Index
from booth_app.lookup.item_terms import LIMIT
from booth_app.lookup.live_index import LiveIndex
from booth_app.lookup.spotting import Spot
from booth_app.lookup.terms import Matched
from booth_app.meeting.meeting import Item, Meeting
from booth_app.paths import DataFolder, bundled
from booth_app.store.decoded import DecodedConcepts
from booth_app.store.documents import concept_of
from booth_app.store.faults import DatabaseDamaged, StoreFault
from booth_app.store.first_read import ItemTerms
from booth_app.store.history import Change, history
from booth_app.store.lock import WriterLock
from booth_app.store.opening import Told
from booth_app.store.shared_traps import SharedTraps
from booth_app.store.store import Store
from booth_app.take_over import Items, Source, TakeOver
from booth_app.termbase.hits import Hit, hits, item_terms
from booth_app.termbase.opening import filled_store, live_index
from booth_app.termbase.pairs import BoothPairs
from booth_app.terminology.concept import Concept, ConceptKey, Trap


class Termbase:
    """The stored concepts with the index and the spotter over them, always in step.

    Opening belongs in a worker thread. Afterwards one thread (the window's) follows and changes;
    look-ups, `sharing_words`, `concept`, `spot` and what `take_over` returns may be called from
    any. Changes raise `StoreFault`: `NotWritable` where the term base was opened for reading.
    `pairs` are the terms added in the booth.
    """

    def __init__(self, store: Store, earlier: "Termbase | None" = None) -> None:
        self.store = store
        self._stored = DecodedConcepts(store.reader)
        self._state = (self._stored.identity(), *self._stored.last_change())
        shared = earlier.index_of(*self._state) if earlier else None
        self._index: LiveIndex = shared or live_index(store.data.cache, self._stored)
        self._traps = SharedTraps(store.reader.path)
        self.pairs = BoothPairs(self, self._index.language, self._index.add)

    @classmethod
    def open(
        cls,
        data: DataFolder,
        person: str,
        *,
        write: bool,
        lock: WriterLock | None = None,
        told: Told | None = None,
        glossaries: Path | None = None,
        earlier: "Termbase | None" = None,
    ) -> Self:
        """Open the term base of `data`, after what is due: creation, repair, new glossaries.

        `write`: hold the writer's lock until `close`, or use the caller's `lock`. Reading takes
        it only while something is due; beside another program it reads what is there. `told` gets
        sentences for the person, from any thread. `person` signs the changes. `glossaries` is the
        folder of the bundled ones. `earlier` is one of the same folder, whose index is taken over
        where nothing has changed since. Raises `StoreFault` with its sentence: `BoothIsOpen`,
        `DataFolderUnusable`, `NewerDatabase`, `MigrationFailed`, `DatabaseUnusable`.
        """
        opened = partial(
            filled_store,
            data,
            person,
            write=write,
            lock=lock,
            told=told,
            glossaries=glossaries or bundled("glossaries"),
        )
        with contextlib.suppress(DatabaseDamaged):  # marked when it is met, and repaired below
            return cls._over(opened(), earlier)
        return cls._over(opened(), earlier)

    @classmethod
    def reading(cls, data: DataFolder, person: str = "") -> Self | None:
        """Return the term base for reading where nothing at all is due, else None.

        Imports no SQLAlchemy: the look-up of a second start, while `open` prepares for changes.
        """
        try:
            store = Store.sound(data, person)
            if store is None:
                return None
            with store.closed_on_fault():
                return cls(store)
        except StoreFault:
            return None

    def index_of(self, database: str, seq: int, operation: str) -> LiveIndex | None:
        """Return the index for another term base, where it is of that state of the store."""
        return self._index if self._state == (database, seq, operation) else None

    @property
    def can_write(self) -> bool:
        """Whether changes can be stored."""
        return self.store.can_write

    def close(self) -> None:
        """Finish what is being stored, close, and free the lock where `open` took it."""
        self.store.close()

    def look_up(
        self,
        text: str,
        limit: int = 10,
        *,
        languages: Collection[Lang] = LANGUAGES,
        prefer: Sequence[Lang] = (),
    ) -> list[Hit]:
        """Return at most `limit` answers to `text`, best first; `prefer` breaks ties."""
        matches = self._index.look_up(text, limit, languages, prefer)
        return hits(matches, self._stored.among, self._index.person)

    def concept(self, key: ConceptKey) -> Concept | None:
        """Return the concept `key` as it is stored; None where there is none."""
        return self._stored.among([key]).get(key)

    def concepts(self, keys: Collection[ConceptKey]) -> dict[ConceptKey, Concept]:
        """Return those of `keys` that are there, read together."""
        return self._stored.among(keys)

    def sharing(self, concept: Concept, trap: Trap) -> list[Concept]:
        """Return the other concepts that have the same trap; all once a meeting is followed."""
        keys = self._traps.beside(concept, trap)
        found = self._stored.among(keys) if keys else {}
        return [found[key] for key in keys if key in found]

    def spot(self, text: str, lang: Lang) -> list[Spot]:
        """Return the terms and names in `text`, offsets in code points of it."""
        return self._index.spot(text, lang)

    def sharing_words(self, text: str, most: int = 12) -> list[tuple[Concept, Matched]]:
        """Return at most so many concepts with a term that shares words with `text`.

        The most alike come first; seldom words count for more than common ones.
        """
        overlaps = self._index.overlaps(text, most)
        found = self._stored.among(overlap.key for overlap in overlaps)
        return [
            (found[overlap.key], Matched(overlap.lang, overlap.term))
            for overlap in overlaps
            if overlap.key in found
        ]

    def glossaries(self) -> list[str]:
        """Return the names of the glossaries, in alphabetical order."""
        rows = self.store.reader.rows("SELECT name FROM glossary ORDER BY name")
        return [str(name) for (name,) in rows]

    def filled_glossaries(self) -> list[str]:
        """Return those that have a concept, not one whose import is unfinished.

        Raises StoreFault.
        """
        from booth_app.store.glossary_states import glossary_names

        return glossary_names(self.store.reader.path)

    def switch_off(self, glossaries: Collection[str]) -> None:
        """Rank the concepts of `glossaries` after those of all others."""
        self._index.switch_off(glossaries)

    def follow(self, meeting: Meeting | None) -> None:
        """Find the people of `meeting`, rank its terms first, keep its item terms prepared."""
        self._index.follow(meeting)
        if meeting and self.can_write:
            self.store.later(lambda: self._prepare(meeting))
            self.store.later(self._traps.learn)

    def follow_item(self, item: Item | None) -> None:
        """Rank the terms of the item in progress above equals."""
        self._index.follow_item(item)

    def item_terms(self, meeting: Meeting, item: Item, limit: int = LIMIT) -> ItemTerms:
        """Return the terms and names of `item`, its own first, then the meeting's others."""
        entries = self._index.of_item(meeting, item, limit)
        return item_terms(entries, self._stored.among, meeting)

    def save(self, concept: Concept, origin: str) -> Concept:
        """Store `concept` and have it found; return it as it is stored.

        `origin` says where the change comes from: typed, booth, import, merge, release.
        """
        from booth_app.store import concepts

        with self.store.writing() as connection:
            document = concepts.save(connection, concept, self.store.stamp(origin))
        stored = concept_of(concept.glossary, document)
        self._stored.keep([stored])
        self._found(stored.key, stored)
        return stored

    def restate(
        self, keys: Collection[ConceptKey], change: Callable[[Concept], Concept], origin: str
    ) -> list[Concept]:
        """Store what `change` makes of these concepts, in one transaction; return what changed.

        Their terms must read as before: nothing is found anew. May be called from any thread.
        """
        from booth_app.store import concepts

        changed = []
        with self.store.writing() as connection:
            stamp = self.store.stamp(origin)
            for row in self.store.reader.documents(keys):
                concept = concept_of(row.glossary, row.document)
                after = change(concept)
                if after != concept:
                    concepts.save(connection, after, stamp)
                    changed.append(after)
        self._stored.forget_all()
        self.store.back_up_if_due()
        return changed

    def delete(self, key: ConceptKey, origin: str) -> None:
        """Delete the concept `key` and have it found no more; its history stays."""
        from booth_app.store import concepts

        with self.store.writing() as connection:
            concepts.delete(connection, key, self.store.stamp(origin))
        self._stored.forget(key)
        self._found(key, None)

    def take_over(
        self,
        glossary: str,
        items: Items,
        source: Source | None = None,
        *,
        origin: str = "import",
        note: str = "",
    ) -> TakeOver:
        """Return what takes these concepts over into `glossary`, to be run in a worker thread.

        `source` tells more of them than `origin` and `note`.
        """
        source = source or Source(origin=origin, note=note)
        return TakeOver(self.store, self._stored, self, glossary, items, source)

    def changed(self, keys: Sequence[ConceptKey]) -> None:
        """Have these concepts, which were stored beside this term base, found as they are."""
        self._stored.forget_all()
        for key in keys:
            concept = self.concept(key)
            self._index.replace(key, concept)
            self._traps.replace(key, concept)

    def exchange(self, index: Index, seq: int) -> None:
        """Look up in `index` from now on, which holds all changes up to number `seq`."""
        self._stored.forget_all()
        self._index.exchange(index, self._stored.news(seq))
        self._traps = SharedTraps(self.store.reader.path)
        self.store.later(self._traps.learn)

    def history(self, key: ConceptKey) -> list[Change]:
        """Return every change of the concept `key`, oldest first."""
        return history(self.store.reader, key)

    def language_of(self, text: str) -> Lang | None:
        """Return the language of `text` from its script and its words; None: cannot tell."""
        return self._index.language.of(text)

    @classmethod
    def _over(cls, store: Store, earlier: "Termbase | None") -> Self:
        with store.closed_on_fault():
            termbase = cls(store, earlier)
        if store.can_write:
            store.back_up_if_due()
        return termbase

    def _found(self, key: ConceptKey, concept: Concept | None) -> None:
        self._index.replace(key, concept)
        self._traps.replace(key, concept)
        self.store.back_up_if_due()

    def _prepare(self, meeting: Meeting) -> None:
        from booth_app.store.meetings import keep_prepared

        items = {item.id: self._index.of_item(meeting, item, LIMIT) for item in meeting.items}
        with self.store.writing() as connection:
            keep_prepared(connection, meeting.id, items)
