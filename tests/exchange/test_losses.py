from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.losses import losses
from booth_app.terminology.concept import Concept, LanguageSection, Reference, Term, Trap
from tests.generated_concepts import concepts

CONCEPT = Concept(
    glossary="g",
    id="a",
    subject="migration",
    external=(Reference("IATE", "7"), Reference("IATE", "8")),
    traps=(Trap(id="t", term="x", trap="y"),),
    languages={
        "en": LanguageSection(
            terms=(
                Term(id="1", text="one", region="GB"),
                Term(id="2", text="two", register="heard"),
            ),
            definition="d",
            extra={"k": "v"},
        )
    },
)
EMPTY = Concept(glossary="g", id="b")


def test_a_csv_has_no_place_for_what_is_no_terms() -> None:
    assert losses("csv", [CONCEPT, EMPTY]) == (
        "A CSV, where each row is a term, has no place for 2 references, 1 trap, 1 subject field,"
        " 1 definition and 1 field that Booth does not know.",
        "1 concept without terms would be left out.",
    )


def test_a_booth_sheet_holds_what_is_said() -> None:
    assert losses("sheet", [CONCEPT]) == (
        "A booth sheet has no place for 2 references, 1 trap, 1 region, 1 register and 1 field"
        " that Booth does not know.",
        "1 term that is not to be said would be left out.",
    )


def test_a_text_longer_than_a_cell_is_told() -> None:
    long = Concept(glossary="g", id="a", note="x" * 40_000)
    assert losses("xlsx", [long]) == (
        "1 text is longer than a cell can hold: its end would be left out.",
    )


@given(st.lists(concepts(), max_size=4))
def test_a_workbook_and_tbx_hold_everything(made: list[Concept]) -> None:
    assert losses("xlsx", made) == ()
    assert losses("tbx", made) == ()
