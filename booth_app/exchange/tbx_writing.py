"""Writes TBX-Basic (ISO 30042:2019, DCA style), strictly, concept by concept.

What Basic has no room for stands in notes (`tbx_notes`) and is read back.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Final

from lxml import etree

from booth_app.exchange.file_writing import beside
from booth_app.exchange.tbx_names import CORE, GENDERS, POS, STATUS_ENDING, TYPES
from booth_app.exchange.tbx_notes import OWN_ID, STATES, is_note, note, seen
from booth_app.terminology.concept import Concept, Status
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.document import Document
from booth_app.terminology.state_marks import Revision

_NAMESPACE: Final[Any] = {None: CORE}  # a prefix of None is the default's
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_ADDRESS: Final = re.compile(r"https?://[!-~]+")
_BEGINNING: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{CORE}">\n'
)

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
"""What few terms of a large glossary have."""


def write(path: Path, glossary: str, concepts: Iterable[tuple[Concept, Revision]]) -> None:
    """Write `concepts`, each with its revision, to `path`; what was there is replaced whole.

    Raises FileUnwritable, and what `concepts` raises.
    """
    with beside(path) as new, new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{_BEGINNING}{_serial(_header(glossary))}\n<text><body>\n")
        writer = _Writer()
        for concept, revision in concepts:
            file.write(f"{_serial(writer.entry(concept, revision))}\n")
        if writer.is_empty:  # a body has an entry at least
            file.write(
                f"{_serial(writer.entry(Concept(glossary=glossary, id=OWN_ID), Revision()))}\n"
            )
        file.write("</body></text>\n</tbx>\n")


def _serial(element: etree._Element) -> str:
    """Return the element in the namespace that the file's beginning declares."""
    text: str = etree.tostring(element, encoding="unicode")
    return text.replace(f' xmlns="{CORE}"', "", 1)


@cache
def _tag(name: str) -> str:
    return f"{{{CORE}}}{name}"


def _header(glossary: str) -> etree._Element:
    header = etree.Element(_tag("tbxHeader"), nsmap=_NAMESPACE)
    description = etree.SubElement(header, _tag("fileDesc"))
    title = etree.SubElement(etree.SubElement(description, _tag("titleStmt")), _tag("title"))
    title.text = seen(glossary)
    source = etree.SubElement(description, _tag("sourceDesc"))
    _add(source, "p", "Exported by Booth.")
    _add(source, "p", note("glossary", glossary))
    return header


class _Writer:
    """Makes the entries of one file, in which no id may stand twice."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._numbers = count(1)

    @property
    def is_empty(self) -> bool:
        """Whether no entry was made yet."""
        return not self._ids

    def entry(self, concept: Concept, revision: Revision) -> etree._Element:
        """Return the entry of a concept."""
        document = to_document(concept)
        entry = etree.Element(_tag("conceptEntry"), nsmap=_NAMESPACE)
        entry.set("id", self._id(concept.id))
        if entry.get("id") != concept.id:
            _note(entry, "id", concept.id)
        if revision.rev:
            _note(entry, "rev", str(revision.rev))
        if marks := revision.marks:
            _note(entry, STATES, marks)
        self._add_concept(entry, document)
        sections = document.get("languages", {})
        for lang in sorted(sections, key=lambda lang: bool(sections[lang].get("terms"))):
            self._add_section(entry, lang, sections[lang])  # notes stand before sections
        if not any(section.get("terms") for section in sections.values()):
            self._add_no_term(entry)
        return entry

    def _id(self, wanted: str) -> str:
        """Return an id that XML allows and no other element has: the wanted one where it can."""
        name = wanted
        while not _NAME.fullmatch(name) or name.startswith(OWN_ID) or name in self._ids:
            name = f"{OWN_ID}{next(self._numbers)}"
            if name not in self._ids:
                break
        self._ids.add(name)
        return name

    def _add_concept(self, entry: etree._Element, document: Document) -> None:
        if subject := document.get("subject"):
            _typed(entry, "descrip", "subjectField", subject, "subject")
        _visible_note(entry, document.get("note"), "note")
        for key in ("external", "related", "traps", "since", "extra"):
            if value := document.get(key):
                _note(entry, key, value)
        for relation in document.get("related", ()):
            if relation["to"] in self._ids:  # a reference may lead to what is in the file alone
                reference = _add(entry, "ref", seen(relation["type"]) or "related")
                reference.set("type", "crossReference")
                reference.set("target", relation["to"])

    def _add_section(self, entry: etree._Element, lang: str, section: Document) -> None:
        terms = section.get("terms", ())
        if not terms:  # no section of TBX is without a term
            for key, value in section.items():
                _note(entry, f"{lang}.{key}", value)
            if not section:
                _note(entry, f"{lang}.", "")
            return
        part = etree.SubElement(entry, _tag("langSec"), {_LANG: lang})
        _described(part, "definition", section.get("definition", ""), section, "definition_source")
        if extra := section.get("extra"):
            _note(part, "extra", extra)
        for term in terms:
            self._add_term(part, term)

    def _add_term(self, section: etree._Element, term: Document) -> None:
        id_ = self._id(term["id"])
        part = etree.SubElement(section, _tag("termSec"), {"id": id_})
        text = seen(term["term"]) or "\ufffd"
        _add(part, "term", text)
        _add_term_notes(part, term)
        if id_ != term["id"]:
            _note(part, "id", term["id"])
        if text != term["term"]:
            _note(part, "term", term["term"])
        if not _SELDOM.isdisjoint(term):
            _add_seldom(part, term)
        if term.get("status") == "forbidden":
            _note(part, "status", "forbidden")

    def _add_no_term(self, entry: etree._Element) -> None:
        part = etree.SubElement(entry, _tag("langSec"))
        part.set(_LANG, "en")
        term = etree.SubElement(part, _tag("termSec"))
        _add(term, "term", "-")
        _note(term, "none", "no term")


def _add_term_notes(part: etree._Element, term: Document) -> None:
    """Add what stands right after the term, and notes for what no pick list has."""
    late: list[tuple[str, str]] = []
    for key, category, listed in (
        ("pos", "partOfSpeech", POS),
        ("gender", "grammaticalGender", GENDERS),
    ):
        value = term.get(key, "")
        if value in listed:
            _term_note(part, category, value)
        elif value:
            late.append((key, value))
    if type_ := term.get("type"):
        _term_note(part, "termType", _TYPES[type_])
    if region := term.get("region"):
        _term_note(part, "geographicalUsage", seen(region) or "-")
        if seen(region) != region:
            late.append(("region", region))
    status = _STATUSES[term.get("status", "admitted")]
    _term_note(part, "administrativeStatus", f"{status}{STATUS_ENDING}")
    for key, value in late:
        _note(part, key, value)


def _add_seldom(part: etree._Element, term: Document) -> None:
    _described(part, "context", term.get("context", ""), term, "context_source")
    if source := term.get("source"):
        _typed(part, "admin", "source", source, "source")
    _add_address(part, term.get("source_url", ""))
    _visible_note(part, term.get("usage_note"), "usage_note")
    for key in _IN_NOTES:
        if value := term.get(key):
            _note(part, key, value)


def _described(
    part: etree._Element, category: str, text: str, document: Document, source_key: str
) -> None:
    """Add a definition or context with its source."""
    source = document.get(source_key, "")
    if not (text or source):
        return
    if seen(text):
        group = etree.SubElement(part, _tag("descripGrp"))
        _add(group, "descrip", seen(text)).set("type", category)
        if seen(source):
            _add(group, "admin", seen(source)).set("type", "source")
    if text != seen(text):
        _note(part, category, text)
    if source and (source != seen(source) or not seen(text)):
        _note(part, source_key, source)


def _add_address(part: etree._Element, address: str) -> None:
    if _ADDRESS.fullmatch(address):
        reference = _add(part, "xref", "source")
        reference.set("type", "externalCrossReference")
        reference.set("target", address)
    if address:
        _note(part, "source_url", address)


def _typed(part: etree._Element, element: str, category: str, text: str, key: str) -> None:
    if seen(text):
        _add(part, element, seen(text)).set("type", category)
    if seen(text) != text:
        _note(part, key, text)


def _visible_note(part: etree._Element, text: str | None, key: str) -> None:
    if not text:
        return
    if seen(text) and not is_note(seen(text)):
        _add(part, "note", seen(text))
    if seen(text) != text or is_note(seen(text)):
        _note(part, key, text)


def _term_note(part: etree._Element, category: str, value: str) -> None:
    _add(part, "termNote", value).set("type", category)


def _note(part: etree._Element, key: str, value: object) -> None:
    _add(part, "note", note(key, value))


def _add(part: etree._Element, name: str, text: str) -> etree._Element:
    child = etree.SubElement(part, _tag(name))
    child.text = text
    return child
