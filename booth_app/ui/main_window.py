"""The booth's window: places the view, binds the keys, and connects every signal in one block."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from booth_app.meeting.meeting import Meeting
from booth_app.paths import DataFolder
from booth_app.settings import Settings
from booth_app.ui.booth.announcer import Announcer
from booth_app.ui.booth.backing import Backing
from booth_app.ui.booth.booth_view import BoothView
from booth_app.ui.booth.running_booth import RunningBooth, look_of, target_of
from booth_app.ui.docking import Docking
from booth_app.ui.opened_editor import OpenedEditor
from booth_app.ui.opening import Opened

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.meetings import Standing
    from booth_app.termbase import ItemRow
    from booth_app.ui.awake import Awake

_GLOSSARIES: Final = frozenset(
    {".boothglossary", ".tbx", ".xlsx", ".xls", ".ods", ".csv", ".tsv", ".yaml"}
)
"""What files are called that the editor opens."""
_TICK_MS: Final = 1000
_SERVER_MS: Final = 60
"""How long an X11 server may take to answer."""


class MainWindow(QMainWindow):
    """The one window. `booth` is what it does, `view` what it shows."""

    first_painted = Signal()
    look_up_ready = Signal()
    taken_in = Signal()
    """More can be done than before: looked up, or saved too."""
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
        self.setAcceptDrops(True)
        self.setLocale(QLocale("en"))  # Booth's own words; the meeting's texts say theirs
        self._backing = Backing(data, terms)
        self.view = BoothView(look_of(settings), target_of(settings), settings.floor)
        self.booth = RunningBooth(self.view, self._backing, settings, meeting, standing)
        self.editor = OpenedEditor(settings)
        self.docking = Docking(self, settings)
        self.docking.open()
        self.setCentralWidget(self.view)
        self.view.resize(self.size())  # text is set once, at the width it will have
        self._announcer = Announcer(self)
        self._awake: Awake | None = None
        self._tick = QTimer(self, interval=_TICK_MS)
        self.view.clock.installEventFilter(self)
        self._connect()
        self.booth.begin()
        self._tick.start()

    def take_in(self, opened: Opened) -> None:
        """Look up in what was opened, and keep in it what is to be kept."""
        was_ready = self._backing.is_ready
        self.editor.take_in(opened.termbase)  # first: the booth closes the one before
        self.booth.take_in(opened)
        if not was_ready:
            self.look_up_ready.emit()
        self.taken_in.emit()

    def tell(self, sentence: str) -> None:
        """Show a sentence at the lower edge."""
        self.view.message.tell(sentence)

    def answer(self, asked: str) -> None:
        """Do what a second start asks for: come to the front, or the editor; say what cannot be."""
        if asked == "edit":
            self.editor.open()
        elif Path(asked).suffix.casefold() in _GLOSSARIES:
            self.editor.open_file(Path(asked))
        else:
            self._come_to_front()
            if asked != "show":
                self.tell(f"Booth does not open files of this kind: {asked}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QMainWindow.dragEnterEvent: one file can be dropped here."""
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QMainWindow.dropEvent: a glossary's file is opened in the editor."""
        if path := event.mimeData().urls()[0].toLocalFile():
            event.acceptProposedAction()
            self.answer(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QMainWindow.keyPressEvent: commands, and what is typed anywhere, arrive here."""
        if not self.booth.keys.press(event):
            self.view.take_key(event)
        event.accept()  # the system beeps at a key that nobody takes

    def changeEvent(self, event: QEvent) -> None:
        """Override QMainWindow.changeEvent: the field says whether what is typed reaches it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._show_keyboard()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QMainWindow.eventFilter: announce the end of the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The panels paint in one pass; what waits runs after the last of them.
            QTimer.singleShot(0, self.first_painted.emit)
            QTimer.singleShot(0, self.booth.painted)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QMainWindow.closeEvent: nothing is asked, everything is kept."""
        self._tick.stop()
        if self._awake is not None:
            self._awake.follow(running=False)
        self._keep_places()
        self.editor.close()
        self.booth.keep()
        self.booth.suggesting.worker.stop()
        self.closing.emit()
        self._backing.close()
        super().closeEvent(event)

    def _come_to_front(self) -> None:
        """Show the window, above the others and with the keyboard.

        X11 gives the keyboard only to who names a time after it was last given away, and Qt knows
        no later one than that of the window's last event. A property of the window that is set,
        even anew, makes the server send one with its time.
        """
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.setWindowRole("booth")
        self.raise_()
        QTimer.singleShot(_SERVER_MS, self.activateWindow)

    def _show_keyboard(self) -> None:
        self.view.words.field.show_keyboard(is_here=self.isActiveWindow())

    def _announce_answer(self) -> None:
        self._announcer.tell("answer", self.view.words.answer_line)

    def _announce_command(self, says: str) -> None:
        self._announcer.tell("command", says)
        self._announce_answer()

    def _announce_suggestion(self) -> None:
        self._announcer.tell("suggestion", self.view.words.strip.accessibleName())

    def _stay_awake(self) -> None:
        """Have the screen kept as it is while the meeting runs."""
        running = self.booth.is_running
        if running and self._awake is None:
            from booth_app.ui.awake import Awake

            self._awake = Awake(self)
            self._awake.failed.connect(self.tell)
        if self._awake is not None:
            self._awake.follow(running)

    def _give(self, name: str) -> None:
        """Give a command of the booth's that was asked for in the editor."""
        if name == "to_booth":
            self._keep_places()
            self.view.words.look_again()  # the answer on the screen may be what was changed
            self._come_to_front()
        else:
            self.booth.commands[name]()

    def _dock(self) -> None:
        self.docking.change(self.booth.settings.scale)

    def _keep_places(self) -> None:
        self.booth.keep_settings(self.editor.kept_in(self.docking.kept_in(self.booth.settings)))

    def _connect(self) -> None:
        self._connect_panels()
        self._connect_booth()
        self._connect_announcer()
        self._tick.timeout.connect(self.booth.show_time)
        self._tick.timeout.connect(self._stay_awake)
        self._tick.timeout.connect(self._show_keyboard)

    def _connect_panels(self) -> None:
        words, speaker, booth = self.view.words, self.view.speaker, self.booth
        words.suggestion_wanted.connect(booth.suggesting.suggest)
        words.person_chosen.connect(booth.podium.confirm)
        words.person_added.connect(booth.add_person)
        words.pair_added.connect(booth.add_pair)
        words.target_chosen.connect(booth.into)
        words.looked_up.connect(booth.at_hand.after_look_up)
        words.missed.connect(booth.in_vain.count)
        words.reading_switched.connect(booth.at_hand.switch_reading)
        speaker.say_as_changed.connect(booth.podium.say_as)
        speaker.address_changed.connect(booth.podium.address_as)
        for done in (speaker.say_as_changed, speaker.address_changed, speaker.field_left):
            done.connect(words.focus_field)
        self.view.clock.seal_asked.connect(booth.commands["tell_seal"])
        self.view.docked.connect(self.docking.keep_above)
        self.view.keys.closed.connect(self.view.hide_page)
        self.view.keys.key_chosen.connect(booth.keys.change)
        self.view.keys.restored.connect(booth.keys.restore)
        self.view.glossaries.closed.connect(self.view.hide_page)
        self.view.glossaries.switched.connect(booth.glossaries.switch)

    def _connect_booth(self) -> None:
        booth, worker = self.booth, self.booth.suggesting.worker
        booth.editor_asked.connect(self.editor.open)
        booth.settings_changed.connect(self.editor.wear)
        self.editor.told.connect(self.tell)
        self.editor.command_wanted.connect(self._give)
        booth.docking_asked.connect(self._dock)
        booth.other_edge_asked.connect(self.docking.change_edge)
        self.docking.settled.connect(self._keep_places)
        booth.keys.changed.connect(booth.keep_keys)
        booth.keys.refused.connect(self.view.keys.say)
        worker.suggested.connect(self.view.words.show_suggestion)
        worker.failed.connect(self.tell)
        self._backing.told.connect(self.tell)
        self.told.connect(self.tell)

    def _connect_announcer(self) -> None:
        self.view.words.text_changed.connect(self._announce_answer)
        self.booth.keys.given.connect(self._announce_command)
        self.booth.suggesting.worker.suggested.connect(self._announce_suggestion)
        self.view.keys.said.connect(partial(self._announcer.tell, "keys"))
        self.view.glossaries.said.connect(partial(self._announcer.tell, "keys"))
        self.view.message.told.connect(partial(self._announcer.tell, "message"))
