"""Releases a glossary: counted first, then written as YAML and as one file for the booths."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from booth_app.editing.release_counts import Counting, ReleaseCounts
from booth_app.editing.released_folder import ReleasedFolder
from booth_app.exchange.file_writing import FileUnwritable
from booth_app.exchange.release_writing import (
    SUFFIX,
    Release,
    folder_name,
    version_of,
    write_release,
)
from booth_app.jobs import JobCancelled
from booth_app.store import releases
from booth_app.store.glossary_states import (
    ConceptStates,
    StatesBetween,
    changed_since,
    concept_states,
    gone,
)
from booth_app.store.own_folders import folder_note, remember_folder, take_in_folder
from booth_app.store.released_states import ReleasedStates
from booth_app.store.review_age import outdate
from booth_app.store.said import Source, forget_source, keep_said
from booth_app.termbase import Termbase
from booth_app.terminology.approval import shipped
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.glossary_writing import UnwritableGlossaryError
from booth_app.terminology.joining import ids_before
from booth_app.terminology.news import ConceptNews, concept_news

__all__ = ["ConceptNews", "FileUnwritable", "Released", "Releasing", "UnwritableGlossaryError"]

Progressed = Callable[[int], None]
"""Is told how many concepts have gone through."""


def _nobody(_count: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Released:
    """A release that was written: what it is, its file, its YAML."""

    release: Release
    file: Path
    folder: ReleasedFolder


class Releasing:
    """A release of one glossary as it is stored now; `approved_only` holds back all else.

    Everything may take seconds and belongs in a worker thread; `cancel` may be called from any.
    """

    def __init__(self, termbase: Termbase, glossary: str, *, approved_only: bool = False) -> None:
        self.glossary = glossary
        self.approved_only = approved_only
        self._termbase = termbase
        self._path = termbase.store.reader.path
        self._cancelled = False

    def cancel(self) -> None:
        """Stop; what is under way raises JobCancelled, unless it has come to its end."""
        self._cancelled = True

    def counts(self, progressed: Progressed = _nobody) -> ReleaseCounts:
        """Return what goes out and what stays behind. Raises StoreFault, JobCancelled."""
        counting = Counting()
        for _ in self._shipped(counting, progressed):
            pass
        return counting.counts

    def changes(self) -> Iterator[ConceptNews]:
        """Yield what is new since the last release, concept by concept; all of it in a first one.

        Raises StoreFault.
        """
        last = releases.last(self._termbase.store.reader, self.glossary)
        if last is None:
            for concept, _ in self._shipped(Counting()):
                if (new := concept_news(None, concept)) is not None:
                    yield new
            return
        for states in self._since(last):
            new = concept_news(*self._between(states, approved_only=last.approved_only))
            if new is not None:
                yield new

    def write(
        self,
        now: datetime,
        folder: Path | None = None,
        progressed: Progressed = _nobody,
    ) -> Released:
        """Write the release into `folder` (made where missing) and record it.

        `folder` gets NAME/*.yaml and the one file; without one the glossaries in the data folder
        do. Raises FileUnwritable, UnwritableGlossaryError, StoreFault and JobCancelled: then
        nothing is recorded, and each file is whole, as it was or as it was to be.
        """
        store = self._termbase.store
        store.back_up()
        folder = store.data.glossaries if folder is None else folder
        out = ReleasedFolder(folder / folder_name(self.glossary))
        self._take_in_edits(out.path)
        seq = store.reader.last_change()
        states = ReleasedStates(store.reader, self.glossary)
        release = self._release(now, folder, states)
        shipping = (concept for concept, _ in self._shipped(Counting(), progressed))
        out.write(shipping, self._check)
        out.remove_others(self._states_of)
        file = folder / release.file_name
        lines = (states.line(*each) for each in self._shipped(Counting()))
        checksum = write_release(file, release, lines)
        self._record(release, seq, checksum, out.path, states)
        return Released(release, file, out)

    def _check(self) -> None:
        if self._cancelled:
            raise JobCancelled("The release was cancelled.")

    def _take_in_edits(self, folder: Path) -> None:
        """Merge in what was edited by hand where the release is about to write."""
        store = self._termbase.store
        if not folder.is_dir():
            return
        before = store.reader.last_change()
        take_in_folder(store, folder, self.glossary, self._check)
        keys = store.reader.changed_since(before)
        if keys:
            self._termbase.changed(keys)

    def _shipped(
        self, counting: Counting, progressed: Progressed = _nobody
    ) -> Iterator[tuple[Concept, ConceptStates]]:
        """Yield the concepts that go out, as they do, and as they are stored."""
        for number, states in enumerate(concept_states(self._path, self.glossary), 1):
            self._check()
            out = shipped(states.approved, states.current, approved_only=self.approved_only)
            counting.count(out)
            progressed(number)
            if out.concept is not None:
                yield out.concept, states

    def _since(self, last: releases.Recorded) -> Iterator[StatesBetween]:
        """Yield the concepts of which the last release may hold something else than this one."""
        changed = set()
        for states in changed_since(self._path, self.glossary, last.seq):
            changed.add(states.id)
            yield states
        if last.approved_only != self.approved_only:
            for each in concept_states(self._path, self.glossary):
                if each.current.id not in changed:
                    yield StatesBetween(each.current.id, each, each)

    def _between(
        self, states: StatesBetween, *, approved_only: bool
    ) -> tuple[Concept | None, Concept | None]:
        """Return what the last release shipped of a concept, and what this one does."""
        then, now = (
            shipped(state.approved, state.current, approved_only=only).concept if state else None
            for state, only in ((states.then, approved_only), (states.now, self.approved_only))
        )
        return then, now

    def _states_of(self, id_: str) -> Iterator[Concept]:
        """Yield every state the concept has been in."""
        for change in self._termbase.history(ConceptKey(self.glossary, id_)):
            yield from (state for state in change[-2:] if state is not None)

    def _release(self, now: datetime, folder: Path, states: ReleasedStates) -> Release:
        counting = Counting()
        gone_ids = dict.fromkeys(gone(self._path, self.glossary), "")
        there = set()
        for concept, _ in self._shipped(counting):
            there.add(concept.id)
            gone_ids.update(dict.fromkeys(ids_before(concept), concept.id))
        gone_ids = {id_: to for id_, to in gone_ids.items() if id_ not in there}
        counts = counting.counts
        name = f"{folder_name(self.glossary)}-"
        files = (path.name for path in folder.glob(f"*{SUFFIX}"))
        taken = {file.removeprefix(name).removesuffix(SUFFIX) for file in files}
        taken |= releases.versions(self._termbase.store.reader, self.glossary)
        return Release(
            glossary=self.glossary,
            version=version_of(now.date(), taken),
            person=self._termbase.store.person,
            at=now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            concepts=counts.concepts,
            terms={lang: each.goes_out for lang, each in counts.languages.items()},
            gone=gone_ids,
            were={id_: states.marks(id_) for id_ in gone_ids},
        )

    def _record(
        self, release: Release, seq: int, checksum: str, folder: Path, states: ReleasedStates
    ) -> None:
        store = self._termbase.store
        note = folder_note(store, folder)
        holds = {"concepts": release.concepts, "terms": dict(release.terms), "folder": note}
        recorded = releases.Recorded(
            glossary=self.glossary,
            version=release.version,
            person=release.person,
            at=release.at,
            checksum=checksum,
            seq=seq,
            approved_only=self.approved_only,
            document=json.dumps(holds),
        )
        with store.writing() as connection:
            releases.record(connection, recorded)
            forget_source(connection, self.glossary, Source("import", note))
            outdate(connection, self.glossary, note)
            keep_said(connection, self.glossary, "", states.unlike)
        remember_folder(store, folder)
