import numpy as np
import pytest

from booth_app.languages import LANGUAGES
from booth_app.lookup.vocabulary import Vocabulary
from booth_app.lookup.ways import Ways, WordWays
from booth_app.lookup.word_readings import or_two, suspecting, ways_of, with_slip_in_short

WORDS = sorted(["aid", "competences", "mayor", "migration"])


@pytest.fixture
def ways() -> WordWays:
    english = 1 << LANGUAGES.index("en")
    return WordWays(Vocabulary.of(WORDS, np.full(len(WORDS), english, dtype=np.uint8)))


def meant(ways: Ways) -> set[str]:
    return {word for way in ways for word in WORDS[way.start : way.end]}


def test_only_a_suspected_word_is_taken_for_a_slip(ways: WordWays) -> None:
    reading = suspecting({"mayro"}, WordWays.slip)
    assert meant(reading(ways, "mayro")) == {"mayor"}
    assert not reading(ways, "migratoin")


def test_two_slips_are_seen_through_in_any_word(ways: WordWays) -> None:
    reading = or_two(WordWays.slip)
    assert meant(reading(ways, "conpetenses")) == {"competences"}
    assert meant(reading(ways, "mayro")) == {"mayor"}


def test_three_letters_may_have_a_slip_beside_others(ways: WordWays) -> None:
    assert meant(with_slip_in_short(ways, "adi")) == {"aid"}
    assert not ways.slip("adi")


def test_words_are_read_until_one_means_nothing(ways: WordWays) -> None:
    asked = []

    def reading(ways: WordWays, word: str) -> Ways:
        asked.append(word)
        return ways.exact(word)

    assert [meant(each) for each in ways_of(["aid", "mayor"], reading, ways)] == [
        {"aid"},
        {"mayor"},
    ]
    assert ways_of(["aid", "zebra", "mayor"], reading, ways) == ()
    assert asked == ["aid", "mayor", "aid", "zebra"]
