"""Takes the concepts of a whole file over into the term base, all of them in one moment."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Literal, Protocol

from booth_app.jobs import JobCancelled
from booth_app.lookup.index import Index
from booth_app.lookup.index_cache import Rebuild, few
from booth_app.store.decoded import DecodedConcepts
from booth_app.store.faults import StoreFault
from booth_app.store.store import Store
from booth_app.terminology.concept import ConceptKey

if TYPE_CHECKING:
    from booth_app.store.batches import Batch, Counts

Step = Literal["reading", "backing up", "storing", "indexing"]
"""What is done, in this order."""

Documents = Iterable[Sequence[tuple[str, str]]]
"""Concepts, some at a time, each its id and its document (`concept_document.to_json`)."""


class Indexed(Protocol):
    """What is told when the batch is to be seen: the term base."""

    def changed(self, keys: Sequence[ConceptKey]) -> None:
        """Have the stored states of these few concepts found."""

    def exchange(self, index: Index, seq: int) -> None:
        """Look up in `index` from now on; what changed after `seq` is not in it yet."""


class TakeOver:
    """One batch of concepts on its way. It is stored and indexed while nobody sees it.

    `run` belongs in a worker thread: the term base may be used and changed meanwhile, and a save
    waits for one short commit at most. `cancel` may be called from any thread.
    """

    def __init__(
        self,
        store: Store,
        stored: DecodedConcepts,
        indexed: Indexed,
        glossary: str,
        documents: Documents,
        origin: str,
        note: str,
    ) -> None:
        self._store = store
        self._stored = stored
        self._indexed = indexed
        self._documents = documents
        self._given = (glossary, origin, note)
        self._turn = threading.Lock()
        self._cancelled = False
        self._rebuild: Rebuild | None = None

    def run(self, began: Callable[[Step], None] = lambda step: None) -> "Counts":
        """Take everything over and return what became of it; `began` is told each step.

        Where it does not come to its end nothing is left of it. Raises JobCancelled, StoreFault,
        and what the documents raise.
        """
        from booth_app.store.batches import Batch

        began("reading")
        rest = iter(self._documents)
        first = next(rest, ())  # what cannot be read ends here, before anything is done
        began("backing up")
        self._store.sweep()
        self._store.back_up()
        began("storing")
        batch = Batch(self._store, *self._given)
        try:
            for documents in chain([first], rest):
                self._go_on()
                batch.add(documents)
            self._show(batch, began)
        except BaseException:
            with contextlib.suppress(StoreFault):  # the next start puts it back
                batch.give_up()
            raise
        return batch.counts

    def cancel(self) -> None:
        """Leave everything as it was; `run` raises JobCancelled, or had come to its end."""
        with self._turn:
            self._cancelled = True
            if self._rebuild is not None:
                self._rebuild.cancel()

    def _show(self, batch: "Batch", began: Callable[[Step], None]) -> None:
        if not batch.counts.stored:
            batch.give_up()
            return
        most = few(self._stored)
        keys = self._store.reader.in_batch(batch.id, most + 1)
        if len(keys) <= most:
            batch.show()
            self._indexed.changed(keys)
            return
        began("indexing")
        rebuild = Rebuild(self._store.data.cache, self._stored, batch.id)
        with self._turn:
            self._rebuild = rebuild
        self._go_on()
        index = rebuild.index()
        self._go_on()
        batch.show()
        self._indexed.exchange(index, rebuild.seq)
        rebuild.name()

    def _go_on(self) -> None:
        if self._cancelled:
            raise JobCancelled("The import was cancelled.")
