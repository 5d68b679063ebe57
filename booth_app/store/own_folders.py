"""Glossary folders that people edit, in the data folder or beside a release: they are merged in.

A folder is the YAML of a release, or came by git. What its files say counts as a change against
what the release said, so an edit by hand and one in the window merge field by field.
"""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from booth_app.store import releases
from booth_app.store.documents import storable
from booth_app.store.faults import BoothIsOpen
from booth_app.store.history import Stamp
from booth_app.store.released_states import ReleasedStates
from booth_app.store.said import Said, Source
from booth_app.store.store import Store
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.counted import counted
from booth_app.terminology.glossary_folder import (
    concepts_in,
    content_hash,
    glossary_folders,
    unheard,
)
from booth_app.terminology.problem import Problem
from booth_app.terminology.state_marks import mark

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from booth_app.store.concept_rows import Row
    from booth_app.store.taking_in import TakenIn

_KEY: Final = "folder "
"""What the keys of the table `meta` begin with that have the hash of a folder as it was read."""
_TOLD: Final = "SELECT concept FROM said WHERE glossary = ? AND origin = ? AND note = ?"
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
    changed = [path for path, new in folders.items() if known.get(_key(store, path)) != new]
    if not changed:
        return
    glossaries = {
        folder_name(name): str(name) for (name,) in store.reader.rows("SELECT name FROM glossary")
    }
    with contextlib.suppress(BoothIsOpen), store.borrowed():
        for path in changed:
            take_in_folder(store, path, glossaries.get(path.name, path.name))
            remember_folder(store, path, folders[path])


def take_in_folder(
    store: Store, folder: Path, glossary: str, looked: Callable[[], object] = unheard
) -> None:
    """Merge the files of a folder into `glossary`, and tell what became of it.

    `looked` is called as each file was read, before anything is stored; it may raise.
    """
    from sqlalchemy import update

    from booth_app.store.concepts import begin
    from booth_app.store.hidden import put_back_glossary
    from booth_app.store.tables import batch

    problems: list[Problem] = []
    documents: dict[str, str] = {}
    for _, concept in concepts_in(folder, problems.append):
        documents[concept.id] = to_json(concept)
        looked()
    for problem in problems[:_NAMED]:
        store.told(f"{problem.file}, line {problem.line}: {problem.message}")
    stamp = Stamp(person=store.person, origin="import")
    note = folder_note(store, folder)
    with store.writing() as connection:
        begin(connection, stamp, glossary)
        connection.execute(update(batch).where(batch.c.id == stamp.batch).values(note=note))
        put_back_glossary(connection, glossary)
        done = _merged(store, connection, glossary, documents, stamp, Source("import", note))
    if done.new or done.changed:
        count = done.new + done.changed
        taken = counted(count, "concept was", "concepts were")
        store.told(f"{taken} brought up to what was edited in {folder}.")
    if done.kept:
        waiting = counted(done.kept, "concept waits", "concepts wait")
        store.told(f"{folder} was edited; {waiting} for your decision in the editor window.")


def folder_note(store: Store, folder: Path) -> str:
    """Return how a folder is called in the history: by its place, in the data folder or not."""
    place = folder.resolve()
    with contextlib.suppress(ValueError):
        place = place.relative_to(store.data.root.resolve())
    return storable(place.as_posix())


def remember_folder(store: Store, folder: Path, content: str = "") -> None:
    """Keep what a folder holds, so that it is read again only where somebody edits it."""
    from sqlalchemy.dialects.sqlite import insert

    from booth_app.store.tables import meta

    value = content or content_hash(folder)
    row = insert(meta).values(key=_key(store, folder), value=value)
    with store.writing() as connection:
        connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def _key(store: Store, folder: Path) -> str:
    return _KEY + folder_note(store, folder)


def _merged(
    store: Store,
    connection: "Connection",
    glossary: str,
    documents: Mapping[str, str],
    stamp: Stamp,
    source: Source,
) -> "TakenIn":
    from booth_app.store.concept_rows import rows_of
    from booth_app.store.said import keep_said
    from booth_app.store.taking_in import merge_in

    rows = {row.id: row for row in rows_of(connection, glossary)}
    common = _Bases(store, connection, glossary, source).common
    edited = {
        id_: document
        for id_, document in documents.items()
        if id_ not in rows or common(rows[id_], document) != document
    }
    told = connection.exec_driver_sql(_TOLD, (glossary, source.origin, source.note)).scalars()
    known = set(told)
    same = [
        Said(id_, rows[id_].rev, source, "", document)
        for id_, document in documents.items()
        if id_ not in edited and id_ not in known and rows[id_].state == document
    ]
    keep_said(connection, glossary, stamp.batch, same)  # what is edited there next is held to it
    return merge_in(connection, glossary, edited, rows, common, stamp, source)


class _Bases:
    """What the files of a folder said when they were written or read the last time."""

    def __init__(
        self, store: Store, connection: "Connection", glossary: str, source: Source
    ) -> None:
        from booth_app.store.file_bases import rows_over

        self._rows = rows_over(connection)
        self._glossary = glossary
        self._source = source
        self._states = ReleasedStates(store.reader, glossary)
        self._release = releases.last_in(store.reader, glossary, source.note)

    def common(self, row: "Row", document: str) -> str | None:
        """Return what the file of a concept said, which now says `document`."""
        from booth_app.store.file_bases import base, base_since

        its = self._glossary, row.id, row.state
        if self._release is not None:
            released = self._states.of(row.id, self._release, self._source)
            if released is not None:
                return base_since(self._rows, *its, released)
        found = base(self._rows, *its, self._source)
        # What the concept has been here says nothing new in a folder that is seen first.
        return found or base(self._rows, *its, self._source, document, (mark(document),))
