"""Text from data, made fit to be painted: no control character, no bidi override survives.

Everything is replaced one for one, so that a place in the result is the same place in the text.
"""

import re
from typing import Final

_BREAKS: Final = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_UNSAFE: Final = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters that are no break
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    "\ud800-\udfff"  # halves of a character
    "\ufff9-\ufffb"  # interlinear marks
    "]"
)
_REPLACEMENT: Final = "\ufffd"


def harmless(text: str) -> str:
    """Return `text` of the same length with breaks as spaces and unsafe characters as U+FFFD."""
    return _UNSAFE.sub(_REPLACEMENT, _BREAKS.sub(" ", text))


def isolated(text: str) -> str:
    """Return `text`, made harmless, so that its direction leaves the line around it alone."""
    return f"\u2068{harmless(text)}\u2069"


def unisolated(text: str) -> str:
    """Return `text` without the isolates of `isolated`: what reads aloud or in Braille has none."""
    return text.replace("\u2068", "").replace("\u2069", "")
