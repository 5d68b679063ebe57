import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.phrase_table import HOMONYMS
from booth_app.lookup.phrases import word_numbers
from booth_app.lookup.reading import Phrases, Running
from booth_app.lookup.segment_building import build
from booth_app.lookup.terms import Searchable


def stretches(text: str, lang: Lang, *terms: str) -> list[str]:
    segment = build(Searchable("one", str(n), lang, term) for n, term in enumerate(terms))
    running = Running(text, lang)
    firsts, lasts, _ = running.phrases(segment)
    return [
        text[running.starts[first] : running.ends[last]]
        for first, last in sorted(zip(firsts.tolist(), lasts.tolist(), strict=True))
    ]


def test_longer_and_shorter_phrases_are_found() -> None:
    text = "la gouvernance des migrations et la migration"
    found = stretches(text, "fr", "gouvernance", "gouvernance des migrations", "migration")
    assert found == ["gouvernance", "gouvernance des migrations", "migrations", "migration"]


def test_the_first_word_is_read_in_every_way_its_particles_allow() -> None:
    assert stretches("وبلدان أخرى", "ar", "بلدان", "بلدان أخرى") == ["وبلدان", "وبلدان أخرى"]


def test_of_many_terms_of_one_phrase_a_few_are_looked_at() -> None:
    terms = ["migrant"] * (HOMONYMS + 3)
    assert len(stretches("the migrants", "en", *terms)) == HOMONYMS


@pytest.mark.parametrize("text", ["", "…", "the", "\u0301", "la le les"])
def test_a_text_without_words_that_count_has_no_phrases(text: str) -> None:
    assert stretches(text, "fr", "migration") == []


def test_of_no_terms_nothing_is_found() -> None:
    assert stretches("migration", "en") == []


def agree(text: str, first: int, last: int, *accented: bool) -> bool:
    stretch = Phrases(np.array([first]), np.array([last]), np.array([0]))
    bits = sum(there << place for place, there in enumerate(accented))
    return bool(Running(text, "fr").agree(stretch, np.array([bits]))[0])


@pytest.mark.parametrize(
    ("text", "accented", "agrees"),
    [
        ("traité", True, True),
        ("traités", True, True),
        ("traite\u0301s", True, True),
        ("traite", True, False),
        ("traité", False, False),
        ("traitée", False, False),
        ("présence", False, True),
        ("TRAITE", True, True),
        ("TRAITÉ", False, True),
    ],
)
def test_accents_speak_unless_capitals_leave_them_open(
    text: str, accented: bool, agrees: bool
) -> None:
    assert agree(text, 0, 0, accented) is agrees


def test_each_word_that_counts_is_held_against_one_of_the_term() -> None:
    text = "la santé de la commune visée, CITE"
    assert agree(text, 1, 5, True, False, False, True)
    assert not agree(text, 1, 5, True, False, True, True)
    assert agree(text, 1, 4, True, False, False)
    assert agree(text, 4, 6, False, True, True)
    assert not agree(text, 4, 6, True, True, True)


def test_a_code_has_two_capitals_in_the_stretch() -> None:
    running = Running("The WHO, l'Ue", "en")
    places = np.arange(4)
    codes = running.are_codes(Phrases(places, places, places))
    assert codes.tolist() == [False, True, False, False]


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=30), st.sampled_from(range(len(LANGUAGES)))),
        max_size=40,
    )
)
def test_a_word_s_number_is_its_own(words: list[tuple[str, int]]) -> None:
    """Together or alone a word has the same number, and another in another language."""
    together = word_numbers([word for word, _ in words], np.array([lang for _, lang in words], int))
    assert together.tolist() == [int(word_numbers([word], lang)[0]) for word, lang in words]
    assert len(set(together.tolist())) == len(set(words))
