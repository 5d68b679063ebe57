from hypothesis import example, given

from booth_app.lookup.running_words import are_capitals, running_words
from booth_app.terminology.folding import folded_words
from tests.terminology.test_folding import TEXTS


@given(TEXTS)
@example("")
@example("\U0001f642 G.C.M. \ud800 cœur½ الاتفاقُ\u0301")
def test_the_words_are_those_of_folding(text: str) -> None:
    words, starts, ends = running_words(text)
    placed = zip(words, starts.tolist(), ends.tolist(), strict=True)
    assert list(placed) == [(word, start, end) for word, start, end in folded_words(text)]


@given(TEXTS)
def test_capitals_are_told(text: str) -> None:
    running_words(text)
    assert are_capitals(text).tolist() == [character.isupper() for character in text]
