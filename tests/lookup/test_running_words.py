from hypothesis import example, given
from hypothesis import strategies as st

from booth_app.lookup.running_words import are_capitals, running_words
from booth_app.terminology.folding import folded_words
from tests.terminology.test_folding import TEXTS


@given(TEXTS | st.text(st.sampled_from("aé1.-\u0301 "), max_size=14))
@example("")
@example("\U0001f642 G.C.M. \ud800 cœur½ الاتفاقُ\u0301")
@example("ab.c.d.ef a.b-c-d y-a-t-il U.N.،e.g. .a.b -a-b-c 1.5.2 x.5.2")
@example("a.b.c")
def test_the_words_are_those_of_folding(text: str) -> None:
    words, starts, ends = running_words(text)
    placed = zip(words, starts.tolist(), ends.tolist(), strict=True)
    assert list(placed) == [(word, start, end) for word, start, end in folded_words(text)]


@given(TEXTS)
def test_capitals_are_told(text: str) -> None:
    running_words(text)
    assert are_capitals(text).tolist() == [character.isupper() for character in text]
