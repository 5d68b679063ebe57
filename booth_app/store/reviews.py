"""Reviews of files: what each row is, and what a person decided about it, kept until tomorrow.

An import makes them (`parked`); here they are read, decided about and closed.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from booth_app.store.documents import storable
from booth_app.store.ids import now
from booth_app.store.reading import HIDDEN, Reader
from booth_app.terminology.fields import EVERYTHING, Holds

if TYPE_CHECKING:
    from sqlalchemy import Connection

Verdict = Literal["new", "changed", "same", "probable", "emptied", "conflict", "problem"]

Decision = Literal["", "theirs", "mine", "chosen", "new", "parked"]
"""Nothing yet; the file's side, the stored one, value by value, a concept of its own, or a
question to a colleague."""

State = Literal["making", "open", "applied", "closed"]
"""What is still being made is nobody's to see."""

_COLUMNS: Final = (
    "position, line, verdict, kind, concept, base_rev, document, base, tells, decision, chosen,"
    " question, done, seen"
)
_SEEN: Final = (
    "coalesce("
    f"(SELECT min(seq) - 1 FROM change WHERE batch IN ({HIDDEN})),"
    " (SELECT max(seq) FROM change), 0)"
)
"""The last change that a person can have seen: what is hidden yet may be seen before it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A file held against a glossary. `holds` are the fields that it has room for.

    `source` is the name that foreign ids carry; `problems` are the file's, a line and a sentence.
    `seen` is the last change before the file was judged, None where that is not known.
    """

    id: str
    glossary: str
    file: str
    format: str
    source: str = ""
    person: str = ""
    at: str = ""
    state: State = "open"
    holds: Holds = EVERYTHING
    problems: tuple[tuple[int, str], ...] = ()
    seen: int | None = None


class ReviewRow(NamedTuple):
    """A row of a file. `concept` is the stored one it is about, empty for none.

    `document` is what the file says, None for a problem; `base` what both sides had last. `tells`
    are sentences. `chosen` are the values chosen one by one (JSON), `question` what a colleague
    is asked. `done`: the decision was carried out. `seen`: the last change of anything before it
    was decided, None where nobody decided or that is not known.
    """

    position: int
    line: int
    verdict: Verdict
    kind: str = ""
    concept: str = ""
    base_rev: int = 0
    document: str | None = None
    base: str | None = None
    tells: tuple[str, ...] = ()
    decision: Decision = ""
    chosen: str = ""
    question: str = ""
    done: bool = False
    seen: int | None = None


class Which(NamedTuple):
    """The rows that are meant: all where nothing is given. `positions` names them one by one."""

    verdict: Verdict | None = None
    kind: str | None = None
    decision: Decision | None = None
    positions: tuple[int, ...] = ()


ALL: Final = Which()


def decide(
    connection: "Connection",
    review: str,
    which: Which,
    decision: Decision,
    *,
    person: str,
    chosen: str = "",
    question: str = "",
) -> int:
    """Decide about the rows that are meant and return how many they are."""
    from sqlalchemy import text, update

    from booth_app.store import tables

    row = tables.review_row.c
    meant = [row.review == review]
    for column, wanted in ((row.verdict, which.verdict), (row.kind, which.kind)):
        if wanted is not None:
            meant.append(column == wanted)
    if which.decision is not None:
        meant.append(row.decision == which.decision)
    if which.positions:
        meant.append(row.position.in_(which.positions))
    said = {"decision": decision, "chosen": storable(chosen), "question": storable(question)}
    signed = {"person": storable(person), "at": now(), "seen": text(_SEEN)}
    done = connection.execute(
        update(tables.review_row).where(*meant).values(**said, **signed, done=False)
    )
    return int(done.rowcount)


def settle(
    connection: "Connection", review: str, positions: Sequence[int], decision: Decision | None
) -> None:
    """Mark rows as carried out, so that they are not again; `decision` replaces what was said."""
    from sqlalchemy import update

    from booth_app.store import tables

    row = tables.review_row.c
    settled: dict[str, object] = {"done": True}
    if decision is not None:
        settled["decision"] = decision
    meant = (row.review == review) & row.position.in_(positions)
    connection.execute(update(tables.review_row).where(meant).values(settled))


def end(connection: "Connection", review: str, state: State) -> None:
    """Close a review; what was decided stays readable."""
    from sqlalchemy import update

    from booth_app.store import tables

    ended = update(tables.review).where(tables.review.c.id == review)
    connection.execute(ended.values(state=state))


def reviews(reader: Reader, state: State | None = "open") -> list[Review]:
    """Return the reviews of that state, of every one for None; the newest first."""
    found = reader.rows(
        "SELECT id, glossary, file, format, source, person, at, state, document FROM review"
        " WHERE state <> 'making' AND (? IS NULL OR state = ?) ORDER BY at DESC, id DESC",
        (state, state),
    )
    return [_review(*values) for values in found]


def counts(reader: Reader, review: str) -> dict[tuple[Verdict, str, Decision], int]:
    """Return how many rows there are of each verdict, kind and decision."""
    found = reader.rows(
        "SELECT verdict, kind, decision, count(*) FROM review_row WHERE review = ?"
        " GROUP BY verdict, kind, decision",
        (review,),
    )
    return {(verdict, kind, decision): count for verdict, kind, decision, count in found}


def rows(
    reader: Reader, review: str, which: Which = ALL, *, after: int = -1, limit: int = 200
) -> list[ReviewRow]:
    """Return the first `limit` rows that are meant beyond position `after`, in their order."""
    asked, given = _condition(which)
    found = reader.rows(
        f"SELECT {_COLUMNS} FROM review_row WHERE review = ? AND position > ?{asked}"
        " ORDER BY position LIMIT ?",
        (review, after, *given, limit),
    )
    return [_row(*values) for values in found]


def positions(reader: Reader, review: str, which: Which = ALL, *, text: str = "") -> list[int]:
    """Return where the rows that are meant stand; with `text` only those that say it somewhere."""
    asked, given = _condition(which)
    if text:
        written = json.dumps(text, ensure_ascii=False)[1:-1]  # as a document has it
        said, in_document = f"%{_literal(text)}%", f"%{_literal(written)}%"
        asked += _SAYING
        given = (*given, said, in_document, said)
    found = reader.rows(
        f"SELECT position FROM review_row WHERE review = ?{asked} ORDER BY position",
        (review, *given),
    )
    return [position for (position,) in found]


_SAYING: Final = (
    " AND (tells LIKE ? ESCAPE '!' OR document LIKE ? ESCAPE '!' AND EXISTS (SELECT 1"
    " FROM json_tree(document) WHERE json_tree.key IN ('term', 'definition', 'note', 'subject')"
    " AND json_tree.value LIKE ? ESCAPE '!'))"
)
"""The condition that a row says a text; a document's own words (“status”, “draft”) do not count."""


def _literal(text: str) -> str:
    """Return `text` as LIKE finds it, signs of its own included."""
    return "".join(f"!{letter}" if letter in "!%_" else letter for letter in text)


def has_unfinished(reader: Reader, review: str) -> bool:
    """Tell whether a row waits for somebody, or to be carried out."""
    [(found,)] = reader.rows(
        "SELECT EXISTS (SELECT 1 FROM review_row WHERE review = ? AND document NOT NULL"
        " AND (decision = 'parked'"
        " OR decision = '' AND verdict IN ('probable', 'emptied', 'conflict')"
        " OR NOT done AND decision IN ('theirs', 'chosen', 'new')"
        " OR NOT done AND decision = '' AND verdict IN ('new', 'changed')))",
        (review,),
    )
    return bool(found)


def parked_in(reader: Reader, review: str, answers: str) -> list[int]:
    """Return where the parked rows of a review stand whose concepts the review `answers` has.

    A concept that had no id got one made of its row's place when it was sent.
    """
    found = reader.rows(
        "WITH answer AS (SELECT concept FROM review_row WHERE review = ? AND concept <> '')"
        " SELECT position FROM review_row WHERE review = ? AND decision = 'parked'"
        " AND (concept IN answer OR 'c_' || review || '_' || position IN answer)"
        " ORDER BY position",
        (answers, review),
    )
    return [position for (position,) in found]


def row(reader: Reader, review: str, position: int) -> ReviewRow | None:
    """Return one row, None where there is none."""
    return next(iter(rows(reader, review, Which(positions=(position,)))), None)


def _review(*values: Any) -> Review:  # noqa: ANN401 - a row's columns
    *plain, document = values
    facts: dict[str, Any] = json.loads(document or "{}")
    named = dict(zip(Review.__slots__, plain, strict=False))
    problems = tuple((int(line), str(said)) for line, said in facts.get("problems", ()))
    holds = frozenset(facts["holds"]) if "holds" in facts else EVERYTHING
    return Review(**named, holds=holds, problems=problems, seen=facts.get("seen"))


def _condition(which: Which) -> tuple[str, Sequence[object]]:
    given: list[object] = []
    asked = ""
    for name in ("verdict", "kind", "decision"):
        wanted = getattr(which, name)
        if wanted is not None:
            asked += f" AND {name} = ?"
            given.append(wanted)
    if which.positions:
        asked += f" AND position IN ({', '.join('?' * len(which.positions))})"
        given += which.positions
    return asked, given


def _row(*values: Any) -> ReviewRow:  # noqa: ANN401 - a row's columns
    found = ReviewRow._make(values)
    tells: Any = found.tells  # a line each, as they are stored
    return found._replace(tells=tuple(tells.splitlines()), done=bool(found.done))
