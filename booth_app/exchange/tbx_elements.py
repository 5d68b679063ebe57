"""What an element of TBX is, of either style and whatever namespace."""

from typing import Any, Final

from lxml import etree

from booth_app.exchange.tbx_names import ALIASES

LAST_LINE: Final = 65_535
"""The last line that an element knows; whatever comes after it says this one too."""


def category(element: etree._Element) -> str:
    """Return the category: the attribute `type` (DCA), else the element's own name (DCT)."""
    name = element.get("type") or local(element)
    return ALIASES.get(name, name)


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def line_of(element: etree._Element) -> int:
    """Return the line an element begins at, 0 where that is not known."""
    line: Any = element.sourceline
    return int(line or 0)


def text_of(element: etree._Element) -> str:
    """Return all text inside an element on one line."""
    return " ".join(raw(element).split())


def raw(element: etree._Element) -> str:
    """Return all text inside an element as it stands there."""
    if len(element):
        return "".join(map(str, element.itertext()))
    return element.text or ""
