"""A page that asks a few things before something is done: a release, an export, a house style."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.editor.button_rows import ButtonRows
from booth_app.ui.editor.tall_area import TallArea
from booth_app.ui.editor.tick_box import TickBox
from booth_app.ui.theme import Look

_HEADING: Final = 15.0
_TEXT: Final = 11.0
_MARGIN: Final = 18
_BETWEEN: Final = 10
_RING: Final = 3
"""Pixels at 100 %: left free for the ring around what has the keyboard."""

Choices = Sequence[tuple[str, str]]
"""What can be chosen: the words and what they stand for."""


class AskingPage(QWidget):
    """Shows choices and a switch, and in sentences what they come to; one button does it."""

    changed = Signal()
    """Something else is chosen."""
    accepted = Signal()
    closed = Signal()

    def __init__(
        self,
        name: str,
        choices: Mapping[str, tuple[str, Choices]],
        switches: Mapping[str, str],
        does: str,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are names with their label and what can be chosen; `does` is the button's."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._heading, self._told = plain_label(name, wraps=True), plain_label(wraps=True)
        self.choices = {key: _choice(of, listed) for key, (of, listed) in choices.items()}
        self.switches = {key: TickBox(words) for key, words in switches.items()}
        self.button = QPushButton(does)
        self._close = QPushButton(self.tr("C&lose"))
        self._labels: list[QLabel] = []
        self._set_out([of for of, _ in choices.values()])
        for box in self.choices.values():
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        for switch in self.switches.values():
            switch.toggled.connect(lambda _on: self.changed.emit())
        self.button.clicked.connect(self.accepted)
        self._close.clicked.connect(self.closed)
        self.setFocusProxy(next(iter((*self.choices.values(), *self.switches.values()))))
        self.wear(look)

    def chosen(self, key: str) -> str:
        """Return what is chosen."""
        return str(self.choices[key].currentData())

    def choose(self, key: str, value: str) -> None:
        """Show `value` as what is chosen."""
        at = self.choices[key].findData(value)
        self.choices[key].setCurrentIndex(max(at, 0))

    def is_on(self, key: str) -> bool:
        """Tell whether a switch is on."""
        return self.switches[key].isChecked()

    def show_heading(self, heading: str) -> None:
        """Say what the page is about."""
        self._heading.setText(harmless(heading))

    def tell(self, *sentences: str) -> None:
        """Say what the choices come to."""
        self._told.setText("\n".join(map(harmless, sentences)))

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self.setAutoFillBackground(True)
        self._heading.setFont(look.font(_HEADING, bold=True))
        controls = (*self.choices.values(), self.button, self._close)
        for widget in (self._told, *self._labels, *controls):
            widget.setFont(look.font(_TEXT))
        for switch in self.switches.values():
            switch.wear(look, _TEXT)
        margin = look.pixels(_MARGIN)
        self._whole.setContentsMargins(margin, margin, margin, margin)
        ring = look.pixels(_RING)
        self._column.setContentsMargins(ring, 0, 0, 0)
        self._area.wear(look)
        self._column.setSpacing(look.pixels(_BETWEEN))
        self._form.setVerticalSpacing(look.pixels(_BETWEEN))
        self._form.setHorizontalSpacing(margin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _set_out(self, labels: Sequence[str]) -> None:
        self._column = QVBoxLayout(inside := QWidget())
        self._area = TallArea(inside)
        self._column.addWidget(self._heading)
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for words, box in zip(labels, self.choices.values(), strict=True):
            label = QLabel(words)
            label.setBuddy(box)
            self._labels.append(label)
            form.addRow(label, box)
        self._column.addLayout(form)
        for switch in self.switches.values():  # no wider than its words: it is ringed
            self._column.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._told)
        self._column.addStretch(1)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._area, 1)
        self._whole.addWidget(ButtonRows((self.button, self._close)))


def _choice(name: str, listed: Choices) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name.replace("&", ""))
    for words, value in listed:
        box.addItem(words, value)
    return box
