"""Takes the concepts of a whole file over into the term base, all of them in one moment."""

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal, Protocol

from booth_app.jobs import JobCancelled
from booth_app.lookup.index import Index
from booth_app.lookup.index_cache import Rebuild, few, is_large
from booth_app.store.decoded import DecodedConcepts
from booth_app.store.store import Store
from booth_app.terminology.concept import ConceptKey

if TYPE_CHECKING:
    from booth_app.store import said as store_said
    from booth_app.store.batches import Batch
    from booth_app.store.reviews import Review
    from booth_app.store.verdicts import Counts, Item

Step = Literal["reading", "backing up", "storing", "indexing"]
"""What is done, in this order."""

Items = Iterable[Sequence["Item"]]
"""Concepts as a file brings them, or states that were decided on, some at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where concepts come from. `note` names it in the list of batches.

    `review` says what file it is: what waits for a person is parked in it, under an id of its own,
    with the file's `problems`, which are asked for at the end. `said_by`: whose word it is, where
    `origin` and `note` do not tell. `only_judged`: everything is
    parked there and nothing is stored, to be looked at before.
    """

    origin: str = "import"
    note: str = ""
    review: "Review | None" = None
    said_by: "store_said.Source | None" = None
    problems: Callable[[], Sequence[tuple[int, str]]] = lambda: ()
    only_judged: bool = False


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
        items: Items,
        source: Source,
    ) -> None:
        self.batch = ""
        """The id of the batch, and of its review, once it has begun."""
        self.parked = 0
        """How many rows its review has, at the end."""
        self.clashed: frozenset[str] = frozenset()
        """Concepts of which something that was decided was not stored: it was changed since."""
        self._store = store
        self._stored = stored
        self._indexed = indexed
        self._items = items
        self._glossary = glossary
        self._source = source
        self._turn = threading.Lock()
        self._cancelled = False
        self._rebuild: Rebuild | None = None

    def run(self, began: Callable[[Step], None] = lambda step: None) -> "Counts":
        """Take everything over and return what became of it; `began` is told each step.

        Where it does not come to its end nothing of it is ever seen, and soon nothing is left.
        Raises JobCancelled, StoreFault, and what the items raise.
        """
        began("reading")
        rest = iter(self._items)
        first = next(rest, ())  # what cannot be read ends here, before anything is done
        began("backing up")
        self._store.sweep()
        if not self._source.only_judged:
            self._store.back_up()
        began("storing")
        batch = self._begun()
        try:
            for items in chain([first], rest):
                self._go_on()
                batch.add(items)
                self._index_along(batch)
            self._show(batch, self._source.problems(), began)
        except BaseException:
            batch.give_up()
            if self._rebuild is not None:
                self._rebuild.give_up()
            raise
        self.parked, self.clashed = batch.parked, frozenset(batch.clashed)
        return batch.counts

    def cancel(self) -> None:
        """Leave everything as it was; `run` raises JobCancelled, or had come to its end."""
        with self._turn:
            self._cancelled = True
            if self._rebuild is not None:
                self._rebuild.cancel()

    def _begun(self) -> "Batch":
        from booth_app.store.batches import Batch

        source = self._source
        batch = Batch(
            self._store,
            self._glossary,
            source.origin,
            source.note,
            review=source.review,
            only_judged=source.only_judged,
            source=source.said_by,
        )
        self.batch = batch.id
        return batch

    def _index_along(self, batch: "Batch") -> None:
        """Have so much that is new indexed while the rest is stored, by the other processor."""
        stores = not self._source.only_judged
        if stores and self._rebuild is None and is_large(batch.counts.new):
            self._new_index(batch).begin()

    def _new_index(self, batch: "Batch") -> Rebuild:
        rebuild = Rebuild(self._store.data.cache, self._stored, batch.id)
        with self._turn:
            self._rebuild = rebuild
        self._go_on()
        return rebuild

    def _show(
        self,
        batch: "Batch",
        problems: Sequence[tuple[int, str]],
        began: Callable[[Step], None],
    ) -> None:
        if self._source.only_judged or not batch.counts.stored:
            if self._source.only_judged:
                batch.add_problems(problems)
            self._go_on()
            batch.show(problems)
            return
        most = few(self._stored)
        keys = self._store.reader.in_batch(batch.id, most + 1)
        if len(keys) <= most:
            batch.show(problems)
            # Asked again: what a person changed meanwhile was merged in the last moment.
            self._indexed.changed(self._store.reader.in_batch(batch.id, batch.counts.stored))
            return
        began("indexing")
        rebuild = self._rebuild or self._new_index(batch)
        index = rebuild.index()
        self._go_on()
        batch.show(problems)
        self._indexed.exchange(index, rebuild.seq)
        rebuild.name()

    def _go_on(self) -> None:
        if self._cancelled:
            raise JobCancelled("The import was cancelled.")
