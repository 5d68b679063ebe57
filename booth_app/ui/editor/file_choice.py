"""Asks which file is meant: dressed as the window, in the folder where the last one was."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from booth_app.ui.theme import Look

_TEXT: Final = 11.0
_ALL: Final = "All files (*)"


class FileChoice(QObject):
    """Opens the file dialogs of a window. Whatever had the keyboard has it again afterwards."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
        there = (Path(place) for place in places)
        self.folder = next((place for place in there if place.is_dir()), Path.home())
        """Where the next dialog begins."""

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look

    def to_read(self, title: str, kinds: str, does: Callable[[Path], object]) -> None:
        """Ask for a file that is there, one of `kinds` (`Tables (*.csv)`); then do `does`."""
        dialog = self._dialog(title)
        dialog.setNameFilters([kinds, _ALL])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, does)

    def folder_to_read(self, title: str, does: Callable[[Path], object]) -> None:
        """Ask for a folder that is there; then do `does`."""
        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, does)

    def to_write(self, title: str, name: str, does: Callable[[Path], object]) -> None:
        """Ask where a file is to be written, `name` by default; then do `does`."""
        dialog = self._dialog(title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        self._open(dialog, does)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self.folder))
        dialog.setPalette(self._look.palette())
        dialog.setFont(self._look.font(_TEXT))
        for field in dialog.findChildren(QLineEdit):  # what it offers has a window of its own
            completer = field.completer()
            if completer is not None and (offered := completer.popup()) is not None:
                offered.setPalette(self._look.palette())
        return dialog

    def _open(self, dialog: QFileDialog, does: Callable[[Path], object]) -> None:
        def chosen(name: str) -> None:
            self.folder = Path(name).parent
            does(Path(name))

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
