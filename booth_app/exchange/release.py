"""Reads a release that came from somebody: whole and unchanged, or not at all."""

import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from booth_app.exchange.lines import LineTooLong, whole_lines
from booth_app.exchange.read_file import FileFacts, ReadConcept, closed_on_fault
from booth_app.exchange.release_writing import (
    CHECKSUM,
    FORMAT,
    HEADER,
    MAGIC,
    STATES,
    TRAILER,
    Release,
)
from booth_app.exchange.report import FileReport, FileUnreadable, told_if_unreadable
from booth_app.exchange.unpacking import most_unpacked
from booth_app.terminology.concept_document import from_document, to_json
from booth_app.terminology.document import InvalidDocumentError, Part

_CHUNK: Final = 1 << 18  # bytes
_LONGEST_LINE: Final = 50_000_000
"""Bytes; the longest line, the first, has some 30 for each id that is gone."""
_FORMAT: Final = re.compile(re.escape(MAGIC) + rb"([0-9]{1,9})\n")
_GET_IT_AGAIN: Final = "get it again from whom it came"


class ReleaseFile:
    """An open release, checked to its last byte. `release` says what it is.

    `done` and `size` count the bytes of the file. Opening and reading raise FileUnreadable.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.report = FileReport()
        with told_if_unreadable(path):
            self._file = path.open("rb")
            with closed_on_fault(self._file):
                self.size = os.fstat(self._file.fileno()).st_size
                self._check()
                self._lines = enumerate(self._unpacked(), 1)
                self.release = self._release()
        glossary = self.release.glossary
        self.facts = FileFacts("release", glossary=glossary, source=glossary)

    @property
    def done(self) -> int:
        """How many bytes have been read."""
        return self._file.tell()

    def concepts(self) -> Iterator[ReadConcept]:
        """Yield the concepts, once; a line that describes none is told."""
        with told_if_unreadable(self.path):
            for number, line in self._lines:
                try:
                    document = json.loads(line)
                    marks = Part(document).text(STATES).split()
                    document.pop(STATES, None)
                    concept = from_document(self.release.glossary, document)
                except (ValueError, RecursionError, InvalidDocumentError) as fault:
                    self.report.tell(number, f"It is no concept and was left out: {fault}")
                    continue
                self.report.count(concept)
                yield ReadConcept(number, concept.id, to_json(concept), marks=tuple(marks))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _refused(self, reason: str) -> FileUnreadable:
        return FileUnreadable(self.path, reason)

    def _check(self) -> None:
        """Refuse what was not written by this Booth or an older one, or was changed since."""
        head = self._file.read(len(MAGIC) + 10)
        named = _FORMAT.match(head)
        if named is None:
            raise self._refused(f"is damaged, or is no release of Booth: {_GET_IT_AGAIN}")
        if int(named[1]) > FORMAT:
            raise self._refused("was released by a newer Booth: update this one to open it")
        self._file.seek(max(self.size - TRAILER, 0))
        last = self._file.read()
        if not (last.startswith(CHECKSUM) and self.size >= len(HEADER) + TRAILER):
            raise self._refused(f"is cut off or damaged, its last line is missing: {_GET_IT_AGAIN}")
        if last != CHECKSUM + _digest(self._file, self.size - TRAILER).encode("ascii") + b"\n":
            reason = "was changed or damaged after it was released, its checksum does not fit"
            raise self._refused(f"{reason}: {_GET_IT_AGAIN}")
        self._file.seek(len(named[0]))

    def _release(self) -> Release:
        try:
            return _release(json.loads(next(self._lines)[1]))
        except (StopIteration, ValueError, RecursionError, InvalidDocumentError):
            raise self._refused(f"does not say what it is: {_GET_IT_AGAIN}") from None

    def _unpacked(self) -> Iterator[bytes]:
        """Yield the lines of what is packed, in bounds."""
        try:
            yield from whole_lines(self._bounded(), _LONGEST_LINE)
        except LineTooLong:
            reason = f"is refused: a line in it is longer than {_LONGEST_LINE:,} bytes"
            raise self._refused(reason) from None

    def _bounded(self) -> Iterator[bytes]:
        """Yield what is packed, in pieces; refuse what is more than such a file may hold."""
        most, total = most_unpacked(self.size), 0
        for piece in self._pieces():
            total += len(piece)
            if total > most:
                raise self._refused(f"is refused: it would unpack to more than {most:,} bytes")
            yield piece

    def _pieces(self) -> Iterator[bytes]:
        unpacker = zlib.decompressobj()
        end = self.size - TRAILER
        try:
            while packed := self._file.read(min(_CHUNK, end - self._file.tell())):
                while packed:
                    yield unpacker.decompress(packed, _CHUNK)
                    packed = unpacker.unconsumed_tail
            yield unpacker.flush()
        except zlib.error:
            raise self._refused(f"is damaged: {_GET_IT_AGAIN}") from None


def _digest(file: BinaryIO, size: int) -> str:
    """Return the checksum of the first `size` bytes of `file`."""
    digest = hashlib.sha256()
    file.seek(0)
    while size > 0 and (chunk := file.read(min(_CHUNK, size))):
        digest.update(chunk)
        size -= len(chunk)
    return digest.hexdigest()


def _release(document: object) -> Release:
    part = Part(document)
    terms, gone, were = part.part("terms"), part.part("gone"), part.part("were")
    return Release(
        glossary=part.required("glossary"),
        version=part.required("version"),
        person=part.text("person"),
        at=part.text("at"),
        concepts=_count(part.values.get("concepts")),
        terms={lang: _count(count) for lang, count in terms.values.items()},
        gone={id_: gone.text(id_) for id_ in gone.values},
        were={id_: were.text(id_) for id_ in were.values},
    )


def _count(value: Any) -> int:  # noqa: ANN401 - whatever stands there
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
