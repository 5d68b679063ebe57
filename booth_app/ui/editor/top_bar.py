"""The bar above the editor: which glossary, the menu of files, and what is done most."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QPalette, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from booth_app.terminology.counted import counted
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.editor.flow import flow
from booth_app.ui.theme import Look

_TITLE: Final = 11.5
_POINTS: Final = 11.0
_MARGIN: Final = (18, 8)
_GAP: Final = 12
_RIGHT: Final = 3
"""How many buttons stand at the right."""

FILE_ENTRIES: Final = {
    "import": "&Import…",
    "import_folder": "Import a &folder…",
    "reviews": "Open &reviews…",
    "export": "&Export…",
    "print": "&Booth sheet to print…",
    "publish": "&Publish…",
    "take_back": "&Take an import back…",
    "style": "&House style…",
}
"""What the menu of files can have, in its order; what nobody answers is not shown."""


class TopBar(QWidget):
    """Buttons and menus. Every one of them has a key, too; the words say which letter is theirs."""

    glossary_chosen = Signal(str)
    command_given = Signal(str)
    """The name of the command whose button was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = plain_label("Glossary editor")
        self.glossary = _button("&Glossary", "Glossary")
        self.file = _button("&File", "File")
        self.booth = _button("In&box", "Inbox: what waits from the booth")
        self.problem = _button("&Next problem", "Next problem")
        self.approve = _button("&Approve", "Approve the concept’s terms")
        self._menu, self._glossaries = QMenu(self), QMenu(self)
        self._choices = QActionGroup(self)
        self.entries = {name: self._menu.addAction(words) for name, words in FILE_ENTRIES.items()}
        for entry in self.entries.values():
            entry.setVisible(False)
        self.file.setMenu(self._menu)
        self.file.hide()
        self.glossary.setMenu(self._glossaries)
        self._set_out()
        for button, name in (
            (self.booth, "from_booth"),
            (self.problem, "next_problem"),
            (self.approve, "approve"),
        ):
            button.clicked.connect(partial(self.command_given.emit, name))
        self.wear(look)

    def answer(self, entry: str, does: Callable[[], object]) -> None:
        """Have an entry of `FILE_ENTRIES` shown, and do `does` when it is chosen."""
        self.entries[entry].triggered.connect(lambda _checked=False: does())
        self.entries[entry].setVisible(True)
        self.file.show()
        self._lay_out()

    def show_glossaries(self, names: Sequence[str], current: str) -> None:
        """Offer these glossaries; `current` is the one that is open."""
        self._glossaries.clear()
        for name in names:
            action = QAction(_literal(name), self._glossaries, checkable=True)
            action.setChecked(name == current)
            action.triggered.connect(partial(self._choose, name))
            self._choices.addAction(action)
            self._glossaries.addAction(action)
        self.glossary.setText(_literal(current))
        self.glossary.setAccessibleName(f"Glossary: {harmless(current)}")
        self._lay_out()

    def show_waiting(self, count: int | None) -> None:
        """Say how much waits from the booth; None: it is not known yet."""
        self.booth.setText("In&box" if count is None else f"In&box {count:,}")
        waits = "what waits" if count is None else counted(count, "waits", "wait")
        self.booth.setAccessibleName(f"Inbox: {waits} from the booth")
        self._lay_out()

    def enable(self, *, problems: bool, approvable: bool) -> None:
        """Let the buttons be pressed that would do something."""
        self.problem.setEnabled(problems)
        self.approve.setEnabled(approvable)

    def open_files(self) -> None:
        """Open the menu of files, where it has any entry."""
        if self.file.isVisible():
            self.file.showMenu()

    def open_glossaries(self) -> None:
        """Open the menu of glossaries."""
        self.glossary.showMenu()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        palette = look.palette("panel")
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._title.setFont(look.font(_TITLE, bold=True))
        ground = look.palette("panel")
        ground.setColor(QPalette.ColorRole.Base, look.color("line"))  # a menu's, whose frame is dim
        for menu in (self._menu, self._glossaries):
            menu.setFont(look.font(_POINTS))
            menu.setPalette(ground)
        for button in (self.glossary, self.file, self.booth, self.problem, self.approve):
            button.setFont(look.font(_POINTS))
            button.setStyleSheet(_style(look, first=button is self.approve))
        self._look = look
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return QSize(self.width(), self._places()[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: one row where there is room, else more."""
        super().resizeEvent(event)
        self._lay_out()

    def _set_out(self) -> None:
        self._parts = (
            self._title,
            self.glossary,
            self.file,
            self.booth,
            self.problem,
            self.approve,
        )
        for part in self._parts:
            part.setParent(self)

    def _lay_out(self) -> None:
        self._title.setVisible(self._fits)
        places, height = self._places()
        for part, place in zip(self._shown, places, strict=True):
            part.setGeometry(place)
        self.setFixedHeight(height)

    @property
    def _fits(self) -> bool:
        """Whether all stands in one row; where not, the title is the first to go."""
        shown = [self._title, *(p for p in self._parts[1:] if not p.isHidden())]
        gaps = self._look.pixels(_GAP) * (len(shown) - 1) + 2 * self._look.pixels(_MARGIN[0])
        return sum(part.sizeHint().width() for part in shown) + gaps <= self.width()

    @property
    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _places(self) -> tuple[list[QRect], int]:
        """Return where each part stands, and how high the bar is."""
        x, y, gap = (self._look.pixels(side) for side in (*_MARGIN, _GAP))
        sizes = [part.sizeHint() for part in self._shown]
        line = max(size.height() for size in sizes)
        sizes = [QSize(size.width(), line) for size in sizes]
        width = self.width() - 2 * x
        places, height = flow(sizes, width, gap)
        free = width - sum(size.width() + gap for size in sizes) + gap
        if free > 0:  # what is done most stands at the right
            places = [*places[:-_RIGHT], *(p.translated(free, 0) for p in places[-_RIGHT:])]
        return [place.translated(x, y) for place in places], height + 2 * y

    def _choose(self, name: str) -> None:
        self.glossary_chosen.emit(name)


def _button(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(name)
    return button


def _literal(name: str) -> str:
    """Return a glossary's name as it stands, an ampersand too."""
    return harmless(name).replace("&", "&&")


def _style(look: Look, *, first: bool) -> str:
    """Return the style sheet of a button; the first one is filled."""
    theme = look.theme
    ground, words, edge = (
        (theme.now, theme.panel if theme.name == "light" else theme.background, theme.now)
        if first and theme.name != "dim"
        else (theme.panel, theme.text, theme.line)
    )
    side, above = look.pixels(12), look.pixels(5)
    return (
        f"QPushButton {{ background: {ground}; color: {words}; border: 1px solid {edge};"
        f" border-radius: {look.pixels(6)}px; padding: {above}px {side}px; }}"
        f"QPushButton:focus {{ border: 2px solid {theme.focus};"
        f" padding: {above - 1}px {side - 1}px; }}"
        f"QPushButton:disabled {{ background: {theme.panel}; color: {theme.faint};"
        f" border-color: {theme.line}; }}"
        "QPushButton::menu-indicator { width: 0; }"
    )
