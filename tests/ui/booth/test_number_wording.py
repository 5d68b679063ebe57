import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.ui.booth.number_wording import may_be_a_number, numbers_printed
from booth_app.ui.booth.seat import Seat


@pytest.mark.parametrize("target", LANGUAGES)
def test_the_target_says_it_first_then_the_others_that_are_read(target: Lang) -> None:
    (shown,) = numbers_printed("2.5bn", Seat(target, "fr"))
    assert shown.said.lang == target
    assert [other.lang for other in shown.others] == [lang for lang in LANGUAGES if lang != target]
    assert shown.digits
    assert shown.caution is not None
    assert "billion" in shown.caution.text


def test_only_what_is_read_in_its_order() -> None:
    (shown,) = numbers_printed("2.5bn", Seat("en", "fr", ("ar", "en", "fr")))
    assert [other.lang for other in shown.others] == ["ar", "fr"]
    assert shown.others[1].text.startswith("2,5 milliards")
    assert shown.others[1].beside == ("2\u202f500\u202f000\u202f000",)


def test_an_ambiguous_separator_shows_both_the_floors_first() -> None:
    said = [number.said.text for number in numbers_printed("1.500", Seat("en", "es"))]
    assert said == ["1,500", "1.5"]
    said = [number.said.text for number in numbers_printed("1.500", Seat("en", "en"))]
    assert said == ["1.5", "1,500"]


def test_digits_and_languages_that_say_nothing_new_are_left_out() -> None:
    (year,) = numbers_printed("2030", Seat("en", "fr"))
    assert (year.said.text, year.digits, year.others) == ("2030", "", ())
    (share,) = numbers_printed("47 %", Seat("en", "fr"))
    assert (share.said.text, share.digits) == ("47 percent", "47%")
    (ten,) = numbers_printed("10", Seat("ar", "fr"))
    assert (ten.said.text, ten.others) == ("10", ())


def test_one_line_says_the_number_first() -> None:
    (shown,) = numbers_printed("1,3 Mrd", Seat("en", "fr"))
    assert shown.line.startswith("1.3 billion; 1,300,000,000; FR 1,3 milliard · ")
    assert "Trap: 10⁹ is billion" in shown.line


def test_what_is_no_number() -> None:
    assert numbers_printed("migrant", Seat("en", "fr")) == []
    assert numbers_printed("16:30", Seat("en", "fr")) == []


@pytest.mark.parametrize(("query", "may"), [("2.5bn", True), ("٢٫٥ مليار", True), ("gcm", False)])
def test_only_a_digit_begins_one(query: str, may: bool) -> None:
    assert may_be_a_number(query) is may
    assert not may_be_a_number("")
