from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.terminology.concept import Concept, LanguageSection, Reference, Term, Trap
from booth_app.terminology.differences import Kind, differences, kind, with_field
from booth_app.terminology.fields import ORDER, TEXT, Field, values
from tests.generated_changes import changed
from tests.generated_concepts import concepts

PAIRS = st.one_of(
    concepts().flatmap(lambda concept: st.tuples(st.just(concept), changed(concept))),
    st.tuples(concepts(name="a"), concepts(name="a")),
)

CONCEPT = Concept(
    glossary="g",
    id="a",
    note="n",
    languages={
        "en": LanguageSection(
            terms=(Term(id="1", text="one", source="s"), Term(id="2", text="two"))
        ),
        "ar": LanguageSection(definition="تعريف"),
    },
)
ONE = Field("term", "en", "1", TEXT)


def orders(concept: Concept) -> list[list[str]]:
    return [
        [term.id for term in section.terms]
        for section in concept.languages.values()
        if section.terms
    ]


@given(PAIRS)
def test_setting_what_differs_makes_the_other_state(pair: tuple[Concept, Concept]) -> None:
    for before, after in (pair, pair[::-1]):
        made = before
        for difference in differences(before, after):
            made = with_field(made, difference.field, difference.after)
        assert (values(made), orders(made)) == (values(after), orders(after))


@given(concepts())
def test_a_concept_does_not_differ_from_itself(concept: Concept) -> None:
    assert differences(concept, concept) == []
    assert [d.after for d in differences(None, concept) if d.field.name != ORDER] == list(
        values(concept).values()
    )


@given(concepts())
def test_setting_a_field_to_what_it_says_changes_nothing(concept: Concept) -> None:
    for field, value in values(concept).items():
        assert with_field(concept, field, value) == concept


def test_a_term_goes_with_its_text() -> None:
    assert [t.id for t in with_field(CONCEPT, ONE, None).section("en").terms] == ["2"]


def test_a_field_of_a_term_that_is_not_there_has_no_place() -> None:
    gone = Field("term", "fr", "9", "region")
    assert with_field(CONCEPT, gone, "MA") == CONCEPT


def test_a_section_goes_with_the_last_that_it_says() -> None:
    made = with_field(CONCEPT, Field("section", "ar", "", "definition"), None)
    assert list(made.languages) == ["en"]


def test_sections_stand_in_the_order_of_the_languages() -> None:
    made = with_field(CONCEPT, Field("term", "es", "3", TEXT), "tres")
    assert list(made.languages) == ["en", "es", "ar"]


def test_an_order_of_its_own_is_a_difference() -> None:
    section = CONCEPT.section("en")
    turned = replace(
        CONCEPT, languages={**CONCEPT.languages, "en": replace(section, terms=section.terms[::-1])}
    )
    [difference] = differences(CONCEPT, turned)
    assert difference == (Field("section", "en", "", ORDER), ("1", "2"), ("2", "1"))
    assert with_field(CONCEPT, *difference[::2]) == turned


def test_two_traps_with_one_id_are_two_fields() -> None:
    traps = (Trap(id="t", term="a", trap="x"), Trap(id="t", term="b", trap="y"))
    concept = replace(CONCEPT, traps=traps)
    second = Field("trap", None, "t", "2")
    assert with_field(concept, second, None).traps == traps[:1]
    assert values(concept)[second] == ("b", "y", "", "")


def test_a_reference_is_there_or_not() -> None:
    field = Field("reference", None, "IATE\0" + "7")
    there = with_field(CONCEPT, field, ("IATE", "7"))
    assert there.external == (Reference("IATE", "7"),)
    assert with_field(there, field, ("IATE", "7")) == there
    assert with_field(there, field, None) == CONCEPT


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({ONE: "one  "}, "spacing"),
        ({ONE._replace(name="source"): "UN"}, "source only"),
        ({ONE: "uno"}, "text"),
        ({ONE: "uno", ONE._replace(name="source"): None}, "emptied"),
        ({ONE._replace(name="status"): "preferred"}, "text"),
    ],
)
def test_the_kind_of_a_change(changes: dict[Field, str | None], told: Kind) -> None:
    made = CONCEPT
    for field, value in changes.items():
        made = with_field(made, field, value)
    assert kind(differences(CONCEPT, made)) == told


def test_a_status_set_to_its_default_empties_nothing() -> None:
    preferred = with_field(CONCEPT, ONE._replace(name="status"), "preferred")
    assert kind(differences(preferred, CONCEPT)) == "text"
