"""Which concept of a glossary each concept of a file is: by id, by reference, by its terms."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from booth_app.editing import targets
from booth_app.editing.foreign_ids import id_of_foreign, new_id, with_ids
from booth_app.exchange.read_file import NO_ID, FileFacts, ReadConcept
from booth_app.store.documents import concept_of
from booth_app.store.judging import Brought
from booth_app.store.reading import Reader
from booth_app.terminology.concept import Concept, Reference, Relation
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.fields import Holds
from booth_app.terminology.matching import Known, Match

_TERM_IDS: Final = "term.id"


class Bringing:
    """The concepts of one file on their way into `glossary`, of which nothing changes meanwhile.

    A file that names `glossary` knows its concepts by their ids. The ids of one that names no
    glossary are its own: they are kept where no other file's concept has them. All others are
    foreign, and become references with the source of the file. A release speaks for its glossary,
    unless it is `only_judged`: then a person decides about each row.
    """

    def __init__(
        self,
        reader: Reader,
        glossary: str,
        facts: FileFacts,
        file: str,
        *,
        only_judged: bool = False,
    ) -> None:
        self.glossary = glossary
        self._speaks = facts.format == "release" and not only_judged
        self._reader = reader
        self._facts = facts
        self._file = file
        self._is_new = not targets.is_there(reader, glossary)
        self._is_its_own = facts.glossary == glossary

    @property
    def holds(self) -> Holds:
        """What the file can hold of this glossary's concepts."""
        holds = self._facts.holds
        return holds if self._is_its_own else holds - {_TERM_IDS}

    def brought(self, read: Iterable[ReadConcept]) -> Iterator[Brought]:
        """Yield each concept under the id that it has here."""
        for each in read:
            yield self._brought(each)

    def _brought(self, read: ReadConcept) -> Brought:
        if read.id and (self._is_its_own or self._keeps(read.id)):
            return self._by_id(read)
        foreign = self._without_id(read) if read.id else read.document
        if self._is_new:
            return self._new(read, foreign)
        return self._matched(read, foreign)

    def _by_id(self, read: ReadConcept) -> Brought:
        part_of = self._redirects.get(read.id, "")
        return Brought(
            part_of or read.id,
            read.document,
            read.line,
            read.base_rev if self._is_its_own else 0,
            read.id if part_of else "",
            read.tells,
            marks=read.marks,
            speaks=self._speaks,
        )

    def _matched(self, read: ReadConcept, document: str) -> Brought:
        concept = concept_of(self.glossary, document)
        match = self._known.match(concept)
        if match.id is None:  # or it is one that was deleted here since the file brought it
            match = self._taken_out.match(concept)
            if match.id is None or not _is_sure(match):
                return self._new(read, document)
        sure = _is_sure(match)
        # A term at some place of another file is no term of that place here; the same file that
        # comes again has the same ids again.
        own = id_of_foreign(Reference(self._system, document))
        if not sure:
            document = with_ids(document, NO_ID, own)
            return Brought(match.id, document, read.line, tells=read.tells, probable=True)
        terms = "" if match.how == "reference" else own
        document = with_ids(self._related(document), match.id, terms)
        return Brought(match.id, document, read.line, tells=read.tells)

    def _new(self, read: ReadConcept, document: str) -> Brought:
        reference = self._own_reference(document)
        id_ = id_of_foreign(reference) if reference else new_id()
        return Brought(id_, with_ids(self._related(document), id_), read.line, tells=read.tells)

    def _without_id(self, read: ReadConcept) -> str:
        """Return the document of a concept whose id is foreign here, with the reference for it."""
        concept = concept_of(self.glossary, read.document)
        own = Reference(self._system, concept.id)
        unnamed = replace(concept, id=NO_ID, external=(*concept.external, own))
        return to_json(unnamed if _TERM_IDS in self._facts.holds else _by_place(unnamed))

    def _own_reference(self, document: str) -> Reference | None:
        """Return the id that the file has for this concept."""
        if f'"system":{json.dumps(self._system, ensure_ascii=False)}' not in document:
            return None
        plain: Mapping[str, Any] = json.loads(document)
        own = (each["id"] for each in plain.get("external", ()) if each["system"] == self._system)
        id_ = next(own, None)
        return None if id_ is None else Reference(self._system, id_)

    def _related(self, document: str) -> str:
        """Return `document` with its relations leading to the ids that the file's concepts have."""
        if '"related":[' not in document:
            return document
        concept = concept_of(self.glossary, document)
        related = (replace(each, to=self._id_of(each)) for each in concept.related)
        return to_json(replace(concept, related=tuple(related)))

    def _id_of(self, relation: Relation) -> str:
        reference = Reference(self._system, relation.to)
        there = Concept(glossary=self.glossary, id=NO_ID, external=(reference,))
        found = None if self._is_new else self._known.match(there).id
        return found or id_of_foreign(reference)

    def _keeps(self, id_: str) -> bool:
        """Tell whether an id of a file that names no glossary is the concept's here too."""
        if self._facts.glossary:
            return False
        return self._is_new or id_ not in self._taken or id_ in self._own_ids

    @property
    def _system(self) -> str:
        return self._facts.source or self._facts.glossary or self._file

    @cached_property
    def _known(self) -> Known:
        return targets.known(self._reader, self.glossary)

    @cached_property
    def _taken_out(self) -> Known:
        return targets.taken_out(self._reader, self.glossary, self._file)

    @cached_property
    def _redirects(self) -> Mapping[str, str]:
        if self._is_new:
            return {}
        found = targets.redirects(self._reader, self.glossary)
        there = targets.visible_ids(self._reader, self.glossary, found)
        return {old: now for old, now in found.items() if old not in there}

    @cached_property
    def _taken(self) -> frozenset[str]:
        return targets.ids(self._reader, self.glossary)

    @cached_property
    def _own_ids(self) -> frozenset[str]:
        return targets.ids_from(self._reader, self.glossary, self._file)


def _is_sure(match: Match) -> bool:
    return match.how == "reference" or (match.how == "two languages" and not match.others)


def _by_place(concept: Concept) -> Concept:
    """Return `concept` with ids for its terms that tell their places."""
    sections = {
        lang: replace(
            section,
            terms=tuple(
                replace(term, id=f"{NO_ID}.{lang}.{number}")
                for number, term in enumerate(section.terms, 1)
            ),
        )
        for lang, section in concept.languages.items()
    }
    return replace(concept, languages=sections)
