"""Reads concepts out of the grids of any file: sheets, document tables, separated text."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from booth_app.exchange import table_sentences
from booth_app.exchange.columns import Corrections, UnknownColumn
from booth_app.exchange.drafts import MOST_TERMS, Draft
from booth_app.exchange.gathering import Piece, Survey, TellRow, pieces
from booth_app.exchange.grids import Grid, GridFile
from booth_app.exchange.headers import Found, found_in, found_with
from booth_app.exchange.read_file import FileFacts, ReadConcept, closed_on_fault
from booth_app.exchange.report import FileReport, FileUnreadable, shown
from booth_app.languages import LANGUAGES, is_language
from booth_app.terminology.concept import Reference
from booth_app.terminology.concept_document import to_json

_MOST_LOST: Final = 3
"""Cells of nothing but question marks from which on a script was lost when the file was saved."""


class _Table(NamedTuple):
    """A grid that says its languages. `named`: what to put before what is told of its rows."""

    grid: Grid
    found: Found
    named: str


class TableFile:
    """A file of tables, read by what their headers name.

    Opening and reading raise FileUnreadable; where no column says its language too.
    """

    def __init__(self, path: Path, file: GridFile, corrections: Corrections) -> None:
        self.path = path
        self.report = FileReport()
        self._file = file
        self._corrections = corrections
        with closed_on_fault(file):
            self._tables = self._with_languages()
            survey = self._survey()
            self._scattered = survey.scattered
            self.facts = self._facts(survey)

    @property
    def done(self) -> int:
        """How much has been read, in bytes or rows."""
        return self._file.done

    @property
    def size(self) -> int:
        """How much there is to read."""
        return self._file.size

    def concepts(self) -> Iterator[ReadConcept]:
        """Yield the concepts; those whose rows stand apart when the last of them has come."""
        for said in self._file.tells:
            self.report.tell(1, said)
        for table in self._tables:
            tell = partial(self._tell, table)
            for said in table_sentences.of_columns(table.found, mapped=bool(self._corrections)):
                tell(table.found.row, said)
            for side in range(len(table.found.layouts)):
                rows = pieces(table.grid, table.found, side, self._corrections, tell)
                for draft, id_ in self._drafts(rows, tell):
                    yield from self._read(draft, id_, tell)
        self.report.problems.sort()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _with_languages(self) -> list[_Table]:
        """Return the tables that say their languages. Raises FileUnreadable where none does."""
        try:
            found = [(grid, found_in(grid, self._corrections)) for grid in self._file.grids]
        except UnknownColumn as fault:
            raise FileUnreadable(self.path, f"cannot be read so: {fault}") from None
        self._refuse_unused(found)
        tables: list[_Table] = []
        for number, (grid, each) in enumerate(found, 1):
            named = self._named(grid, number) if len(found) > 1 else ""
            if not each.layouts and tables and self._goes_on(each, tables[-1].found):
                each = self._as_before(grid, each, tables[-1].found, named)
            if each.layouts:
                tables.append(_Table(grid, each, named))
            elif each.sample:
                self.report.tell(max(each.row, 1), f"{named}It names no language: it is left out.")
        if not tables:
            filled = [each for _, each in found if each.sample]
            raise FileUnreadable(self.path, table_sentences.no_language(filled))
        return tables

    def _refuse_unused(self, found: list[tuple[Grid, Found]]) -> None:
        used = {name for _, each in found for name in each.used}
        for name in self._corrections:
            if name not in used:
                there = table_sentences.there([each for _, each in found if each.columns])
                raise FileUnreadable(self.path, f"has no column {shown(name)}{there}")

    def _named(self, grid: Grid, number: int) -> str:
        return f"Sheet {shown(grid.name)}: " if grid.name else f"Table {number}: "

    def _goes_on(self, found: Found, before: Found) -> bool:
        """Tell whether a table of a document goes on under the columns of the one before."""
        return (
            self._file.format == "docx"
            and found.row == 0
            and len(found.columns) == len(before.columns)
        )

    def _as_before(self, grid: Grid, found: Found, before: Found, named: str) -> Found:
        said = f"{named}It has no header: its columns are read as those of the table before."
        self.report.tell(1, said)
        return found_with(0, before.header, found.sample, self._corrections)

    def _survey(self) -> Survey:
        survey = Survey()
        for grid, found, _ in self._tables:
            for side in range(len(found.layouts)):
                survey.look(pieces(grid, found, side, self._corrections, lambda _row, _said: None))
        survey.close()
        if survey.lost >= _MOST_LOST:
            raise FileUnreadable(
                self.path,
                f"has lost a script: {survey.lost} cells are nothing but question marks, the first"
                f" in row {survey.lost_at}; save it again from where its letters are whole, as"
                " XLSX or as CSV UTF-8",
            )
        return survey

    def _facts(self, survey: Survey) -> FileFacts:
        layouts = [layout for table in self._tables for layout in table.found.layouts]
        holds = {name for layout in layouts for name in layout.held()}
        holds |= {lang if is_language(lang) else f"concept.extra:{lang}" for lang in survey.spoken}
        if survey.spanned:
            holds.add("concept.subject")
        if holds.isdisjoint(LANGUAGES):  # else it would be of all four that it says nothing
            holds = {name for name in holds if not name.startswith(("term.", "section."))}
        return FileFacts(self._file.format, source=self.path.stem, holds=frozenset(holds))

    def _drafts(self, rows: Iterator[Piece], tell: TellRow) -> Iterator[tuple[Draft, str]]:
        """Yield a draft for each concept, with its id; empty where it has none of its own."""
        held: dict[str, Draft] = {}
        left = dict(self._scattered)
        for draft, id_, is_long in _runs(rows, tell):
            if id_ not in left:
                yield draft, id_
                continue
            left[id_] -= 1
            first = held.setdefault(id_, draft)
            if first is not draft:
                if is_long or first.shares_a_term_with(draft):
                    first.absorb(draft)
                else:
                    said = f"The id {shown(id_)} stands in row {first.line} too, for other terms:"
                    tell(draft.line, f"{said} here it is left out.")
                    draft.tells[f"Its id {shown(id_)} is also that of row {first.line}."] = None
                    yield draft, ""
            if not left[id_]:
                yield held.pop(id_), id_
        yield from ((draft, id_) for id_, draft in held.items())

    def _read(self, draft: Draft, id_: str, tell: TellRow) -> Iterator[ReadConcept]:
        """Yield the concept of a draft, unless there is nothing in it."""
        if draft.dropped:
            said = f"It has {draft.dropped:,} terms beyond {MOST_TERMS:,}: they are left out."
            tell(draft.line, said)
        if draft.is_empty:
            if not draft.tells:
                tell(draft.line, "It has no term: it is left out.")
            return
        own = self._has_own_ids
        references = (Reference(self.facts.source, id_),) if id_ and not own else ()
        concept = draft.concept(id_ if own else "", references)
        self.report.count(concept)
        self.report.other_languages.update(draft.other_languages())
        yield ReadConcept(
            draft.line, id_ if own else "", to_json(concept), tells=tuple(draft.tells)
        )

    @property
    def _has_own_ids(self) -> bool:
        """Whether the ids are Booth's: a column is named as Booth names it."""
        headers = (name for table in self._tables for name in table.found.header)
        return any(name.strip() == "concept_id" for name in headers)

    def _tell(self, table: _Table, row: int, said: str) -> None:
        self.report.tell(max(row, 1), f"{table.named}{said}")


def _runs(rows: Iterator[Piece], tell: TellRow) -> Iterator[tuple[Draft, str, bool]]:
    """Yield a draft for each run of rows that make a concept, its id, and if a row is a term."""
    draft: Draft | None = None
    id_, is_long = "", False
    for piece in rows:
        if draft is not None and not piece.continues:
            yield draft, id_, is_long
            draft = None
        if draft is None:
            draft, id_ = Draft(piece.row.number), piece.id
            is_long = piece.layout.is_long
            draft.tells.update(dict.fromkeys(piece.row.tells))
        tell_both = _both(draft, piece.row.number, tell)
        piece.layout.add(piece.row, draft, tell_both)
        for said in () if piece.continues else piece.layout.left_above(piece.row):
            tell_both(said)
        if piece.subject and not draft.subject:
            draft.subject = piece.subject
    if draft is not None:
        yield draft, id_, is_long


def _both(draft: Draft, row: int, tell: TellRow) -> Callable[[str], None]:
    """Return what tells a sentence of the file and of the concept, once a row."""
    told: set[str] = set()

    def tell_both(said: str) -> None:
        if said not in told:
            told.add(said)
            draft.tells[said] = None
            tell(row, said)

    return tell_both
