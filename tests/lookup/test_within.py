from collections.abc import Collection

import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.index import Index
from booth_app.lookup.terms import Searchable

TERMS: list[tuple[str, Lang, str]] = [
    ("access", "en", "access to basic services"),
    ("services", "en", "basic services"),
    ("cohesion", "en", "social cohesion"),
    ("cohesion", "ar", "التماسك الاجتماعي"),
    ("floor", "es", "doy la palabra a"),
    ("mayor", "es", "alcaldesa"),
    ("floor", "fr", "je donne la parole à"),
    ("shelter", "en", "shelter"),
    ("worker", "fr", "travailleur migrant"),
    ("worker", "es", "trabajador migrante"),
]


@pytest.fixture
def index() -> Index:
    index = Index.build(
        Searchable("one", id_, lang, text, "preferred") for id_, lang, text in TERMS
    )
    index.follow([("Carola Gunnarsson", [("en", "Carola Gunnarsson")])], ())
    return index


def found(
    index: Index, text: str, limit: int = 5, languages: Collection[Lang] = LANGUAGES
) -> list[str]:
    return [m.person or (m.key.id if m.key else "") for m in index.look_up(text, limit, languages)]


@pytest.mark.parametrize(
    ("typed", "concepts"),
    [
        ("we all want social cohesion in our towns, don't we", ["cohesion"]),
        ("social cohesion, or else access to basic services", ["access", "cohesion"]),
        ("ahora doy la palabra a la alcaldesa que", ["floor"]),
        ("pour que les travailleuses migrantes ne soient", ["worker"]),
        ("نود أن نشدد على التماسك الاجتماعي في", ["cohesion"]),
        ("and now Ms Gunnarsson will tell us", ["Carola Gunnarsson"]),
    ],
)
def test_what_stands_in_half_a_sentence_is_found(
    index: Index, typed: str, concepts: list[str]
) -> None:
    assert found(index, typed) == concepts
    assert {match.how for match in index.look_up(typed, 5)} == {"slip"}


@pytest.mark.parametrize(
    "typed",
    [
        "a bus shelter stands at the corner",  # one word tells too little
        "cohesion that is social at least",
        "la parole est à tous ceux qui",
        "our words, social. Cohesion of another kind",
    ],
)
def test_nothing_is_found_in_what_has_no_term(index: Index, typed: str) -> None:
    assert found(index, typed) == []


def test_a_term_that_holds_all_words_leaves_no_room_for_one_within(index: Index) -> None:
    assert found(index, "to basic services") == ["access"]


def test_as_many_as_are_wanted_in_the_languages_that_are(index: Index) -> None:
    text = "it is social cohesion that we want, and access to basic services"
    assert found(index, text, limit=1) == ["access"]
    assert found(index, text, languages=("fr", "ar")) == []


def test_nothing_is_sought_within_a_text_where_that_takes_too_long(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "we want more social cohesion everywhere"
    assert found(index, text) == ["cohesion"]
    monkeypatch.setattr("booth_app.lookup.within.LARGEST", len(TERMS) - 1)
    assert found(index, text) == []
