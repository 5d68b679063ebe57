from pathlib import Path

import pytest

from booth_app.editing.reviews import ALL, Review, Reviews, Which
from booth_app.store.reviews import Decision
from booth_app.termbase import Termbase
from tests.editing.made_glossaries import NAME, concept
from tests.editing.test_reviews import OWN, applied, previewed, terms


def found(termbase: Termbase, text: str) -> set[str]:
    return {hit.concept.id for hit in termbase.look_up(text) if hit.concept}


@pytest.fixture
def two(desk_termbase: Termbase, tmp_path: Path) -> tuple[Review, Review]:
    """Two tables without ids that bring the same concept, each judged before any is applied."""
    return (
        previewed(desk_termbase, tmp_path / "one.csv", "English,French", "zorb,zorbe"),
        previewed(desk_termbase, tmp_path / "two.csv", "English,Spanish", "zorb,kolto", "kez,kezo"),
    )


@pytest.mark.parametrize("decision", ["", "theirs", "new"])
def test_what_came_in_meanwhile_is_asked_about_and_makes_no_twin(
    desk_termbase: Termbase, two: tuple[Review, Review], decision: Decision
) -> None:
    one, other = two
    reviews = Reviews(desk_termbase)
    if decision:
        reviews.decide(other, ALL, decision)
    applied(desk_termbase, one)
    [zorb] = found(desk_termbase, "zorb")
    assert applied(desk_termbase, other).new == 1, "kez alone"
    assert found(desk_termbase, "zorb") == {zorb}
    [row] = [each for each in reviews.rows(other) if not each.done]
    assert (row.verdict, row.concept, row.decision) == ("probable", zorb, "")
    assert row.tells == ("This concept came in since the file was read: is it the same?",)
    assert [each.id for each in reviews.open_ones(NAME)] == [other.id]
    mine = reviews.looked_at(other, row).mine
    assert mine is not None
    assert mine.section("fr").terms[0].text == "zorbe"


@pytest.mark.parametrize(("decision", "concepts"), [("theirs", 1), ("mine", 1), ("new", 2)])
def test_what_is_decided_then_is_done(
    desk_termbase: Termbase, two: tuple[Review, Review], decision: Decision, concepts: int
) -> None:
    one, other = two
    for review in (one, other):
        applied(desk_termbase, review)
    reviews = Reviews(desk_termbase)
    assert reviews.decide(other, Which(verdict="probable"), decision) == 1
    applied(desk_termbase, other)
    assert reviews.open_ones(NAME) == []
    assert len(found(desk_termbase, "zorb")) == concepts
    assert bool(found(desk_termbase, "kolto")) == (decision != "mine")
    assert (found(desk_termbase, "kolto") == found(desk_termbase, "zorbe")) == (
        decision == "theirs"
    )


def test_what_says_no_more_than_what_came_in_is_done(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    lines = ("English,French", "zorb,zorbe")
    one, other = (previewed(desk_termbase, tmp_path / name, *lines) for name in ("a.csv", "b.csv"))
    applied(desk_termbase, one)
    applied(desk_termbase, other)
    assert Reviews(desk_termbase).open_ones(NAME) == []
    assert len(found(desk_termbase, "zorb")) == 1


def test_what_a_person_typed_meanwhile_counts_too(
    desk_termbase: Termbase, two: tuple[Review, Review]
) -> None:
    desk_termbase.save(concept("typed", en="zorb", fr="sphère"), "typed")
    applied(desk_termbase, two[0])
    assert found(desk_termbase, "zorb") == {"typed"}


def test_what_was_seen_when_it_was_decided_is_not_asked_again(
    desk_termbase: Termbase, two: tuple[Review, Review]
) -> None:
    one, other = two
    applied(desk_termbase, one)
    Reviews(desk_termbase).decide(other, ALL, "new")
    applied(desk_termbase, other)
    assert len(found(desk_termbase, "zorb")) == 2
    assert Reviews(desk_termbase).open_ones(NAME) == []


def test_a_file_that_knows_ids_is_taken_at_its_word(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    review = previewed(desk_termbase, tmp_path / "own.csv", OWN, *terms("c9", en="zorb"))
    desk_termbase.save(concept("c8", en="zorb"), "typed")
    applied(desk_termbase, review)
    assert found(desk_termbase, "zorb") == {"c8", "c9"}


def test_what_was_there_before_the_file_was_read_is_another(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    """It was judged in sight of that, and found new."""
    lines = ("English,French", "zorb,zorbe", "zorb,sphère")
    review = previewed(desk_termbase, tmp_path / "homonyms.csv", *lines)
    assert applied(desk_termbase, review).new == 2
