"""The filters over the editor's list: chips that count, one of them chosen."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QWidget

from booth_app.editing.survey_facts import FILTERS, Filter
from booth_app.ui.editor.chip import Chip
from booth_app.ui.editor.flow import flow
from booth_app.ui.theme import Look

_GAP: Final = 6
"""Pixels at 100 % between two chips."""


class FiltersArea(QScrollArea):
    """Keeps the chips as high as they are, and scrolls them where a window is low."""

    def __init__(self, filters: "Filters") -> None:
        super().__init__()
        self._filters = filters
        self.setWidget(filters)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        filters.chosen.connect(self._show_current)
        filters.resized.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Override QScrollArea.sizeHint: all rows of chips."""
        return QSize(self.width(), self._filters.heightForWidth(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:
        """Override QScrollArea.minimumSizeHint: one row and a half, to be seen to go on."""
        return QSize(1, self._filters.row_height * 3 // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QScrollArea.resizeEvent: what another width makes of the rows."""
        super().resizeEvent(event)
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _show_current(self) -> None:
        self.ensureWidgetVisible(self._filters.current_chip, 0, 0)


class Filters(QWidget):
    """The chips in as many rows as they take; arrows go from one to the next."""

    chosen = Signal(str)
    """The `Filter` that is chosen now."""
    resized = Signal()
    """The chips take another height."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Filters")
        self._look = look
        self._chips = {name: Chip(name, look, self) for name in FILTERS}
        self._group = QButtonGroup(self)
        for chip in self._chips.values():
            self._group.addButton(chip)
            chip.clicked.connect(self._announce)
        self._chips["all"].setChecked(True)

    @property
    def current(self) -> Filter:
        """The filter that is chosen."""
        return next(name for name, chip in self._chips.items() if chip.isChecked())

    @property
    def current_chip(self) -> Chip:
        """The chip that is chosen."""
        return self._chips[self.current]

    @property
    def row_height(self) -> int:
        """How high a row of chips is, in pixels."""
        return self._chips["all"].sizeHint().height()

    @property
    def counts(self) -> dict[Filter, int | None]:
        """What the chips say; None where it is not known."""
        return {name: chip.count for name, chip in self._chips.items()}

    def choose(self, name: Filter) -> None:
        """Choose a filter."""
        if name != self.current and self._chips[name].isEnabled():
            self._chips[name].setChecked(True)
            self._announce()

    def step(self, by: int) -> None:
        """Choose the filter `by` places on, after the last the first."""
        self.choose(FILTERS[(FILTERS.index(self.current) + by) % len(FILTERS)])

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many concepts each filter has; until they are counted there is but `all`."""
        for name, chip in self._chips.items():
            chip.show_count(counts.get(name))
            chip.setEnabled(name == "all" or bool(counts))
        if not counts:
            self._chips["all"].setChecked(True)
        self._lay_out()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        for chip in self._chips.values():
            chip.wear(look)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: arrows choose the chip beside, all else goes on."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        self.step(step)
        self._chips[self.current].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: break the rows anew."""
        super().resizeEvent(event)
        self._lay_out()

    def hasHeightForWidth(self) -> bool:
        """Override QWidget.hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QWidget.heightForWidth."""
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        width = self.width() or self._look.pixels(380)
        return QSize(width, self.heightForWidth(width))

    def _announce(self) -> None:
        self.chosen.emit(self.current)

    def _lay_out(self) -> None:
        places, height = self._places(self.width())
        for name, place in places.items():
            self._chips[name].setGeometry(place)
        self.setMinimumHeight(height)
        self.resized.emit()

    def _places(self, width: int) -> tuple[dict[Filter, QRect], int]:
        """Return where each chip stands in a column of `width`, and how high all are."""
        chips = self._chips.values()
        places, height = flow([c.sizeHint() for c in chips], width, self._look.pixels(_GAP))
        return dict(zip(self._chips, places, strict=True)), height
