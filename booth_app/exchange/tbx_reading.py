"""Reads TBX: version 3 and that of 2008, in either style, as strict or as careless as it comes.

Entities are refused wherever they are declared, nothing outside the file is ever opened, and one
entry alone is in memory.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from lxml import etree

from booth_app.exchange import tbx_names as names
from booth_app.exchange.read_file import NO_ID, FileFacts, ReadConcept, closed_on_fault
from booth_app.exchange.report import FileReport, FileUnreadable, told_if_unreadable
from booth_app.exchange.tbx_elements import LAST_LINE, line_of, local, text_of
from booth_app.exchange.tbx_encoding import encoding_of
from booth_app.exchange.tbx_entries import EntryReader, others
from booth_app.exchange.tbx_lines import EntryLines
from booth_app.exchange.tbx_notes import OWN_ID, STATES, said
from booth_app.exchange.tbx_references import EntryIds
from booth_app.languages import LANGUAGES
from booth_app.terminology.document import Document, InvalidDocumentError
from booth_app.terminology.fields import EVERYTHING, Holds
from booth_app.terminology.plain_json import json_of

_CHUNK: Final = 1 << 16  # bytes
_ENTRIES: Final = [f"{{*}}{name}" for name in names.ENTRIES]
_ROOTS: Final = frozenset({"tbx", "martif"})
_FOREIGN: Final[Holds] = EVERYTHING - {
    *("term.id", "term.forms", "term.attested", "term.approval", "concept.since"),
    *("trap", "relation"),
}
"""What the TBX of other programs has room for."""

_CAUTION: Final[Any] = {
    "resolve_entities": "internal",
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


class TbxFile:
    """An open TBX file; `done` and `size` count its bytes.

    Opening and reading raise FileUnreadable, with the line.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.report = FileReport()
        with told_if_unreadable(path):
            self._file: BinaryIO = path.open("rb")
            with closed_on_fault(self._file):
                self.size = os.fstat(self._file.fileno()).st_size
                self._encoding, told = encoding_of(self._file)
                if told:
                    self.report.tell(1, told)
                self._dialect, self._glossary = self._beginning(self._parsed(("start", "end")))
                self._file.seek(0)
        self._is_own = bool(self._glossary)
        holds = EVERYTHING if self._is_own else _FOREIGN
        source = self._glossary or path.stem
        self.facts = FileFacts("tbx", glossary=self._glossary, source=source, holds=holds)

    @property
    def done(self) -> int:
        """How many bytes have been read."""
        return self._file.tell()

    def concepts(self) -> Iterator[ReadConcept]:
        """Yield the concepts, once."""
        categories = None if self._is_own else names.DIALECTS.get(self._dialect)
        entries = EntryIds(self.path)
        reader = EntryReader(categories, self.report.tell, is_own=self._is_own, entries=entries)
        seen: set[str] = set()
        lines = EntryLines()
        for _, element in self._parsed(("end",), lines, tag=_ENTRIES):
            counted, known = lines.next(), line_of(element)
            line = known if known < LAST_LINE else counted or known
            read = self._concept(element, line, reader, seen)
            _forget(element)
            if read is not None:
                yield read

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _parsed(
        self, events: tuple[str, ...], lines: EntryLines | None = None, **chosen: object
    ) -> Iterator[tuple[str, etree._Element]]:
        """Yield what begins and ends, as the file is read; `lines` are counted meanwhile."""
        options: Any = {"events": events, "encoding": self._encoding, **_CAUTION, **chosen}
        parser: Any = etree.XMLPullParser(**options)
        whole = False
        try:
            while chunk := self._chunk():
                if lines is not None:
                    lines.take(chunk)
                parser.feed(chunk)
                yield from parser.read_events()
            whole = True
            parser.close()
            yield from parser.read_events()
        except etree.XMLSyntaxError as fault:
            raise FileUnreadable(self.path, _in_words(fault, at_the_end=whole)) from None

    def _chunk(self) -> bytes:
        with told_if_unreadable(self.path):
            return self._file.read(_CHUNK)

    def _beginning(self, events: Iterator[tuple[str, etree._Element]]) -> tuple[str, str]:
        """Read up to the first entry; return the dialect and the glossary that the file names."""
        dialect, glossary, root = "", "", None
        for event, element in events:
            name = local(element)
            if root is None:
                root = element
                self._refuse_entities(element)
                if name not in _ROOTS:
                    why = (
                        f"is XML, but no TBX: it begins with <{name}> in line {element.sourceline}"
                    )
                    raise FileUnreadable(self.path, why)
                dialect = element.get("type", "")
            parent = element.getparent()
            stray = parent is not None and local(parent) == "text" and name != "body"
            if event == "start" and stray:
                told = f"<{name}> stands between <text> and <body>: it is left out."
                self.report.tell(line_of(element), told)
            if event == "end" and name == "p" and (own := said(text_of(element))):
                glossary = str(own[1]) if own[0] == "glossary" else glossary
            if name == "body":
                return dialect, glossary
        raise FileUnreadable(self.path, "has no <body> with entries in it: it is no whole TBX")

    def _refuse_entities(self, root: etree._Element) -> None:
        declared: Any = root.getroottree().docinfo.internalDTD
        if declared is not None and next(iter(declared.iterentities()), None) is not None:
            raise FileUnreadable(
                self.path,
                "declares entities in its first lines, with which files attack programs: export it"
                " again without them",
            )

    def _concept(
        self,
        element: etree._Element,
        line: int,
        reader: EntryReader,
        seen: set[str],
    ) -> ReadConcept | None:
        document = reader.document(element, line)
        id_ = str(document.pop("id", None) or element.get("id") or "")
        if self._is_own and id_ == OWN_ID:
            return None  # stands in the body of a file without concepts
        if id_ and id_ in seen:
            self.report.tell(line, f"A second entry has the id {id_!r}: it is left out.")
            return None
        seen.add(id_)
        rev = str(document.pop("rev", "0"))
        marks = str(document.pop(STATES, "")).split()
        for code, text in others(document):
            document["extra"][code] = text
            self.report.other_languages[code] += text.count("\n") + 1
        document.pop("other")
        self._name(document, id_)
        try:
            stored = json_of(self._glossary, document)
        except InvalidDocumentError as fault:
            self.report.tell(line, f"This entry was left out: {fault}.")
            return None
        self.report.concepts += 1
        for lang, section in document["languages"].items():
            self.report.terms[lang] += len(section.get("terms", ()))
        own = id_ if self._is_own else ""
        base_rev = int(rev) if rev.isdecimal() else 0
        return ReadConcept(line, own, stored, base_rev, marks=tuple(marks) if own else ())

    def _name(self, document: Document, id_: str) -> None:
        """Give the document its ids: its own, or none yet with the foreign one as a reference."""
        document["id"] = id_ if self._is_own and id_ else NO_ID
        if not self._is_own and id_:
            reference = {"system": self.path.stem, "id": id_}
            document["external"] = [*document.get("external", ()), reference]
        for lang in LANGUAGES:
            for at, term in enumerate(document["languages"].get(lang, {}).get("terms", ()), 1):
                if not self._is_own or "id" not in term:
                    term["id"] = f"{document['id']}.{lang}.{at}"


def _forget(element: etree._Element) -> None:
    """Free an entry that was read, and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _in_words(fault: etree.XMLSyntaxError, *, at_the_end: bool) -> str:
    """Return what is wrong with the XML, and where."""
    said_of = " ".join((fault.msg or "it is broken").split(", line ")[0].split())
    line = fault.lineno or 1
    if "XML_PARSE_HUGE" in said_of or "depth" in said_of:
        return f"is nested too deep, or holds too long a text, in line {line}: export it again"
    if "ntity" in said_of:
        return f"uses entities in line {line}, which are refused: export it again without them"
    if "ncod" in said_of or "proper UTF" in said_of:
        return f"is not in the encoding it declares, in line {line}: save it as UTF-8"
    if at_the_end:
        return f"is cut short in line {line}: get it again, whole"
    return f"is no well-formed XML in line {line} ({said_of}): export it again"
