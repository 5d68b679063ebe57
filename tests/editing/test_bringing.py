from dataclasses import replace

import pytest

from booth_app.editing.bringing import Bringing
from booth_app.editing.targets import redirects, target
from booth_app.exchange.read_file import NO_ID, FileFacts, ReadConcept
from booth_app.store.documents import concept_of
from booth_app.store.judging import Brought
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, Reference
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.fields import EVERYTHING
from booth_app.terminology.joining import joined
from tests.editing.made_glossaries import CONCEPTS, NAME, concept

OWN = FileFacts("tbx", glossary=NAME, source=NAME)
FOREIGN = FileFacts("tbx", source="iate")


def read(each: Concept, id_: str = "", base_rev: int = 3) -> ReadConcept:
    return ReadConcept(5, id_, to_json(each), base_rev, ("Look.",))


def unnamed(each: Concept, foreign: str = "") -> ReadConcept:
    external = (Reference("iate", foreign),) if foreign else ()
    sections = {
        lang: replace(
            section, terms=tuple(replace(t, id=f"{NO_ID}.{lang}.1") for t in section.terms)
        )
        for lang, section in each.languages.items()
    }
    return read(replace(each, id=NO_ID, external=external, languages=sections))


def brought(termbase: Termbase, facts: FileFacts, *each: ReadConcept) -> list[Brought]:
    return [*Bringing(termbase.store.reader, NAME, facts, "sent").brought(each)]


def test_a_glossary_s_own_file_knows_its_concepts_by_id(desk_termbase: Termbase) -> None:
    one = read(CONCEPTS[0], "c1")
    [known, new] = brought(desk_termbase, OWN, one, read(concept("x9"), "x9"))
    assert known == Brought("c1", one.document, 5, 3, "", ("Look.",))
    assert (new.id, new.base_rev) == ("x9", 3)


def test_ids_that_were_merged_lead_to_what_they_are_part_of(desk_termbase: Termbase) -> None:
    desk_termbase.save(joined(CONCEPTS[0], CONCEPTS[2]), "merge")
    both = brought(desk_termbase, OWN, read(CONCEPTS[2], "c3"))
    assert (both[0].id, both[0].known_as) == ("c3", "")  # it is there still
    desk_termbase.delete(CONCEPTS[2].key, "merge")
    [merged] = brought(desk_termbase, OWN, read(CONCEPTS[2], "c3"))
    assert (merged.id, merged.known_as) == ("c1", "c3")
    assert redirects(desk_termbase.store.reader, NAME) == {"c3": "c1"}


def test_foreign_concepts_are_met_by_reference_then_by_terms(desk_termbase: Termbase) -> None:
    known = replace(CONCEPTS[1], external=(Reference("iate", "7"),))
    desk_termbase.save(known, "typed")
    by_reference, by_terms, maybe, new = brought(
        desk_termbase,
        FOREIGN,
        unnamed(concept("-", en="other"), "7"),
        unnamed(CONCEPTS[0], "8"),
        unnamed(concept("-", en="host city"), "9"),
        unnamed(concept("-", en="zorb"), "10"),
    )
    assert (by_reference.id, by_reference.probable, by_reference.base_rev) == ("c2", False, 0)
    assert (by_terms.id, by_terms.probable) == ("c1", False)
    assert (maybe.id, maybe.probable) == ("c3", True)
    assert concept_of(NAME, maybe.document).id == NO_ID
    made = concept_of(NAME, new.document)
    assert made.id == new.id
    assert [term.id for _, term in made.terms()] == [f"{new.id}.en.1"]
    assert "c4" not in (new.id, maybe.id)
    terms = [term.id for _, term in concept_of(NAME, by_terms.document).terms()]
    assert not {*terms} & {term.id for _, term in CONCEPTS[0].terms()}


def test_the_same_foreign_file_gives_the_same_ids_again(desk_termbase: Termbase) -> None:
    rows = [unnamed(concept("-", en="zorb"), "10"), unnamed(CONCEPTS[0], "8")]
    assert brought(desk_termbase, FOREIGN, *rows) == brought(desk_termbase, FOREIGN, *rows)


def test_what_another_glossary_s_file_holds_is_foreign_here(desk_termbase: Termbase) -> None:
    facts = FileFacts("xlsx", glossary="theirs", source="theirs")
    related = concept("c1", en="zorb", related=("c2",))
    bringing = Bringing(desk_termbase.store.reader, NAME, facts, "sent")
    [made] = bringing.brought([read(related, "c1")])
    there = concept_of(NAME, made.document)
    assert made.id == there.id != "c1"
    assert there.external == (Reference("theirs", "c1"),)
    assert there.related[0].to not in ("c1", "c2")
    assert bringing.holds == EVERYTHING - {"term.id"}


@pytest.mark.parametrize(
    ("glossary", "into", "expected"),
    [("", "", "list"), ("named", "", "named"), ("named", "mine", "mine"), ("", "mine", "mine")],
)
def test_where_a_file_goes(
    desk_termbase: Termbase, glossary: str, into: str, expected: str
) -> None:
    facts = FileFacts("tbx", glossary=glossary)
    assert target(desk_termbase.store.reader, facts, "list.tbx", "list", into) == expected


@pytest.mark.parametrize("name", [NAME, "booth", "migration-governance"])
def test_what_is_somebody_s_own_gets_nothing_unasked(desk_termbase: Termbase, name: str) -> None:
    facts = FileFacts("tbx")
    reader = desk_termbase.store.reader
    assert target(reader, facts, f"{name}.tbx", name, "") == f"{name}-2"
