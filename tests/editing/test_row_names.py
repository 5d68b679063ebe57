from pathlib import Path

from booth_app.editing.importing import Import
from booth_app.editing.reviews import Reviews
from booth_app.editing.row_names import name_of, named
from booth_app.exchange.reading import FileReading
from tests.editing.made_glossaries import NAME, opened


def test_what_is_the_same_is_called_as_what_is_stored(tmp_path: Path) -> None:
    table, termbase = tmp_path / "terms.csv", opened(tmp_path)
    table.write_text("English;Français\nmayor;maire\n", "utf-8")
    Import(termbase, FileReading(table), into=NAME).apply_at_once()
    table.write_text("English;Français\nmayor;maire\nnight train;train de nuit\n", "utf-8")
    imported = Import(termbase, FileReading(table), into=NAME).preview()
    [review] = [one for one in Reviews(termbase).open_ones() if one.id == imported.review]
    rows = Reviews(termbase).rows(review)
    assert [row.verdict for row in rows] == ["same", "new"]
    assert [row.tells for row in named(termbase, review, rows)] == [("mayor = maire",), ()]
    assert name_of(Reviews(termbase), review, rows[0].concept) == "mayor = maire"
    assert name_of(Reviews(termbase), review, rows[1].concept) == ""
    termbase.close()
