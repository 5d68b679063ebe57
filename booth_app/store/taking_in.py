"""Takes folders of concept files in, merged field by field with what people changed since."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, update

from booth_app.store import tables
from booth_app.store.concept_rows import Change, Row, change, rows_of
from booth_app.store.concepts import begin
from booth_app.store.file_bases import base, rows_over
from booth_app.store.hidden import put_back_glossary
from booth_app.store.history import BUNDLED, Stamp
from booth_app.store.ids import ulid
from booth_app.store.judged_writes import JudgedWrites
from booth_app.store.judging import Brought, Judged, judged
from booth_app.store.parked import Parked
from booth_app.store.reviews import Review
from booth_app.store.said import Said, Source
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_json

_SHIPPED: Final = Source(BUNDLED)

Bases = Callable[[Row, str], str | None]
"""Tells the state that a stored concept and its file, which says this, had in common."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What taking in a folder did. `kept` are concepts of which something waits for a person."""

    new: int = 0
    changed: int = 0
    deleted: int = 0
    kept: int = 0


def take_in(
    connection: Connection,
    name: str,
    concepts: Iterable[Concept],
    source: str,
    stamp: Stamp,
    unread: Collection[str] = (),
) -> TakenIn:
    """Take a bundled glossary in, whose content hash is `source`.

    What nobody edited becomes what the source says, deletions included. What a person edited is
    merged with it; where both changed the same it stays, and a review of it waits. So does what a
    person deleted, and so do the concepts whose files could not be read, `unread`.
    """
    begin(connection, stamp, name)
    put_back_glossary(connection, name)
    rows = {row.id: row for row in rows_of(connection, name)}
    documents = {concept.id: to_json(concept) for concept in concepts}
    ask = rows_over(connection)

    def common(row: Row, _document: str = "") -> str | None:
        return base(ask, name, row.id, row.state, _SHIPPED)

    left_out = (row for row in rows.values() if row.id not in documents and row.id not in unread)
    gone: list[Change] = [
        (row, None) for row in left_out if row.state is not None and common(row) == row.state
    ]
    done = merge_in(connection, name, documents, rows, common, stamp, _SHIPPED)
    change(connection, name, gone, stamp)
    source_of = update(tables.glossary).where(tables.glossary.c.name == name)
    connection.execute(source_of.values(source_hash=source, read_only=True))
    return TakenIn(done.new, done.changed, len(gone), done.kept)


def merge_in(
    connection: Connection,
    name: str,
    documents: Mapping[str, str],
    rows: Mapping[str, Row],
    common: Bases,
    stamp: Stamp,
    source: Source,
) -> TakenIn:
    """Merge documents, each by the id of its concept, into the concepts that `rows` are.

    Of a glossary that ships, what nobody edited becomes exactly what its document says, also what
    that empties. What is to be decided waits in a review under the name of the `source`.
    """
    writes = JudgedWrites(name)
    waiting: list[tuple[Brought, Judged]] = []
    for id_, document in documents.items():
        row = rows.get(id_)
        known = common(row, document) if row is not None else None
        if row is None or (source == _SHIPPED and known == row.state != document):
            writes.store(id_, row, document)
        elif row.state != document:
            brought = Brought(id_, document)
            each = judged(name, brought, row.state, known)
            if each.stores:
                writes.store(id_, row, each.document)
            if each.waits:
                waiting.append((brought, each))
            elif each.said is not None:
                writes.said.append(Said(id_, row.rev + each.stores, source, "", each.said))
        elif known != document:
            writes.said.append(Said(id_, row.rev, source, "", document))
    writes.write(connection, stamp)
    _wait(connection, name, waiting, stamp, source)
    return TakenIn(len(writes.new), len(writes.changes), 0, len(waiting))


def _wait(
    connection: Connection,
    name: str,
    waiting: list[tuple[Brought, Judged]],
    stamp: Stamp,
    source: Source,
) -> None:
    """Keep these as a review, in place of one of the same folder before it."""
    review = tables.review.c
    if not waiting:
        return
    file = source.note or name
    older = (review.glossary == name) & (review.file == file) & (review.state == "open")
    connection.execute(update(tables.review).where(older).values(state="closed"))
    parked = Parked(
        Review(
            id=ulid(),
            glossary=name,
            file=file,
            format="yaml" if source.note else source.origin,
            source=name,
            person=stamp.person,
            at=stamp.at,
        )
    )
    parked.add(connection, waiting)
    parked.show(connection, ())
