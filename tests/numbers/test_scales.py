import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.numbers.scales import is_begun, is_currency, scale, share
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
