"""Tells assistive technology what changed, politely, and only once the person pauses."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from booth_app.ui.booth.harmless import unisolated

PAUSE_MS: Final = 700
"""How long nothing must change before it is told: a letter is typed in a third of that."""


class Announcer:
    """Gathers what changed and tells it in one announcement, the latest of each kind.

    Polite: it waits until a screen reader has finished, and shows on a Braille display. Without
    assistive technology nothing happens.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._news: dict[str, str] = {}
        self._pause = QTimer(window, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._announce)

    @property
    def news(self) -> tuple[str, ...]:
        """What waits to be told, the oldest first."""
        return tuple(text for text in self._news.values() if text)

    def tell(self, kind: str, text: str) -> None:
        """Tell `text`, harmless as it is, at the next pause, in place of other news of its kind."""
        from PySide6.QtGui import QAccessible  # 2 ms of the first paint otherwise

        if QAccessible.isActive():
            self._news.pop(kind, None)
            self._news[kind] = unisolated(text)
            self._pause.start()

    def _announce(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        said = "; ".join(self.news)
        self._news.clear()
        if said:
            event = QAccessibleAnnouncementEvent(self._window, said)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
