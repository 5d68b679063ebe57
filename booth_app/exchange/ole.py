"""What a file of Office 97, or a protected one of today, holds: it is a file system of streams."""

import mmap
import struct
from pathlib import Path
from typing import Final, Literal

from booth_app.exchange.report import FileUnreadable, told_if_unreadable

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AS_TABLE: Final = "save its table as XLSX, ODS, DOCX or CSV"

_STREAMS: Final[tuple[tuple[str, str], ...]] = (
    (
        "EncryptedPackage",
        "is protected with a password: open it, take the password off and save it again",
    ),
    ("WordDocument", "is a Word 97 document (.doc): save it as DOCX"),
    ("PowerPoint Document", f"is a PowerPoint presentation: {AS_TABLE}"),
)
_NAMES: Final = (*(name for name, _ in _STREAMS), "Workbook", "Book")

_HEADER: Final = 512  # bytes
_LARGEST_SECTOR: Final = 12  # as a power of two
_NO_SECTOR: Final = 0xFFFFFFFA
"""Numbers from here on are no sectors, but say that there is none."""


def content(path: Path) -> Literal["xls"]:
    """Return what is in the file. Raises FileUnreadable where that is no spreadsheet."""
    with told_if_unreadable(path), path.open("rb") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER:
            raise FileUnreadable(path, "is cut off after a few bytes: get it again, whole")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            streams = {name: data.find(name.encode("utf-16-le")) >= 0 for name in _NAMES}
            cut_off = len(data) < _least_size(header)
    if streams["Workbook"] and not streams["EncryptedPackage"]:
        return "xls"
    for name, reason in _STREAMS:
        if streams[name]:
            raise FileUnreadable(path, reason)
    if streams["Book"]:
        return "xls"
    if cut_off:  # the names of its streams may stand at its end
        raise FileUnreadable(path, "is cut off: get it again, whole")
    raise FileUnreadable(path, f"is of an old program Booth does not know: {AS_TABLE}")


def _least_size(header: bytes) -> int:
    """Return how many bytes a file with this header has at least: its tables have places in it."""
    power: int = struct.unpack_from("<H", header, 30)[0]
    sectors: tuple[int, ...] = struct.unpack_from("<I", header, 48) + struct.unpack_from(
        "<109I", header, 76
    )
    last = max((sector for sector in sectors if sector < _NO_SECTOR), default=0)
    return (last + 1) << min(power, _LARGEST_SECTOR)
