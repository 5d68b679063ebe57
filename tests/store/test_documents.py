import pytest
from hypothesis import given

from booth_app.lookup.searchables import searchables
from booth_app.store.documents import searchables_of
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import from_document, to_document, to_json
from tests.generated_concepts import concepts


@given(concepts())
def test_the_terms_of_a_document_are_those_of_its_concept(concept: Concept) -> None:
    stored = from_document(concept.glossary, to_document(concept))
    told = list(searchables_of(concept.glossary, to_json(concept)))
    assert told == list(searchables([stored]))
    assert len(told) >= sum(1 for _ in concept.terms())


@pytest.mark.parametrize(("subject", "is_place"), [("place", True), ("city", False)])
def test_the_name_of_a_place_is_told(subject: str, is_place: bool) -> None:
    terms = {"en": {"terms": [{"id": "t", "term": "Sala"}]}}
    concept = from_document("g", {"id": "sala", "subject": subject, "languages": terms})
    assert [each.is_place for each in searchables([concept])] == [is_place]
    assert list(searchables_of("g", to_json(concept))) == list(searchables([concept]))


@pytest.mark.parametrize(
    "document",
    [
        *("", "{", "[]", "{}", '{"id":"a","languages":[]}', "[" * 100_000),
        '{"id":"a","languages":{"en":{"terms":[{"term":null}]}}}',
    ],
)
def test_what_is_no_document_is_a_fault(document: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        list(searchables_of("g", document))
