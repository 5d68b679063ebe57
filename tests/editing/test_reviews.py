from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.editing.importing import Import
from booth_app.editing.reviews import ALL, Review, ReviewRow, Reviews, Row, Which
from booth_app.editing.taking_back import TakingBack
from booth_app.exchange.reading import FileReading
from booth_app.store.reviews import Decision
from booth_app.store.verdicts import Counts
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field
from booth_app.terminology.state_marks import mark
from tests.editing.made_glossaries import CONCEPTS, NAME, WHOLE, concept, opened

OWN = "glossary,concept_id,term_id,lang,term,status,source,states"
C1, C2, C3, C4 = CONCEPTS


def previewed(termbase: Termbase, path: Path, *lines: str) -> Review:
    """Return the review of a table with these lines; nothing of it is stored."""
    path.write_text("\n".join(lines) + "\n", "utf-8")
    done = Import(termbase, FileReading(path), into=NAME).preview()
    [review] = [one for one in Reviews(termbase).open_ones(NAME) if one.id == done.review]
    return review


def terms(id_: str, **texts: str) -> list[str]:
    """Return the rows of a concept, as it first was, in Booth's own table."""
    [was] = [mark(to_json(each)) for each in CONCEPTS if each.id == id_] or [""]
    return [
        f"{NAME},{id_},{id_}.{lang},{lang},{text},preferred,,{was}" for lang, text in texts.items()
    ]


def applied(termbase: Termbase, review: Review) -> Counts:
    reviews = Reviews(termbase)
    taking = reviews.apply(review)
    counts = taking.run()
    reviews.finish(review)
    return counts


def now(termbase: Termbase, id_: str) -> Concept:
    found = termbase.concept(ConceptKey(NAME, id_))
    assert found is not None
    return found


def english(termbase: Termbase, id_: str) -> str:
    return now(termbase, id_).section("en").terms[0].text


def with_english(concept: Concept, text: str) -> Concept:
    section = concept.section("en")
    changed = replace(section, terms=(replace(section.terms[0], text=text),))
    return replace(concept, languages={**concept.languages, "en": changed})


@pytest.fixture
def review(desk_termbase: Termbase, tmp_path: Path) -> Review:
    """A file that changes c1, empties Spanish of c2, is at odds over c3, and has one new."""
    path = tmp_path / "sent.csv"
    lines = [
        OWN,
        *terms("c1", en="migrants’ caravan", **WHOLE),
        *terms("c2", en="asylum seeker", fr="demandeur d’asile", ar="طالب لجوء"),
        *terms("c3", en="hosting city"),
        *terms("c9", en="zorb", fr="zorbe"),
    ]
    desk_termbase.save(with_english(C3, "host town"), "typed")
    return previewed(desk_termbase, path, *lines)


def rows(termbase: Termbase, review: Review) -> dict[str, Row]:
    reviews = Reviews(termbase)
    return {row.concept: reviews.looked_at(review, row) for row in reviews.rows(review)}


def test_each_row_says_what_it_is_and_is_counted(desk_termbase: Termbase, review: Review) -> None:
    found = rows(desk_termbase, review)
    verdicts = {id_: (seen.row.verdict, seen.row.kind) for id_, seen in found.items()}
    assert verdicts == {
        "c1": ("changed", "text"),
        "c2": ("emptied", "emptied"),
        "c3": ("conflict", "text"),
        "c9": ("new", ""),
    }
    [clash] = found["c3"].open_fields
    assert (clash.base, clash.mine, clash.theirs) == ("host city", "host town", "hosting city")
    [emptied] = found["c2"].open_fields
    assert (emptied.mine, emptied.theirs) == ("solicitante", None)
    counts = Reviews(desk_termbase).counts(review)
    assert sum(counts.values()) == 4
    assert counts["conflict", "text", ""] == 1


def test_what_nobody_decided_about_is_applied_where_nothing_is_lost(
    desk_termbase: Termbase, review: Review
) -> None:
    counts = applied(desk_termbase, review)
    assert (counts.new, counts.changed, counts.conflicts) == (1, 1, 0)
    assert english(desk_termbase, "c1") == "migrants’ caravan"
    assert now(desk_termbase, "c2") == C2, "an emptied cell deletes nothing by itself"
    assert english(desk_termbase, "c3") == "host town"
    assert [one.id for one in Reviews(desk_termbase).open_ones()] == [review.id]


@pytest.mark.parametrize(
    ("decision", "c2_has_spanish", "c3_says"),
    [("theirs", False, "hosting city"), ("mine", True, "host town"), ("parked", True, "host town")],
)
def test_a_decision_is_carried_out(
    desk_termbase: Termbase,
    review: Review,
    decision: Decision,
    c2_has_spanish: bool,
    c3_says: str,
) -> None:
    reviews = Reviews(desk_termbase)
    for verdict in ("emptied", "conflict"):
        assert reviews.decide(review, Which(verdict=verdict), decision) == 1
    applied(desk_termbase, review)
    assert bool(now(desk_termbase, "c2").section("es").terms) == c2_has_spanish
    assert english(desk_termbase, "c3") == c3_says
    is_open = bool(reviews.open_ones())
    assert is_open == (decision == "parked")


def test_value_by_value_and_a_new_concept(desk_termbase: Termbase, review: Review) -> None:
    reviews, found = Reviews(desk_termbase), rows(desk_termbase, review)
    [clash] = found["c3"].open_fields
    reviews.choose(review, found["c3"].row, {clash.field: "city that hosts"})
    reviews.decide(review, Which(positions=(found["c2"].row.position,)), "new")
    applied(desk_termbase, review)
    assert english(desk_termbase, "c3") == "city that hosts"
    assert now(desk_termbase, "c2") == C2
    ids = [hit.concept.id for hit in desk_termbase.look_up("asylum seeker") if hit.concept]
    assert len(set(ids)) == 2


def test_decisions_are_there_after_a_restart(tmp_path: Path) -> None:
    termbase = opened(tmp_path)
    review = previewed(termbase, tmp_path / "x.csv", OWN, *terms("c9", en="zorb"))
    Reviews(termbase).park(review, Which(verdict="new"), "Who says so? 😀\ud800")
    termbase.close()
    again = opened(tmp_path)
    [kept] = Reviews(again).open_ones()
    [row] = Reviews(again).rows(kept)
    assert kept == review
    assert (row.decision, row.question) == ("parked", "Who says so? 😀?")
    again.close()


def test_what_was_applied_is_not_applied_again_over_later_edits(
    desk_termbase: Termbase, review: Review
) -> None:
    reviews = Reviews(desk_termbase)
    reviews.decide(review, Which(verdict="emptied"), "new")
    reviews.park(review, Which(verdict="conflict"), "Which one?")
    applied(desk_termbase, review)
    desk_termbase.save(with_english(now(desk_termbase, "c1"), "caravan of migrants"), "typed")
    before = desk_termbase.store.reader.rows("SELECT count(*) FROM change")
    counts = applied(desk_termbase, review)
    assert counts.stored == 0
    assert desk_termbase.store.reader.rows("SELECT count(*) FROM change") == before
    assert english(desk_termbase, "c1") == "caravan of migrants"
    reviews.decide(review, Which(verdict="conflict"), "theirs")
    applied(desk_termbase, review)
    assert english(desk_termbase, "c3") == "hosting city"
    assert reviews.open_ones() == []


def test_what_was_changed_here_since_it_was_judged_waits_as_a_conflict(
    desk_termbase: Termbase, review: Review
) -> None:
    desk_termbase.save(with_english(C1, "caravan"), "typed")
    applied(desk_termbase, review)
    assert english(desk_termbase, "c1") == "caravan"
    assert rows(desk_termbase, review)["c1"].row.verdict == "conflict"
    assert [one.id for one in Reviews(desk_termbase).open_ones()] == [review.id]


def test_applied_rows_are_one_batch_that_is_taken_back(
    desk_termbase: Termbase, review: Review
) -> None:
    before = now(desk_termbase, "c1"), now(desk_termbase, "c3")
    reviews = Reviews(desk_termbase)
    reviews.decide(review, Which(verdict="conflict"), "theirs")
    taking = reviews.apply(review)
    taking.run()
    assert reviews.finish(review) is False, "what is emptied waits"
    TakingBack(desk_termbase).of_batch(NAME, taking.batch).run()
    assert (now(desk_termbase, "c1"), now(desk_termbase, "c3")) == before
    assert desk_termbase.concept(ConceptKey(NAME, "c9")) is None


def test_a_probable_row_is_the_concept_or_another(desk_termbase: Termbase, tmp_path: Path) -> None:
    lines = ["English,French", "host city,ville hôte", "zoning plan,plan de zones"]
    review = previewed(desk_termbase, tmp_path / "list.csv", *lines)
    reviews = Reviews(desk_termbase)
    found: Sequence[int] = reviews.positions(review, Which(verdict="probable"))
    assert len(found) == 2
    reviews.decide(review, Which(positions=(found[0],)), "theirs")
    reviews.decide(review, Which(positions=(found[1],)), "new")
    applied(desk_termbase, review)
    assert [term.text for term in now(desk_termbase, "c3").section("fr").terms] == ["ville hôte"]
    assert now(desk_termbase, "c4") == C4
    ids = {hit.concept.id for hit in desk_termbase.look_up("plan de zones") if hit.concept}
    assert "c4" not in ids
    assert ids
    assert reviews.open_ones() == []


def test_a_review_is_ended_as_it_is(desk_termbase: Termbase, review: Review) -> None:
    reviews = Reviews(desk_termbase)
    reviews.end(review)
    assert reviews.open_ones() == []
    assert english(desk_termbase, "c1") == "migrant caravan"


def test_the_rows_of_a_made_glossary_are_read_a_page_at_a_time(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    lines = [OWN, *(line for n in range(500) for line in terms(f"n{n:03}", en=f"word {n:03}"))]
    review = previewed(desk_termbase, tmp_path / "many.csv", *lines)
    reviews = Reviews(desk_termbase)
    first = reviews.rows(review, limit=200)
    second = reviews.rows(review, after=first[-1].position, limit=200)
    assert [row.concept for row in second[:2]] == ["n200", "n201"]
    assert len(reviews.positions(review, Which(verdict="new"))) == 500
    assert concept("n499", en="word 499").id not in {row.concept for row in second}


ENGLISH = Field("term", "en", "c3.en", "term")
WAITS_AGAIN = "It was changed here after it was decided about: it waits for a decision again."


def test_what_was_edited_after_it_was_decided_about_waits_again(
    desk_termbase: Termbase, review: Review
) -> None:
    reviews = Reviews(desk_termbase)
    reviews.decide(review, Which(verdict="conflict"), "theirs")
    reviews.decide(review, Which(verdict="emptied"), "theirs")
    edited = with_field(now(desk_termbase, "c3"), Field("concept", name="note"), "edited")
    desk_termbase.save(with_english(edited, "arrival city"), "typed")
    counts = applied(desk_termbase, review)
    assert (counts.new, counts.changed, counts.conflicts) == (1, 2, 1)
    assert not now(desk_termbase, "c2").section("es").terms, "nobody touched that row"
    assert (english(desk_termbase, "c3"), now(desk_termbase, "c3").note) == (
        "arrival city",
        "edited",
    )
    seen = rows(desk_termbase, review)["c3"]
    assert (seen.row.verdict, seen.row.decision, seen.row.done) == ("conflict", "", False)
    assert seen.row.tells == (WAITS_AGAIN,)
    [clash] = seen.open_fields
    assert (clash.mine, clash.theirs) == ("arrival city", "hosting city")
    reviews.decide(review, Which(verdict="conflict"), "theirs")
    applied(desk_termbase, review)
    assert english(desk_termbase, "c3") == "hosting city"
    assert now(desk_termbase, "c3").note == "edited"
    assert reviews.open_ones() == []


def test_what_was_edited_elsewhere_after_a_decision_is_merged_with_it(
    desk_termbase: Termbase, review: Review
) -> None:
    reviews = Reviews(desk_termbase)
    reviews.decide(review, Which(verdict="conflict"), "theirs")
    edited = with_field(now(desk_termbase, "c3"), Field("concept", name="note"), "edited")
    desk_termbase.save(edited, "typed")
    applied(desk_termbase, review)
    assert (english(desk_termbase, "c3"), now(desk_termbase, "c3").note) == (
        "hosting city",
        "edited",
    )


@pytest.mark.parametrize("decision", ["", "theirs", "chosen"])
def test_what_was_deleted_since_does_not_come_back_unasked(
    desk_termbase: Termbase, review: Review, decision: Decision
) -> None:
    reviews, id_ = Reviews(desk_termbase), "c3" if decision else "c1"
    found = rows(desk_termbase, review)[id_]
    if decision == "chosen":
        reviews.choose(review, found.row, {ENGLISH: "city that hosts"})
    else:
        reviews.decide(review, Which(positions=(found.row.position,)), decision)
    desk_termbase.delete(ConceptKey(NAME, id_), "typed")
    applied(desk_termbase, review)
    assert desk_termbase.concept(ConceptKey(NAME, id_)) is None
    [waiting] = [row for row in reviews.rows(review) if row.concept == id_]
    assert (waiting.verdict, waiting.tells) == ("conflict", (WAITS_AGAIN,))
    reviews.decide(review, Which(positions=(waiting.position,)), "theirs")
    applied(desk_termbase, review)
    assert desk_termbase.concept(ConceptKey(NAME, id_)) is not None


def test_what_was_kept_as_it_is_stays_as_it_is_by_then(
    desk_termbase: Termbase, review: Review
) -> None:
    reviews = Reviews(desk_termbase)
    reviews.decide(review, ALL, "mine")
    desk_termbase.save(with_english(now(desk_termbase, "c3"), "arrival city"), "typed")
    assert applied(desk_termbase, review).stored == 0
    assert english(desk_termbase, "c3") == "arrival city"
    assert reviews.open_ones() == []


def test_an_edit_while_decisions_are_stored_goes_before_them(
    desk_termbase: Termbase, review: Review
) -> None:
    reviews = Reviews(desk_termbase)
    reviews.decide(review, Which(verdict="conflict"), "theirs")
    edited = with_english(now(desk_termbase, "c3"), "arrival city")
    taking = reviews.apply(review)
    handed = reviews.rows

    def meanwhile(review: Review, which: Which = ALL, **where: int) -> list[ReviewRow]:
        found = handed(review, which, **where)
        if not found:  # all are stored, and none is seen yet
            desk_termbase.save(edited, "typed")
        return found

    reviews.rows = meanwhile  # type: ignore[method-assign, assignment]
    taking.run()
    reviews.finish(review)
    assert english(desk_termbase, "c3") == "arrival city"
    assert rows(desk_termbase, review)["c3"].row.tells == (WAITS_AGAIN,)


def test_two_reviews_of_a_glossary_are_applied_in_either_order(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    one = previewed(desk_termbase, tmp_path / "one.csv", OWN, *terms("c3", en="hosting city"))
    two = previewed(desk_termbase, tmp_path / "two.csv", OWN, *terms("c3", en="host town"))
    reviews = Reviews(desk_termbase)
    for review in (one, two):
        reviews.decide(review, ALL, "theirs")
    applied(desk_termbase, two)
    applied(desk_termbase, one)
    assert english(desk_termbase, "c3") == "host town"
    assert [each.id for each in reviews.open_ones()] == [one.id]
    [clash] = rows(desk_termbase, one)["c3"].open_fields
    assert (clash.mine, clash.theirs) == ("host town", "hosting city")


def test_what_was_applied_and_edited_before_it_was_settled_is_not_overwritten(
    desk_termbase: Termbase, review: Review
) -> None:
    Reviews(desk_termbase).decide(review, Which(verdict="conflict"), "theirs")
    Reviews(desk_termbase).apply(review).run()  # and the program is killed
    assert english(desk_termbase, "c3") == "hosting city"
    desk_termbase.save(with_english(now(desk_termbase, "c3"), "arrival city"), "typed")
    assert applied(desk_termbase, review).stored == 0
    assert english(desk_termbase, "c3") == "arrival city"
    assert rows(desk_termbase, review)["c3"].row.tells == (WAITS_AGAIN,)
