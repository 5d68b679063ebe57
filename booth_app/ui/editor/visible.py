"""Characters nobody sees, made visible in a field that is typed in: U+202E stands as ⟨U+202E⟩.

Nothing is lost on the way: what is read back from a field is the text that was put into it.
"""

import re
from typing import Final

_UNSEEN: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"  # bidi, joiners, breaks
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff"  # halves of a character, and what Qt keeps for itself
)
_CODE: Final = "U\\+([0-9A-F]{4})⟩"
_TO_SHOW: Final = re.compile(f"[{_UNSEEN}]|⟨(?={_CODE})")
_TO_SHOW_IN_LINE: Final = re.compile(f"[{_UNSEEN}\t\n]|⟨(?={_CODE})")
_RAW: Final = re.compile(f"[{_UNSEEN}]")
_RAW_IN_LINE: Final = re.compile(f"[{_UNSEEN}\t\n]")
_MARK: Final = re.compile(f"⟨{_CODE}")
_MARKED: Final = re.compile(f"[{_UNSEEN}\t\n⟨]")

MARK_LENGTH: Final = len("⟨U+202E⟩")


def visible(text: str, *, one_line: bool = False) -> str:
    """Return `text` with a mark for each character that is not seen; breaks too in one line."""
    return (_TO_SHOW_IN_LINE if one_line else _TO_SHOW).sub(_mark, text)


def typed(shown: str) -> str:
    """Return the text that `shown`, the words in a field, stands for."""
    return _MARK.sub(_character, shown) if "⟨" in shown else shown


def mark_before(shown: str) -> int:
    """Return how many characters the mark at the end of `shown` has; 0 where there is none."""
    mark = _MARK.fullmatch(shown[-MARK_LENGTH:])
    return MARK_LENGTH if mark and _character(mark) != mark[0] else 0


def _mark(found: re.Match[str]) -> str:
    return f"⟨U+{ord(found[0]):04X}⟩"


def _character(mark: re.Match[str]) -> str:
    character = chr(int(mark[1], 16))
    return character if _MARKED.match(character) else mark[0]


def marked(shown: str, *, one_line: bool = False) -> str:
    """Return `shown`, the words in a field, with marks for unseen characters typed into it."""
    return (_RAW_IN_LINE if one_line else _RAW).sub(_mark, shown)
