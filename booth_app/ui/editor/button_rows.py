"""Buttons and their like beside one another, in as many rows as a narrow column makes of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from booth_app.ui.editor.flow import flow

_USUAL: Final = 20
"""How high a line of a button's words is at the usual type size, in pixels."""
_GAP: Final = 6
"""Pixels between two buttons by then."""
_PAD: Final = QSize(16, 8)
"""What a button grows by for each time its words do: the style leaves large ones no more room."""


class ButtonRows(QWidget):
    """Places its buttons; one that is hidden takes no room. It never widens a window."""

    def __init__(self, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        for button in buttons:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Override QWidget.hasHeightForWidth: always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QWidget.heightForWidth: all rows."""
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: any width will do."""
        return QSize(1, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: break the rows anew."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Override QWidget.event: a button that comes, goes or says more moves the others."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay_out()
        return super().event(event)

    def _lay_out(self) -> None:
        places, _ = self._places(self.width())
        for button, place in zip(self._shown, places, strict=True):
            button.setGeometry(place)
        self.updateGeometry()

    @property
    def _shown(self) -> list[QWidget]:
        return [button for button in self._buttons if not button.isHidden()]

    def _places(self, width: int) -> tuple[list[QRect], int]:
        shown = self._shown
        grown = max((_grown(button) for button in shown), default=0.0)
        gap = round(_GAP * (1 + grown))
        places, height = flow([_size(button) for button in shown], width, gap)
        return _centred(places), height


def _grown(button: QWidget) -> float:
    """Return by how much a button's words are larger than usual, in parts of the usual size."""
    return max(0.0, button.fontMetrics().height() / _USUAL - 1)


def _size(button: QWidget) -> QSize:
    if not isinstance(button, QPushButton):
        return button.sizeHint()
    return button.sizeHint() + _PAD * _grown(button)


def _centred(places: Sequence[QRect]) -> list[QRect]:
    """Return `places` with what is lower than its row in the middle of it."""
    highest: dict[int, int] = {}
    for place in places:
        highest[place.top()] = max(highest.get(place.top(), 0), place.height())
    return [p.translated(0, (highest[p.top()] - p.height()) // 2) for p in places]
