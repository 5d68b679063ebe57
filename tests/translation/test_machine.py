from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from booth_app.translation.loaded_models import never
from booth_app.translation.machine import Outcome, lowered, translated
from booth_app.translation.packs import Pack

FR_EN = Pack("fr", "en", "1.9", Path("fr_en"))
EN_AR = Pack("en", "ar", "1.9", Path("en_ar"))
EN_FR = Pack("en", "fr", "1.9", Path("en_fr"))


class Table:
    """A machine that answers from a table, and notes what it was asked for."""

    def __init__(self, table: dict[str, list[str]]) -> None:
        self.table = table
        self.calls: list[tuple[str, list[str], int]] = []

    def hypotheses(
        self, sentences: Sequence[str], pack: Path, count: int, stopped: Callable[[], bool]
    ) -> list[list[str]]:
        self.calls.append((pack.name, list(sentences), count))
        return [self.table[sentence][:count] for sentence in sentences]


FRENCH = "les villes accueillent les migrants"
ENGLISH = "the cities welcome the migrants"
ARABIC = "ترحب المدن بالمهاجرين"


def test_through_the_pivot_one_hypothesis_then_four() -> None:
    machine = Table({FRENCH: [ENGLISH, "towns"], ENGLISH: [ARABIC, "تستقبل المدن المهاجرين"]})
    [outcome] = translated([FRENCH], [FR_EN, EN_AR], machine, [], never)
    assert outcome == Outcome((ARABIC, "تستقبل المدن المهاجرين"))
    assert machine.calls == [("fr_en", [FRENCH], 1), ("en_ar", [ENGLISH], 4)]


def test_the_next_hypothesis_is_taken_where_the_first_is_faulty() -> None:
    machine = Table({ENGLISH: [ENGLISH, "les les les les villes", FRENCH]})
    [outcome] = translated([ENGLISH], [EN_FR], machine, [], never)
    assert outcome == Outcome((FRENCH,))


def test_a_faulty_pivot_is_asked_for_more() -> None:
    machine = Table({FRENCH: [FRENCH, ENGLISH], ENGLISH: [ARABIC]})
    [outcome] = translated([FRENCH], [FR_EN, EN_AR], machine, [], never)
    assert outcome.texts == (ARABIC,)
    assert machine.calls[:2] == [("fr_en", [FRENCH], 1), ("fr_en", [FRENCH], 4)]


def test_capitals_are_lowered_where_nothing_else_helps() -> None:
    title = "The Cities Welcome the Migrants of GFMD"
    lower = "The cities welcome the migrants of GFMD"
    machine = Table({title: [title], lower: ["Les villes accueillent les migrants du FMMD"]})
    [outcome] = translated([title], [EN_FR], machine, [], never)
    assert outcome.texts == ("Les villes accueillent les migrants du FMMD",)


def test_silence_beats_garbage() -> None:
    machine = Table({ENGLISH: [ENGLISH], "The cities welcome the migrants": [ENGLISH]})
    [outcome] = translated([ENGLISH], [EN_FR], machine, [], never)
    assert outcome == Outcome((), "copied")


def test_each_sentence_fares_for_itself() -> None:
    bad = "we thank the 12 mayors"
    machine = Table(
        {
            ENGLISH: [FRENCH],
            bad: ["nous remercions les 13 maires"],
            "We thank the 12 mayors": ["Nous remercions les maires"],
        }
    )
    assert translated([ENGLISH, bad], [EN_FR], machine, [], never) == [
        Outcome((FRENCH,)),
        Outcome((), "numbers"),
    ]


def test_a_machine_without_any_answer_is_a_fault() -> None:
    machine = Table({ENGLISH: [], "The cities welcome the migrants": []})
    assert translated([ENGLISH], [EN_FR], machine, [], never) == [Outcome((), "length")]
    assert translated([], [EN_FR], machine, [], never) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Global Compact and the UN", "The global compact and the UN"),
        ("WELCOME TO THE CITIES", "Welcome to the cities"),
        ("the IOM in Geneva", "The IOM in geneva"),
        ("", ""),
        ("12 Cities", "12 cities"),
        ("the Mayor thanks Mr. Smith", "The mayor thanks mr. Smith"),
        ("THE MAYOR THANKS VITORINO", "The mayor thanks VITORINO"),
        ("we Thank Antonio Vitorino, our Friend", "We thank Antonio Vitorino, our friend"),
        ("المدن ترحب", "المدن ترحب"),
    ],
)
def test_capitals_lowered(text: str, expected: str) -> None:
    assert lowered(text, [("António Vitorino",)]) == expected
