"""Where the window stands: narrow beside other programs and above them, or at large."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from booth_app.settings import Box, Settings

WIDTHS: Final = (360, 390, 420)
"""Pixels of width of a docked window: the least, the usual at 100 %, the most; by hand it may be
drawn wider."""
DOCKED_BELOW: Final = 700
"""A window of fewer pixels of width is a docked one, whoever made it so narrow."""
_LARGE: Final = (1440, 900)
"""The size at large, where the screen has it."""

Screens = Callable[[], Sequence[QRect]]


def available_screens() -> list[QRect]:
    """Return the part of each screen that windows may take, the main screen's first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen != main)
    return [screen.availableGeometry() for screen in screens]


def in_sight(place: QRect, screens: Sequence[QRect]) -> QRect:
    """Return `place` moved and, where it must be, made smaller to lie on one of `screens`.

    It keeps to the screen that shows most of it, else goes to the first. Unchanged without any.
    """
    if not screens:
        return place
    screen = max(screens, key=lambda each: _area(each.intersected(place)))
    width, height = min(place.width(), screen.width()), min(place.height(), screen.height())
    left = min(max(place.left(), screen.left()), screen.left() + screen.width() - width)
    top = min(max(place.top(), screen.top()), screen.top() + screen.height() - height)
    return QRect(left, top, width, height)


def at_edge(screen: QRect, width: int, *, right: bool) -> QRect:
    """Return the column of `width` pixels at the left or right edge of `screen`."""
    width = min(width, screen.width())
    left = screen.left() + screen.width() - width if right else screen.left()
    return QRect(left, screen.top(), width, screen.height())


class Docking(QObject):
    """Docks `window` beside other programs and undocks it, never out of sight.

    Places are those of the window's own area, without its frame. Where the desktop lets no window
    place itself or stay above others, it is narrow and nothing else. `settled`: the places to be
    kept have changed.
    """

    settled = Signal()

    def __init__(
        self, window: QWidget, settings: Settings, screens: Screens = available_screens
    ) -> None:
        super().__init__(window)
        self._window = window
        self._screens = screens
        self._docked_place = _rect(settings.docked_place)
        self._window_place = _rect(settings.window_place)
        self._maximised = settings.maximised
        self.docked = settings.docked
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # What is left of the screens is known once Qt has done its own part.
            application.screenRemoved.connect(lambda: QTimer.singleShot(0, self.come_back))
            application.primaryScreenChanged.connect(lambda: QTimer.singleShot(0, self.come_back))

    def open(self) -> None:
        """Give the window the place it had, before it is shown."""
        self._put(self._wanted_docked(1.0) if self.docked else self._wanted_at_large())
        if self._maximised and not self.docked:
            self._window.setWindowState(Qt.WindowState.WindowMaximized)

    def change(self, scale: float = 1.0) -> None:
        """Dock the window, for type of `scale`, or put it back where it stood at large."""
        self._remember()
        if self._window.isMaximized() or self._window.isFullScreen():
            self._window.showNormal()
        self.docked = not self.docked
        self._put(self._wanted_docked(scale) if self.docked else self._wanted_at_large())
        if self._maximised and not self.docked:
            self._window.showMaximized()
        self.settled.emit()

    def change_edge(self) -> None:
        """Put the docked window at the other edge of its screen."""
        self._remember()
        if not self.docked:
            return
        place = self._window.geometry()
        screen = in_sight(place, self._screens())
        screen = next((each for each in self._screens() if each.contains(screen)), screen)
        is_right = place.center().x() > screen.center().x()
        self._put(at_edge(self._inside_frame(screen), place.width(), right=not is_right))
        self._remember()
        self.settled.emit()

    def come_back(self) -> None:
        """Bring the window back to a screen that is there."""
        place = self._window.geometry()
        if in_sight(place, self._screens()) != place:
            self._put(place)

    def keep_above(self, above: bool) -> None:
        """Keep the window above all others, or no longer; without hiding it in between."""
        flag = Qt.WindowType.WindowStaysOnTopHint
        window, handle = self._window, self._window.windowHandle()
        if bool(window.windowFlags() & flag) == above:
            return
        if handle is None:
            window.setWindowFlag(flag, above)
            return
        kept = window.windowFlags()
        # Told through the widget Qt would hide the window and show it anew.
        window.overrideWindowFlags(kept | flag if above else kept & ~flag)
        handle.setFlag(flag, above)

    def kept_in(self, settings: Settings) -> Settings:
        """Return `settings` with the places as they are now."""
        self._remember()
        return replace(
            settings,
            docked=self.docked,
            docked_place=_box(self._docked_place),
            window_place=_box(self._window_place),
            maximised=self._maximised,
        )

    def _remember(self) -> None:
        window = self._window
        filling = window.isMaximized() or window.isFullScreen()
        place = window.normalGeometry() if filling else window.geometry()
        self.docked = not filling and place.width() < DOCKED_BELOW
        if self.docked:
            self._docked_place = place
        else:
            self._window_place, self._maximised = place, window.isMaximized()

    def _wanted_docked(self, scale: float) -> QRect:
        """Return where it stood docked, else the right edge of the screen it is on."""
        if self._docked_place is not None:
            return self._docked_place
        screens = self._screens()
        here = self._window_place or self._window.geometry()
        screen = max(screens, key=lambda each: _area(each.intersected(here)), default=here)
        least, usual, most = WIDTHS
        width = min(max(round(usual * scale), least), most)
        return at_edge(self._inside_frame(screen), width, right=True)

    def _wanted_at_large(self) -> QRect:
        if self._window_place is not None:
            return self._window_place
        screens = self._screens()
        place = QRect(0, 0, *_LARGE)
        if screens:
            place.moveCenter(screens[0].center())
        return place

    def _put(self, place: QRect) -> None:
        self._window.setGeometry(in_sight(place, [*map(self._inside_frame, self._screens())]))

    def _inside_frame(self, screen: QRect) -> QRect:
        """Return what of `screen` is left for the window inside its frame."""
        outer, inner = self._window.frameGeometry(), self._window.geometry()
        return screen.adjusted(
            inner.left() - outer.left(),
            inner.top() - outer.top(),
            inner.right() - outer.right(),
            inner.bottom() - outer.bottom(),
        )


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


def _rect(box: Box | None) -> QRect | None:
    return None if box is None else QRect(*box)


def _box(rect: QRect | None) -> Box | None:
    return None if rect is None else (rect.left(), rect.top(), rect.width(), rect.height())
