"""Reads a glossary file in a child process: what is wrong with it can do no harm here."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

from booth_app.exchange import formats
from booth_app.exchange.read_file import FileFacts, ReadConcept
from booth_app.exchange.report import FileReport, FileUnreadable
from booth_app.jobs import Job, JobCancelled, JobFailed, JobOverLimit, Limits, Progress

_AT_ONCE: Final = 200
"""Concepts the child sends together: some 130 kB."""
_AT_MOST: Final = 1 << 22
"""Characters of documents it sends together."""

_MEMORY: Final = 1 << 30  # bytes
_SECONDS: Final = 60
_SECONDS_A_MEGABYTE: Final = 3
"""A megabyte of a term table takes 0.4 s."""

_TOO_MUCH: Final = (
    "needs more memory or time than a file of its size may: save its table anew, or in parts"
)

ReadConcepts = Sequence[ReadConcept]
Progressed = Callable[[Progress], None]
_Piece = FileFacts | list[ReadConcept] | FileReport


class FileReading:
    """One glossary file, read once.

    `facts` are known as soon as `concepts` has yielded for the first time or ended; `report` is
    whole when it has ended. `columns` leads from columns to what they are, as in `formats.reader`.
    """

    def __init__(self, path: Path, columns: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.facts = FileFacts("")
        self.report = FileReport()
        self._job: Job[_Piece] = Job(
            _read, path, dict(columns or {}), limits=Limits(memory=_MEMORY, cpu=_seconds(path))
        )

    def concepts(self, progressed: Progressed | None = None) -> Generator[ReadConcepts]:
        """Yield the concepts some at a time; leaving early ends the child.

        `progressed` is told how much is read, of how much. Raises FileUnreadable, JobCancelled.
        """
        try:
            for piece in self._job.pieces(progressed):
                match piece:
                    case FileFacts():
                        self.facts = piece
                    case FileReport():
                        self.report = piece
                    case _:
                        yield piece
        except JobCancelled:
            raise
        except JobOverLimit:
            raise FileUnreadable(self.path, _TOO_MUCH) from None
        except JobFailed as fault:
            why = str(fault).removesuffix(".")
            said = f"could not be read to its end ({why}): save its table anew, as CSV say"
            raise FileUnreadable(self.path, said) from fault

    def cancel(self) -> None:
        """End the reading at once, from any thread; `concepts` raises JobCancelled."""
        self._job.cancel()


def _seconds(path: Path) -> int:
    try:
        megabytes = path.stat().st_size >> 20
    except OSError:  # told by the child, which cannot open it either
        megabytes = 0
    return _SECONDS + _SECONDS_A_MEGABYTE * megabytes


def _read(path: Path, columns: Mapping[str, str]) -> Iterator[_Piece | Progress]:
    try:
        with closing(formats.reader(path, columns=columns)) as reader:
            yield reader.facts
            concepts = reader.concepts()
            while some := _some(concepts):
                yield some
                yield Progress(reader.done, reader.size)
            yield reader.report
    except (FileUnreadable, MemoryError):
        raise
    except Exception as fault:  # what no reader foresaw is still a fault of this file, not a crash
        said = f"could not be read to its end ({type(fault).__name__}: {fault}): save it anew"
        raise FileUnreadable(path, " ".join(said.split())) from fault


def _some(concepts: Iterator[ReadConcept]) -> list[ReadConcept]:
    some: list[ReadConcept] = []
    length = 0
    for concept in islice(concepts, _AT_ONCE):
        some.append(concept)
        length += len(concept.document)
        if length > _AT_MOST:
            break
    return some
