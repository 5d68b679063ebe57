"""What stands in a part of an entry: elements where TBX-Basic has room for it, else notes."""

import re
from functools import cache
from typing import Final

from lxml import etree

from booth_app.exchange.tbx_names import CORE, GENDERS, POS, STATUS_ENDING, TYPES
from booth_app.exchange.tbx_notes import is_note, note, seen
from booth_app.terminology.concept import Status
from booth_app.terminology.document import Document

_ADDRESS: Final = re.compile(r"https?://[!-~]+")
_STATUSES: Final[dict[Status, str]] = {
    "preferred": "preferredTerm",
    "admitted": "admittedTerm",
    "deprecated": "deprecatedTerm",
    "forbidden": "deprecatedTerm",
}
_TYPES: Final = {type_: name for name, type_ in reversed(list(TYPES.items()))}

_IN_NOTES: Final = (
    *("forms", "number", "register", "attested", "approval", "approved_by", "approved_at", "extra"),
)
"""Keys of a term that have no category of their own."""
_SELDOM: Final = frozenset(
    {"context", "context_source", "source", "source_url", "usage_note", *_IN_NOTES}
)


@cache
def tag(name: str) -> str:
    """Return the name of an element in TBX's namespace."""
    return f"{{{CORE}}}{name}"


def add_term_notes(part: etree._Element, term: Document) -> None:
    """Add what stands right after the term, and notes for what no pick list has."""
    late: list[tuple[str, str]] = []
    for key, category, listed in (
        ("pos", "partOfSpeech", POS),
        ("gender", "grammaticalGender", GENDERS),
    ):
        value = term.get(key, "")
        if value in listed:
            _add_term_note(part, category, value)
        elif value:
            late.append((key, value))
    if type_ := term.get("type"):
        _add_term_note(part, "termType", _TYPES[type_])
    if region := term.get("region"):
        _add_term_note(part, "geographicalUsage", seen(region) or "-")
        if seen(region) != region:
            late.append(("region", region))
    status = _STATUSES[term.get("status", "admitted")]
    _add_term_note(part, "administrativeStatus", f"{status}{STATUS_ENDING}")
    for key, value in late:
        add_note(part, key, value)


def add_seldom(part: etree._Element, term: Document) -> None:
    """Add what few terms of a large glossary have."""
    if _SELDOM.isdisjoint(term):
        return
    add_described(part, "context", term.get("context", ""), term, "context_source")
    if source := term.get("source"):
        add_typed(part, "admin", "source", source, "source")
    _add_address(part, term.get("source_url", ""))
    add_visible_note(part, term.get("usage_note"), "usage_note")
    for key in _IN_NOTES:
        if value := term.get(key):
            add_note(part, key, value)


def add_described(
    part: etree._Element, category: str, text: str, document: Document, source_key: str
) -> None:
    """Add a definition or context with its source."""
    source = document.get(source_key, "")
    if not (text or source):
        return
    if seen(text):
        group = etree.SubElement(part, tag("descripGrp"))
        add(group, "descrip", seen(text)).set("type", category)
        if seen(source):
            add(group, "admin", seen(source)).set("type", "source")
    if text != seen(text):
        add_note(part, category, text)
    if source and (source != seen(source) or not seen(text)):
        add_note(part, source_key, source)


def add_typed(part: etree._Element, element: str, category: str, text: str, key: str) -> None:
    """Add a text under its category; `key` is what a note calls it that says it exactly."""
    if seen(text):
        add(part, element, seen(text)).set("type", category)
    if seen(text) != text:
        add_note(part, key, text)


def add_visible_note(part: etree._Element, text: str | None, key: str) -> None:
    """Add a text as a note that other programs show; one that would read as Booth's, as Booth's."""
    if not text:
        return
    if seen(text) and not is_note(seen(text)):
        add(part, "note", seen(text))
    if seen(text) != text or is_note(seen(text)):
        add_note(part, key, text)


def add_note(part: etree._Element, key: str, value: object) -> None:
    """Add a note that says exactly what `key` is."""
    add(part, "note", note(key, value))


def add(part: etree._Element, name: str, text: str) -> etree._Element:
    """Add an element with a text, and return it."""
    child = etree.SubElement(part, tag(name))
    child.text = text
    return child


def _add_address(part: etree._Element, address: str) -> None:
    if _ADDRESS.fullmatch(address):
        reference = add(part, "xref", "source")
        reference.set("type", "externalCrossReference")
        reference.set("target", address)
    if address:
        add_note(part, "source_url", address)


def _add_term_note(part: etree._Element, category: str, value: str) -> None:
    add(part, "termNote", value).set("type", category)
