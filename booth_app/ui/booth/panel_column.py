"""The look-up panel's column: the field, what answers below it, the scratch line, the strip."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.ui.booth.answer_area import AnswerArea
from booth_app.ui.booth.asking_machine import AskingMachine
from booth_app.ui.booth.block import OVERHANG
from booth_app.ui.booth.look_up_field import LookUpField
from booth_app.ui.booth.margins import margins
from booth_app.ui.theme import Look

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.ui.booth.scratch_line import ScratchLine


class PanelColumn:
    """Places the parts of `panel`; `top` holds the field and what may come under it.

    The scratch line is made when it is first needed. The machine's strip lies over the lower edge,
    so that no place above it moves.
    """

    def __init__(
        self,
        panel: QWidget,
        field: LookUpField,
        area: AnswerArea,
        machine: AskingMachine,
        look: Look,
    ) -> None:
        self._panel, self._area, self._machine = panel, area, machine
        self._look = look
        self._scratch: ScratchLine | None = None
        self._column = QVBoxLayout(panel)
        self.top = QVBoxLayout()
        self.top.addWidget(field)
        self._column.addLayout(self.top)
        self._column.addWidget(area, 1)

    def show_scratch(self, line: str) -> None:
        """Show `line` below everything, large; empty: nothing."""
        if self._scratch is None and line:
            from booth_app.ui.booth.scratch_line import ScratchLine

            self._scratch = ScratchLine(self._look)
            self._column.addWidget(self._scratch)
        if self._scratch is not None:
            self._scratch.park(line)
            self._scratch.setVisible(bool(line))
            self._column.activate()
            self.place_strip()

    def wear(self, look: Look) -> None:
        """Dress in `look`, once the other parts of the panel are dressed."""
        self._look = look
        if self._scratch is not None:
            self._scratch.wear(look)
        self.fit()

    def fit(self) -> None:
        """Fit margins and strip to the panel's size."""
        left, top, right, below = margins(self._panel.width(), self._look)
        overhang, gap = self._look.pixels(OVERHANG), self._look.pixels(14)
        self._column.setContentsMargins(left - overhang, top, right - overhang, below)
        self._column.setSpacing(gap)
        self.top.setContentsMargins(overhang, 0, overhang, 0)
        self.top.setSpacing(gap)
        self.place_strip()

    def place_strip(self) -> None:
        """Lay the strip over the lower edge, above the scratch line."""
        width, height = self._panel.width(), self._panel.height()
        left, _, right, below = margins(width, self._look)
        bottom = height - below
        if self._scratch is not None and not self._scratch.isHidden():
            bottom -= self._scratch.sizeHint().height() + self._column.spacing()
        self._area.cover(self._machine.place(left, bottom, width - left - right))
