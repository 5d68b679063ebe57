"""Grids typed in a test, as a file would have them."""

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from booth_app.exchange.columns import Corrections
from booth_app.exchange.grids import Grid, GridRow
from booth_app.exchange.read_file import FileFacts
from booth_app.exchange.report import FileProblem
from booth_app.exchange.table_reading import TableFile
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import from_document

Cells = Sequence[str]


def grid(rows: Sequence[Cells | GridRow], name: str = "", *, aligned: bool = True) -> Grid:
    """Return a grid of these rows; those that are not GridRow are numbered by their place."""
    typed = [
        row if isinstance(row, GridRow) else GridRow(number, row)
        for number, row in enumerate(rows, 1)
    ]
    return Grid(name, lambda: iter(typed), aligned=aligned)


def said(text: str) -> list[list[str]]:
    """Return the rows of a text with a line a row and a bar between cells."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


class TypedFile:
    """A file of grids that is nowhere."""

    def __init__(self, *grids: Grid, format_: str = "xlsx") -> None:
        self.format = format_
        self.grids = grids
        self.tells: Sequence[str] = ()
        self.size = self.done = 0
        self.closed = False

    def close(self) -> None:
        """Remember it."""
        self.closed = True


class Read:
    """What comes of a file: concepts with their lines and tells, problems, facts."""

    def __init__(
        self, *grids: Grid, columns: Corrections | None = None, format_: str = "xlsx"
    ) -> None:
        file = TypedFile(*grids, format_=format_)
        with closing(TableFile(Path("typed.xlsx"), file, columns or {})) as table:
            read = list(table.concepts())
            self.facts: FileFacts = table.facts
            self.problems: list[FileProblem] = table.report.problems
            self.report = table.report
        assert file.closed
        self.lines = [one.line for one in read]
        self.ids = [one.id for one in read]
        self.tells = [one.tells for one in read]
        self.concepts: list[Concept] = [
            from_document("g", json.loads(one.document)) for one in read
        ]

    @property
    def terms(self) -> list[dict[str, list[str]]]:
        """The terms of each concept by language."""
        return [
            {lang: [term.text for term in section.terms] for lang, section in c.languages.items()}
            for c in self.concepts
        ]

    @property
    def messages(self) -> list[str]:
        """The sentences of the problems."""
        return [problem.message for problem in self.problems]
