from typing import Any

import pytest
from hypothesis import given

from booth_app.terminology.concept import Concept, LanguageSection, Relation, Term
from booth_app.terminology.concept_document import from_document, to_document
from booth_app.terminology.concept_keys import CONCEPT_KEYS
from booth_app.terminology.document import InvalidDocumentError
from tests.generated_concepts import concepts


def term(**values: object) -> dict[str, Any]:
    return {"id": "a.en.1", "term": "word", **values}


def in_english(*terms: dict[str, Any]) -> dict[str, Any]:
    return {"id": "a", "languages": {"en": {"terms": list(terms)}}}


@given(concepts())
def test_a_concept_comes_back_from_its_document(concept: Concept) -> None:
    assert to_document(from_document("made", to_document(concept))) == to_document(concept)


def test_every_field_comes_back() -> None:
    whole = Term(
        id="a.en.1",
        text="word",
        status="preferred",
        type="phrase",
        forms=("words",),
        pos="noun",
        gender="feminine",
        number="dual",
        region="MA",
        register="heard",
        usage_note="u",
        context="c",
        context_source="cs",
        source="s",
        source_url="https://example.org",
        attested="official",
        approval="approved",
        approved_by="b",
        approved_at="2026-11-24",
        extra={"x": "y"},
    )
    concept = Concept(
        glossary="g", id="a", languages={"en": LanguageSection(terms=(whole,), definition="d")}
    )
    assert from_document("g", to_document(concept)) == concept


def test_absent_values_are_omitted_and_keys_stand_in_order() -> None:
    concept = Concept(
        glossary="g", id="a", note="n", subject="s", related=(Relation("b"),), extra={"k": "v"}
    )
    keys = list(to_document(concept))
    assert keys == ["id", "subject", "related", "note", "extra"]
    assert keys == [key for key in CONCEPT_KEYS if key in keys]


def test_statuses_of_other_systems_are_read() -> None:
    superseded, proposed, none = (
        from_document("g", in_english(term(**status))).section("en").terms[0].status
        for status in ({"status": "superseded"}, {"status": "proposed"}, {})
    )
    assert (superseded, proposed, none) == ("deprecated", "admitted", "admitted")


def test_unknown_keys_are_kept() -> None:
    document = {**in_english(term(colour="red", tags=["a", "b"])), "weight": "1"}
    concept = from_document("g", document)
    assert concept.extra == {"weight": "1"}
    assert concept.section("en").terms[0].extra == {"colour": "red", "tags": '["a", "b"]'}
    assert from_document("g", to_document(concept)) == concept


def test_text_is_composed_and_lone_surrogates_are_replaced() -> None:
    concept = from_document("g", in_english(term(term="e\u0301\udc80")))
    assert concept.section("en").terms[0].text == "é\ufffd"


@pytest.mark.parametrize(
    ("document", "where", "said"),
    [
        ([], (), "list"),
        ("text", (), "found text"),
        ({"subject": "x"}, (), "'id' is missing"),
        ({"id": " "}, ("id",), "empty"),
        ({"id": ["a"]}, ("id",), "found a list"),
        ({"id": "a", "since": "May"}, ("since",), "no date"),
        ({"id": "a", "related": {"to": "b"}}, ("related",), "a list expected"),
        ({"id": "a", "related": ["b"]}, ("related", 0), "keys with values"),
        ({"id": "a", "related": [{"to": "b", "why": "x"}]}, ("related", 0), "unknown key 'why'"),
        ({"id": "a", "external": [{"system": "x"}]}, ("external", 0), "'id' is missing"),
        ({"id": "a", "traps": [{"id": "t"}]}, ("traps", 0), "'trap' is missing"),
        ({"id": "a", "languages": {"de": {}}}, ("languages",), "unknown language 'de'"),
        ({"id": "a", "languages": {"en": "x"}}, ("languages", "en"), "keys with values"),
        (in_english(term(term="")), ("languages", "en", "terms", 0, "term"), "empty"),
        (in_english(term(status="best")), ("languages", "en", "terms", 0, "status"), "'best'"),
        (in_english(term(type="noun")), ("languages", "en", "terms", 0, "type"), "'noun'"),
        (in_english(term(forms="x")), ("languages", "en", "terms", 0, "forms"), "a list"),
        (in_english(term(), term()), ("languages",), "two terms"),
    ],
)
def test_what_is_no_concept_is_named_with_its_place(
    document: object, where: tuple[str | int, ...], said: str
) -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        from_document("g", document)
    assert caught.value.where == where
    assert said in str(caught.value)
