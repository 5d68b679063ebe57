"""Glossary folders that a person keeps in the data folder: what was edited there is merged in.

A folder is the YAML of a release, or came by git. What its files say counts as a change against
what the release said, so an edit by hand and one in the window merge field by field.
"""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from booth_app.store import releases
from booth_app.store.faults import BoothIsOpen
from booth_app.store.history import Stamp, history
from booth_app.store.releases import Recorded
from booth_app.store.store import Store
from booth_app.terminology.approval import shipped
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.glossary_folder import content_hash, glossary_folders, read_glossary

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from booth_app.store.concept_rows import Row
    from booth_app.store.taking_in import TakenIn

_KEY: Final = "folder "
"""What the keys of the table `meta` begin with that have the hash of a folder as it was read."""
_NAMED: Final = 3
"""Problems of one folder that are told one by one."""


def take_in_own_folders(store: Store, folder_name: Callable[[str], str]) -> None:
    """Bring the store up to the folders of the data folder that were edited since they were read.

    `folder_name` tells the name of a glossary's folder. Where both sides changed the same, or a
    file leaves something out, that waits as a review and is told in a sentence. Beside another
    program that writes, everything stays as it is.
    """
    folders = {path: content_hash(path) for path in glossary_folders(store.data.glossaries)}
    known = dict(store.reader.rows("SELECT key, value FROM meta"))
    changed = {path: new for path, new in folders.items() if known.get(_KEY + path.name) != new}
    if not changed:
        return
    glossaries = {
        folder_name(name): str(name) for (name,) in store.reader.rows("SELECT name FROM glossary")
    }
    with contextlib.suppress(BoothIsOpen), store.borrowed():
        for path, new in changed.items():
            _take_in(store, path, new, glossaries.get(path.name, path.name))


def _take_in(store: Store, folder: Path, source: str, glossary: str) -> None:
    from sqlalchemy import update

    from booth_app.store.concepts import begin
    from booth_app.store.hidden import put_back_glossary
    from booth_app.store.tables import batch

    reading = read_glossary(folder)
    for problem in reading.problems[:_NAMED]:
        store.told(f"{problem.file}, line {problem.line}: {problem.message}")
    documents = {concept.id: to_json(concept) for concept in reading.concepts}
    stamp = Stamp(person=store.person, origin="import")
    with store.writing() as connection:
        begin(connection, stamp, glossary)
        connection.execute(update(batch).where(batch.c.id == stamp.batch).values(note=folder.name))
        put_back_glossary(connection, glossary)
        done = _merged(store, connection, glossary, documents, stamp)
        _remember(connection, _KEY + folder.name, source)
    if done.new or done.changed:
        count = done.new + done.changed
        taken = "1 concept was" if count == 1 else f"{count} concepts were"
        store.told(f"{taken} brought up to what was edited in {folder}.")
    if done.kept:
        waiting = "1 concept waits" if done.kept == 1 else f"{done.kept} concepts wait"
        store.told(f"{folder} was edited; {waiting} for your decision in the editor window.")


def _merged(
    store: Store,
    connection: "Connection",
    glossary: str,
    documents: Mapping[str, str],
    stamp: Stamp,
) -> "TakenIn":
    from booth_app.store.concept_rows import rows_of
    from booth_app.store.taking_in import merge_in

    rows = {row.id: row for row in rows_of(connection, glossary)}
    release = releases.last(store.reader, glossary)
    bases = _Bases(store, connection, glossary, release)
    edited = {
        id_: document
        for id_, document in documents.items()
        if id_ not in rows or (rows[id_].state != document and bases.common(rows[id_]) != document)
    }
    return merge_in(connection, glossary, edited, rows, bases.common, stamp, as_is=False)


class _Bases:
    """What the files of a folder said when they were written or read the last time."""

    def __init__(
        self, store: Store, connection: "Connection", glossary: str, release: Recorded | None
    ) -> None:
        from booth_app.store.file_bases import rows_over

        self._store = store
        self._rows = rows_over(connection)
        self._glossary = glossary
        self._release = release

    def common(self, row: "Row") -> str | None:
        """Return what the file of a concept said."""
        from booth_app.store.file_bases import base, base_since

        if self._release is None:
            return base(self._rows, self._glossary, row.id, row.state, row.rev)
        released, seq = self._released(row.id, self._release), self._release.seq
        return base_since(self._rows, self._glossary, row.id, row.state, released, seq)

    def _released(self, id_: str, release: Recorded) -> str | None:
        """Return what the release says of a concept."""
        changes = history(self._store.reader, ConceptKey(self._glossary, id_))
        states = [change.after for change in changes if change.seq <= release.seq]
        if not states or states[-1] is None:
            return None
        earlier = [state for state in states[:-1] if state is not None]
        out = shipped(earlier, states[-1], approved_only=release.approved_only)
        return None if out.concept is None else to_json(out.concept)


def _remember(connection: "Connection", key: str, value: str) -> None:
    from sqlalchemy.dialects.sqlite import insert

    from booth_app.store.tables import meta

    row = insert(meta).values(key=key, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
