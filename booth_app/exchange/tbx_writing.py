"""Writes TBX-Basic (ISO 30042:2019, DCA style), strictly, concept by concept.

What Basic has no room for stands in notes (`tbx_filling`, `tbx_notes`) and is read back.
"""

import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any, Final

from lxml import etree

from booth_app.exchange.file_writing import beside
from booth_app.exchange.tbx_filling import (
    add,
    add_described,
    add_note,
    add_seldom,
    add_term_notes,
    add_typed,
    add_visible_note,
    tag,
)
from booth_app.exchange.tbx_names import CORE
from booth_app.exchange.tbx_notes import OWN_ID, STATES, note, seen
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.document import Document
from booth_app.terminology.state_marks import Revision

_NAMESPACE: Final[Any] = {None: CORE}  # a prefix of None is the default's
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_BEGINNING: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{CORE}">\n'
)


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


def _header(glossary: str) -> etree._Element:
    header = etree.Element(tag("tbxHeader"), nsmap=_NAMESPACE)
    description = etree.SubElement(header, tag("fileDesc"))
    title = etree.SubElement(etree.SubElement(description, tag("titleStmt")), tag("title"))
    title.text = seen(glossary)
    source = etree.SubElement(description, tag("sourceDesc"))
    add(source, "p", "Exported by Booth.")
    add(source, "p", note("glossary", glossary))
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
        entry = etree.Element(tag("conceptEntry"), nsmap=_NAMESPACE)
        entry.set("id", self._id(concept.id))
        if entry.get("id") != concept.id:
            add_note(entry, "id", concept.id)
        if revision.rev:
            add_note(entry, "rev", str(revision.rev))
        if marks := revision.marks:
            add_note(entry, STATES, marks)
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
            add_typed(entry, "descrip", "subjectField", subject, "subject")
        add_visible_note(entry, document.get("note"), "note")
        for key in ("external", "related", "traps", "since", "extra"):
            if value := document.get(key):
                add_note(entry, key, value)
        for relation in document.get("related", ()):
            if relation["to"] in self._ids:  # a reference may lead to what is in the file alone
                reference = add(entry, "ref", seen(relation["type"]) or "related")
                reference.set("type", "crossReference")
                reference.set("target", relation["to"])

    def _add_section(self, entry: etree._Element, lang: str, section: Document) -> None:
        terms = section.get("terms", ())
        if not terms:  # no section of TBX is without a term
            for key, value in section.items():
                add_note(entry, f"{lang}.{key}", value)
            if not section:
                add_note(entry, f"{lang}.", "")
            return
        part = etree.SubElement(entry, tag("langSec"), {_LANG: lang})
        add_described(
            part, "definition", section.get("definition", ""), section, "definition_source"
        )
        if extra := section.get("extra"):
            add_note(part, "extra", extra)
        for term in terms:
            self._add_term(part, term)

    def _add_term(self, section: etree._Element, term: Document) -> None:
        id_ = self._id(term["id"])
        part = etree.SubElement(section, tag("termSec"), {"id": id_})
        text = seen(term["term"]) or "\ufffd"
        add(part, "term", text)
        add_term_notes(part, term)
        if id_ != term["id"]:
            add_note(part, "id", term["id"])
        if text != term["term"]:
            add_note(part, "term", term["term"])
        add_seldom(part, term)
        if term.get("status") == "forbidden":
            add_note(part, "status", "forbidden")

    def _add_no_term(self, entry: etree._Element) -> None:
        part = etree.SubElement(entry, tag("langSec"))
        part.set(_LANG, "en")
        term = etree.SubElement(part, tag("termSec"))
        add(term, "term", "-")
        add_note(term, "none", "no term")
