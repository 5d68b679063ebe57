import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.columns import UnknownColumn, corrected, guess, header_key, named, places
from booth_app.languages import LANGUAGES

HEADER = ["Mot", "Foo, bar", "A=B", "Note"]
COLUMNS = guess(HEADER, [])


@pytest.mark.parametrize(
    ("header", "part", "lang", "region"),
    [
        ("English", "term", "en", ""),
        ("fr-CA", "term", "fr", "CA"),
        ("Definition (French)", "definition", "fr", ""),
        ("French definition", "definition", "fr", ""),
        ("FR_Definition", "definition", "fr", ""),
        ("Définition", "definition", "", ""),
        ("Sigle ES", "short", "es", ""),
        ("مصدر", "source", "", ""),
        ("#", "row number", "", ""),
        ("Klingon", "term", "tlh", ""),
    ],
)
def test_a_header_says_what_its_column_holds(
    header: str, part: str, lang: str, region: str
) -> None:
    column = named(header)
    assert column is not None
    assert (column.part, column.lang, column.region) == (part, lang, region)
    assert column.certain


@pytest.mark.parametrize("header", ["xx-YY", "Dothraki", "maire", "definition of nothing", "zz"])
def test_what_is_no_language_and_no_part_is_named_nothing(header: str) -> None:
    assert named(header) is None


def test_what_only_the_cells_suggest_is_never_certain() -> None:
    rows = [["منتدى الهجرة", "les droits de la ville", "x"]] * 5
    arabic, french, unknown = guess(["one", "two", "three"], rows)
    assert (arabic.lang, arabic.certain) == ("ar", False)
    assert (french.lang, french.certain) == ("fr", False)
    assert (unknown.part, unknown.certain) == ("extra", True)
    assert not arabic.is_language


def test_a_language_that_a_header_names_is_suggested_of_no_other_column() -> None:
    columns = guess(["Arabic", "two"], [["منتدى", "هجرة"]] * 3)
    assert [column.lang for column in columns] == ["ar", ""]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Mot", [0]),
        ("mot ", [0]),
        ("Foo, bar", [1]),
        ("A=B", [2]),
        ("3", [2]),
        ("٣", [2]),
        ("0", []),
        ("5", []),
        ("-1", []),
        ("9" * 5_000, []),
        ("C", []),
        ("", []),
    ],
)
def test_a_column_is_meant_by_its_header_or_its_number(name: str, found: list[int]) -> None:
    assert places(COLUMNS, name) == found


def test_a_header_that_several_have_means_all_of_them_and_a_number_one() -> None:
    columns = guess(["Term", "Term", "1"], [])
    assert places(columns, "term") == [0, 1]
    assert places(columns, "1") == [2]  # a header goes before a number
    for said in ({"Term": "fr", "2": "en"}, {"2": "en", "Term": "fr"}):
        assert [column.lang for column in corrected(columns, said)] == ["fr", "en", ""]


@pytest.mark.parametrize(
    "said", [{"1": "fr", "Mot": "en"}, {"Mot": "en", "1": "fr"}, {"mot": "fr", "Mot": "en"}]
)
def test_of_one_column_two_things_are_never_said(said: dict[str, str]) -> None:
    with pytest.raises(UnknownColumn, match="are one column"):
        corrected(COLUMNS, said)
    assert corrected(COLUMNS, dict.fromkeys(said, "fr"))[0].lang == "fr"


@pytest.mark.parametrize("said", ["xx", "fr:x", "definition:xx", "status:", "zz-ZZ", "note:fr"])
def test_what_is_nothing_booth_knows_is_refused(said: str) -> None:
    with pytest.raises(UnknownColumn, match="Mot"):
        corrected(COLUMNS, {"Mot": said})


@pytest.mark.parametrize(
    ("said", "part", "lang", "region"),
    [
        ("fr", "term", "fr", ""),
        ("FR", "term", "fr", ""),
        ("français", "term", "fr", ""),
        ("fr-CA", "term", "fr", "CA"),
        ("term:ar", "term", "ar", ""),
        ("definition: es", "definition", "es", ""),
        ("note", "note", "", ""),
        ("lang", "lang", "", ""),
        ("term", "term", "", ""),
        ("de", "term", "de", ""),
    ],
)
def test_what_a_person_says_of_a_column(said: str, part: str, lang: str, region: str) -> None:
    column = corrected(COLUMNS, {"2": said})[1]
    assert (column.part, column.lang, column.region, column.certain) == (part, lang, region, True)


_SAID = st.one_of(
    st.sampled_from(LANGUAGES),
    st.sampled_from(["fr-CA", "definition:en", "note", "ignore", "synonym:ar", "term", "id"]),
)


@given(_SAID)
def test_what_a_column_is_can_be_said_again(said: str) -> None:
    [column] = corrected(guess(["x"], []), {"x": said})
    assert corrected(guess(["x"], []), {"x": column.as_correction}) == (column,)


@given(st.lists(st.text(max_size=8), max_size=5))
def test_a_header_is_known_again_whatever_its_case(header: list[str]) -> None:
    assert header_key([cell.casefold() for cell in header]) == header_key(header)
    assert header_key([*header, "another one"]) != header_key(header)
