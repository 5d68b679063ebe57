"""Takes back what was done to a glossary: a whole batch, one concept, one field."""

from booth_app.store.batch_list import StoredBatch, batches, way_back
from booth_app.store.history import TAKEN_BACK
from booth_app.take_over import Source, TakeOver
from booth_app.termbase import Termbase
from booth_app.terminology.approval import after_change
from booth_app.terminology.concept import Concept
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import TEXT, Field, values

__all__ = ["StoredBatch", "TakingBack", "as_it_was"]


class TakingBack:
    """The batches of a term base's glossaries, and the way back from each."""

    def __init__(self, termbase: Termbase) -> None:
        self._termbase = termbase

    def batches(self, glossary: str) -> list[StoredBatch]:
        """Return what changed a glossary, the newest first; may take a second, in a thread."""
        return batches(self._termbase.store.reader, glossary)

    def of_batch(self, glossary: str, batch: str) -> TakeOver:
        """Return what takes a whole batch back, to be run in a worker thread.

        What it made is deleted, what it changed is as before. What was changed since stays, field
        by field, and counts as a conflict where the two clash. It is a batch itself, and can be
        taken back like any other.
        """
        reader = self._termbase.store.reader
        source = Source(origin=TAKEN_BACK, note=batch)
        return self._termbase.take_over(glossary, way_back(reader, glossary, batch), source)


def as_it_was(now: Concept, earlier: Concept, field: Field | None = None) -> Concept:
    """Return the concept `now` as it was `earlier`, in one field alone where that is given.

    A term that is approved and changes by it is in review again. The text of a term stands for
    the whole term where one of the two does not have it.
    """
    if field is None:
        return after_change(now, earlier)
    before = values(earlier)
    concept = with_field(now, field, before.get(field))
    if field.part == "term" and field.name == TEXT and field not in values(now):
        for each, value in before.items():
            if each.whole == field:
                concept = with_field(concept, each, value)
    return after_change(now, concept)
