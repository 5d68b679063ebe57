"""Takes in the glossaries and meetings that ship with Booth, when new or changed."""

import contextlib
import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from booth_app.meeting.meeting_folder import FILE, MeetingUnreadable, read_meeting
from booth_app.store.documents import storable
from booth_app.store.faults import BoothIsOpen
from booth_app.store.history import BUNDLED
from booth_app.store.meeting_rows import document_of
from booth_app.store.store import Store
from booth_app.terminology.counted import counted
from booth_app.terminology.glossary_folder import content_hash, glossary_folders, read_glossary
from booth_app.terminology.problem import Problem

_PATIENCE: Final = 20.0
"""Seconds a first start waits for another program that is taking the same things in."""
_PAUSE: Final = 0.05  # seconds between two looks
_NAMED: Final = 3
"""Problems of one glossary that are told one by one."""


def take_in_glossaries(store: Store, folder: Path) -> None:
    """Bring the store up to the glossaries in `folder`, one folder each.

    What cannot be read is told, with file and line, and what was taken from it before stays.
    Beside another program that writes, what is stored stays as it is; what never was taken in is
    waited for, since that program is about to.
    """
    folders = glossary_folders(folder)
    if not folders:
        store.told(f"No glossary was found in {folder}; what is stored is searched.")
    sources = {path: content_hash(path) for path in folders if _is_named(store, path)}
    _take_in(store, sources, "SELECT name, source_hash FROM glossary", _take_in_glossary)


def take_in_meetings(store: Store, folder: Path) -> None:
    """Bring the store up to the meetings in `folder`; as `take_in_glossaries` does."""
    folders = [file.parent for file in sorted(folder.glob(f"*/{FILE}"))]
    if not folders:
        store.told(f"No meeting was found in {folder}; those that are stored are there.")
    sources = {path: _content_hash(path) for path in folders if _is_named(store, path)}
    _take_in(store, sources, "SELECT id, source_hash FROM meeting", _take_in_meeting)


def _take_in(
    store: Store,
    sources: Mapping[Path, str],
    hashes: str,
    take: Callable[[Store, Path, str], None],
) -> None:
    """Take in those of `sources` whose hash is not the one that the query `hashes` gives."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        known = dict(store.reader.rows(hashes))
        changed = [path for path, source in sources.items() if known.get(path.name) != source]
        if not changed:
            return
        try:
            with store.borrowed():
                for path in changed:
                    take(store, path, sources[path])
            return
        except BoothIsOpen:
            never_taken = any(path.name not in known for path in changed)
            if not never_taken or time.monotonic() > deadline:
                return
            time.sleep(_PAUSE)


def _take_in_glossary(store: Store, folder: Path, source: str) -> None:
    from booth_app.store.taking_in import take_in

    reading = read_glossary(folder)
    _tell(store, reading.problems)
    unread = {Path(problem.file).stem for problem in reading.problems}
    stamp = store.stamp(BUNDLED)
    with store.writing() as connection:
        # Without the hash what cannot be read is looked at, and told, at every start.
        whole = "" if any(p.severity == "error" for p in reading.problems) else source
        done = take_in(connection, folder.name, reading.concepts, whole, stamp, unread)
    if done.kept:
        store.told(f"The glossary {folder.name} is newer now; {_waiting(done.kept)}.")


def _take_in_meeting(store: Store, folder: Path, source: str) -> None:
    from booth_app.store.meetings import take_in

    try:
        meeting = read_meeting(folder)
    except MeetingUnreadable as fault:
        store.told(str(fault))
        return
    with store.writing() as connection:
        take_in(connection, folder.name, document_of(meeting), source, store.stamp(BUNDLED))


def _waiting(count: int) -> str:
    own = counted(count, "concept waits", "concepts wait")
    return f"{own} for your decision in the editor window: you changed the same"


def _is_named(store: Store, folder: Path) -> bool:
    """Tell whether the folder's name, which names what is in it, is text; told where it is not."""
    if storable(folder.name) == folder.name:
        return True
    store.told(f"{folder} is left out: its name is no text; rename it.")
    return False


def _tell(store: Store, problems: Sequence[Problem]) -> None:
    """Name the first problems, and how many more there are: the last sentence stays in view."""
    for problem in problems[:_NAMED]:
        store.told(f"{problem.file}, line {problem.line}: {problem.message}")
    if len(problems) > _NAMED:
        more = counted(len(problems) - _NAMED, "more file")
        store.told(f"{more} like this; `booth glossary check` names them all.")


def _content_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        digest.update(json.dumps(path.name).encode() + b"\0")
        with contextlib.suppress(OSError):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
