"""Buttons and their like beside one another, in as many rows as a narrow column makes of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.ui.editor.flow import flow

_GAP: Final = 6


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
        return flow([button.sizeHint() for button in self._shown], width, _GAP)
