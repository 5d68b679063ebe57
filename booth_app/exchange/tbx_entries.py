"""An entry of TBX, of whatever version and style, as the document of a concept."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Final

from lxml import etree

from booth_app.exchange import tbx_names as names
from booth_app.exchange.drafts import MOST_TERMS
from booth_app.exchange.language_names import spoken
from booth_app.exchange.tbx_documents import add, join, keep_whole, take_over
from booth_app.exchange.tbx_elements import LAST_LINE, line_of, local, raw, text_of
from booth_app.exchange.tbx_elements import category as category_of
from booth_app.exchange.tbx_faults import fault
from booth_app.exchange.tbx_names import Category, Level
from booth_app.exchange.tbx_notes import said
from booth_app.exchange.tbx_references import relation
from booth_app.exchange.tbx_twins import joined
from booth_app.exchange.term_words import status
from booth_app.languages import is_language
from booth_app.terminology.document import Document

Tell = Callable[[int, str], None]
"""Takes a line and what is wrong there."""

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ADDRESS: Final = re.compile(r"https?://\S+")
_TRANSACTIONS: Final = "transactions"
"""The extra field that keeps who did what when: history of another program."""

_PLAIN: Final[Mapping[tuple[Level, str], str]] = {
    ("concept", "subjectField"): "subject",
    ("section", "definition"): "definition",
    ("term", "partOfSpeech"): "pos",
    ("term", "grammaticalGender"): "gender",
    ("term", "grammaticalNumber"): "number",
    ("term", "register"): "register",
    ("term", "geographicalUsage"): "region",
    ("term", "context"): "context",
    ("term", "source"): "source",
    ("term", "usageNote"): "usage_note",
    ("term", "note"): "usage_note",
    ("concept", "note"): "note",
}
_SOURCES: Final[Mapping[str, str]] = {
    "definition": "definition_source",
    "context": "context_source",
}


class EntryReader:
    """Reads the entries of one file. `dialect` holds its categories, None where none is held to.

    `entries` are the ids of all entries, to which references may lead. In a file of Booth's own
    (`is_own`) links are only shown: notes say them exactly.
    """

    def __init__(
        self,
        dialect: Mapping[str, Category] | None,
        tell: Tell,
        *,
        is_own: bool,
        entries: Container[str] = (),
    ) -> None:
        self._entries = entries
        self._dialect = dialect
        self._told = tell
        self._is_own = is_own
        self._line = 0

    def document(self, entry: etree._Element, line: int) -> Document:
        """Return the entry, which begins at `line`; what stands for its ids may be missing.

        `rev`, `states` and `other` are keys besides: the revision and the states it was written
        from, and the terms in other languages than the four, by code.
        """
        self._line = line
        document: Document = {"languages": {}, "other": {}, "extra": {}}
        self._read_parts(entry, "concept", document)
        self._number_terms(document)
        return document

    def _tell(self, element: etree._Element, message: str) -> None:
        line = line_of(element)
        self._told(line if 0 < line < LAST_LINE else self._line, message)

    def _read_parts(self, parent: etree._Element, level: Level, into: Document) -> None:
        for child in parent:
            name = local(child)
            part = names.PARTS.get(name)
            if part is None:
                self._read_value(child, name, level, into)
            elif part == "text":
                into["term"] = text_of(child)
            elif part == "term" and level == "section":
                self._read_term(child, into)
            elif part == "section" and level == "concept":
                self._read_section(child, into)
            elif part == "terms":
                self._read_parts(child, level, into)
            elif part == "transaction":
                self._read_transaction(child, level, into)
            elif part == "group":
                self._read_group(child, level, into)
            else:
                self._read_value(child, name, level, into)

    def _read_section(self, element: etree._Element, into: Document) -> None:
        code = (element.get(_LANG) or element.get("lang") or "").strip()
        language = spoken(code) if code else None
        if language is None:
            said_of = f"names no language that exists: {code!r}" if code else "names no language"
            self._tell(element, f"This section {said_of}; its terms are kept under it.")
        section: Document = {"terms": [], "extra": {}}
        self._read_parts(element, "section", section)
        terms = section.pop("terms")
        if len(terms) > MOST_TERMS:
            many = f"This section has more than {MOST_TERMS:,} terms: the others are left out."
            self._tell(element, many)
            del terms[MOST_TERMS:]
        if self._is_own and not terms:
            return  # a concept without any, of which something has to stand there
        lang = language.lang if language else code or "und"
        if not is_language(lang):
            into["other"].setdefault(lang, []).extend(term["term"] for term in terms)
            keep_whole(into, lang, {**section, "terms": terms})
            return
        region = language.region if language else ""
        for term in terms:
            if region:
                term.setdefault("region", region)
        there = into["languages"].setdefault(lang, {"terms": []})
        twins = there["terms"] and not self._is_own
        there["terms"] = joined(there["terms"], terms) if twins else there["terms"] + terms
        for key, value in section.items():
            join(there, key, value)

    def _read_term(self, element: etree._Element, into: Document) -> None:
        term: Document = {"extra": {}}
        if id_ := element.get("id"):
            term["id"] = id_
        self._read_parts(element, "term", term)
        if term.pop("none", None):
            return
        if not term.get("term", "").strip():
            self._tell(element, "This term is empty: it is left out.")
            return
        into["terms"].append(term)

    def _read_group(self, group: etree._Element, level: Level, into: Document) -> None:
        """Read what belongs together: a definition, say, and the source and the note of that."""
        subject = ""
        for child in group:
            name = local(child)
            category = category_of(child, name)
            if category in _SOURCES or not (subject or category in ("source", "note")):
                subject = category
            if name in ("admin", "source") and category == "source" and subject:
                self._hold(child, "admin", category, level)
                key = _SOURCES.get(subject, f"{subject} source")
                in_place = subject in _SOURCES and _has_place(level, subject)
                add(into, key if in_place else f"extra:{key}", text_of(child))
            elif name == "note" and subject:
                add(into, f"extra:{subject} note", text_of(child))
            else:
                self._read_value(child, name, level, into)

    def _read_transaction(self, group: etree._Element, level: Level, into: Document) -> None:
        told = []
        for child in group:
            name = local(child)
            category = category_of(child, name)
            element = "transac" if category == "transactionType" else name
            if name != "date":
                self._hold(child, element, category, level, value=text_of(child))
            told.append(text_of(child))
        add(into, f"extra:{_TRANSACTIONS}", " ".join(filter(None, told)))

    def _read_value(self, element: etree._Element, name: str, level: Level, into: Document) -> None:
        category = category_of(element, name)
        if name == "note" and (own := said(raw(element))) is not None:
            take_over(into, *own)
            return
        text = text_of(element)
        if self._is_own and name in ("ref", "xref"):
            return
        known = self._dialect is None or self._hold(element, name, category, level, value=text)
        if category == "administrativeStatus" and level == "term":
            self._read_status(text, into)
        elif category == "termType" and level == "term":
            type_ = names.TYPES.get(text)
            into.update({"type": type_} if type_ else {})
            if type_ is None:
                add(into, "extra:termType", text)
        elif name in ("xref", "externalCrossReference") and level == "term" and known:
            self._read_address(element, text, into)
        elif known and (key := _PLAIN.get((level, category))):
            add(into, key, text)
        elif text or element.get("target"):
            target = element.get("target", "").removeprefix("#")
            if category == "crossReference" and level == "concept" and target in self._entries:
                link, text = relation(target, text)
                into.setdefault("related", []).append(link)
                target = target if text else ""
            value = text if not target or target == text else f"{text} {target}".strip()
            add(into, f"extra:{category or name}", value)

    def _read_status(self, text: str, into: Document) -> None:
        word = text.removesuffix(names.STATUS_ENDING)
        found = names.STATUSES.get(word) or status(word)
        if found is None:
            add(into, "extra:administrativeStatus", text)
        else:
            into.setdefault("status", found)

    def _read_address(self, element: etree._Element, text: str, into: Document) -> None:
        target = element.get("target", "")
        if _ADDRESS.fullmatch(target) and not into.get("source_url"):
            into["source_url"] = target
            if text and text != "source":
                add(into, "extra:externalCrossReference", text)
        else:
            add(into, "extra:externalCrossReference", f"{text} {target}".strip())

    def _hold(
        self, element: etree._Element, name: str, category: str, level: Level, value: str = ""
    ) -> bool:
        """Hold an element against the dialect; tell whether it is what it should be."""
        found = fault(self._dialect, name, category, level, value)
        if found is not None:
            self._tell(element, found.message)
        return found is None or found.is_in_place

    def _number_terms(self, document: Document) -> None:
        """Take ids away that two terms have."""
        terms = [term for each in document["languages"].values() for term in each["terms"]]
        ids = [term["id"] for term in terms if "id" in term]
        if len(set(ids)) == len(ids):
            return
        counts = Counter(ids)
        for term in terms:
            if counts[term.get("id", "")] > 1:
                self._told(self._line, f"Two terms have the id {term.pop('id')!r}.")


def _has_place(level: Level, category: str) -> bool:
    return (level, category) in _PLAIN


def others(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the terms in other languages than the four, a text for each language."""
    for code, texts in document["other"].items():
        yield code, "\n".join(texts)
