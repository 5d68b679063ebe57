"""Reads Booth's own workbook, and its CSV, which is the sheet Terms alone."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

from booth_app.exchange.cells import one_line
from booth_app.exchange.drafts import MOST_TERMS
from booth_app.exchange.grids import Grid, GridFile
from booth_app.exchange.read_file import NO_ID, FileFacts, ReadConcept, closed_on_fault
from booth_app.exchange.report import FileReport, shown
from booth_app.exchange.workbook_columns import (
    BASE_REV,
    CONCEPT_COLUMNS,
    CONCEPT_ID,
    EXTRA,
    GLOSSARY,
    LANG,
    STATES,
    TERM_FIELDS,
    TERM_ID,
    unguarded,
)
from booth_app.exchange.workbook_rows import Cells, concept_in, term_in, with_terms
from booth_app.languages import LANGUAGES, is_language
from booth_app.terminology.concept_document import from_document, to_json
from booth_app.terminology.document import Document, InvalidDocumentError

_OF_TERMS: Final = frozenset((CONCEPT_ID, TERM_ID, LANG, "term"))
"""Columns that make a table Booth's own terms."""
_OF_CONCEPTS: Final = frozenset(CONCEPT_COLUMNS) - {CONCEPT_ID, BASE_REV, STATES, GLOSSARY, EXTRA}
_SEARCHED: Final = 30  # rows from the top


class _Sheet(NamedTuple):
    """A grid with the row of its header and the names of its columns."""

    grid: Grid
    row: int
    names: Sequence[str]

    def rows(self, *, guarded: bool) -> Iterator[tuple[int, Cells, tuple[str, ...]]]:
        """Yield number, cells and tells of each row below the header."""
        for row in self.grid.rows():
            if row.number > self.row and not row.is_blank:
                texts = map(unguarded, row.cells) if guarded else row.cells
                yield row.number, dict(zip(self.names, texts, strict=False)), row.tells


class _Rows:
    """The terms of one concept so far."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.base_rev = 0
        self.marks: tuple[str, ...] | None = None
        self.dropped = 0
        self.terms: list[tuple[str, Document]] = []
        self.tells: dict[str, None] = {}


class WorkbookFile:
    """Booth's own workbook or CSV, open. A concept comes when the last of its rows was read."""

    def __init__(self, path: Path, file: GridFile, terms: _Sheet, concepts: _Sheet | None) -> None:
        self.path = path
        self.report = FileReport()
        self._file = file
        self._terms = terms
        self._guarded = file.format == "csv"
        with closed_on_fault(file):
            self._said, self._concept_rows = self._of_concepts(concepts)
            self.facts = self._facts(concepts)
            self._left = self._last_rows()

    @property
    def done(self) -> int:
        """How much has been read, in bytes or rows."""
        return self._file.done

    @property
    def size(self) -> int:
        """How much there is to read."""
        return self._file.size

    def concepts(self) -> Iterator[ReadConcept]:
        """Yield the concepts; at last those that have no term."""
        for said in self._file.tells:
            self.report.tell(1, said)
        open_: dict[str, _Rows] = {}
        for number, cells, tells in self._rows():
            id_ = self._id(cells, number)
            rows = open_.setdefault(id_, _Rows(number)) if id_ else _Rows(number)
            self._add(rows, number, cells, tells)
            if not id_ or self._left[id_] == number:
                open_.pop(id_, None)
                yield from self._read(id_, rows)
        for id_ in list(self._said):
            yield from self._read(id_, _Rows(self._concept_rows[id_]))
        self.report.problems.sort()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _rows(self) -> Iterator[tuple[int, Cells, tuple[str, ...]]]:
        """Yield the rows of terms that are of the file's glossary."""
        for number, cells, tells in self._terms.rows(guarded=self._guarded):
            if cells.get(GLOSSARY, "") in ("", self.facts.glossary):
                yield number, cells, tells

    def _id(self, cells: Cells, number: int) -> str:
        return one_line(cells.get(CONCEPT_ID, ""))

    def _of_concepts(self, sheet: _Sheet | None) -> tuple[dict[str, Document], dict[str, int]]:
        """Return what the sheet Concepts says of each id, and in which row."""
        said: dict[str, Document] = {}
        at: dict[str, int] = {}
        for number, cells, _ in sheet.rows(guarded=False) if sheet else ():
            id_ = self._id(cells, number)
            if id_ in said:
                told = f"The id {shown(id_)} stands in row {at[id_]} too: this row is left out."
                self.report.tell(number, f"Concepts: {told}")
            elif id_:
                tell = partial(self._tell_concepts, number)
                origin = {BASE_REV: _number(cells), STATES: _marks(cells)}
                said[id_] = {**concept_in(cells, tell), **origin}
                at[id_] = number
        return said, at

    def _tell_concepts(self, number: int, said: str) -> None:
        self.report.tell(number, f"Concepts: {said}")

    def _facts(self, concepts: _Sheet | None) -> FileFacts:
        rows = islice(self._terms.rows(guarded=self._guarded), 10_000)
        others = concepts.rows(guarded=False) if concepts else ()
        named = (cells.get(GLOSSARY, "") for _, cells, _ in chain(rows, others))
        glossary = next(filter(None, named), "")
        names = {*self._terms.names}
        holds = {
            f"term.{'type' if name == 'term_type' else name}"
            for name in TERM_FIELDS
            if name in names
        }
        if TERM_ID in names:
            holds.add("term.id")
        holds |= _held_by(concepts.names) if concepts else set()
        return FileFacts(self._file.format, glossary, glossary or self.path.stem, frozenset(holds))

    def _last_rows(self) -> dict[str, int]:
        """Return the last row of each concept, and tell of those of another glossary."""
        last: dict[str, int] = {}
        for number, cells, _ in self._terms.rows(guarded=self._guarded):
            glossary = cells.get(GLOSSARY, "")
            if glossary in ("", self.facts.glossary):
                last[self._id(cells, number)] = number
            else:
                said = f"It is of the glossary {shown(glossary)}, the file's is"
                self.report.tell(number, f"{said} {shown(self.facts.glossary)}: it is left out.")
        return last

    def _add(self, rows: _Rows, number: int, cells: Cells, tells: Sequence[str]) -> None:
        def tell(said: str) -> None:
            self.report.tell(number, said)
            rows.tells[said] = None

        for said in tells:
            tell(said)
        rows.base_rev = min(filter(None, (rows.base_rev, _number(cells))), default=0)
        rows.marks = _shared(rows.marks, _marks(cells))
        term = term_in(cells, tell)
        if term is not None and len(rows.terms) < MOST_TERMS:
            rows.terms.append(term)
        elif term is not None:
            rows.dropped += 1

    def _read(self, id_: str, rows: _Rows) -> Iterator[ReadConcept]:
        """Yield the concept of these rows, where they make one."""

        def tell(said: str) -> None:
            self.report.tell(rows.line, said)
            rows.tells[said] = None

        if rows.dropped:
            tell(f"It has {rows.dropped:,} terms beyond {MOST_TERMS:,}: they are left out.")
        said = self._said.pop(id_, {})
        if not said and not rows.terms:
            return
        base_rev = rows.base_rev or said.get(BASE_REV, 0)
        marks = _shared(rows.marks, said[STATES]) if said else rows.marks
        said = {key: value for key, value in said.items() if key not in (BASE_REV, STATES)}
        document = with_terms(said, id_ or NO_ID, rows.terms, tell)
        try:
            concept = from_document("", document)
        except InvalidDocumentError as fault:
            tell(f"It cannot be read: {fault}; the concept is left out.")
            return
        self.report.count(concept)
        others = [lang for lang, _ in rows.terms if not is_language(lang)]
        self.report.other_languages.update(others)
        yield ReadConcept(
            rows.line, id_, to_json(concept), base_rev, tuple(rows.tells), marks or ()
        )


def own_workbook(path: Path, file: GridFile) -> WorkbookFile | None:
    """Return the reader of `file` where it is Booth's own; None where it is not."""
    terms: _Sheet | None = None
    concepts: _Sheet | None = None
    for grid in file.grids:
        for row in islice(grid.rows(), _SEARCHED):
            names = tuple(cell.strip() for cell in row.cells)
            if set(names) >= _OF_TERMS:
                terms = terms or _Sheet(grid, row.number, names)
            elif CONCEPT_ID in names and _OF_CONCEPTS & set(names):
                concepts = concepts or _Sheet(grid, row.number, names)
            else:
                continue
            break
    return WorkbookFile(path, file, terms, concepts) if terms else None


def _held_by(names: Sequence[str]) -> set[str]:
    """Return the fields that the sheet Concepts has columns for."""
    there = set(names)
    held = {f"concept.{name}" for name in ("subject", "note", "since", EXTRA) if name in there}
    for column, name in (
        ("related", "relation"),
        ("external_refs", "reference"),
        ("traps", "trap"),
    ):
        if column in there:
            held.add(name)
    for name in ("definition", "definition_source", EXTRA):
        if all(f"{name}_{lang}" in there for lang in LANGUAGES):
            held.add(f"section.{name}")
    return held


def _number(cells: Cells) -> int:
    text = cells.get(BASE_REV, "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def _marks(cells: Cells) -> tuple[str, ...]:
    return tuple(cells.get(STATES, "").split())


def _shared(marks: tuple[str, ...] | None, others: tuple[str, ...]) -> tuple[str, ...]:
    """Return the marks that all rows of a concept have, which may be of different exports.

    A row without any was added by hand and says nothing about the others.
    """
    if not marks or not others:
        return marks or others
    return tuple(each for each in marks if each in others)
