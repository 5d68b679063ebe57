"""Notes of the form `booth:key=value`: what TBX-Basic has no room for, and what it would change.

A value that is no plain line of printable text is written as JSON, which has no such limits.
"""

import json
import re
from typing import Any, Final

OWN_ID: Final = "booth-"
"""What ids begin with that stand for ids XML does not allow; by itself the id of no concept."""

STATES: Final = "states"
"""The key of the marks of the states that a concept has been in."""

_PREFIX: Final = "booth:"
_NOTE: Final = re.compile(r"booth:([^=]+)=(.*)", re.DOTALL)
_JSON: Final = ('"', "[", "{")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSURE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What XML forbids, or what on its way through XML may become something else."""


def note(key: str, value: object) -> str:
    """Return the note that says that `key` is `value`: a text, or lists and keys with values."""
    if isinstance(value, str) and value == seen(value) and not value.startswith(_JSON):
        return f"{_PREFIX}{key}={value}"
    return f"{_PREFIX}{key}={json.dumps(value, ensure_ascii=True)}"


def said(text: str) -> tuple[str, Any] | None:
    """Return what a note says, its key and value; None where it is no such note."""
    found = _NOTE.fullmatch(text)
    if found is None:
        return None
    key, value = found.groups()
    if not value.startswith(_JSON):
        return key, value
    try:
        return key, json.loads(value)
    except ValueError:
        return None


def seen(text: str) -> str:
    """Return `text` as it is seen in an element: one line, without what XML cannot hold.

    Where it differs from `text` a note has to say the rest.
    """
    if text.isprintable():  # nothing of it is unsure, nor forbidden
        return " ".join(text.split())
    return " ".join(_NOT_XML.sub("\ufffd", _UNSURE.sub(" ", text)).split())


def is_note(text: str) -> bool:
    """Tell whether `text` would be read as such a note."""
    return text.startswith(_PREFIX)
