"""The rows of a review in words."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, Protocol

from booth_app.editing.reviews import ReviewRow, Verdict
from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import Concept
from booth_app.terminology.counted import counted
from booth_app.ui.booth.harmless import isolated
from booth_app.ui.editor.form_words import title


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

NOTHING_SAYS: Final = "No row of this group says that."
ANOTHER_ROW: Final = "Another row of the file is about the same concept."
ALL_LISTED: Final = "for all &rows listed ({:,})"
CHOOSING: Final = "Left and Right choose among the values, Enter keeps what is chosen."
OPEN_STILL: Final = "Nothing is chosen here yet: Left takes yours, Right the file’s."

_DECISIONS: Final[Mapping[str, str]] = {
    "theirs": "as the file has it",
    "mine": "left as it is",
    "chosen": "value by value",
    "new": "a new concept",
    "parked": "asked",
}
_LONGEST: Final = 70
_OPTION: Final = re.compile(r"(?:: say which they are, as in|; to take it,) --map [^.]*")


def comparing(step: str) -> str:
    """Return a step of a preview in words: nothing is stored by it but the review."""
    return f"{'comparing with what is stored' if step == 'storing' else step} …"


def grouped(counts: Counts) -> list[tuple[tuple[str, str | None], int, int, int]]:
    """Return the groups that have rows, each with its rows, those decided and those asked about."""
    found = []
    for verdict, kind in GROUPS:
        own = {
            decision: count
            for (of, of_kind, decision), count in _summed(counts).items()
            if of == verdict and (kind is None or of_kind == kind)
        }
        if own:
            total = sum(own.values())
            asked = own.get("parked", 0)
            found.append(((verdict, kind), total, total - own.get("", 0) - asked, asked))
    return found


def counts_line(counts: BatchCounts) -> str:
    """Return what became of a file's concepts: "3 new, 2 changed, 332 as they were"."""
    waiting = f", {counts.conflicts:,} in conflict" if counts.conflicts else ""
    return f"{counts.new:,} new, {counts.changed:,} changed, {counts.same:,} as they were{waiting}"


def taken_back_line(counts: BatchCounts) -> str:
    """Return what became of the concepts of a batch that was taken back."""
    count = counts.new + counts.changed
    said = counted(count, "concept is as it was", "concepts are as they were")
    since = (
        "was changed since and stays" if counts.conflicts == 1 else "were changed since and stay"
    )
    stayed = f"; {counts.conflicts:,} {since} so" if counts.conflicts else ""
    return f"Taken back: {said} before{stayed}."


def group_line(group: tuple[str, str | None], total: int, decided: int, asked: int) -> str:
    """Return a group as it is listed: "In conflict 12 · 3 decided · 1 asked"."""
    told = (f"{decided:,} decided" if decided else "", f"{asked:,} asked" if asked else "")
    return " · ".join(part for part in (f"{GROUPS[group]} {total:,}", *told) if part)


def waiting_line(waiting: int, asked: int) -> str:
    """Return what still waits for somebody in a review, and what becomes of the rest."""
    yours = f"{counted(waiting, 'row waits', 'rows wait')} for you" if waiting else ""
    others = f"{asked:,} for a colleague" if asked else ""
    if not (yours or others):
        return "Nothing waits for you: what is here can be applied."
    told = ", ".join(part for part in (yours or "Nothing waits for you", others) if part)
    return f"{told}; the others are applied as the file has them, or as you decided."


def probably(concept: Concept) -> str:
    """Return which stored concept a row is probably about, and what keeps the two apart."""
    named = title(concept, LANGUAGES)
    return f"This row is probably “{isolated(named)}”; if not, it is a new concept."


def row_lines(row: ReviewRow) -> tuple[str, str]:
    """Return what a row is called, and what is to be known of it."""
    called = _terms(row.document) or (row.tells[0] if row.tells else "nothing that can be read")
    told = [f"line {row.line:,}"] if row.line else []
    if row.decision:
        told.append(_DECISIONS.get(row.decision, row.decision))
    if row.question:
        told.append(f"“{row.question}”")
    told += row.tells if _terms(row.document) else row.tells[1:]
    return in_the_window(called), " · ".join(map(in_the_window, told))


def in_the_window(sentence: str) -> str:
    """Return what a reader says of columns, without the words of the command line."""
    return _OPTION.sub("; Columns… is where you say what they hold", sentence)


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
