"""What holds of a merge whatever two people did: hypothesis makes their edits up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.terminology.aligning import aligned
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import TEXT, Field, Value, plain, same, values
from booth_app.terminology.merging import Merged, merged
from tests.generated_changes import changed, without_approvals
from tests.generated_concepts import FILLED, concepts

Three = tuple[Concept, Concept, Concept]


@st.composite
def three(draw: st.DrawFn) -> Three:
    """Return a state, and what each of two people made of it."""
    base = draw(concepts())
    return base, draw(changed(base)), draw(changed(base))


@st.composite
def fields(draw: st.DrawFn, concept: Concept) -> Field:
    """Return a field with room for any text: of the concept, a section, or a term that is there."""
    terms = [Field("term", lang, term.id) for lang, term in concept.terms()]
    names = (TEXT, "source", "usage_note", "context")
    found = [term._replace(name=name) for term in terms for name in names]
    found += [Field("concept", name=name) for name in ("note", "subject")]
    found += [Field("section", lang, "", "definition") for lang in LANGUAGES]
    return draw(st.sampled_from(found))


@st.composite
def two_edits(draw: st.DrawFn) -> tuple[Concept, tuple[Field, Field], tuple[str, str]]:
    """Return a concept, a field for each of two people, and what each of them writes there."""
    base = draw(concepts())
    written = draw(st.tuples(FILLED, FILLED))
    old = values(base)
    both = draw(st.tuples(fields(base), fields(base)))
    for field, text in zip(both, written, strict=True):
        assume(not same(old.get(field), text))
    return base, both, written


def said(concept: Concept) -> dict[Field, Value]:
    """Return what the fields say as it is compared, approvals aside; forms in any order."""
    return {
        field: tuple(sorted(map(str, plain(value)))) if field.name == "forms" else plain(value)
        for field, value in without_approvals(concept).items()
    }


def told(merge: Merged) -> set[Field]:
    """Return what waits for a person."""
    return {each.field for each in (*merge.conflicts, *merge.emptied)}


@given(two_edits())
def test_edits_of_different_fields_are_both_there(
    edits: tuple[Concept, tuple[Field, Field], tuple[str, str]],
) -> None:
    base, (ours, others), (written, also) = edits
    assume(ours != others)
    mine, theirs = with_field(base, ours, written), with_field(base, others, also)
    merge = merged(base, mine, theirs)
    assert not told(merge)
    made = values(merge.concept)
    assert (made[ours], made[others]) == (written, also)
    assert said(merge.concept) == said(with_field(mine, others, also))


@given(two_edits())
def test_edits_of_the_same_field_wait_and_mine_stays(
    edits: tuple[Concept, tuple[Field, Field], tuple[str, str]],
) -> None:
    base, (field, _), (written, also) = edits
    assume(not same(written, also) and not same(values(base).get(field), also))
    mine, theirs = with_field(base, field, written), with_field(base, field, also)
    merge = merged(base, mine, theirs)
    assert merge.concept == mine
    [waits] = merge.conflicts
    assert waits == (field, values(base).get(field), written, also)


@given(two_edits())
def test_the_same_edit_on_both_sides_is_one(
    edits: tuple[Concept, tuple[Field, Field], tuple[str, str]],
) -> None:
    base, (field, _), (written, _) = edits
    mine = with_field(base, field, written)
    merge = merged(base, mine, with_field(base, field, written))
    assert (merge.concept, told(merge)) == (mine, set())


@given(three())
def test_the_two_sides_exchanged_come_to_the_same_but_for_what_waits(states: Three) -> None:
    base, mine, theirs = states
    assume(aligned(theirs, mine, base) == theirs)  # else one term has two ids, or one id two terms
    here, there = merged(base, mine, theirs), merged(base, theirs, mine)
    waits = {each.field for each in here.conflicts}
    assert waits == {each.field for each in there.conflicts}
    one, other = said(here.without_emptied()), said(there.without_emptied())
    for field in {**one, **other}:
        if field not in waits:
            assert one.get(field) == other.get(field), field


@given(three())
def test_nothing_that_anybody_wrote_is_lost_silently(states: Three) -> None:
    base, mine, theirs = states
    merge = merged(base, mine, theirs)
    old, made = said(base), said(merge.concept)
    waits = {each.field: (plain(each.mine), plain(each.theirs)) for each in merge.conflicts}
    for side in (mine, aligned(theirs, mine, base)):
        for field, value in said(side).items():
            if value == old.get(field):
                continue
            if field.name == "forms":
                kept = {
                    *made.get(field, ()),
                    *(text for each in waits.get(field, ()) for text in each),
                }
                assert {*value} - {*old.get(field, ())} <= kept
            else:
                assert made.get(field) == value or value in waits[field]


@given(three())
def test_a_merge_of_a_merge_changes_nothing(states: Three) -> None:
    base, mine, theirs = states
    once = merged(base, mine, theirs)
    assert merged(base, once.concept, theirs).concept == once.concept
    assert merged(base, once.concept, once.concept).concept == once.concept
    assert merged(mine, mine, once.concept).concept == once.concept


# Lists of terms: added, removed, moved.


def listed(*texts: str, note: str = "") -> Concept:
    """Return a concept whose English terms these are; each is known by its first letter."""
    terms = tuple(Term(id=f"t_{text[0]}", text=text) for text in texts)
    return Concept(glossary="g", id="c", note=note, languages={"en": LanguageSection(terms=terms)})


def texts(concept: Concept) -> list[str]:
    return [term.text for term in concept.section("en").terms]


BASE = ("a", "b", "c", "d")


@st.composite
def lists(draw: st.DrawFn, new: str) -> Sequence[str]:
    """Return the terms a to d with some gone, some moved and some of `new` among them."""
    kept = draw(st.lists(st.sampled_from(BASE), unique=True))
    added = draw(st.lists(st.sampled_from(new), unique=True))
    return draw(st.permutations([*kept, *added]))


@given(lists("mns"), lists("xys"))
def test_of_lists_of_terms_nothing_is_lost_and_nothing_is_there_twice(
    ours: Sequence[str], others: Sequence[str]
) -> None:
    merge = merged(listed(*BASE), listed(*ours), listed(*others))
    made = texts(merge.concept)
    assert Counter(made) == Counter({*ours, *(set(others) - set(BASE))})
    assert not merge.conflicts
    gone = {each.field.id for each in merge.emptied}
    assert gone == {f"t_{text}" for text in set(ours) & set(BASE) - set(others)}
    rest = texts(merge.without_emptied())
    assert set(rest) == {t for t in (*ours, *others) if t not in BASE or {t} <= {*ours} & {*others}}


@given(lists("mn"), lists("xy"))
def test_the_order_is_that_of_the_side_that_changed_it(
    ours: Sequence[str], others: Sequence[str]
) -> None:
    def order(of: Sequence[str]) -> list[str]:
        return [text for text in of if text in ours and text in others and text in BASE]

    made = order(texts(merged(listed(*BASE), listed(*ours), listed(*others)).concept))
    untouched = [text for text in BASE if text in ours] == [t for t in ours if t in BASE]
    assert made == (order(others) if untouched else order(ours))


@given(st.sampled_from(BASE), lists("xy"))
def test_a_term_that_one_edited_and_the_other_removed_waits(
    edited: str, others: Sequence[str]
) -> None:
    assume(edited not in others)
    mine = listed(*(f"{text} new" if text == edited else text for text in BASE))
    for merge in (
        merged(listed(*BASE), mine, listed(*others)),
        merged(listed(*BASE), listed(*others), mine),
    ):
        assert f"{edited} new" in texts(merge.concept)
        assert [each.field.id for each in merge.conflicts] == [f"t_{edited}"]


def test_what_both_added_under_other_ids_is_one_term() -> None:
    base = listed("a")
    both = [
        replace(
            base,
            languages={
                "en": LanguageSection(terms=(Term(id="t_a", text="a"), Term(id=id_, text=text)))
            },
        )
        for id_, text in (("t_1", "night train"), ("t_2", "night  train"))
    ]
    merge = merged(base, *both)
    assert (merge.concept, told(merge)) == (both[0], set())
