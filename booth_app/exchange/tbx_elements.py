"""What an element of TBX is, of either style and whatever namespace."""

from functools import lru_cache
from typing import Any, Final

from lxml import etree

from booth_app.exchange.tbx_names import ALIASES

LAST_LINE: Final = 65_535
"""The last line that an element knows; whatever comes after it says this one too."""


def category(element: etree._Element, name: str) -> str:
    """Return the category of an element of that name.

    That is its attribute `type` (DCA), else the name itself (DCT).
    """
    named = element.get("type") or name
    return ALIASES.get(named, named)


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return _without_namespace(element.tag)


@lru_cache(maxsize=1_000)
def _without_namespace(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def line_of(element: etree._Element) -> int:
    """Return the line an element begins at, 0 where that is not known."""
    line: Any = element.sourceline
    return int(line or 0)


def text_of(element: etree._Element) -> str:
    """Return all text inside an element on one line."""
    text = raw(element) if len(element) else element.text
    return " ".join(text.split()) if text else ""


def raw(element: etree._Element) -> str:
    """Return all text inside an element as it stands there."""
    if len(element):
        return "".join(map(str, element.itertext()))
    return element.text or ""
