from pathlib import Path

from python_calamine import CalamineWorkbook

from booth_app.exchange.booth_sheet import booth_row, write_booth_sheet
from booth_app.terminology.concept import Concept, LanguageSection, Term

CONCEPT = Concept(
    glossary="g",
    id="a",
    subject="migration",
    note="<b>careful</b>",
    languages={
        "fr": LanguageSection(
            terms=(
                Term(id="1", text="second"),
                Term(id="2", text="premier", status="preferred"),
                Term(id="3", text="jamais", status="forbidden"),
                Term(id="4", text="vieux", status="deprecated"),
                Term(id="5", text="entendu", register="heard"),
            ),
            definition="définition",
        ),
        "ar": LanguageSection(terms=(Term(id="6", text="هجرة"),), definition="تعريف"),
    },
)


def test_what_may_be_said_the_preferred_term_first() -> None:
    row = booth_row(CONCEPT)
    assert row["fr"] == "premier | second"
    assert row["ar"] == "هجرة"
    assert row["en"] == ""
    assert (row["subject"], row["definition"]) == ("migration", "définition")
    assert booth_row(CONCEPT, ("ar", "fr"))["definition"] == "تعريف"


def test_the_workbook_has_the_languages_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_booth_sheet(path, "g", [CONCEPT], ("ar", "fr"))
    header, row = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Booth").to_python()
    assert header == ["subject", "ar", "fr", "definition", "note"]
    assert row[1:3] == ["هجرة", "premier | second"]
