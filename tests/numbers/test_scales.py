import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.numbers.scales import is_begun, is_currency, multipliers, power, scale, share
from booth_app.terminology.folding import words


@pytest.mark.parametrize(
    ("after", "power", "length"),
    [
        ("bn", 9, 1),
        ("Mrd", 9, 1),
        ("Md", 9, 1),
        ("milliards", 9, 1),
        ("mil millones", 9, 2),
        ("mille milliards", 12, 2),
        ("billón", 12, 1),
        ("billones", 12, 1),
        ("trillones", 18, 1),
        ("million", 6, 1),
        ("M", 6, 1),
        ("k", 3, 1),
        ("mil", 3, 1),
        ("آلاف", 3, 1),
        ("مليون", 6, 1),
        ("ملايين", 6, 1),
        ("مليار", 9, 1),
        ("بليون", 9, 1),
        ("ألف مليار", 12, 2),
        ("تريليون", 12, 1),
        ("ترليون", 12, 1),
        ("mil personas", 3, 1),
        ("mille millier", 3, 1),
        ("migrants", 0, 0),
        ("", 0, 0),
    ],
)
def test_what_multiplies_in_any_floor_language(after: str, power: int, length: int) -> None:
    assert {scale(words(after), floor) for floor in (None, *LANGUAGES)} == {((power,), length)}


@pytest.mark.parametrize(
    ("floor", "powers"),
    [(None, (9,)), ("en", (9,)), ("es", (9,)), ("ar", (9,)), ("fr", (12, 9))],
)
def test_billion_has_two_sizes_only_in_french(floor: Lang | None, powers: tuple[int]) -> None:
    assert scale(["billion"], floor) == (powers, 1)


@pytest.mark.parametrize(
    "said",
    ["percent", "per cent", "pour cent", "por ciento", "بالمئة", "بالمائة", "في المئة"],
)
def test_per_cent(said: str) -> None:
    assert share(words(said)) == ("percent", len(said.split()))


def test_per_mille_and_nothing() -> None:
    assert share(words("pour mille habitants")) == ("permille", 2)
    assert share(words("pour tous")) == (None, 0)
    assert share([]) == (None, 0)


def test_currencies() -> None:
    assert is_currency(words("de dollars américains"))
    assert is_currency(words("دولار أمريكي"))
    assert is_currency([])
    assert not is_currency(words("millin"))


def test_begun_words() -> None:
    assert all(map(is_begun, ("m", "mil", "millon", "bil", "ملي")))
    assert not is_begun("migrants")


@pytest.mark.parametrize(
    ("after", "lang", "expected"),
    [
        ("billion people", "en", 9),
        ("billion de personnes", "fr", 12),
        ("mil millones", "es", 9),
        ("mille milliards", "fr", 12),
        ("million thousand", "en", 6),
        ("ألف مليار", "ar", 12),
        ("mil", "en", 0),
        ("m wall", "en", 0),
        ("migrants", "en", 0),
        ("", "en", 0),
    ],
)
def test_in_a_text_the_words_of_its_language_multiply(
    after: str, lang: Lang, expected: int
) -> None:
    assert power(words(after), lang) == expected


def test_no_single_letter_multiplies_in_a_text() -> None:
    assert all(len(word) > 1 for lang in LANGUAGES for word in multipliers(lang))
    assert multipliers("es")["millones"] == 6
