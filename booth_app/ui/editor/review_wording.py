"""The rows of a review in words."""

import json
from collections.abc import Mapping
from typing import Any, Final, Protocol

from booth_app.editing.reviews import ReviewRow, Verdict


class BatchCounts(Protocol):
    """What became of a batch's concepts."""

    new: int
    changed: int
    same: int
    conflicts: int


Counts = Mapping[tuple[Verdict, str, Any], int]

GROUPS: Final[Mapping[tuple[str, str | None], str]] = {
    ("conflict", None): "In conflict",
    ("probable", None): "Probably the same",
    ("emptied", None): "Emptied",
    ("changed", "text"): "Changed",
    ("changed", "spacing"): "Spacing only",
    ("changed", "source only"): "Source only",
    ("new", None): "New",
    ("same", None): "Same",
    ("problem", None): "Problems",
}
"""The groups that rows fall into, by verdict and kind, what waits for a person first."""

_DECISIONS: Final[Mapping[str, str]] = {
    "theirs": "as the file has it",
    "mine": "left as it is",
    "chosen": "value by value",
    "new": "a new concept",
    "parked": "asked",
}
_LONGEST: Final = 70


def grouped(counts: Counts) -> list[tuple[tuple[str, str | None], int, int]]:
    """Return the groups that have rows, how many they have, and of these how many are decided."""
    found = []
    for verdict, kind in GROUPS:
        own = {
            decision: count
            for (of, of_kind, decision), count in _summed(counts).items()
            if of == verdict and (kind is None or of_kind == kind)
        }
        if own:
            total = sum(own.values())
            found.append(((verdict, kind), total, total - own.get("", 0)))
    return found


def counts_line(counts: BatchCounts) -> str:
    """Return what became of a file's concepts: "3 new, 2 changed, 332 as they were"."""
    waiting = f", {counts.conflicts:,} in conflict" if counts.conflicts else ""
    return f"{counts.new:,} new, {counts.changed:,} changed, {counts.same:,} as they were{waiting}"


def group_line(group: tuple[str, str | None], total: int, decided: int) -> str:
    """Return a group as it is listed: "In conflict 12 · 3 decided"."""
    told = f" · {decided:,} decided" if decided else ""
    return f"{GROUPS[group]} {total:,}{told}"


def row_lines(row: ReviewRow) -> tuple[str, str]:
    """Return what a row is called, and what is to be known of it."""
    called = _terms(row.document) or (row.tells[0] if row.tells else "nothing that can be read")
    told = [f"line {row.line:,}"] if row.line else []
    if row.decision:
        told.append(_DECISIONS.get(row.decision, row.decision))
    if row.question:
        told.append(f"“{row.question}”")
    told += row.tells if _terms(row.document) else row.tells[1:]
    return called, " · ".join(told)


def _summed(counts: Counts) -> dict[tuple[str, str, str], int]:
    summed: dict[tuple[str, str, str], int] = {}
    for (verdict, kind, decision), count in counts.items():
        summed[verdict, kind, decision] = summed.get((verdict, kind, decision), 0) + count
    return summed


def _terms(document: str | None) -> str:
    """Return the first term of each language of a stored document."""
    sections = json.loads(document).get("languages", {}) if document else {}
    terms = [section["terms"][0]["term"] for section in sections.values() if section.get("terms")]
    return " = ".join(t if len(t) <= _LONGEST else f"{t[:_LONGEST]}…" for t in terms[:3])
