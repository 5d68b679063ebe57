"""Writes a file beside its place and renames it: a full disk leaves the old one whole."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


class FileUnwritable(Exception):
    """A file that could not be written; `str()` of it is the sentence to show.

    What was at its place is there as it was.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} was not written: {reason}")
        self.path = path
        self.reason = reason


@contextlib.contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a path to write to; it comes to stand at `path` when all has been written.

    The folder is made where it is missing. Raises FileUnwritable for whatever OSError comes up,
    in the writing too; nothing is left beside then.
    """
    new = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield new
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        new.replace(path)
    except FileExistsError:  # whoever reads only this would look for the wrong file
        raise FileUnwritable(path, f"{path.parent} is no folder") from None
    except OSError as fault:
        raise FileUnwritable(path, fault.strerror or str(fault) or type(fault).__name__) from None
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
