import json
import re

from hypothesis import given
from hypothesis import strategies as st

from booth_app.editing.foreign_ids import id_of_foreign, new_id, with_ids
from booth_app.exchange.read_file import NO_ID
from booth_app.store.documents import concept_of
from booth_app.terminology.concept import Concept, LanguageSection, Reference, Term
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.glossary_folder import CONCEPT_ID


def test_new_ids_differ_and_can_name_files() -> None:
    assert new_id() != new_id()
    assert CONCEPT_ID.fullmatch(new_id())


@given(st.text(), st.text(), st.text())
def test_a_foreign_id_is_always_the_same_here_and_nobody_else_s(
    system: str, one: str, two: str
) -> None:
    first = id_of_foreign(Reference(system, one))
    assert re.fullmatch(r"c_[0-7][0-9A-HJKMNP-TV-Z]{25}", first)
    assert first == id_of_foreign(Reference(system, one))
    assert (first == id_of_foreign(Reference(system, two))) == (one == two)


def test_ids_are_given_to_the_concept_and_its_terms_and_to_nothing_else() -> None:
    term = Term(id=f"{NO_ID}.en.1", text=f'{{"id":"{NO_ID}"', usage_note=f'{{"id":"{NO_ID}.x')
    concept = Concept(
        glossary="g",
        id=NO_ID,
        external=(Reference("x", NO_ID), Reference("x", f"{NO_ID}.1")),
        languages={"en": LanguageSection(terms=(term,))},
    )
    named = concept_of("g", with_ids(to_json(concept), 'a "b"', "t"))
    assert (named.id, named.external) == ('a "b"', concept.external)
    [(_, made)] = named.terms()
    assert (made.id, made.text, made.usage_note) == ("t.en.1", term.text, term.usage_note)
    assert (
        json.loads(with_ids(to_json(concept), "c"))["languages"]["en"]["terms"][0]["id"] == "c.en.1"
    )
