import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from booth_app.lookup.phrase_table import HOMONYMS, PhraseTable

NUMBERS = st.integers(1, 2**64 - 1)


def table(phrases: list[int], pairs: list[int], lengths: list[int]) -> PhraseTable:
    spellings = np.arange(len(phrases), dtype=np.uint64)
    of = (np.array(each, dtype=np.uint64) for each in (phrases, pairs))
    numbers, begun = of
    return PhraseTable.of(numbers, spellings, begun, np.array(lengths, dtype=np.int64))


def terms(phrases: PhraseTable, *numbers: int) -> list[list[int]]:
    which, places = phrases.places(np.array(numbers, dtype=np.uint64))
    found, of = phrases.terms_at(places)
    told: list[list[int]] = [[] for _ in numbers]
    for term, row in zip(found.tolist(), of.tolist(), strict=True):
        told[which[row]].append(term)
    return told


@given(st.lists(NUMBERS, min_size=1, max_size=60), st.lists(NUMBERS, max_size=20))
def test_each_number_leads_to_its_terms(numbers: list[int], others: list[int]) -> None:
    lengths = [1] * len(numbers)
    phrases = table(numbers, [0] * len(numbers), lengths)
    asked = [*numbers, *others]
    wanted = [[at for at, n in enumerate(numbers) if n == number][:HOMONYMS] for number in asked]
    assert terms(phrases, *asked) == wanted


def test_numbers_that_begin_alike_are_told_apart() -> None:
    numbers = [(1 << 63) + n for n in range(20)]
    phrases = table(numbers, [0] * 20, [1] * 20)
    assert terms(phrases, *numbers, (1 << 63) + 20) == [*([n] for n in range(20)), []]


def test_two_words_tell_how_far_the_longest_phrase_goes() -> None:
    phrases = table([10, 20, 30, 40], [0, 20, 5, 5], [1, 2, 3, 4])
    which, places = phrases.places(np.array([5, 20, 10], dtype=np.uint64))
    assert which.tolist() == [0, 1, 2]
    assert phrases.reach[places].tolist() == [4, 2, 0]
    assert terms(phrases, 5, 20) == [[], [1]]


def test_of_one_phrase_one_term_of_each_spelling_comes_first() -> None:
    spellings = np.array([7, 7, 7, 8, 7, 7, 7, 7], dtype=np.uint64)
    alike = np.full(8, 3, dtype=np.uint64)
    phrases = PhraseTable.of(alike, spellings, alike * 0, np.ones(8, dtype=np.int64))
    (found,) = terms(phrases, 3)
    assert found[:2] == [0, 3]
    assert len(found) == HOMONYMS
