from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.terminology.house_style import (
    NO_STYLE,
    HouseStyle,
    style_from_json,
    style_to_json,
)

STYLES = st.builds(
    HouseStyle,
    languages=st.sampled_from((LANGUAGES, ("en", "fr"), ("ar",))),
    digits=st.sampled_from(("", "western", "arabic")),
    africa=st.sampled_from(("", "أفريقيا", "إفريقيا")),
    tanwin=st.sampled_from(("", "before alef", "on alef", "unwritten")),
    posts=st.dictionaries(st.sampled_from(LANGUAGES), st.sampled_from(("lower", "upper"))),
)


@given(STYLES)
def test_a_style_comes_back_as_it_was(style: HouseStyle) -> None:
    assert style_from_json(style_to_json(style)) == style


def test_no_choice_is_nothing_written() -> None:
    assert style_to_json(NO_STYLE) == ""
    assert style_from_json("") == NO_STYLE


@pytest.mark.parametrize(
    "text", ["{", "[]", "3", "null", '{"digits": "roman"}', '{"posts": [1], "languages": "en"}']
)
def test_what_is_no_choice_is_left_to_everybody(text: str) -> None:
    assert style_from_json(text) == NO_STYLE


def test_a_good_choice_beside_a_bad_one_counts() -> None:
    read = style_from_json('{"digits": "western", "africa": "?", "posts": {"fr": "lower", "x": 1}}')
    assert read == replace(NO_STYLE, digits="western", posts={"fr": "lower"})
