"""Looks at a ZIP file before anything of it is unpacked: bombs and escapes are refused."""

import zipfile
import zlib
from pathlib import Path
from typing import Final

from booth_app.exchange.report import FileUnreadable, told_if_unreadable

DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    UnicodeError,
    ValueError,
)
"""What reading a ZIP file raises where a byte of it is not as it was written."""

_MOST_MEMBERS: Final = 10_000
_LARGEST: Final = 600_000_000
"""Bytes of all members together; a workbook of 250,000 rows unpacks to some 150 MB."""
_MOST_PACKED: Final = 100
"""How many times larger than the file what is in it may be."""
_HARMLESS: Final = 10_000_000
"""Bytes below which any ratio is harmless: small sheets of one repeated row pack well."""


def most_unpacked(packed: int) -> int:
    """Return to how many bytes a file of `packed` bytes may unpack; what is larger is a bomb."""
    return max(packed * _MOST_PACKED, _HARMLESS)


def members(path: Path) -> frozenset[str]:
    """Return the names in the ZIP file at `path`.

    Raises FileUnreadable where it is cut off, unpacks to too much, is encrypted, or has a name
    that leads out of it.
    """
    with told_if_unreadable(path):
        try:
            with zipfile.ZipFile(path) as archive:
                infos = archive.infolist()
        except DAMAGED:
            raise FileUnreadable(path, "is cut off or damaged: get it again") from None
    if len(infos) > _MOST_MEMBERS:
        raise FileUnreadable(path, f"is refused: it holds {len(infos):,} files, as no table does")
    unpacked = sum(info.file_size for info in infos)
    packed = max(path.stat().st_size, 1)
    if unpacked > min(_LARGEST, most_unpacked(packed)):
        said = f"is refused: its {packed:,} bytes would unpack to {unpacked:,}"
        raise FileUnreadable(path, said)
    for info in infos:
        _check(path, info)
    return frozenset(info.filename for info in infos)


def _check(path: Path, info: zipfile.ZipInfo) -> None:
    parts = info.filename.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or ":" in parts[0]:
        raise FileUnreadable(path, "is refused: a file in it has a name that leads out of it")
    if info.flag_bits & 1:
        raise FileUnreadable(
            path, "is protected with a password: open it, take the password off and save it again"
        )
