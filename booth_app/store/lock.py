"""One writer: an OS file lock on the data folder, freed by the system even after kill -9."""

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from booth_app.store.faults import BoothIsOpen, DataFolderUnusable, reason_of

_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
_PAUSE: Final = 0.02  # seconds between two tries
_WINDOW: Final = b"w"
"""Stands behind the locked byte of the file while a window has the lock."""

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write to the folder that the lock `file` is in.

    The window has it for its whole life, a writing command for its run.

    The folder is made where it is missing. As a context manager it is taken on entering; both
    `take` and entering raise `BoothIsOpen` where another program holds it and
    `DataFolderUnusable` where the folder cannot be written. Closing frees it: the file stays.
    `of_window`: whoever meets the lock can tell that a window has it.
    """

    def __init__(self, file: Path, *, of_window: bool = False) -> None:
        self._file = file
        self._of_window = of_window
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    @property
    def is_of_window(self) -> bool:
        """Whether it is a window that took the lock last."""
        try:
            with self._file.open("rb") as file:
                file.seek(1)
                return file.read() == _WINDOW
        except OSError:
            return False

    def take(self, wait: float = 0.0) -> None:
        """Take the lock, trying for `wait` seconds; nothing happens where it is held already."""
        deadline = time.monotonic() + wait
        while not self.held and not self._taken():
            if time.monotonic() >= deadline:
                raise BoothIsOpen(self._file.parent)
            time.sleep(_PAUSE)

    def check(self) -> None:
        """Raise `DataFolderUnusable` where the folder cannot be written; take nothing."""
        os.close(self._opened())

    def free(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.free()

    def _taken(self) -> bool:
        descriptor = self._opened()
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                return False
            raise DataFolderUnusable(self._file.parent, reason_of(error)) from error
        self._descriptor = descriptor
        self._sign()
        return True

    def _sign(self) -> None:
        assert self._descriptor is not None
        with contextlib.suppress(OSError):  # on a full disk nobody can tell who has it
            os.ftruncate(self._descriptor, 0)
            if self._of_window:
                os.lseek(self._descriptor, 1, os.SEEK_SET)
                os.write(self._descriptor, _WINDOW)

    def _opened(self) -> int:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if not os.access(self._file.parent, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise DataFolderUnusable(self._file.parent, reason_of(error)) from error
