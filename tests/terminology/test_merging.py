"""The laws of the three-way merge, and what they come to in the cases people meet."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.terminology.aligning import aligned
from booth_app.terminology.concept import Concept, LanguageSection, Reference, Term
from booth_app.terminology.concept_document import from_document, to_document
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import (
    APPROVAL,
    EVERYTHING,
    TEXT,
    Field,
    Holds,
    held,
    plain,
    same,
    values,
)
from booth_app.terminology.merging import merged
from tests.generated_changes import changed, without_approvals
from tests.generated_concepts import concepts

Three = tuple[Concept, Concept, Concept]

HOLDS = st.one_of(
    st.just(EVERYTHING),
    st.sets(st.sampled_from(sorted(EVERYTHING))).map(
        lambda names: frozenset({"term.term", "term.id", *names})
    ),
)


@st.composite
def three(draw: st.DrawFn, *, emptied: bool = True) -> Three:
    base = draw(concepts())
    mine = draw(changed(base, emptied=emptied))
    return base, mine, draw(changed(base, emptied=emptied))


def one_term(**says: str) -> Concept:
    term = Term(id="t1", text="FEMI", **says)  # type: ignore[arg-type]
    return Concept(glossary="g", id="a", languages={"fr": LanguageSection(terms=(term,))})


TERM = Field("term", "fr", "t1", TEXT)
REGION = TERM._replace(name="region")


@given(concepts().flatmap(lambda base: st.tuples(st.just(base), changed(base))), HOLDS)
def test_what_mine_alone_changed_is_mine(both: tuple[Concept, Concept], holds: Holds) -> None:
    base, mine = both
    merge = merged(base, mine, base, holds=holds)
    assert merge.concept == mine
    assert (merge.taken, merge.conflicts, merge.emptied) == ((), (), ())


@given(
    concepts().flatmap(lambda base: st.tuples(st.just(base), changed(base, emptied=False))), HOLDS
)
def test_what_theirs_alone_changed_is_theirs(both: tuple[Concept, Concept], holds: Holds) -> None:
    base, theirs = both
    merge = merged(base, base, theirs, holds=holds)
    made, wanted = without_approvals(merge.concept), without_approvals(theirs)
    for field in {**made, **wanted}:
        if held(field, holds):
            assert same(made.get(field), wanted.get(field)), field
    assert (merge.conflicts, merge.emptied) == ((), ())


@given(concepts().flatmap(lambda base: st.tuples(st.just(base), changed(base))))
def test_all_that_theirs_has_comes_with_what_it_emptied(both: tuple[Concept, Concept]) -> None:
    base, theirs = both
    merge = merged(base, base, theirs)
    assert not merge.conflicts
    made, wanted = without_approvals(merge.without_emptied()), without_approvals(theirs)
    assert {f: plain(v) for f, v in made.items()} == {f: plain(v) for f, v in wanted.items()}


@given(three())
def test_conflicts_are_those_of_the_other_side(states: Three) -> None:
    base, mine, theirs = states
    one, other = merged(base, mine, theirs), merged(base, theirs, mine)
    assert {c.field for c in one.conflicts} == {c.field for c in other.conflicts}
    assert {(c.mine, c.theirs) for c in one.conflicts} == {
        (c.theirs, c.mine) for c in other.conflicts
    }


@given(three(), HOLDS)
def test_merging_again_changes_nothing(states: Three, holds: Holds) -> None:
    base, mine, theirs = states
    once = merged(base, mine, theirs, holds=holds)
    again = merged(base, once.concept, theirs, holds=holds)
    assert again.concept == once.concept
    assert not again.taken


@given(three())
def test_nothing_that_one_side_alone_changed_is_lost(states: Three) -> None:
    base, mine, theirs = states
    merge = merged(base, mine, theirs)
    theirs = aligned(theirs, mine, base)
    old, ours, other, made = map(without_approvals, (base, mine, theirs, merge.concept))
    told = {c.field for c in (*merge.conflicts, *merge.emptied)}
    for field in {**ours, **other}:
        if field.name == "forms":
            continue
        if same(ours.get(field), old.get(field)) and other.get(field) is not None:
            assert same(made.get(field), other[field]) or field.whole in told or field in told
        if same(other.get(field), old.get(field)) and ours.get(field) is not None:
            assert same(made.get(field), ours[field])


@given(three(), HOLDS)
def test_fields_that_are_not_held_stay_as_mine(states: Three, holds: Holds) -> None:
    base, mine, theirs = states
    own, made = (
        without_approvals(mine),
        without_approvals(merged(base, mine, theirs, holds=holds).concept),
    )
    there = {field for field in own if field.name == TEXT}
    for field in {**own, **made}:
        new = field.part == "reference" or (field.part == "term" and field.whole not in there)
        if not held(field, holds) and not new:
            assert made.get(field) == own.get(field), field


@given(three())
def test_what_is_merged_is_a_concept_that_can_be_stored(states: Three) -> None:
    made = merged(*states).concept
    assert values(from_document("made", to_document(made))) == values(made)


@given(concepts(), concepts())
def test_without_a_base_all_of_mine_stays(mine: Concept, theirs: Concept) -> None:
    merge = merged(None, mine, theirs)
    own, made = without_approvals(mine), without_approvals(merge.concept)
    assert all(made[field] == value for field, value in own.items() if field.name != "forms")
    assert not merge.emptied


def test_without_a_base_what_only_theirs_has_is_taken_and_what_differs_is_a_conflict() -> None:
    mine, theirs = one_term(region="MA"), one_term(region="FR", source="UN")
    merge = merged(None, mine, theirs)
    assert merge.concept == one_term(region="MA", source="UN")
    assert [(c.field, c.base, c.mine, c.theirs) for c in merge.conflicts] == [
        (REGION, None, "MA", "FR")
    ]


def test_white_space_and_composition_are_no_conflict() -> None:
    mine, theirs = (
        one_term(usage_note="se\u0301curite\u0301  sociale"),
        one_term(usage_note="sécurité sociale"),
    )
    merge = merged(one_term(usage_note="other"), mine, theirs)
    assert merge.concept == mine
    assert not merge.conflicts


def test_white_space_that_theirs_alone_mended_is_taken() -> None:
    merge = merged(one_term(source="a  b"), one_term(source="a  b"), one_term(source="a b"))
    assert merge.concept == one_term(source="a b")


def test_edit_wins_over_delete_and_is_told() -> None:
    base, edited = one_term(region="MA"), one_term(region="FR")
    deleted = with_field(base, TERM, None)
    for merge in (merged(base, deleted, edited), merged(base, edited, deleted)):
        assert merge.concept == edited
        assert [conflict.field for conflict in merge.conflicts] == [TERM]
    assert merged(base, base, deleted).emptied[0].field == TERM
    assert merged(base, deleted, base).concept == deleted


def test_what_a_file_cannot_hold_comes_back_with_the_term() -> None:
    base = one_term(region="MA", register="heard")
    holds = frozenset({"term.term", "term.id", "term.region"})
    merge = merged(base, with_field(base, TERM, None), one_term(region="FR"), holds=holds)
    assert merge.concept == one_term(region="FR", register="heard")


def test_a_languages_code_among_what_is_held_leaves_the_others_alone() -> None:
    base = one_term(region="MA")
    merge = merged(base, base, replace(base, languages={}), holds=EVERYTHING - {"fr"})
    assert merge.concept == base
    assert not merge.emptied


def test_a_reference_is_taken_from_a_file_that_holds_none() -> None:
    base = one_term()
    theirs = replace(base, external=(Reference("IATE", "77"),))
    assert merged(base, base, theirs, holds=frozenset({"term.term"})).concept == theirs


@pytest.mark.parametrize("ids", [EVERYTHING, EVERYTHING - {"term.id"}])
def test_a_term_under_another_id_is_the_one_with_its_text(ids: Holds) -> None:
    base = one_term(source="UN")
    theirs = Concept(
        glossary="g",
        id="-",
        languages={"fr": LanguageSection(terms=(Term(id="x", text=" FEMI", source="EU"),))},
    )
    merge = merged(base, base, theirs, holds=ids)
    assert merge.concept == one_term(source="EU")


def test_rows_that_changed_places_are_the_same_terms() -> None:
    base = Concept(
        glossary="g",
        id="a",
        languages={"fr": LanguageSection(terms=(Term(id="1", text="a"), Term(id="2", text="b")))},
    )
    terms = (Term(id="1", text="b"), Term(id="2", text="a"), Term(id="3", text="c"))
    theirs = replace(base, languages={"fr": LanguageSection(terms=terms)})
    merge = merged(base, base, theirs, holds=EVERYTHING - {"term.id"})
    got = merge.concept.section("fr").terms
    assert [(t.id, t.text) for t in got[:2]] == [("2", "b"), ("1", "a")]
    assert got[2].text == "c"
    assert got[2].id.startswith("t_")


def test_two_sides_that_add_forms_have_both() -> None:
    def forms(*texts: str) -> Concept:
        return with_field(one_term(), TERM._replace(name="forms"), texts)

    merge = merged(forms("a", "b"), forms("a", "b", "c"), forms("b", "d"))
    assert merge.concept == forms("b", "c", "d")
    same = merged(forms("a", "b"), forms("b", "c"), forms("a", "b", "c", "d"))
    assert same.concept == forms("b", "c", "d"), "each once, and what one took out is out"


def approved(at: str = "1", **says: str) -> Concept:
    return one_term(approval="approved", approved_by="Ann", approved_at=at, **says)


def test_an_approved_term_that_a_file_changes_is_in_review_again() -> None:
    merge = merged(approved(), approved(), approved(region="MA"))
    assert merge.concept == one_term(approval="in_review", region="MA")


def test_what_was_approved_anew_stays_approved() -> None:
    merge = merged(approved(), approved(), approved(at="2", region="MA"))
    assert merge.concept == approved(at="2", region="MA")


def test_an_approval_of_another_text_than_the_merged_one_does_not_count() -> None:
    mine, theirs = one_term(usage_note="mine"), approved(region="MA")
    merge = merged(one_term(), mine, theirs)
    assert merge.concept == one_term(usage_note="mine", region="MA", approval="in_review")
    assert not [c for c in merge.conflicts if c.field.name == APPROVAL]


def test_theirs_order_counts_where_mine_left_it() -> None:
    def ordered(*ids: str) -> Concept:
        terms = tuple(Term(id=id_, text=id_) for id_ in ids)
        return Concept(glossary="g", id="a", languages={"es": LanguageSection(terms=terms)})

    def order(base: Concept, mine: Concept, theirs: Concept) -> str:
        return "".join(term.id for term in merged(base, mine, theirs).concept.section("es").terms)

    assert order(ordered(*"abc"), ordered(*"abcd"), ordered(*"cab")) == "cdab"
    assert order(ordered(*"abc"), ordered(*"bac"), ordered(*"cab")) == "bac"
    assert order(ordered(*"abc"), ordered(*"abc"), ordered(*"axbc")) == "axbc"
