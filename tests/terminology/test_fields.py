from hypothesis import given

from booth_app.terminology.concept import (
    Concept,
    LanguageSection,
    Reference,
    Relation,
    Term,
    Trap,
)
from booth_app.terminology.fields import (
    APPROVAL,
    EVERYTHING,
    Field,
    described,
    held,
    in_words,
    same,
    values,
)
from tests.generated_concepts import concepts

CONCEPT = Concept(
    glossary="g",
    id="a",
    subject="migration",
    external=(Reference("IATE", "7"),),
    related=(Relation("b", "broader"),),
    note=" ",
    traps=(Trap(id="x", term="retour", trap="not the booth"),),
    languages={
        "fr": LanguageSection(
            terms=(
                Term(
                    id="t1",
                    text="FEMI",
                    type="short_form",
                    region="MA",
                    approval="approved",
                    approved_by="Ann",
                    approved_at="2026-11-24",
                    extra={"k": "v"},
                ),
            ),
            definition="d",
        )
    },
)


def test_every_field_that_says_something() -> None:
    assert values(CONCEPT) == {
        Field("concept", None, "", "subject"): "migration",
        Field("reference", None, "IATE\0" + "7"): ("IATE", "7"),
        Field("relation", None, "broader\0b"): ("broader", "b"),
        Field("trap", None, "x"): ("retour", "not the booth", "", ""),
        Field("section", "fr", "", "definition"): "d",
        Field("term", "fr", "t1", "term"): "FEMI",
        Field("term", "fr", "t1", "type"): "short_form",
        Field("term", "fr", "t1", "region"): "MA",
        Field("term", "fr", "t1", APPROVAL): ("approved", "Ann", "2026-11-24"),
        Field("term", "fr", "t1", "extra:k"): "v",
    }
    assert values(None) == {}


@given(concepts())
def test_everything_holds_every_field(concept: Concept) -> None:
    assert all(held(field, EVERYTHING) for field in values(concept))


def test_one_extra_field_can_be_held_alone() -> None:
    holds = frozenset({"term.extra:k", "fr"})
    field = Field("term", "fr", "t1", "extra:k")
    assert held(field, holds)
    assert not held(field._replace(name="extra:other"), holds)
    assert not held(field._replace(lang="ar"), holds)


def test_fields_in_words() -> None:
    assert [described(field, CONCEPT) for field in values(CONCEPT)] == [
        "subject field",
        "reference IATE: 7",
        "relation broader: b",
        "trap retour",
        "French definition",
        "French term FEMI",
        "French term FEMI: type",
        "French term FEMI: region",
        "French term FEMI: approval",
        "French term FEMI: “k”",
    ]


def test_values_in_words() -> None:
    said = [in_words(field, value) for field, value in values(CONCEPT).items()]
    assert said[1:4] == ["IATE: 7", "broader: b", "retour: not the booth"]
    assert said[6] == "short form"
    assert said[8] == "approved by Ann 2026-11-24"
    assert in_words(Field("term", "fr", "t1", "forms"), ("a", "b")) == "a; b"
    assert in_words(Field("concept", name="note"), None) == ""


def test_the_same_in_other_white_space_and_composition() -> None:
    assert same("e\u0301tat \n civil", " état civil")
    assert same(("a ", "b"), ("a", "b"))
    assert same(None, " ")
    assert not same("a b", "ab")
