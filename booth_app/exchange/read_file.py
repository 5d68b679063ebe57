"""What a reader of any format yields: concepts with their line, and facts about the file.

`formats.reader` makes the reader, picked by content; who asked for it closes it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, Protocol

from booth_app.exchange.report import FileReport
from booth_app.terminology.fields import EVERYTHING, Holds

Content = Literal["term table", "yaml", "tbx", "release", "xlsx", "xls", "ods", "docx", "separated"]
"""What a file is."""

NO_ID: Final = "-"
"""The id in the document of a concept that has none yet; its terms have ids like `-.fr.2`."""


class ReadConcept(NamedTuple):
    """A concept as a file has it, to be matched and judged.

    `line`: the line or row it begins at, from 1. `id`: its id in the glossary; empty where the
    file's ids are foreign or absent. Then the id in `document` is `NO_ID` and a foreign id stands
    in its `external`, under the file's source. `document`: as `concept_document.to_json` writes
    it. `base_rev`: the revision it was written from, 0 where that is unknown. `tells`: what a
    person should look at in this row, a sentence each. `marks`: those of the states it was written
    from (`state_marks`), newest first; none where the file has none.
    """

    line: int
    id: str
    document: str
    base_rev: int = 0
    tells: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(slots=True)
class FileFacts:
    """What holds for the whole file.

    `format`: "tbx", "xlsx", "ods", "xls", "docx", "csv", "yaml", "release" or "term table".
    `glossary`: the one that the file names, else empty. `source`: the name that foreign ids carry.
    `holds`: the fields and languages it has room for, as `field_names.held` reads it: what is
    absent beyond them is untouched, never emptied.
    """

    format: str
    glossary: str = ""
    source: str = ""
    holds: Holds = EVERYTHING


class Reader(Protocol):
    """An open file. `facts` are known once it is open; `report` is whole at the end.

    `done` of `size` tells how far it is read, in units of the reader's own. Opening and reading
    raise FileUnreadable.
    """

    facts: FileFacts
    report: FileReport

    @property
    def done(self) -> int:
        """How much has been read."""

    @property
    def size(self) -> int:
        """How much there is."""

    def concepts(self) -> Iterator[ReadConcept]:
        """Yield the concepts, once."""

    def close(self) -> None:
        """Close the file."""


class Closable(Protocol):
    """What holds a file open."""

    def close(self) -> None:
        """Close it."""


@contextmanager
def closed_on_fault(file: Closable) -> Iterator[None]:
    """Close `file` where the block, which reads how it begins, does not get through."""
    try:
        yield
    except BaseException:
        file.close()
        raise
