import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.lookup.query import LONGEST, MOST_WORDS, Query


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Examen  migr ", ("examen", "migr")),
        ("الهجرة ال", ("الهجره",)),
        ("الهجرة وال", ("الهجره",)),
        ("ال", ("ال",)),
        ("", ()),
    ],
)
def test_a_query_is_read_as_folded_words(text: str, words: tuple[str, ...]) -> None:
    assert Query.read(text).words == words


def test_letters_typed_one_by_one_spell_an_acronym() -> None:
    assert Query.read("g c m").acronym == "gcm"
    assert Query.read("g c").acronym == ""
    assert Query.read("1 2 3").acronym == ""
    assert Query.read("g c migration").acronym == ""


def test_articles_are_left_out_where_something_is_left() -> None:
    assert Query.read("les maires").without_articles == ("maires",)
    assert Query.read("la").without_articles == ("la",)


def test_words_typed_with_accents_are_known() -> None:
    assert Query.read("un réfugié").accented == (("refugie", {1: "\u0301", 6: "\u0301"}),)


def test_neighbours_are_joined() -> None:
    assert list(Query.read("multi level gov").joined()) == [
        *(("multilevel", "gov"), ("multi", "levelgov")),
    ]


@given(st.text(max_size=3 * LONGEST))
def test_no_query_is_too_long(text: str) -> None:
    query = Query.read(text)
    assert len(query.words) == len(query.marked) <= MOST_WORDS
