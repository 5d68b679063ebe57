from hypothesis import given

from booth_app.terminology.concept import (
    Concept,
    LanguageSection,
    Reference,
    Relation,
    Term,
)
from booth_app.terminology.concept_document import from_document, to_document
from booth_app.terminology.fields import APPROVAL, Field, plain, values
from booth_app.terminology.joining import ids_before, joined
from tests.generated_concepts import concepts


def in_french(id_: str, *terms: Term, **says: object) -> Concept:
    return Concept(glossary="g", id=id_, languages={"fr": LanguageSection(terms=terms)}, **says)  # type: ignore[arg-type]


@given(concepts(name="a"), concepts(name="b"))
def test_nothing_of_either_is_lost(kept: Concept, other: Concept) -> None:
    made = joined(kept, other)
    said = values(made)
    for field, value in values(kept).items():
        if field.name != APPROVAL and field.part != "relation":
            assert said[field] == value
    texts = {(lang, plain(term.text)) for lang, term in made.terms()}
    assert {(lang, plain(term.text)) for lang, term in other.terms()} <= texts
    for lang in other.languages:
        assert bool(made.section(lang).definition.strip()) >= bool(
            other.section(lang).definition.strip()
        )
    assert "b" in ids_before(made)


@given(concepts(name="a"), concepts(name="b"))
def test_what_is_made_can_be_stored(kept: Concept, other: Concept) -> None:
    made = joined(kept, other)
    assert values(from_document("made", to_document(made))) == values(made)


@given(concepts(name="a"), concepts(name="b"))
def test_joining_again_adds_nothing(kept: Concept, other: Concept) -> None:
    made = joined(kept, other)
    assert values(joined(made, other)) == values(made)


def test_one_term_of_both_is_one_and_its_gaps_are_filled() -> None:
    kept = in_french("a", Term(id="a.fr.1", text="caravane", region="MA"))
    other = in_french("b", Term(id="b.fr.1", text="caravane ", region="FR", source="UN"))
    made = joined(kept, other)
    assert made.section("fr").terms == (
        Term(id="a.fr.1", text="caravane", region="MA", source="UN"),
    )


def test_a_second_preferred_term_is_admitted_and_in_review() -> None:
    kept = in_french("a", Term(id="1", text="x", status="preferred"))
    preferred = Term(id="2", text="y", status="preferred", approval="approved", approved_by="Ann")
    made = joined(kept, in_french("b", preferred))
    assert made.section("fr").terms[1] == Term(id="2", text="y", approval="in_review")


def test_a_chosen_value_counts() -> None:
    note = Field("concept", name="note")
    kept, other = in_french("a", note="mine"), in_french("b", note="theirs")
    assert joined(kept, other).note == "mine"
    assert joined(kept, other, {note: "theirs"}).note == "theirs"
    assert joined(kept, other, {note: None}).note == ""


def test_the_id_redirects_and_no_relation_leads_to_itself() -> None:
    kept = in_french("a", related=(Relation("b"), Relation("c")))
    other = in_french("b", related=(Relation("a"), Relation("d")), external=(Reference("U", "1"),))
    made = joined(kept, other)
    assert made.related == (Relation("c"), Relation("d"))
    assert made.external == (Reference("U", "1"), Reference("booth", "b"))


def test_two_terms_with_one_id_are_two() -> None:
    made = joined(in_french("a", Term(id="1", text="x")), in_french("b", Term(id="1", text="y")))
    first, second = made.section("fr").terms
    assert (first.text, second.text) == ("x", "y")
    assert first.id != second.id
