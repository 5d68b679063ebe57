from collections.abc import Sequence

import numpy as np
import pytest

from booth_app.languages import LANGUAGES
from booth_app.lookup.vocabulary import Vocabulary
from booth_app.lookup.ways import (
    BEGUN,
    KIN,
    SLIP,
    SLIP_BEGUN,
    TWO_SLIPS,
    UNLIKELY_SLIP,
    WHOLE,
    Way,
    WordWays,
)

WORDS = sorted(
    [
        *("city", "cities", "citizen", "compact", "competences"),
        *("mayor", "mayors", "migration", "situations"),
    ]
)
"""English words."""


def read(ways: Sequence[Way]) -> dict[str, int]:
    """Return the least cost of each word that is meant."""
    meant: dict[str, int] = {}
    for way in ways:
        for word in WORDS[way.start : way.end]:
            meant[word] = min(meant.get(word, way.cost), way.cost)
    return meant


@pytest.fixture
def ways() -> WordWays:
    english = 1 << LANGUAGES.index("en")
    return WordWays(Vocabulary.of(WORDS, np.full(len(WORDS), english, dtype=np.uint8)))


def test_a_word_means_itself_what_it_begins_and_its_other_forms(ways: WordWays) -> None:
    assert read(ways.exact("mayor")) == {"mayor": WHOLE, "mayors": KIN}
    assert read(ways.exact("cit")) == {"cities": BEGUN, "citizen": BEGUN, "city": BEGUN}
    assert read(ways.exact("city")) == {"city": WHOLE, "cities": KIN}
    assert read(ways.exact("zebra")) == {}


def test_other_forms_hold_in_their_language_alone(ways: WordWays) -> None:
    kin = [way for way in ways.exact("city") if way.cost == KIN]
    assert {way.lang for way in kin} == {"en"}


@pytest.mark.parametrize("typed", ["mayro", "mayr", "maor", "mayyor", "mauor"])
def test_a_slip_means_the_whole_word_before_what_it_begins(ways: WordWays, typed: str) -> None:
    meant = read(ways.slip(typed))
    assert meant["mayor"] == SLIP
    assert meant["mayors"] == SLIP_BEGUN


def test_a_slip_may_be_looked_for_in_whole_and_in_long_words_alone(ways: WordWays) -> None:
    assert set(read(ways.whole_slip("mayro"))) == {"mayor"}
    assert read(ways.slip("mayro", shortest=6)) == {}


def test_a_slip_in_the_first_letter_is_another_way(ways: WordWays) -> None:
    assert read(ways.slip("nayor")) == {}
    assert "mayor" in read(ways.slip_in_first("nayor"))
    assert set(read(ways.whole_slip_in_first("nayor"))) == {"mayor"}


def test_two_slips_are_looked_for_in_long_words(ways: WordWays) -> None:
    assert read(ways.two_slips("conpetenses")) == {"competences": TWO_SLIPS}
    assert read(ways.two_slips("mjyur")) == {}


def test_two_slips_in_an_ending_make_another_word(ways: WordWays) -> None:
    assert read(ways.two_slips("situationat")) == {}
    assert read(ways.two_slips("situattoins")) == {"situations": TWO_SLIPS}


def test_a_short_word_alone_has_likely_slips_only(ways: WordWays) -> None:
    assert set(read(ways.slip("cidy"))) == set(read(ways.slip("cipy"))) == {"city"}
    assert read(ways.slip_alone("cipy")) == {}
    assert "city" in read(ways.slip_alone("ciyt"))


def test_an_unlikely_first_letter_needs_a_longer_word_that_is_whole(ways: WordWays) -> None:
    assert read(ways.slip_in_first("tayor")) == {}
    assert read(ways.slip_in_first("tayors")) == {"mayors": UNLIKELY_SLIP}
    assert read(ways.slip_in_first("vompac")) == {"compact": SLIP_BEGUN}
    assert read(ways.slip_in_first("pompac")) == {}


def test_by_sound_words_that_look_akin_are_meant(ways: WordWays) -> None:
    assert "compact" in read(ways.by_sound("kompackt", 2))
    assert read(ways.by_sound("kompackt", 9)) == {}
    assert read(ways.by_sound("assistance", 2)) == {}  # the consonants of situations


def test_what_is_remembered_is_what_is_found(ways: WordWays) -> None:
    before = read(ways.exact("mayor")), read(ways.slip("mayro"))
    for number in range(250):
        ways.exact(f"word{number}")
        ways.slip(f"word{number}")
    assert (read(ways.exact("mayor")), read(ways.slip("mayro"))) == before
    assert ways.exact("mayor") is ways.exact("mayor")
