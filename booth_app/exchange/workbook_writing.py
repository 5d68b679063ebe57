"""Writes Booth's own workbook, which comes back without loss: Terms, Concepts and Booth."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from booth_app.exchange.booth_sheet import booth_columns, booth_row
from booth_app.exchange.term_rows import concept_row, term_rows
from booth_app.exchange.workbook import Column, go_on, workbook
from booth_app.exchange.workbook_columns import (
    CONCEPT_COLUMNS,
    CONCEPT_ID,
    CONCEPTS,
    LANG,
    TERM_COLUMNS,
    TERMS,
)
from booth_app.languages import LANGUAGES, RIGHT_TO_LEFT
from booth_app.terminology.concept import APPROVALS, ATTESTED, STATUSES, TERM_TYPES, Concept
from booth_app.terminology.state_marks import Revision

QUESTIONS: Final = "Questions"
"""The sheet of what is asked about a concept; no reader takes anything from it."""

_CHOICES: Final = {
    LANG: LANGUAGES,
    "status": STATUSES,
    "term_type": TERM_TYPES,
    "attested": ATTESTED,
    "approval": APPROVALS,
}
_WIDE: Final = frozenset({"term", "usage_note", "context", "source", "note", "subject"})
_OF_THE_TERM: Final = ("term", "forms", "context")
"""Columns of a row that are in the language of its term."""

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def write_workbook(
    path: Path,
    glossary: str,
    concepts: Iterable[tuple[Concept, Revision]],
    questions: Mapping[str, str] = _NONE,
    check: Callable[[], None] = go_on,
) -> None:
    """Write `concepts`, each with its revision, to `path` as XLSX, in constant memory.

    `questions` are what a colleague is asked, by concept id. `check` ends the writing by raising.
    Raises FileUnwritable, also where a sheet is full.
    """
    with workbook(path, glossary, check) as book:
        terms = book.sheet(TERMS, [_column(name) for name in TERM_COLUMNS])
        whole = book.sheet(CONCEPTS, [_column(name) for name in CONCEPT_COLUMNS])
        booth = book.sheet("Booth", booth_columns(), locked=True)
        for concept, revision in concepts:
            for row in term_rows(concept, revision, revision.marks):
                terms.add(row, _OF_THE_TERM if row[LANG] in RIGHT_TO_LEFT else ())
            whole.add(concept_row(concept, revision))
            booth.add(booth_row(concept))
        if questions:
            asked = book.sheet(QUESTIONS, [Column(CONCEPT_ID, 24), Column("question", 80)])
            for id_, question in questions.items():
                asked.add({CONCEPT_ID: id_, "question": question})


def _column(name: str) -> Column:
    wide = name in _WIDE or name.startswith("definition")
    turned = any(name.endswith(f"_{lang}") for lang in RIGHT_TO_LEFT)
    return Column(name, 36 if wide else 14, _CHOICES.get(name, ()), turned)
