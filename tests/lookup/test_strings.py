import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.lookup.strings import Strings


@given(st.lists(st.text()))
def test_what_was_packed_comes_out(texts: list[str]) -> None:
    packed = Strings.packed(texts)
    assert len(packed) == len(texts)
    assert list(packed) == packed[:] == texts


@given(st.lists(st.text(), min_size=1), st.data())
def test_several_come_out_together(texts: list[str], data: st.DataObject) -> None:
    places = data.draw(st.lists(st.sampled_from(range(len(texts)))))
    several = Strings.packed(texts).several(np.array(places, dtype=np.int64))
    assert several == [texts[place] for place in places]


def test_there_is_nothing_beyond_the_ends() -> None:
    packed = Strings.packed(["a", "lone \ud800"])
    assert packed[1] == "lone \ud800"
    for place in (-1, 2):
        with pytest.raises(IndexError):
            packed[place]
