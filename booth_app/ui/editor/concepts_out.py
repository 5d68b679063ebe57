"""The concepts of a glossary on their way into a file: counted, and stopped when that is asked."""

from collections.abc import Iterator
from typing import Final

from booth_app.editing.exporting import Revised, exported
from booth_app.termbase import Termbase
from booth_app.ui.editor.desk_work import Counted, Stoppable

_STEP: Final = 100
"""Concepts after which the count is told again: telling each would take longer than reading it."""


class ConceptsOut(Stoppable):
    """Reads the concepts of a glossary; `total` is how many there are, 0 where nobody knows."""

    def __init__(self, termbase: Termbase, glossary: str, total: int) -> None:
        super().__init__()
        self._termbase = termbase
        self._glossary = glossary
        self._total = total

    def read(self, counted: Counted) -> Iterator[Revised]:
        """Yield the concepts, telling how many of them have gone; in any thread."""
        all_ = exported(self._termbase, self._glossary)
        for done, each in enumerate(self.through(all_)):
            if done % _STEP == 0:
                counted(done, self._total)
            yield each
