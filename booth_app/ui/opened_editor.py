"""The terminology editor beside the booth: made when it is first wanted, closed with the booth."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, Qt, QThread, QTimer, Signal

from booth_app.languages import LANGUAGES, Lang
from booth_app.settings import Settings
from booth_app.ui.booth.running_booth import look_of
from booth_app.ui.docking import available_screens, in_sight

if TYPE_CHECKING:  # nothing of the editor is imported before somebody wants it
    from booth_app.termbase import Termbase
    from booth_app.ui.editor.desk_pages import DeskPages
    from booth_app.ui.editor.editor_window import EditorWindow

_EDITOR: Final = "booth_app.ui.editor.desk_pages"
"""The module that imports all of the editor."""
_NOT_YET: Final = "The glossary editor opens as soon as the glossaries can be read."
_FILE_LATER: Final = "{} is opened as soon as changes can be stored."


class _Importing(QThread):
    """Imports the editor: a second in which the booth goes on answering."""

    def run(self) -> None:
        """Override QThread.run."""
        import_module(_EDITOR)


class OpenedEditor(QObject):
    """Opens and raises the editor's window; keeps it on the term base and the look of the booth."""

    command_wanted = Signal(str)
    """The name of a command of the booth that was given in the editor."""
    told = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.window: EditorWindow | None = None
        self._pages: DeskPages | None = None
        self._settings = settings
        self._termbase: Termbase | None = None
        self._is_wanted = False
        self._file: Path | None = None
        self._importing = _Importing()
        self._importing.finished.connect(self._open_imported)

    def open(self) -> None:
        """Show the editor, with the keyboard, soon; where nothing can be read yet, once it can.

        It is imported and made step by step, so that the booth is never held up for long.
        """
        self._is_wanted = self._pages is None
        if self._termbase is None:
            self.told.emit(_NOT_YET)
        elif self._pages is not None and self.window is not None:
            self.window.raise_it()
        elif self._importing.isRunning() or self.window is not None:
            return  # it is on its way
        elif _EDITOR in sys.modules:
            self._make(self._termbase)
        else:
            self._importing.start()

    def open_file(self, path: Path) -> None:
        """Show the editor with a glossary file: a release with what is new in it, or a review."""
        self._file = path
        self.open()
        self._open_waiting()

    def take_in(self, termbase: "Termbase") -> None:
        """Work with `termbase` from now on; the one before may be closed afterwards."""
        self._termbase = termbase
        if self.window is not None:
            self.window.take_in(termbase)
        elif self._is_wanted:
            self.told.emit("")
            self.open()
        self._open_waiting()

    def wear(self, settings: Settings) -> None:
        """Dress as the settings say."""
        before, self._settings = self._settings, settings
        if self.window is not None and look_of(before) != look_of(settings):
            self.window.wear(look_of(settings))
            if self._pages is not None:
                self._pages.wear(look_of(settings))

    def kept_in(self, settings: Settings) -> Settings:
        """Return `settings` with the place that the window has now, where it was opened."""
        if self.window is None:
            return settings
        filling = self.window.isMaximized() or self.window.isFullScreen()
        place = self.window.normalGeometry() if filling else self.window.geometry()
        corner = place.topLeft() if filling else self.window.pos()
        box = (corner.x(), corner.y(), place.width(), place.height())
        return replace(settings, editor_place=box, editor_maximised=self.window.isMaximized())

    def close(self) -> None:
        """Store what was typed and close the window for good."""
        self._is_wanted = False
        self._importing.wait()
        if self._pages is not None:
            self._pages.stop()
        if self.window is not None:
            self.window.stop()

    def _open_waiting(self) -> None:
        """Open the file that is wanted, once it can be stored.

        The term base that can only read is closed when that moment comes, whatever still reads.
        """
        if self._file is None or self._pages is None or self.window is None:
            return
        if not self.window.desk.can_save:
            self.window.tell(_FILE_LATER.format(self._file.name))
            return
        path, self._file = self._file, None
        self._pages.files_in.open_file(path)

    def _open_imported(self) -> None:
        if self._is_wanted and _EDITOR in sys.modules:
            self.open()

    def _make(self, termbase: "Termbase") -> None:
        from booth_app.ui.editor.editor_window import EditorWindow

        window = EditorWindow(termbase, look_of(self._settings), editor_languages(self._settings))
        window.command_wanted.connect(self.command_wanted)
        self.window = window
        self._place(window)
        QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        """Give the window the pages over its desk and show it, unless the booth closes."""
        from booth_app.ui.editor.desk_pages import DeskPages

        if self.window is None or not self._is_wanted:
            return
        self._is_wanted = False
        self._pages = DeskPages(self.window, look_of(self._settings))
        self.window.raise_it()
        if not self.window.isMaximized():
            self._place(self.window)  # only now its rows have broken for its width
        self._open_waiting()

    def _place(self, window: "EditorWindow") -> None:
        """Give the window the place it had, before it is shown."""
        if (box := self._settings.editor_place) is not None:
            place = in_sight(QRect(*box), available_screens())
            window.resize(place.size())
            window.move(place.topLeft())  # the frame's corner: its title stays on the screen
        if self._settings.editor_maximised:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def editor_languages(settings: Settings) -> tuple[Lang, ...]:
    """Return the four languages, the person's own first: the target, then those they read."""
    own = () if settings.target is None else (settings.target, *settings.reads)
    return tuple(dict.fromkeys((*own, *LANGUAGES)))
