"""The last state that a concept and a file had in common: the base of their merge.

Three things tell it. A file that Booth wrote has marks of the states the concept had been in
there; the last of them that the concept has been in here too is the base, in whichever term base
the file was written. A file without marks is compared with what the same source said before.
Where neither is known there is no base, and what differs waits for a person.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from booth_app.store.judging import Brought, FileChange, base_from_files
from booth_app.store.said import BACK, Said, Source, said_of, source_of
from booth_app.terminology.state_marks import last_common, marks_like

if TYPE_CHECKING:
    from sqlalchemy import Connection

Rows = Callable[[str, Sequence[object]], Sequence[Sequence[Any]]]
"""Returns all rows of a statement."""

_MOST: Final = 300  # states that are compared
_STEPS: Final = (
    f"SELECT change.rev, change.before, batch.origin, batch.note, batch.id IN ({BACK})"
    " FROM change JOIN batch ON batch.id = change.batch"
    " WHERE change.glossary = ? AND change.concept = ? AND batch.visible ORDER BY seq"
)


class _Step(NamedTuple):
    """A change of a concept. `counts`: it is not taken back."""

    rev: int
    before: str | None
    after: str | None
    source: Source
    counts: bool


def base(
    rows: Rows,
    glossary: str,
    id_: str,
    state: str | None,
    source: Source,
    document: str = "",
    marks: Sequence[str] = (),
    *,
    is_joined: bool = False,
) -> str | None:
    """Return the state that a concept, now in `state`, had in common with a file.

    The file says `document` of it, and has `marks` of the states it came from, newest first.
    `is_joined`: it is there no more because it was made part of another one.
    """
    steps = _steps(rows, glossary, id_, state)
    if state is None and steps and steps[-1].source == source:
        return None  # it deleted it itself, and now brings it again
    said = said_of(rows, glossary, id_)
    if marks:
        found = _of_marks(steps, said, source, document, marks)
    else:
        found = _of_source(glossary, steps, said, state, source)
    return _last_of(steps) if found is None and state is None and not is_joined else found


def base_of(
    rows: Rows, glossary: str, brought: Brought, state: str | None, source: Source
) -> str | None:
    """Return the state in common with what a file brings for a concept that is in `state`.

    Of what was made part of that concept it is one that it had itself.
    """
    own = brought.known_as
    id_, its = (own, None) if own else (brought.id, state)
    said = (brought.document, brought.marks)
    return base(rows, glossary, id_, its, source, *said, is_joined=bool(own))


def base_since(rows: Rows, glossary: str, id_: str, state: str | None, then: Said) -> str | None:
    """Return the state in common with a source that said `then`, and all else after it."""
    steps = _steps(rows, glossary, id_, state)
    later = [each for each in said_of(rows, glossary, id_) if each.rev >= then.rev]
    return _of_source(glossary, steps, [then, *later], state, then.source)


def rows_over(connection: "Connection") -> Rows:
    """Return what asks inside the transaction of `connection`."""

    def rows(statement: str, values: Sequence[object]) -> Sequence[Sequence[Any]]:
        return connection.exec_driver_sql(statement, (*values,)).fetchall()

    return rows


def _steps(rows: Rows, glossary: str, id_: str, state: str | None) -> list[_Step]:
    found = rows(_STEPS, (glossary, id_))
    after = [*(row[1] for row in found[1:]), state]
    return [
        _Step(rev, before, now, source_of(origin, note), not back)
        for (rev, before, origin, note, back), now in zip(found, after, strict=False)
    ]


def _last_of(steps: Sequence[_Step]) -> str | None:
    """Return what a concept said that is deleted: against that what comes is an edit."""
    return next((step.after for step in reversed(steps) if step.counts and step.after), None)


def _of_source(
    glossary: str, steps: Sequence[_Step], said: Sequence[Said], state: str | None, source: Source
) -> str | None:
    """Return what the source said last, put together of what it changed where it was not kept."""
    own = [each for each in said if each.source == source]
    known, rev = (own[-1].document, own[-1].rev) if own else (None, -1)
    changes = [
        FileChange(step.before, step.counts and step.source == source)
        for step in steps
        if step.rev > rev
    ]
    return base_from_files(glossary, changes, state, known)


def _of_marks(
    steps: Sequence[_Step],
    said: Sequence[Said],
    source: Source,
    document: str,
    marks: Sequence[str],
) -> str | None:
    """Return the last state that the concept has been in both here and where the file is from.

    A file that was edited since it was written, and came before, is compared with what it said.
    """
    again = [each for each in said if each.source == source and each.mark == marks[0]]
    if again and marks_like(marks, [document]) != [marks[0]]:
        return again[-1].document
    states = [(step.rev, 1, step.after) for step in steps if step.counts and step.after]
    states += [(each.rev, 0, each.document) for each in said]
    ours = [document for _, _, document in sorted(states, key=lambda each: each[:2])[-_MOST:]]
    by_mark = dict(zip(marks_like(marks, ours), ours, strict=True))
    found = last_common(marks_like(marks, ours), marks[::-1])
    return by_mark[found] if found else None
