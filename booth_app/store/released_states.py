"""What the releases of a glossary that were made here said of its concepts."""

from collections.abc import Sequence
from typing import Final

from booth_app.store.glossary_states import ConceptStates
from booth_app.store.history import Change, history
from booth_app.store.reading import Reader
from booth_app.store.releases import Recorded, made
from booth_app.store.said import Said, Source, said_of
from booth_app.terminology.approval import shipped
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import Revision

RELEASED: Final = Source("release")
"""Whose word the releases of a glossary are."""


class ReleasedStates:
    """The states of a glossary's concepts in its releases, found in their history.

    `unlike` grows with the states of a new release that are no states of their concepts.
    """

    def __init__(self, reader: Reader, glossary: str) -> None:
        self.unlike: list[Said] = []
        self._reader = reader
        self._glossary = glossary
        self._releases = made(reader, glossary)

    def of(self, id_: str, release: Recorded, source: Source) -> Said | None:
        """Return what a release said of a concept, as said by `source`; None for nothing."""
        return _released(id_, self._history(id_), release, source)

    def line(self, concept: Concept, states: ConceptStates) -> tuple[Concept, Revision]:
        """Return a concept as a new release has it, with the states that it descends from.

        Where terms are in review that is not all the concept has been: what a booth changed the
        same way must not seem to be taken back.
        """
        if concept == states.current:
            return concept, states.revision
        document, changes = to_json(concept), self._history(concept.id)
        found = (_released(concept.id, changes, one, RELEASED) for one in self._releases)
        earlier = dict.fromkeys(one.document for one in found if one is not None)
        if document not in earlier:
            self.unlike.append(Said(concept.id, states.rev, RELEASED, "", document))
        return concept, Revision(states.rev, (*dict.fromkeys((document, *earlier)),))

    def marks(self, id_: str) -> str:
        """Return the marks of the states that a concept has been in."""
        said = (each.document for each in said_of(self._reader.rows, self._glossary, id_))
        states = (change.after for change in reversed(self._history(id_)))
        documents = (to_json(state) for state in states if state is not None)
        return Revision(0, (*documents, *said)).marks

    def _history(self, id_: str) -> Sequence[Change]:
        return history(self._reader, ConceptKey(self._glossary, id_))


def _released(
    id_: str, changes: Sequence[Change], release: Recorded, source: Source
) -> Said | None:
    changes = [change for change in changes if change.seq <= release.seq]
    if not changes or changes[-1].after is None:
        return None
    earlier = [change.after for change in changes[:-1] if change.after is not None]
    out = shipped(earlier, changes[-1].after, approved_only=release.approved_only)
    if out.concept is None:
        return None
    return Said(id_, changes[-1].rev, source, "", to_json(out.concept))
