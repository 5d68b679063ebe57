"""Concepts read from the store and kept decoded: a look-up shows the same few again and again."""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from booth_app.store.documents import concept_of, searchables_of
from booth_app.store.faults import damage
from booth_app.store.growing import growing_searchables
from booth_app.store.reading import Reader, StoredDocument, all_documents
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.searchable import Searchable

_MOST: Final = 340
"""Concepts kept at most: all of the shipped glossary. With 4,096 the collector stopped 50 ms."""


class DecodedConcepts:
    """The visible concepts of the store, the last few hundred of them kept decoded."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: dict[ConceptKey, Concept] = {}
        self._turn = threading.Lock()
        self._forgotten = 0

    def among(self, keys: Iterable[ConceptKey]) -> dict[ConceptKey, Concept]:
        """Return those of `keys` that are there, read in one query where any is not kept."""
        wanted = list(keys)
        found = {key: kept for key in wanted if (kept := self._kept.get(key)) is not None}
        missing = [key for key in wanted if key not in found]
        if missing:
            before = self._forgotten
            read = self._reader.documents(missing)
            decoded = [_decoded(row, self._reader.path) for row in read]
            found |= {concept.key: concept for concept in decoded}
            if self._forgotten == before:
                self.keep(decoded)
        return found

    def count(self) -> int:
        """Return about how many concepts there are: deleted and hidden ones count."""
        return int(self._reader.rows("SELECT count(*) FROM concept")[0][0])

    def source(self, with_batch: str = "") -> Callable[[], Iterator[Searchable]]:
        """Return what yields the terms of every concept, in the order they were stored.

        It can be sent to another process. The hidden batch `with_batch` is seen already.
        """
        return partial(all_searchables, self._reader.path, with_batch)

    def growing(
        self, with_batch: str, whole: Path
    ) -> Callable[[], Iterator[Searchable | ConceptKey]]:
        """Return what yields the terms of every concept while `with_batch` is still being stored.

        It can be sent to another process. See `growing_searchables`.
        """
        return partial(growing_searchables, self._reader.path, with_batch, whole)

    def identity(self) -> str:
        """Return the id of the database."""
        return self._reader.identity()

    def last_change(self, with_batch: str = "") -> tuple[int, str]:
        """Return the number of the newest change and its operation id; 0 where there is none.

        Of hidden batches `with_batch` alone counts; no hidden change is older than the newest.
        """
        seq = self._reader.last_change(with_batch)
        return seq, self.operation(seq)

    def operation(self, seq: int) -> str:
        """Return the operation id of the change of that number, empty where there is none."""
        found = self._reader.rows("SELECT operation FROM change WHERE seq = ?", (seq,))
        return str(found[0][0]) if found else ""

    def changed_since(self, seq: int) -> list[ConceptKey]:
        """Return the concepts that changed after change `seq`, the oldest change first."""
        return self._reader.changed_since(seq)

    def news(self, seq: int) -> Callable[[], dict[ConceptKey, Concept | None]]:
        """Return what tells the concepts changed after number `seq`, then those since it was asked.

        They are told as they are now, None for those that are deleted.
        """
        known = seq

        def news() -> dict[ConceptKey, Concept | None]:
            nonlocal known
            newest, _ = self.last_change()
            changed = self.changed_since(known)
            known = newest
            return dict.fromkeys(changed) | self.among(changed)

        return news

    def keep(self, concepts: Iterable[Concept]) -> None:
        """Keep `concepts` in place of what was kept of them."""
        with self._turn:
            self._kept.update((concept.key, concept) for concept in concepts)
            while len(self._kept) > _MOST:
                del self._kept[next(iter(self._kept))]

    def forget(self, key: ConceptKey) -> None:
        """Forget the concept `key`."""
        with self._turn:
            self._kept.pop(key, None)

    def forget_all(self) -> None:
        """Forget every concept, also those that are just being read."""
        with self._turn:
            self._forgotten += 1
            self._kept.clear()


def all_concepts(path: Path, with_batch: str = "") -> Iterator[Concept]:
    """Yield every visible concept of the database at `path`, in the order they were stored.

    Raises `DatabaseDamaged` at the first whose document is not what was stored.
    """
    for row in all_documents(path, with_batch):
        yield _decoded(row, path)


def all_searchables(path: Path, with_batch: str = "") -> Iterator[Searchable]:
    """Yield what is indexed of all visible concepts, in the order they were stored.

    Raises `DatabaseDamaged` at the first whose document is not what was stored.
    """
    try:
        for row in all_documents(path, with_batch):
            yield from searchables_of(row.glossary, row.document)
    except ValueError as error:
        raise damage(path) from error


def _decoded(row: StoredDocument, path: Path) -> Concept:
    try:
        return concept_of(row.glossary, row.document)
    except ValueError as error:
        raise damage(path) from error
