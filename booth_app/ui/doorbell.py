"""One window a data folder: a second start rings at the first, which shows itself."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS: Final = 2000
"""How long a second start waits for the first to answer."""

_LONGEST_PATH: Final = 100
"""Unix sockets have room for 104 to 108 bytes of path, by system."""

_LONGEST_RING: Final = 4096

_TOKEN: Final = "XDG_ACTIVATION_TOKEN"
"""What a Wayland desktop gives to a program that the person started, and Qt passes on: who shows
it may take the keyboard. It is handed to the window that is shown in the second start's place."""


def address(folder: Path) -> str:
    """Return the local socket's name: in the data folder, or a short one where that cannot be.

    A path may be too long for a socket, or have bytes that are no text and that Qt cannot pass on.
    """
    inside = str(folder / "window")
    if os.name != "nt" and len(os.fsencode(inside)) <= _LONGEST_PATH and _is_text(inside):
        return inside
    short = "booth-" + hashlib.sha256(os.fsencode(str(folder))).hexdigest()[:24]
    return short if os.name == "nt" else str(Path(tempfile.gettempdir()) / short)


def _is_text(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def ring(folder: Path, words: str) -> bool:
    """Ask the window that is open on `folder` for `words`; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(address(folder))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    token = os.environ.get(_TOKEN, "")
    said = f"{words}\0{token}" if token else words
    socket.write(said.encode("utf-8", "surrogateescape")[:_LONGEST_RING] + b"\n")
    answered = socket.waitForBytesWritten(PATIENCE_MS) and socket.waitForReadyRead(PATIENCE_MS)
    socket.disconnectFromServer()
    return answered


class Doorbell(QObject):
    """Listens on the data folder's socket; `rung` carries `show`, `edit` or a file's path."""

    rung = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._callers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Only the holder of the folder's lock listens, so a socket that lies there is left over.
        QLocalServer.removeServer(address(folder))
        self._server.listen(address(folder))
        self._server.newConnection.connect(self._answer)

    def close(self) -> None:
        """Stop listening and remove the socket."""
        self._server.close()

    def _answer(self) -> None:
        while socket := self._server.nextPendingConnection():
            self._callers.append(socket)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._forget)
        self._read()

    def _read(self) -> None:
        for socket in list(self._callers):
            if socket.canReadLine():
                line = bytes(socket.readLine(_LONGEST_RING + 2).data())
                socket.write(b"ok\n")
                said = line.decode("utf-8", "surrogateescape").rstrip("\n")
                words, _, token = said.partition("\0")
                if token:
                    os.environ[_TOKEN] = token
                self.rung.emit(words)
            elif socket.bytesAvailable() > _LONGEST_RING:
                socket.abort()

    def _forget(self) -> None:
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        for socket in [s for s in self._callers if s.state() == gone]:
            self._callers.remove(socket)
            socket.deleteLater()
