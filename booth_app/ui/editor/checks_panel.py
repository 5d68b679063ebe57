"""What the checks say of the open concept, and the one key that does something about it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.terminology.concept import Concept
from booth_app.terminology.problem import Problem, Severity
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.shapes import Sign
from booth_app.ui.booth.words import Words
from booth_app.ui.editor.block_delegate import Index
from booth_app.ui.editor.checks_model import LINE, ChecksModel
from booth_app.ui.editor.checks_wording import MEND_KEY, CheckLine, check_lines, in_order
from booth_app.ui.editor.rows_view import RowsView
from booth_app.ui.theme import Look, Role

_HEADING: Final = 10.5
_TEXT: Final = 11.0
_SMALL: Final = 9.5
_SIGNS: Final[Mapping[Severity, tuple[Sign, Role]]] = {
    "error": ("offline", "warning"),
    "warning": ("caution", "warning"),
    "info": ("diamond", "dim"),
}
"""How bad it is, by form first: a crossed circle, a triangle, a diamond."""


class ChecksPanel(QWidget):
    """Lists the problems, the worst first; below them one line says what is in order."""

    problem_chosen = Signal(object)
    """The `Problem` whose field is to be gone to."""
    mend_wanted = Signal(object)
    """The `Problem` to be mended with `mends.mended`."""
    concept_wanted = Signal(str)
    """The id of the concept that this one disagrees with."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Checks"))
        self._heading = Words(self, most_lines=1)
        self._model = ChecksModel()
        self._rows = RowsView(self._model, self._fill, look, self)
        self._rows.setAccessibleName(self.tr("Problems of this concept"))
        self._in_order = Words(self, gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._heading, self._rows, self._in_order):
            column.addWidget(part)
        self._rows.chosen.connect(self._choose)
        self._rows.clicked.connect(lambda index: self._choose(index.row()))
        self.wear(look)
        self.show_problems(None, ())

    @property
    def lines(self) -> list[CheckLine]:
        """What is listed."""
        rows = range(self._model.rowCount())
        return [line for row in rows if (line := self._model.line(row)) is not None]

    @property
    def order_line(self) -> str:
        """The sentence that says what is in order."""
        return self._in_order.text()

    def show_problems(self, concept: Concept | None, problems: Sequence[Problem]) -> None:
        """Show the problems of `concept`; the current one stays the current one."""
        self._show_lines(check_lines(problems, concept) if concept else [])
        heading = self.tr("Checks") if concept else ""
        self._heading.say(Run(heading, _HEADING, "faint", bold=True))
        said = in_order(problems) if concept else ""
        self._in_order.say(Run(said, _TEXT, "ok"), sign="check" if said else None)

    def do_current(self) -> None:
        """Do what the key says of the current problem: mend it, or lead to what it is about."""
        line = self._model.line(self._rows.row)
        if line is None:
            return
        if line.act == "mend":
            self.mend_wanted.emit(line.problem)
        elif line.act == "open":
            self.concept_wanted.emit(line.problem.other)
        else:
            self.problem_chosen.emit(line.problem)

    def go_to_next(self) -> bool:
        """Make the next problem the current one and lead to it; False after the last."""
        row = self._rows.row + 1
        if row >= self._model.rowCount():
            return False
        self._rows.go_to(row)
        self._choose(row)
        return True

    def limit(self, pixels: int) -> None:
        """Give the list of problems at most this height."""
        self._rows.limit(pixels)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        for words in (self._heading, self._in_order):
            words.wear(look)
        self._rows.wear(look)

    def _show_lines(self, lines: list[CheckLine]) -> None:
        current = self._model.line(self._rows.row)
        if lines != self.lines:
            self._model.show_lines(lines)
            if current is not None and (row := self._model.row_of(current)) > 0:
                self._rows.go_to(row)
        self._rows.setVisible(bool(lines))

    def _choose(self, row: int) -> None:
        line = self._model.line(row)
        if line is not None:
            self.problem_chosen.emit(line.problem)

    def _fill(self, block: Block, index: Index) -> None:
        line: CheckLine | None = index.data(LINE)
        if line is None:
            return
        sign, role = _SIGNS[line.severity]
        place = f"{line.place}  " if line.place else ""
        runs = [Run(f"{line.word}  {place}", _TEXT, role, bold=True), Run(line.said, _TEXT, "text")]
        block.set_signed(sign, role, runs)
        if index.row() == self._rows.row:
            block.gap(1)
            key = Run(f"{MEND_KEY} ", _SMALL, "text", bold=True)
            block.set([key, Run(line.does, _SMALL, "dim")])
