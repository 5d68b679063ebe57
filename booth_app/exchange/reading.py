"""Reads a glossary file in a child process: what is wrong with it can do no harm here."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from booth_app.exchange.report import FileReport
from booth_app.exchange.tables import TermTable
from booth_app.jobs import Job, Limits, Progress
from booth_app.terminology.concept_document import to_json

_AT_ONCE: Final = 200
"""Concepts the child sends together: some 130 kB."""

_MEMORY: Final = 1 << 30  # bytes
_SECONDS: Final = 60
_SECONDS_A_MEGABYTE: Final = 3
"""A megabyte takes 0.4 s."""

Documents = Sequence[tuple[str, str]]
"""Concepts, each its id and its document (JSON)."""

Progressed = Callable[[Progress], None]


class FileReading:
    """One glossary file, read once. `report` is whole when all its documents have come."""

    def __init__(self, path: Path, glossary: str) -> None:
        self.path = path
        self.report = FileReport()
        self.glossary = glossary

    def documents(
        self, progressed: Callable[[Progress], None] | None = None
    ) -> Iterator[Documents]:
        """Yield the concepts some at a time; leaving early ends the child.

        `progressed` is told the bytes read, of how many. Raises FileUnreadable, JobFailed.
        """
        job: Job[Documents | FileReport] = Job(
            _read, self.path, self.glossary, limits=self._limits()
        )
        for piece in job.pieces(progressed):
            if isinstance(piece, FileReport):
                self.report = piece
            else:
                yield piece

    def _limits(self) -> Limits:
        try:
            megabytes = self.path.stat().st_size >> 20
        except OSError:  # told by the child, which cannot open it either
            megabytes = 0
        return Limits(memory=_MEMORY, cpu=_SECONDS + _SECONDS_A_MEGABYTE * megabytes)


def _read(path: Path, glossary: str) -> Iterator[Documents | FileReport | Progress]:
    with TermTable(path) as table:
        concepts = table.concepts(glossary)
        while some := [(concept.id, to_json(concept)) for concept in islice(concepts, _AT_ONCE)]:
            yield some
            yield Progress(table.done, table.size)
        yield table.report
