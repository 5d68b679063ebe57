"""Writes a glossary as CSV: a row a term, as Excel opens it (UTF-8 with its mark, CRLF)."""

import csv
from collections.abc import Iterable
from pathlib import Path

from booth_app.exchange.file_writing import beside
from booth_app.exchange.term_rows import term_rows
from booth_app.exchange.workbook_columns import TERM_COLUMNS, guarded
from booth_app.terminology.concept import Concept
from booth_app.terminology.state_marks import Revision


def write_separated(path: Path, concepts: Iterable[tuple[Concept, Revision]]) -> None:
    """Write the terms of `concepts`, each with its revision, to `path`.

    A cell that a spreadsheet would run begins with `'`. Every row names its glossary. What a
    concept says beside its terms has no place (`losses`). Raises FileUnwritable.
    """
    with beside(path) as new, new.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(TERM_COLUMNS)
        for concept, revision in concepts:
            for row in term_rows(concept, revision, revision.marks_of_terms):
                writer.writerow(guarded(str(row.get(column, ""))) for column in TERM_COLUMNS)
