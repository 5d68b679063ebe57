"""The index kept in the cache folder, with the state of the store that it was built from.

An index is written into a folder of its own, then one small file names it: what was cut short is
never named, and whatever is unreadable counts as absent.
"""

import contextlib
import json
import secrets
import shutil
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from booth_app.jobs import Job, JobCancelled, JobFailed, Limits
from booth_app.lookup.index import Index
from booth_app.lookup.searchables import searchables
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.searchable import Searchable

_NAMED: Final = "index.json"
_SMALL: Final = 5_000
"""Concepts up to which an index is built in this process; beyond, in a child."""
_FORESEEN: Final = 400_000
"""Concepts for which a child that begins before all are stored may take memory and time."""
_WHOLE: Final = "whole"
"""The file that tells such a child that all are stored."""
_FEW_OF_SMALL: Final = 20
_FEW_OF_LARGE: Final = 100
"""Changed concepts up to which an older index is brought up to date instead of built anew.

Twenty take about as long as building the shipped glossary's (40 ms), a hundred 0.6 s.
"""


Terms = Callable[[], Iterable[Searchable | ConceptKey]]
"""Yields terms; a key takes back what came of its concept before."""


class Stored(Protocol):
    """The concepts an index is of, and how they changed."""

    def identity(self) -> str:
        """Return the id of the database."""

    def last_change(self, with_batch: str = "") -> tuple[int, str]:
        """Return the number of the newest change and its operation id."""

    def operation(self, seq: int) -> str:
        """Return the operation id of the change of that number, empty where there is none."""

    def changed_since(self, seq: int) -> list[ConceptKey]:
        """Return what changed after change `seq`."""

    def among(self, keys: Iterable[ConceptKey]) -> Mapping[ConceptKey, Concept]:
        """Return those of `keys` that are there."""

    def count(self) -> int:
        """Return how many there are."""

    def source(self, with_batch: str = "") -> Terms:
        """Return what yields the terms of them all, also in another process."""

    def growing(self, with_batch: str, whole: Path) -> Terms:
        """Return what yields them while a batch is stored, until there is a file `whole`."""


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
    index = _brought_up(cache, stored)
    if index is None:
        rebuild = Rebuild(cache, stored)
        index = rebuild.index()
        rebuild.name()
    return index


def is_large(concepts: int) -> bool:
    """Tell whether an index of so many concepts is built in a child process."""
    return concepts > _SMALL


def few(stored: Stored) -> int:
    """Return up to how many changed concepts an index is brought up to date, not built anew."""
    return _FEW_OF_SMALL if stored.count() <= _SMALL else _FEW_OF_LARGE


class Rebuild:
    """An index built anew while another one serves; what the hidden `with_batch` did is in it.

    It can be begun while that batch is still being stored; `index` comes when all of it is.
    """

    def __init__(self, cache: Path, stored: Stored, with_batch: str = "") -> None:
        self.seq = 0
        """The number of the newest change that the index is sure to hold, once there is one."""
        self._cache = cache
        self._stored = stored
        self._batch = with_batch
        self._folder = cache / f"index-{secrets.token_hex(8)}"
        self._kept: _Kept | None = None
        self._turn = threading.Lock()
        self._cancelled = False
        self._job: Job[None] | None = None

    def begin(self) -> None:
        """Build it from now on, in a child process. Raises JobCancelled."""
        source = self._stored.growing(self._batch, self._folder / _WHOLE)
        with contextlib.suppress(OSError):  # `index` builds it then
            self._folder.mkdir(parents=True)
            self._work(source, _FORESEEN).begin()

    def index(self) -> Index:
        """Build it: a large one in a child process, here where that fails.

        Raises JobCancelled.
        """
        # Read first: what changes while the index is built is replayed twice, never missed.
        seq, operation = self._stored.last_change(self._batch)
        self._kept = _Kept(self._folder, self._stored.identity(), seq, operation)
        self.seq = seq
        concepts, source = self._stored.count(), self._stored.source(self._batch)
        if self._job is not None:
            with contextlib.suppress(OSError):
                (self._folder / _WHOLE).touch()
        elif is_large(concepts):
            self._work(source, concepts)
        return self._built_away() or build(source, self._folder)

    def cancel(self) -> None:
        """End the child, from any thread; `index` raises JobCancelled."""
        with self._turn:
            self._cancelled = True
            if self._job is not None:
                self._job.cancel()

    def give_up(self) -> None:
        """Leave nothing of what was begun."""
        self.cancel()
        with contextlib.suppress(Exception):  # whatever it met, nobody asks for it any more
            self._built_away()

    def name(self) -> None:
        """Have the next start find it; a cache that cannot be written is no fault."""
        if self._kept is not None:
            with contextlib.suppress(OSError):
                _name(self._cache, self._kept)

    def _work(self, source: Terms, concepts: int) -> Job[None]:
        job: Job[None] = Job(_build_away, source, self._folder, limits=_limits(concepts))
        with self._turn:
            if self._cancelled:
                raise JobCancelled("The index was cancelled.")
            self._job = job
        return job

    def _built_away(self) -> Index | None:
        """Return what the child builds; None where there is none, or where it fails."""
        if self._job is None:
            return None
        try:
            for _ in self._job.pieces():
                pass
        except JobCancelled:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        except JobFailed:
            pass
        finally:
            with self._turn:
                self._job = None
        with contextlib.suppress(OSError):
            (self._folder / _WHOLE).unlink(missing_ok=True)
        return Index.load(self._folder)


def _limits(concepts: int) -> Limits:
    """Return four times what 250,000 concepts took (40 s, 0.9 GB), and so for others."""
    thousands = concepts // 1_000
    return Limits(
        memory=(1 << 30) + thousands * (16 << 20),
        cpu=60 + thousands * 3 // 4,
        silence=60 + thousands * 1.5,
    )


def build(source: Terms, folder: Path) -> Index:
    """Build the index over the terms of `source` and save it in `folder` where possible."""
    index = Index.build(source())
    try:
        index.save(folder)
    except OSError:  # on a full disk half an index would take the last room from the database
        shutil.rmtree(folder, ignore_errors=True)
    return index


def _build_away(source: Terms, folder: Path) -> None:
    build(source, folder)


def _brought_up(cache: Path, stored: Stored) -> Index | None:
    kept = _kept(cache)
    # A database that was put back from a backup has another change of that number, or none.
    if kept is None or kept[1:] != (stored.identity(), kept.seq, stored.operation(kept.seq)):
        return None
    changed = stored.changed_since(kept.seq)
    index = Index.load(kept.folder) if len(changed) <= few(stored) else None
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
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _name(cache: Path, kept: _Kept) -> None:
    """Have the next start find `kept`, and remove what an earlier one found."""
    if not kept.folder.is_dir():
        return
    beside = cache / f"{_NAMED}.{secrets.token_hex(4)}"
    named = {**kept._asdict(), "folder": kept.folder.name}
    try:
        beside.write_text(json.dumps(named), "utf-8")
        beside.replace(cache / _NAMED)
    except OSError:  # what no start will find is not left to fill the disk
        shutil.rmtree(kept.folder, ignore_errors=True)
        beside.unlink(missing_ok=True)
        raise
    for other in cache.glob("index-*"):
        if other != kept.folder:
            shutil.rmtree(other, ignore_errors=True)
