"""The Linux way to keep the screen awake: three services asked in a thread of their own."""

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from booth_app.ui.awake import APPLICATION, REASON
from booth_app.ui.bus import BusSilent, Granted, Question, ask, end_all

_SUSPEND_AND_IDLE: Final = 4 | 8
"""The portal's flags for: do not suspend, do not take the person for absent."""
_SYSTEM_BUS: Final = "unix:path=/run/dbus/system_bus_socket"


def questions(environment: Mapping[str, str] = os.environ) -> tuple[Question, ...]:
    """Return what is asked: the portal and the screen saver, which dim and lock, and logind.

    Buses are sought where the D-Bus specification has them by default.
    """
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    session = environment.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={runtime}/bus"
    system = environment.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS
    portal, saver, login = (
        f"org.freedesktop.{name}" for name in ("portal", "ScreenSaver", "login1")
    )
    return (
        Question(
            session,
            f"{portal}.Desktop",
            "/org/freedesktop/portal/desktop",
            f"{portal}.Inhibit",
            "Inhibit",
            ("", _SUSPEND_AND_IDLE, {"reason": REASON}),
        ),
        Question(
            session, saver, "/org/freedesktop/ScreenSaver", saver, "Inhibit", (APPLICATION, REASON)
        ),
        Question(
            system,
            login,
            "/org/freedesktop/login1",
            f"{login}.Manager",
            "Inhibit",
            ("idle:sleep", APPLICATION, REASON, "block"),
        ),
    )


class BusInhibitor(QObject):
    """Asks every service when a meeting begins; `answered` says whether any of them agreed.

    What they grant ends with `free`, and with the program, however that ends.
    """

    answered = Signal(bool)

    def __init__(
        self,
        parent: QObject | None = None,
        asked: Sequence[Question] | None = None,
        ask_one: Callable[[Question], Granted] = ask,
    ) -> None:
        super().__init__(parent)
        self._asked = questions() if asked is None else asked
        self._ask = ask_one
        self._turn = threading.Lock()
        self._granted: list[Granted] = []
        self._round = 0

    def hold(self) -> None:
        """Ask every service; returns at once."""
        with self._turn:
            self._round += 1
            asking = threading.Thread(target=self._ask_all, args=(self._round,), daemon=True)
        asking.start()

    def free(self) -> None:
        """Give back what was granted and what is still being asked for."""
        with self._turn:
            self._round += 1
            end_all(self._granted)

    def _ask_all(self, asking: int) -> None:
        granted: list[Granted] = []
        for question in self._asked:
            try:
                granted.append(self._ask(question))
            except BusSilent:  # another may agree; whether none did is told below
                continue
        with self._turn:
            if asking != self._round:
                end_all(granted)
                return
            self._granted += granted
        self.answered.emit(bool(granted))
