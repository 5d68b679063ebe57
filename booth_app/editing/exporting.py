"""A glossary, or some of it, written for other programs and other people."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from booth_app.exchange.file_writing import FileUnwritable
from booth_app.exchange.losses import Format, losses
from booth_app.store.glossary_states import concept_states
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept
from booth_app.terminology.state_marks import Revision

__all__ = ["FORMATS", "FileUnwritable", "Format", "export", "exported", "losses"]

FORMATS: Final[tuple[Format, ...]] = ("tbx", "xlsx", "csv", "sheet")

Revised = tuple[Concept, Revision]
"""A concept and its revision: what comes back is merged with what it was then."""


def exported(termbase: Termbase, glossary: str) -> Iterator[Revised]:
    """Yield the concepts of `glossary` with their revisions, by id."""
    for states in concept_states(termbase.store.reader.path, glossary):
        yield states.current, states.revision


def export(
    path: Path,
    format_: Format,
    glossary: str,
    concepts: Iterable[Revised],
    check: Callable[[], None] = lambda: None,
) -> None:
    """Write `concepts` to `path`; what was there is replaced when all is written.

    What the format cannot hold is left out: `losses` tells it before. May take seconds; `check`
    is asked once the concepts are read, where that goes on for long. Raises FileUnwritable, and
    what `concepts` and `check` raise.
    """
    if format_ == "tbx":
        from booth_app.exchange.tbx_writing import write

        write(path, glossary, concepts)
    elif format_ == "xlsx":
        from booth_app.exchange.workbook_writing import write_workbook

        write_workbook(path, glossary, concepts, check=check)
    elif format_ == "csv":
        from booth_app.exchange.separated_writing import write_separated

        write_separated(path, concepts)
    else:
        from booth_app.exchange.booth_sheet import write_booth_sheet

        alone = (concept for concept, _ in concepts)
        write_booth_sheet(path, glossary, alone, check=check)
