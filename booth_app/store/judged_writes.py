"""What is written of the concepts that were judged: all of a transaction's in few statements."""

from sqlalchemy import Connection

from booth_app.store.concept_rows import Change, Row, add, change
from booth_app.store.history import Stamp
from booth_app.store.said import Said, keep_said


class JudgedWrites:
    """Gathers for one glossary what is `new`, what `changes`, and what was `said` of either."""

    def __init__(self, glossary: str) -> None:
        self.new: list[tuple[str, str]] = []
        self.changes: list[Change] = []
        self.said: list[Said] = []
        self._glossary = glossary

    def store(self, id_: str, row: Row | None, document: str | None) -> None:
        """Have `document` stored as the concept that `row` is, a new one where it is None.

        None for a document deletes the concept, where there is one.
        """
        if row is not None:
            self.changes.append((row, document))
        elif document is not None:
            self.new.append((id_, document))

    def write(self, connection: Connection, stamp: Stamp) -> None:
        """Write what was gathered, in the transaction that `connection` has begun."""
        add(connection, self._glossary, self.new, stamp)
        change(connection, self._glossary, self.changes, stamp)
        keep_said(connection, self._glossary, stamp.batch, self.said)
