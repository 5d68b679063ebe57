from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from booth_app.terminology.checks import concept_problems
from booth_app.terminology.concept import Concept, LanguageSection, Term, Trap
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.document import texts
from booth_app.terminology.house_style import NO_STYLE, HouseStyle
from booth_app.terminology.mends import mended
from booth_app.terminology.problem import Problem
from tests.generated_concepts import concepts

CONCEPT = Concept(
    glossary="g",
    id="c",
    note="a \u202enote",
    traps=(Trap(id="t", term="x", trap="a \x07trap"),),
    languages={
        "en": LanguageSection(
            terms=(Term(id="1", text="two  words", forms=("form ",)), Term(id="2", text="fine")),
            extra={"origin": "wo\x00rd"},
        )
    },
    extra={"kept": "te\u202axt"},
)
STYLE = HouseStyle(digits="western", africa="أفريقيا", tanwin="before alef", posts={"fr": "lower"})


def mendable(concept: Concept, style: HouseStyle = NO_STYLE) -> list[Problem]:
    return [p for p in concept_problems(concept, style) if p.mended is not None]


def test_every_place_of_a_concept_can_be_mended() -> None:
    concept: Concept | None = CONCEPT
    for problem in mendable(CONCEPT):
        assert concept is not None
        concept = mended(concept, problem)
    assert concept is not None
    assert mendable(concept) == []
    section = concept.languages["en"]
    assert [term.text for term in section.terms] == ["two words", "fine"]
    assert section.terms[0].forms == ("form",)
    assert (concept.note, concept.traps[0].trap) == ("a note", "a trap")
    assert (section.extra, concept.extra) == ({"origin": "word"}, {"kept": "text"})


def test_what_only_a_person_can_mend_is_left() -> None:
    for problem in concept_problems(CONCEPT):
        if problem.mended is None:
            assert mended(CONCEPT, problem) is None


def test_a_text_that_has_changed_since_is_left() -> None:
    [problem] = [p for p in mendable(CONCEPT) if p.text == "two  words"]
    section = CONCEPT.languages["en"]
    retyped = replace(section, terms=(replace(section.terms[0], text="other"), *section.terms[1:]))
    assert mended(replace(CONCEPT, languages={"en": retyped}), problem) is None
    assert mended(replace(CONCEPT, languages={}), problem) is None
    assert mended(replace(CONCEPT, id="other"), problem) is None


@given(concepts(), st.sampled_from((NO_STYLE, STYLE)))
def test_a_mend_changes_one_text_and_removes_its_finding(
    concept: Concept, style: HouseStyle
) -> None:
    before = dict(texts(to_document(concept)))
    for problem in mendable(concept, style):
        after = mended(concept, problem)
        assert after is not None
        assert dict(texts(to_document(after))) == {**before, problem.where: problem.mended}
        left = [(p.check, p.where) for p in concept_problems(after, style)]
        assert (problem.check, problem.where) not in left
        assert mended(after, problem) is None  # once is enough
