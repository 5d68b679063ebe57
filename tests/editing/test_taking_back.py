from dataclasses import replace

from booth_app.editing.taking_back import TakingBack, as_it_was
from booth_app.store.history import TAKEN_BACK
from booth_app.store.judging import Brought
from booth_app.take_over import Source
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.fields import Field
from tests.editing.made_glossaries import CONCEPTS, NAME, concept

ONE, TWO, THREE, _ = CONCEPTS
NEW = concept("n1", en="zorb")
BROUGHT = (replace(ONE, note="theirs"), replace(TWO, note="theirs"), THREE, NEW)


def brought(termbase: Termbase) -> str:
    items = [[Brought(each.id, to_json(each)) for each in BROUGHT]]
    taking = termbase.take_over(NAME, items, Source(note="sent.csv"))
    taking.run()
    return taking.batch


def stored(termbase: Termbase, id_: str) -> Concept | None:
    return termbase.concept(ConceptKey(NAME, id_))


def test_batches_are_told_with_what_they_did(desk_termbase: Termbase) -> None:
    batch = brought(desk_termbase)
    newest, *others = TakingBack(desk_termbase).batches(NAME)
    assert (newest.id, newest.origin, newest.person, newest.note) == (
        batch,
        "import",
        "Ana",
        "sent.csv",
    )
    assert (newest.concepts, newest.made, newest.taken_back) == (3, 1, "")
    assert [each.origin for each in others] == ["typed"]


def test_a_batch_is_taken_back_whole_and_found_no_more(desk_termbase: Termbase) -> None:
    batch = brought(desk_termbase)
    back = TakingBack(desk_termbase)
    assert desk_termbase.look_up("zorb")
    taking = back.of_batch(NAME, batch)
    taking.run()
    assert [stored(desk_termbase, each.id) for each in BROUGHT] == [ONE, TWO, THREE, None]
    assert desk_termbase.look_up("zorb") == []
    newest, taken, *_ = back.batches(NAME)
    assert (newest.origin, newest.note, taken.taken_back) == (TAKEN_BACK, batch, newest.id)
    assert desk_termbase.history(ONE.key)[-1].origin == TAKEN_BACK


def test_taking_back_is_taken_back_like_anything(desk_termbase: Termbase) -> None:
    batch = brought(desk_termbase)
    back = TakingBack(desk_termbase)
    taking = back.of_batch(NAME, batch)
    taking.run()
    back.of_batch(NAME, taking.batch).run()
    assert [stored(desk_termbase, each.id) for each in BROUGHT] == [*BROUGHT]
    assert {each.id: each.taken_back for each in back.batches(NAME)}[batch] == ""


def test_later_edits_stay(desk_termbase: Termbase) -> None:
    batch = brought(desk_termbase)
    other_field = replace(BROUGHT[0], subject="mine")
    same_field = replace(BROUGHT[1], note="mine")
    desk_termbase.save(other_field, "typed")
    desk_termbase.save(same_field, "typed")
    desk_termbase.save(replace(NEW, note="mine"), "typed")
    counts = TakingBack(desk_termbase).of_batch(NAME, batch).run()
    assert stored(desk_termbase, "c1") == replace(ONE, subject="mine")
    assert stored(desk_termbase, "c2") == same_field
    assert stored(desk_termbase, "n1") == replace(NEW, note="mine")
    assert (counts.changed, counts.conflicts) == (1, 2)


def test_a_concept_that_changed_twice_in_a_batch_goes_back_to_before_it(
    desk_termbase: Termbase,
) -> None:
    brought(desk_termbase)
    desk_termbase.save(replace(ONE, note="first"), "merge")
    desk_termbase.save(replace(ONE, note="second"), "merge")
    [merge] = [each for each in TakingBack(desk_termbase).batches(NAME) if each.origin == "merge"]
    TakingBack(desk_termbase).of_batch(NAME, merge.id).run()
    assert stored(desk_termbase, "c1") == BROUGHT[0]


def test_one_field_goes_back_and_the_rest_stays() -> None:
    now = replace(ONE, note="new", subject="new")
    earlier = replace(ONE, note="old", subject="old")
    assert as_it_was(now, earlier, Field("concept", name="note")) == replace(now, note="old")
    assert as_it_was(now, earlier) == earlier


def test_a_term_that_went_comes_back_whole_and_one_that_came_goes() -> None:
    term = Term(id="t", text="a", status="forbidden", region="MA")
    with_term = replace(ONE, languages={"en": LanguageSection(terms=(term,))})
    without = replace(ONE, languages={})
    field = Field("term", "en", "t", "term")
    assert as_it_was(without, with_term, field) == with_term
    assert as_it_was(with_term, without, field) == without


def test_an_approved_term_that_goes_back_is_in_review() -> None:
    term = Term(id="t", text="b", approval="approved", approved_by="Ana", approved_at="2021")
    now = replace(ONE, languages={"en": LanguageSection(terms=(term,))})
    before = replace(term, text="a")
    earlier = replace(ONE, languages={"en": LanguageSection(terms=(before,))})
    for field in (None, Field("term", "en", "t", "term")):
        [(_, back)] = as_it_was(now, earlier, field).terms()
        assert (back.text, back.approval) == ("a", "in_review")
