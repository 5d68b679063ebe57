"""The index kept in the cache folder, with the state of the store that it was built from.

An index is written into a folder of its own, then one small file names it: what was cut short is
never named, and whatever is unreadable counts as absent.
"""

import contextlib
import json
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from booth_app.jobs import JobFailed, result
from booth_app.lookup.index import Index
from booth_app.lookup.searchables import searchables
from booth_app.terminology.concept import Concept, ConceptKey

_NAMED: Final = "index.json"
_SMALL: Final = 5_000
"""Concepts up to which an index is built in this process; beyond, in a child."""
_FEW_OF_SMALL: Final = 20
_FEW_OF_LARGE: Final = 100
"""Changed concepts up to which an older index is brought up to date instead of built anew.

Twenty take about as long as building the shipped glossary's (40 ms), a hundred 0.6 s.
"""


class Stored(Protocol):
    """The concepts an index is of, and how they changed."""

    def identity(self) -> str:
        """Return the id of the database."""

    def last_change(self) -> tuple[int, str]:
        """Return the number of the newest change and its operation id."""

    def operation(self, seq: int) -> str:
        """Return the operation id of the change of that number, empty where there is none."""

    def changed_since(self, seq: int) -> list[ConceptKey]:
        """Return what changed after change `seq`."""

    def among(self, keys: Iterable[ConceptKey]) -> Mapping[ConceptKey, Concept]:
        """Return those of `keys` that are there."""

    def count(self) -> int:
        """Return how many there are."""

    def source(self) -> Callable[[], Iterable[Concept]]:
        """Return what yields them all, also in another process."""


class _Kept(NamedTuple):
    """An index in the cache: the database it is of, and the newest change it holds."""

    folder: Path
    database: str
    seq: int
    operation: str


def up_to_date(cache: Path, stored: Stored) -> Index:
    """Return the index over `stored`: from `cache` with what changed since, else built.

    A large one is built in a child process; where that fails, here.
    """
    # Read first: what changes while the index is read is replayed twice, never missed.
    folder = cache / f"index-{secrets.token_hex(8)}"
    now = _Kept(folder, stored.identity(), *stored.last_change())
    index = _brought_up(cache, stored, now.database)
    if index is None:
        index = _built(folder, stored)
        with contextlib.suppress(OSError):  # a cache that cannot be written is no fault
            _name(cache, now)
    return index


def build(source: Callable[[], Iterable[Concept]], folder: Path) -> Index:
    """Build the index over the concepts of `source` and save it in `folder` where possible."""
    index = Index.build(searchables(source()))
    with contextlib.suppress(OSError):
        index.save(folder)
    return index


def _built(folder: Path, stored: Stored) -> Index:
    if stored.count() > _SMALL:
        with contextlib.suppress(JobFailed):
            result(_build_away, stored.source(), folder)
        index = Index.load(folder)
        if index is not None:
            return index
    return build(stored.source(), folder)


def _build_away(source: Callable[[], Iterable[Concept]], folder: Path) -> None:
    build(source, folder)


def _brought_up(cache: Path, stored: Stored, database: str) -> Index | None:
    kept = _kept(cache)
    # A database that was put back from a backup has another change of that number, or none.
    if kept is None or (kept.database, kept.operation) != (database, stored.operation(kept.seq)):
        return None
    changed = stored.changed_since(kept.seq)
    few = _FEW_OF_SMALL if stored.count() <= _SMALL else _FEW_OF_LARGE
    index = Index.load(kept.folder) if len(changed) <= few else None
    if index is not None:
        concepts = stored.among(changed)
        for key in changed:
            there = [concepts[key]] if key in concepts else []
            index.replace(key, list(searchables(there)))
    return index


def _kept(cache: Path) -> _Kept | None:
    try:
        named = json.loads((cache / _NAMED).read_text("utf-8"))
        folder = cache / Path(str(named["folder"])).name
        return _Kept(folder, str(named["database"]), int(named["seq"]), str(named["operation"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _name(cache: Path, kept: _Kept) -> None:
    """Have the next start find `kept`, and remove what an earlier one found."""
    if not kept.folder.is_dir():
        return
    beside = cache / f"{_NAMED}.{secrets.token_hex(4)}"
    named = {**kept._asdict(), "folder": kept.folder.name}
    beside.write_text(json.dumps(named), "utf-8")
    beside.replace(cache / _NAMED)
    for other in cache.glob("index-*"):
        if other != kept.folder:
            shutil.rmtree(other, ignore_errors=True)
