from booth_app.exchange.columns import guess
from booth_app.exchange.headers import Found
from booth_app.exchange.table_sentences import of_columns


def said(*header: str) -> list[str]:
    """Return what is said of the columns of a table with this header."""
    rows = [["mayor", "maire", "a remark", "x"][: len(header)]]
    return list(of_columns(Found(1, header, guess(header, rows), (), ()), mapped=False))


def test_of_columns_that_are_understood_or_kept_nothing_is_said() -> None:
    assert said("English", "French", "Remarks", "Colour") == []
    assert said("English", "fr-CA") == []


def test_a_language_that_does_not_exist_is_told() -> None:
    [told] = said("English", "French", "Remarks", "xq-ZZ")
    assert told.endswith("is no language that exists: the column is kept under that name.")
