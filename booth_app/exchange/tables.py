"""Term tables: a term a row, tab-separated, with the header `concept_id lang term kind`.

A file is read twice: first to be sure that it can be read, and to find the concepts whose rows do
not stand together; then concept by concept, of which one alone is in memory.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, groupby, takewhile
from pathlib import Path
from typing import BinaryIO, Final

from booth_app.exchange.lines import LONGEST, Line, lines
from booth_app.exchange.read_file import FileFacts, ReadConcept, closed_on_fault
from booth_app.exchange.report import FileReport, FileUnreadable, told_if_unreadable
from booth_app.exchange.rows import Header, Row, concept_id
from booth_app.languages import LANGUAGES, is_language
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.concept_document import to_json

_HOLDS: Final = frozenset({"term.term", "term.status", "term.type", "term.region", "term.extra"})

MOST_TERMS: Final = 5_000
"""Terms of a concept; rows beyond are a problem."""


class TermTable:
    """An open term table. As a context manager it is closed on leaving.

    `report` grows while the concepts are read. Opening and reading raise FileUnreadable where the
    file cannot be read, is not UTF-8 or has no header.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.facts = FileFacts("term table", source=path.stem, holds=_HOLDS)
        self.report = FileReport()
        self._file, self._beside = self._opened(), self._opened()
        with closed_on_fault(self), told_if_unreadable(path):
            self.size = os.fstat(self._file.fileno()).st_size
            self._header = self._read_header()
            self._scattered = self._survey()

    @property
    def done(self) -> int:
        """How many bytes of `size` have been read of the concepts."""
        return self._file.tell()

    def concepts(self) -> Iterator[ReadConcept]:
        """Yield the concepts in the order of their first rows."""
        self._file.seek(0)
        rest = lines(self._file)
        next(rest)
        with told_if_unreadable(self.path):
            for id_, rows in self._blocks(rest):
                first = next(rows)
                concept = self._concept(id_, chain([first], rows))
                if concept is not None:
                    self._count(concept)
                    yield ReadConcept(first.number, concept.id, to_json(concept))
        self.report.problems.sort()

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        self._beside.close()

    def _opened(self) -> BinaryIO:
        with told_if_unreadable(self.path):
            if self.path.exists() and not self.path.is_file():
                raise FileUnreadable(self.path, "is no file")
            return self.path.open("rb")

    def _read_header(self) -> Header:
        first = next(lines(self._file), Line(1, 0, b""))
        header = Header.read(self._text(first).removeprefix("\ufeff"))
        if header is None:
            raise FileUnreadable(
                self.path,
                "has no header: its first line must name concept_id, lang and term, with tabs"
                " between them",
            )
        return header

    def _survey(self) -> dict[bytes, list[Line]]:
        """Read the rest; return the first lines of all further rows of a concept, by its id."""
        met: set[bytes] = set()
        scattered: dict[bytes, list[Line]] = defaultdict(list)
        for id_, rows in groupby(self._decoded(), self._id):
            if id_ and id_ in met:
                scattered[id_].append(next(rows)._replace(raw=None))
            met.add(id_)
        return scattered

    def _decoded(self) -> Iterator[Line]:
        for line in lines(self._file, 2):
            self._text(line)
            if line.raw != b"":
                yield line

    def _text(self, line: Line) -> str:
        try:
            return (line.raw or b"").decode("utf-8")
        except UnicodeDecodeError:
            raise FileUnreadable(
                self.path, f"is not UTF-8 in line {line.number}: save it as UTF-8 (Unicode)"
            ) from None

    def _id(self, line: Line) -> bytes:
        """Return the bytes of the line's concept id; empty where it has none."""
        at = self._header.concept
        cells = (line.raw or b"").split(b"\t", at + 1)
        return cells[at].strip() if len(cells) > at else b""

    def _blocks(self, rest: Iterable[Line]) -> Iterator[tuple[bytes, Iterator[Line]]]:
        """Yield the id of each concept with its rows, from wherever they stand."""
        met_before = {place.offset for places in self._scattered.values() for place in places}
        for id_, rows in groupby((line for line in rest if line.raw != b""), self._id):
            first = next(rows)
            if first.offset not in met_before:
                further = (self._block_at(id_, place) for place in self._scattered.get(id_, ()))
                yield id_, chain([first], rows, *further)  # noqa: B031 - the rest of them

    def _block_at(self, id_: bytes, place: Line) -> Iterator[Line]:
        self._beside.seek(place.offset)
        filled = (line for line in lines(self._beside, place.number) if line.raw != b"")
        yield from takewhile(lambda line: self._id(line) == id_, filled)

    def _concept(self, raw_id: bytes, rows: Iterator[Line]) -> Concept | None:
        """Return the concept of these rows; None where none of them can be used."""
        if not raw_id:
            for line in rows:
                self._tell_no_id(line)
            return None
        first = next(rows)
        id_ = concept_id(raw_id.decode("utf-8"), partial(self.report.tell, first.number))
        terms = self._terms(id_, chain([first], rows)) if id_ else []
        return _concept(id_, terms) if terms else None

    def _terms(self, id_: str, rows: Iterator[Line]) -> list[Row]:
        """Return the rows that can be used, each term of a language once."""
        terms: dict[tuple[str, str], Row] = {}
        dropped = last = 0
        for line in rows:
            row = self._row(line)
            if row is None or (row.lang, row.text) in terms:
                continue
            if len(terms) < MOST_TERMS:
                terms[row.lang, row.text] = row
            else:
                dropped, last = dropped + 1, line.number
        if dropped:
            many = f"Concept {id_} has {dropped:,} terms beyond {MOST_TERMS:,}: they are left out."
            self.report.tell(last, many)
        return list(terms.values())

    def _row(self, line: Line) -> Row | None:
        return self._header.row(self._text(line), partial(self.report.tell, line.number))

    def _tell_no_id(self, line: Line) -> None:
        why = f"is longer than {LONGEST:,} bytes" if line.raw is None else "has no concept id"
        self.report.tell(line.number, f"It {why}: it is left out.")

    def _count(self, concept: Concept) -> None:
        self.report.count(concept)
        for code, kept in concept.extra.items():
            self.report.other_languages[code] += kept.count("\n") + 1


def _concept(id_: str, rows: Iterable[Row]) -> Concept:
    """Return the concept of `rows`; terms in other languages are kept in `extra`, a line each."""
    sections: dict[str, list[Term]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if is_language(row.lang):
            terms = sections[row.lang]
            terms.append(_term(f"{id_}.{row.lang}.{len(terms) + 1}", row))
        else:
            others[row.lang].append(row.text)
    return Concept(
        glossary="",
        id=id_,
        languages={
            lang: LanguageSection(terms=tuple(sections[lang]))
            for lang in LANGUAGES
            if lang in sections
        },
        extra={code: "\n".join(texts) for code, texts in others.items()},
    )


def _term(id_: str, row: Row) -> Term:
    status, type_ = row.kind
    return Term(
        id=id_, text=row.text, status=status, type=type_, region=row.region, extra=row.extra
    )
