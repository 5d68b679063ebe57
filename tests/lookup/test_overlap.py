from collections.abc import Sequence

import pytest

from booth_app.lookup import overlap
from booth_app.lookup.index import Index
from booth_app.lookup.terms import Searchable
from booth_app.terminology.concept import ConceptKey

TERMS = [
    Searchable("g", "imrf", "en", "International Migration Review Forum"),
    Searchable("g", "rmrf", "en", "Regional Migration Review Forum"),
    Searchable("g", "gfmd", "en", "Global Forum on Migration and Development"),
    Searchable("g", "iom", "ar", "منظمة الهجرة الدولية"),
    Searchable("g", "late", "en", "declaration", form_of="Progress Declaration"),
    *(Searchable("g", f"m{n}", "en", f"migration of kind{n}") for n in range(50)),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(TERMS)


def found(index: Index, text: str, most: int = 5) -> Sequence[str]:
    return [overlap.key.id for overlap in index.overlaps(text, most)]


def test_the_most_and_the_seldomest_words_come_first(index: Index) -> None:
    assert found(index, "review forum of regional migration", 3) == ["rmrf", "imrf"]


def test_the_whole_text_is_shared_by_one_part(index: Index) -> None:
    [first, *_] = index.overlaps("International Migration Review Forum", 5)
    assert first.shared == pytest.approx(1.0)
    assert (first.key, first.lang) == (ConceptKey("g", "imrf"), "en")


def test_a_common_word_among_unknown_ones_is_not_enough(index: Index) -> None:
    assert found(index, "migration zzz yyy xxx") == []


def test_an_arabic_article_makes_no_difference(index: Index) -> None:
    assert found(index, "هجرة دولية") == ["iom"]


def test_a_form_stands_for_its_term(index: Index) -> None:
    [overlap] = index.overlaps("declaration", 5)
    assert overlap.term == "Progress Declaration"


def test_each_concept_comes_once_and_no_more_than_asked_for(index: Index) -> None:
    keys = found(index, "migration", 7)
    assert len(keys) == len(set(keys)) == 7


@pytest.mark.parametrize("by", [1, -1])
def test_of_terms_that_share_as_much_the_shorter_comes_first(by: int) -> None:
    terms = [
        Searchable("g", "long", "en", "all of the text of a review forum"),
        Searchable("g", "short", "en", "review forum"),
    ]
    assert found(Index.build(terms[::by]), "review forum") == ["short", "long"]


def test_a_concept_of_several_such_terms_leaves_room_for_others() -> None:
    same = [Searchable("g", "same", lang, "forum") for lang in ("en", "fr", "es")]
    index = Index.build([*same, Searchable("g", "other", "en", "forum of cities")])
    assert found(index, "forum", 2) == ["same", "other"]


def test_seldom_words_are_weighed_where_common_ones_would_take_all_the_room(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlap, "_WEIGHED", 10)
    assert found(index, "migration review forum", 2) == ["rmrf", "imrf"]
    assert len(found(index, "migration", 20)) == 10


def test_a_common_word_that_finds_no_room_beside_seldom_ones_adds_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overlap, "_WEIGHED", 10)
    common = [Searchable("g", f"m{n}", "en", f"migration of many kinds {n}") for n in range(50)]
    index = Index.build([Searchable("g", "all", "en", "migration forum"), *common])
    [first] = index.overlaps("migration forum", 1)
    assert first.shared < 1.0


def test_nothing_is_found_for_nothing(index: Index) -> None:
    assert found(index, "") == []
    assert found(Index.build([]), "forum") == []


def test_a_change_is_found_at_once() -> None:
    index = Index.build(TERMS)
    index.replace(ConceptKey("g", "rmrf"), [Searchable("g", "rmrf", "en", "another name")])
    assert "rmrf" not in found(index, "Regional Review")
    assert found(index, "another") == ["rmrf"]
