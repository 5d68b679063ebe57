"""Which encoding a TBX is in: its first bytes and its letters say so more surely than it does."""

import re
from typing import BinaryIO, Final

from booth_app.exchange.encodings import is_utf8

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\0", "UTF-16LE"),
    (b"\0<", "UTF-16BE"),
)
"""First bytes that tell an encoding, whatever the file declares."""
_DECLARED: Final = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:\-]{1,40})[\"']")
_HEAD: Final = 1_000  # bytes
_CHUNK: Final = 1 << 20  # bytes


def encoding_of(file: BinaryIO) -> tuple[str | None, str]:
    """Return the encoding to read `file` in, None for the one it declares, and what to tell.

    UTF-8 can be proven: where a file is UTF-8 that declares another one, it is read as UTF-8.
    The file is left at its beginning.
    """
    file.seek(0)
    head = file.read(_HEAD)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    declared = _DECLARED.match(head)
    if marked or declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii"):
        file.seek(0)
        return marked, ""
    file.seek(0)
    proven = is_utf8(file)
    file.seek(0)
    named = declared[1].decode("ascii")
    if not proven or (_is_ascii(file) and not named.lower().startswith(("utf", "ucs"))):
        return None, ""
    return "utf-8", f"It declares the encoding {named} and is in UTF-8: it was read as UTF-8."


def _is_ascii(file: BinaryIO) -> bool:
    """Tell whether all of `file` is the same in UTF-8 and in any encoding of one byte."""
    alike = all(chunk.isascii() for chunk in iter(lambda: file.read(_CHUNK), b""))
    file.seek(0)
    return alike
