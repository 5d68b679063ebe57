"""Puts the program together: settings, meeting and window first, then term base and the rest."""

import contextlib
import gc
import signal
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, cast

from booth_app import settings as settings_file
from booth_app.meeting.meeting import Meeting
from booth_app.paths import DataFolder, bundled
from booth_app.store.faults import BoothIsOpen, StoreFault
from booth_app.store.first_read import FirstRead, first_read
from booth_app.store.lock import WriterLock
from booth_app.store.standing import Standing
from booth_app.ui import screen

if TYPE_CHECKING:
    from booth_app.ui.doorbell import Doorbell
    from booth_app.ui.opening import Opening

_SWITCH_INTERVAL: Final = 0.00005
"""Seconds a busy thread may keep the window waiting each time a look-up lets go of the
interpreter: beside one, among 20,000 concepts, the worst hundredth of look-ups took 27 ms at
0.0005 and 7 ms so."""
_COLLECTOR: Final = (700, 5, 1_000_000)
"""The collector's thresholds: no long step by itself, one held a key up for 15 ms."""
_COLLECT_MS: Final = 60_000
_STYLE: Final = ("-style", "fusion")
"""The portable style, as Qt's own option: asking for it later takes 6 ms more."""
_PATIENCE: Final = 10.0
"""Seconds a second start gives a window that has just been started to answer."""
_PAUSE: Final = 0.05  # seconds between two rings
_LOG: Final = "booth"
_LOG_BYTES: Final = 1_000_000


def run(data: DataFolder, asked: str | None = None) -> int:
    """Open the window on `data`, or raise the one that is open; return the exit status.

    `asked` is `show`, `edit` or the path of a file. 2: no window can be opened, or the data
    folder cannot be used; one sentence on standard error says why.
    """
    if trouble := screen.trouble():
        return _refused(trouble)
    lock = WriterLock(data.lock, of_window=True)
    try:
        lock.take()
    except BoothIsOpen:
        if _raised(data, lock, asked or "show"):
            return 0
        # Nobody answers: a command is writing. The window opens readable and waits its turn.
    except StoreFault as fault:
        return _refused(str(fault))
    booth = Booth(data, lock)
    if asked:
        booth.window.answer(asked)
    return booth.run()


class Booth:
    """One running window on one data folder.

    `lock` need not be held: the window then opens readable and saves once it is.
    """

    def __init__(self, data: DataFolder, lock: WriterLock) -> None:
        from PySide6.QtWidgets import QApplication

        from booth_app.ui.main_window import MainWindow
        from booth_app.ui.theme import load_fonts

        sys.setswitchinterval(_SWITCH_INTERVAL)
        gc.disable()  # what is loaded at the start is there to stay: no need to go through it
        self._data = data
        self._lock = lock
        self._closing = threading.Event()
        self._opening: Opening | None = None
        self._doorbell: Doorbell | None = None
        self._application = cast(
            "QApplication", QApplication.instance() or QApplication([*sys.argv[:1], *_STYLE])
        )
        self._application.setApplicationName("Booth")
        load_fonts(bundled("resources") / "fonts")
        loaded = settings_file.load(data.settings)
        self._first = first_read(data, loaded.settings.meeting) or _bundled_meeting()
        terms = {item: prepared.rows for item, prepared in self._first.terms.items()}
        self.window: MainWindow = MainWindow(
            data, loaded.settings, self._first.meeting, self._first.standing, terms
        )
        if loaded.told:
            self.window.tell(loaded.told)
        self.window.booth.settings_changed.connect(self._keep_settings)
        self.window.closing.connect(self._close)
        sys.excepthook = self._last_resort
        threading.excepthook = self._last_resort_of_thread

    def show(self) -> None:
        """Show the window; what needs more than the first paint is opened after it."""
        self.window.first_painted.connect(self._open_rest)
        self.window.look_up_ready.connect(self._spare_the_collector)
        self.window.taken_in.connect(self._listen_when_held)
        self.window.show()

    def run(self) -> int:
        """Show the window and stay until it is closed; return the exit status."""
        self.show()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # Ctrl+C, the end of the session
            if number := getattr(signal, name, None):
                signal.signal(number, self._close_windows)
        status = self._application.exec()
        self._lock.free()
        return status

    def _open_rest(self) -> None:
        """Open what needs more than the first paint, in a thread, and the door for others."""
        from booth_app.ui.opening import Opening

        _log_to(self._data.log)
        self._listen_when_held()
        self._opening = Opening(self._open, lambda: StoreFault)
        self._opening.ready.connect(self.window.take_in)
        self._opening.told.connect(self.window.tell)
        self._opening.failed.connect(self.window.tell)
        self._opening.start()

    def _listen_when_held(self) -> None:
        """Listen at the door from the moment the lock is held; that may be after a command."""
        from booth_app.ui.doorbell import Doorbell

        if self._doorbell is None and self._lock.held:
            self._doorbell = Doorbell(self._data.root, self.window)
            self._doorbell.rung.connect(self.window.answer)

    def _spare_the_collector(self) -> None:
        """Let the collector work from now on, in short steps and not on what was loaded until now.

        Its long steps come by the clock, not whenever enough was made: that is while a key waits.
        """
        from PySide6.QtCore import QTimer

        gc.freeze()
        gc.set_threshold(*_COLLECTOR)
        gc.enable()
        self._collecting = QTimer(interval=_COLLECT_MS)
        self._collecting.timeout.connect(gc.collect)
        self._collecting.start()

    def _close_windows(self, *_: object) -> None:
        """End as the person's own closing does, once Qt's loop runs again."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self._application.closeAllWindows)

    def _open(self, ready: Callable[[object], None], told: Callable[[str], None]) -> None:
        """Open the term base to read, at once where nothing is due, then to write."""
        from booth_app.meetings import Meetings
        from booth_app.termbase import Termbase
        from booth_app.ui.opening import Opened

        person = settings_file.signing_person(self.window.booth.settings)
        if (reading := Termbase.reading(self._data, person)) is not None:
            reading.follow(self._first.meeting)
            ready(Opened(reading))
        if not self._lock.held:
            told(f"A command is writing to {self._data.root}; saving waits until it is done.")
            while not self._taken():
                if self._closing.is_set():
                    return
            told("The command is done; changes are saved again.")
        termbase = Termbase.open(
            self._data, person, write=True, lock=self._lock, told=told, earlier=reading
        )
        meetings = Meetings(termbase.store)
        meeting = meetings.last_open(self._first.meeting.id)
        termbase.follow(meeting)
        ready(Opened(termbase, meetings, meeting))
        _warm_up()

    def _taken(self) -> bool:
        try:
            self._lock.take(wait=1.0)
        except BoothIsOpen:
            return False
        return True

    def _keep_settings(self, settings: settings_file.Settings) -> None:
        try:
            settings_file.save(self._data.settings, settings)
        except settings_file.SettingsNotSaved as fault:
            self.window.tell(str(fault))

    def _close(self) -> None:
        self._closing.set()
        if self._opening is not None:
            self._opening.wait()
        if self._doorbell is not None:
            self._doorbell.close()

    def _last_resort(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a fault of ours down and say so in one line; the booth goes on. Any thread."""
        import logging

        logging.getLogger(_LOG).error("unexpected", exc_info=(kind, fault, trace))
        self.window.told.emit(f"Booth made a mistake; it is written down in {self._data.log}.")

    def _last_resort_of_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self._last_resort(given.exc_type, given.exc_value, given.exc_traceback)


def _raised(data: DataFolder, lock: WriterLock, words: str) -> bool:
    """Have the window that is open on `data` do what `words` ask; False where there is none.

    One that has just been started listens after its first paint, so it is rung at until it
    answers. Where it ends meanwhile, `lock` is taken.
    """
    from booth_app.ui.doorbell import ring

    deadline = time.monotonic() + _PATIENCE
    while not ring(data.root, words):
        with contextlib.suppress(StoreFault):
            lock.take()
        if lock.held or not lock.is_of_window or time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE)
    return True


def _warm_up() -> None:
    """Have the numbers' data read now: the first number would keep the window for 60 ms."""
    from booth_app.numbers.reading import readings

    readings("2.5 bn")


def _bundled_meeting() -> FirstRead:
    """Return the first meeting that ships with Booth; an empty agenda where none can be read."""
    from booth_app.meeting.meeting_folder import MeetingUnreadable, read_meeting

    for folder in sorted((bundled("resources") / "meetings").glob("*/")):
        try:
            return FirstRead(read_meeting(folder), Standing())
        except MeetingUnreadable as fault:
            print(fault, file=sys.stderr)
    now = datetime.now(UTC)
    return FirstRead(Meeting(id="", title={}, start=now, end=now), Standing())


def _log_to(file: Path) -> None:
    import logging
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(
        file, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger(_LOG)
    log.addHandler(handler)
    log.propagate = False
    logging.raiseExceptions = False  # a full disk is no reason to print a trace


def _refused(sentence: str) -> int:
    from booth_app.ui.booth.harmless import harmless

    if sys.stderr is not None:
        print(" ".join(harmless(sentence).split()), file=sys.stderr)
    return 2
