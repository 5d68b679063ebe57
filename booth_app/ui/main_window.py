"""The booth's window: places the view, binds the keys, and connects every signal in one block."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from booth_app.meeting.meeting import Meeting
from booth_app.paths import DataFolder
from booth_app.settings import Settings
from booth_app.ui.booth.backing import Backing
from booth_app.ui.booth.booth_view import BoothView
from booth_app.ui.booth.keys import COMMANDS
from booth_app.ui.booth.running_booth import RunningBooth, look_of, target_of
from booth_app.ui.opening import Opened

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.meetings import Standing
    from booth_app.termbase import ItemRow

_TICK_MS: Final = 1000


class MainWindow(QMainWindow):
    """The one window. `booth` is what it does, `view` what it shows."""

    first_painted = Signal()
    look_up_ready = Signal()
    closing = Signal()
    told = Signal(str)
    """A sentence to show, from any thread."""

    def __init__(
        self,
        data: DataFolder,
        settings: Settings,
        meeting: Meeting,
        standing: "Standing",
        terms: "Mapping[str, Sequence[ItemRow]]",
    ) -> None:
        super().__init__()
        self.setWindowTitle("Booth")
        self.resize(1440, 900)
        self._backing = Backing(data, terms)
        self.view = BoothView(look_of(settings), target_of(settings), settings.floor)
        self.booth = RunningBooth(self.view, self._backing, settings, meeting, standing)
        self.setCentralWidget(self.view)
        self.view.resize(self.size())  # text is set once, at the width it will have
        self._tick = QTimer(self, interval=_TICK_MS)
        self.view.clock.installEventFilter(self)
        self._connect()
        self.booth.begin()
        self._tick.start()

    def take_in(self, opened: Opened) -> None:
        """Look up in what was opened, and keep in it what is to be kept."""
        was_ready = self._backing.is_ready
        self.booth.take_in(opened)
        if not was_ready:
            self.look_up_ready.emit()

    def tell(self, sentence: str) -> None:
        """Show a sentence at the lower edge."""
        self.view.message.tell(sentence)

    def answer(self, asked: str) -> None:
        """Do what a second start asks for: come to the front; say what cannot be opened here."""
        self.show()
        self.raise_()
        self.activateWindow()
        if asked == "edit":
            self.tell("The terminology editor is not part of this version yet.")
        elif asked != "show":
            self.tell(f"Booth does not open files of this kind: {asked}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QMainWindow.keyPressEvent: what is typed anywhere goes to the field."""
        if not self.view.words.take_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QMainWindow.eventFilter: announce the end of the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The panels paint in one pass; what waits runs after the last of them.
            QTimer.singleShot(0, self.first_painted.emit)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QMainWindow.closeEvent: nothing is asked, everything is kept."""
        self._tick.stop()
        self.booth.keep()
        self.booth.worker.stop()
        self.closing.emit()
        self._backing.close()
        super().closeEvent(event)

    def _connect(self) -> None:
        words, speaker, booth = self.view.words, self.view.speaker, self.booth
        words.suggestion_wanted.connect(booth.suggest)
        words.person_chosen.connect(booth.confirm)
        words.person_added.connect(booth.add_person)
        words.pair_added.connect(booth.add_pair)
        words.taken_back.connect(booth.take_back)
        words.target_chosen.connect(booth.into)
        speaker.say_as_changed.connect(booth.say_as)
        speaker.say_as_changed.connect(words.focus_field)
        speaker.say_as_left.connect(words.focus_field)
        self.view.keys.closed.connect(self.view.hide_keys)
        booth.worker.suggested.connect(words.show_suggestion)
        booth.worker.failed.connect(self.tell)
        self._backing.told.connect(self.tell)
        self.told.connect(self.tell)
        self._tick.timeout.connect(booth.show_time)
        for command in COMMANDS:
            for key in command.keys:
                QShortcut(QKeySequence(key), self).activated.connect(booth.commands[command.name])
