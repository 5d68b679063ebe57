import subprocess
import sys
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.numbers.reading import LARGEST, readings

VALUES = st.builds(
    lambda digits, power: Fraction(digits) * Fraction(10) ** power,
    st.integers(0, 999_999),
    st.integers(-3, 12),
)
SAID_IN_WORDS_ALONE = (1_000, 10**9)
"""mille, mil, mil millones begin with no digit."""


def found(text: str, floor: Lang | None = None) -> list[Fraction]:
    return [reading.value for reading in readings(text, floor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.5bn", 2_500_000_000),
        ("1,3 Mrd", 1_300_000_000),
        ("٢٫٥ مليار", 2_500_000_000),
        ("2 مليون", 2_000_000),
        ("١٢ ألف", 12_000),
        ("12 000", 12_000),
        ("12\u202f000", 12_000),
        ("2 400", 2_400),
        ("2.400.000", 2_400_000),
        ("1'500", 1_500),
        ("3.2m", 3_200_000),
        ("3 M", 3_000_000),
        ("1.2 trillion", 1_200_000_000_000),
        ("2 billones", 2_000_000_000_000),
        ("1 billón", 1_000_000_000_000),
        ("3 milliards", 3_000_000_000),
        ("2,5 mil millones", 2_500_000_000),
        ("3 ملايين", 3_000_000),
        ("540 بليون دولار", 540_000_000_000),
        ("2 تريليون", 2_000_000_000_000),
        ("US$ 2.5 billion", 2_500_000_000),
        ("€3m", 3_000_000),
        ("-5", -5),
        ("−5 %", -5),
        ("$-5", -5),
        ("+5", 5),
        ("2021", 2021),
        ("2½ million", 2_500_000),
        ("2 millones 300 mil", 2_300_000),
        ("2 million and 300", 2_000_300),
        ("3 مليون و200 ألف", 3_200_000),
        ("1.", 1),
        ("2.5 ", "2.5"),
        ("47 %", 47),
        ("٤٧٪", 47),
        ("3/4", "0.75"),
    ],
)
def test_what_is_typed_or_heard(text: str, value: str | int) -> None:
    assert found(text) == [Fraction(value)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "migrant",
        "mil millones",
        "IMRF 2022",
        "10-15",
        "10–15",
        "10 to 15",
        "5 million to 10 million",
        "2 millions 3 millions",
        "2 % 3",
        "22/01/2021",
        "22.01.2021",
        "22 janvier",
        "16:30",
        "16h30",
        "21st",
        "1er",
        "A/RES/73/195",
        "73/195",
        "2.5 millin",
        "1 2 3 4",
        "--5",
        "%",
        "-",
        "9" * 19,
        "1" + " 000" * 7,
        "5" + " " * 100,
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "floor", "values"),
    [
        ("1.500", None, [1500, 1.5]),
        ("1.500", "es", [1500, 1.5]),
        ("1.500", "fr", [1500, 1.5]),
        ("1.500", "en", [1.5, 1500]),
        ("1.500", "ar", [1.5, 1500]),
        ("1,500", None, [1500, 1.5]),
        ("1,500", "en", [1500, 1.5]),
        ("1,500", "ar", [1500, 1.5]),
        ("1,500", "fr", [1.5, 1500]),
        ("1,500", "es", [1.5, 1500]),
        ("2 billion", "en", [2e9]),
        ("2 billion", "fr", [2e12, 2e9]),
        ("1.500 billion", "fr", [1.5e15, 1.5e12, 1.5e9]),
    ],
)
def test_the_likeliest_in_the_floor_language_comes_first(
    text: str, floor: Lang | None, values: list[float]
) -> None:
    assert sorted(map(float, found(text, floor)), reverse=True) == sorted(values, reverse=True)
    assert float(found(text, floor)[0]) == values[0]


@pytest.mark.parametrize(
    ("text", "kind", "spoken", "digits"),
    [
        ("2021", "year", "2021", "2,021"),
        ("2 021", "number", "2,021", "2,021"),
        ("1500", "number", "1,500", "1,500"),
        ("47 %", "percent", "47 percent", "47%"),
        ("3 ‰", "permille", "3 permille", "3‰"),
        ("3/4", "fraction", "3/4 (75 percent)", "0.75"),
        ("1/2 million", "number", "500 thousand", "500,000"),
        ("2.5bn", "number", "2.5 billion", "2,500,000,000"),
    ],
)
def test_kinds_are_said_each_in_its_way(text: str, kind: str, spoken: str, digits: str) -> None:
    (reading,) = readings(text)
    assert (reading.kind, reading.spoken["en"], reading.digits["en"]) == (kind, spoken, digits)
    assert set(reading.spoken) == set(reading.digits) == set(LANGUAGES)


def test_both_readings_of_a_sign_name_the_other() -> None:
    thousands, decimals = readings("1.500")
    assert "1.5." in (thousands.trap or "")
    assert "1500" in (decimals.trap or "")


@given(VALUES, st.sampled_from(LANGUAGES))
@example(Fraction("1.125"), "en")
@example(Fraction(1_000_000), "fr")
@example(Fraction(10**12), "fr")
def test_what_is_written_reads_back(value: Fraction, lang: Lang) -> None:
    (reading,) = readings(_typed(value))
    again = readings(reading.digits[lang], lang)[0]
    assert again.value == value
    assert again.digits == reading.digits


@given(VALUES, st.sampled_from(LANGUAGES))
@example(Fraction(1_500_000), "fr")
@example(Fraction(2_500_000_000), "es")
@example(Fraction(3_000_000), "ar")
@example(Fraction(12 * 10**11), "fr")
def test_what_is_said_reads_back(value: Fraction, lang: Lang) -> None:
    (reading,) = readings(_typed(value))
    if value in SAID_IN_WORDS_ALONE:
        return
    again = readings(reading.spoken[lang], lang)[0]
    assert again.value == value
    assert again.spoken == reading.spoken


@given(VALUES.filter(lambda value: value < LARGEST), st.sampled_from(LANGUAGES))
def test_per_cent_reads_back(value: Fraction, lang: Lang) -> None:
    (reading,) = readings(f"{_typed(value)} %")
    for text in (reading.spoken[lang], reading.digits[lang]):
        again = readings(text, lang)[0]
        assert again.kind == "percent"
        assert again.value == value


@given(st.text(max_size=100) | st.text("0123456789 .,/%-$mbnك½٫\u200e\ud800\u202e", max_size=30))
@example("1" * 100_000)
@example("1 " * 50_000)
def test_any_text_is_read_or_not(text: str) -> None:
    for reading in readings(text):
        assert abs(reading.value) < LARGEST
        assert all(reading.spoken.values())
        assert all(reading.digits.values())


@given(st.text(max_size=40).filter(lambda text: text[:1].isalpha()))
def test_what_begins_with_a_letter_is_no_number(text: str) -> None:
    assert "$" in text or readings(text) == []


def test_babel_waits_for_the_first_number() -> None:
    code = (
        "import sys; from booth_app.numbers.reading import readings; readings('migrant');"
        "print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]


def _typed(value: Fraction) -> str:
    """Return the number without grouping, with an Arabic decimal sign, which is never ambiguous."""
    whole, thousandths = divmod(int(value * 1000), 1000)
    return f"{whole}٫{thousandths:03}" if thousandths else str(whole)
