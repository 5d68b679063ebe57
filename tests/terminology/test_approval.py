from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from booth_app.terminology.approval import after_change, approved, shipped
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import APPROVAL, TEXT, Field, values
from tests.generated_changes import changed, without_approvals
from tests.generated_concepts import concepts

FIRST = Field("term", "fr", "1", TEXT)
BOTH = Concept(
    glossary="g",
    id="a",
    languages={
        "fr": LanguageSection(
            terms=(Term(id="1", text="un", status="preferred"), Term(id="2", text="deux"))
        )
    },
)
APPROVED = approved(BOTH, "Ann", "2026-11-24")


def standings(concept: Concept) -> list[tuple[str, str, str]]:
    return [(t.approval, t.approved_by, t.approved_at) for _, t in concept.terms()]


def test_all_terms_or_some_are_approved() -> None:
    ann = ("approved", "Ann", "2026-11-24")
    assert standings(APPROVED) == [ann, ann]
    some = approved(BOTH, "Ann", "2026-11-24", ["2"])
    assert standings(some) == [("draft", "", ""), ann]
    assert standings(approved(some, "Bo", "2026-12-01")) == [("approved", "Bo", "2026-12-01"), ann]


def test_a_change_takes_its_own_term_back_alone() -> None:
    made = after_change(APPROVED, with_field(APPROVED, FIRST, "une"))
    assert standings(made) == [("in_review", "", ""), ("approved", "Ann", "2026-11-24")]


def test_a_new_variant_re_opens_nothing() -> None:
    made = with_field(APPROVED, Field("term", "fr", "3", TEXT), "trois")
    assert after_change(APPROVED, made) == made


def test_what_is_said_of_the_concept_re_opens_nothing() -> None:
    made = replace(APPROVED, note="n")
    assert after_change(APPROVED, made) == made


def test_a_change_that_brings_its_own_approval_stays_approved() -> None:
    made = with_field(APPROVED, FIRST, "une")
    made = with_field(made, FIRST._replace(name=APPROVAL), ("approved", "Bo", "2026-12-01"))
    assert after_change(APPROVED, made) == made


@given(concepts().flatmap(lambda concept: st.tuples(st.just(concept), changed(concept))))
def test_only_approvals_are_touched_and_only_once(pair: tuple[Concept, Concept]) -> None:
    before, after = pair
    made = after_change(before, after)
    assert without_approvals(made) == without_approvals(after)
    assert after_change(before, made) == made
    for lang, term in made.terms():
        old = next((t for t in before.section(lang).terms if t.id == term.id), None)
        if old and old != term and old.approval == "approved" == term.approval:
            assert (old.approved_by, old.approved_at) != (term.approved_by, term.approved_at)


def test_a_term_in_review_ships_as_it_was_approved_last() -> None:
    again = approved(with_field(APPROVED, FIRST, "une"), "Ann", "2026-11-25")
    again = with_field(again, FIRST._replace(name=APPROVAL), ("approved", "Ann", "2026-11-25"))
    review = after_change(again, with_field(again, FIRST, "uni"))
    for only in (True, False):
        out = shipped([BOTH, APPROVED, again], review, approved_only=only)
        assert out.concept == again
        assert [(t.lang, t.standing) for t in out.terms] == [("fr", "earlier"), ("fr", "approved")]


def test_a_term_never_approved_ships_as_it_stands_or_not_at_all() -> None:
    half = approved(BOTH, "Ann", "2026-11-24", ["1"])
    assert shipped([BOTH], half, approved_only=False).concept == half
    out = shipped([BOTH], half, approved_only=True)
    assert out.concept is not None
    assert [term.id for term in out.concept.section("fr").terms] == ["1"]
    assert [term.standing for term in out.terms] == ["approved", "held back"]
    nothing = shipped([], BOTH, approved_only=True)
    assert nothing.concept is None
    assert {term.standing for term in nothing.terms} == {"held back"}


def test_a_deleted_term_does_not_ship() -> None:
    left = with_field(APPROVED, FIRST, None)
    assert shipped([APPROVED], left, approved_only=False).concept == left


@given(concepts(), st.booleans())
def test_what_ships_is_part_of_what_there_is(concept: Concept, only: bool) -> None:
    out = shipped([], concept, approved_only=only)
    assert [term.term for term in out.terms] == [term for _, term in concept.terms()]
    if out.concept is not None:
        assert values(out.concept).items() <= values(concept).items()
    if not only:
        assert out.concept is not None
        assert values(out.concept) == values(concept)
