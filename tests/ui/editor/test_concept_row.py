"""What a row of the list says."""

from dataclasses import replace

import pytest

from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.ui.editor.concept_row import Row, Standing, row_of


def concept(*terms: Term, **others: str) -> Concept:
    sections = {"en": LanguageSection(terms=terms)}
    if "fr" in others:
        french = Term(id="f", text=others["fr"], status="preferred")
        sections["fr"] = LanguageSection(terms=(french,))
    return Concept(glossary="g", id="c", languages=sections)  # type: ignore[arg-type]


FULL = Term(id="a", text="review forum", status="preferred")
SHORT = Term(id="b", text="RF", type="acronym")


def test_the_own_language_comes_first() -> None:
    both = concept(FULL, SHORT, fr="forum d’examen")
    row = row_of(both)
    assert (row.title, row.acronym, row.other) == ("review forum", "RF", "forum d’examen")
    assert row.line == "review forum. RF. forum d’examen. not read"
    row = row_of(both, ("fr", "en"))
    assert (row.lang, row.title, row.acronym, row.other) == (
        "fr",
        "forum d’examen",
        "",
        "review forum",
    )


def test_what_has_no_term_says_so() -> None:
    row = row_of(Concept(glossary="g", id="c"))
    assert row == Row("c", None, "concept without a term", "", None, "", "not read", "not read")


def test_untrusted_text_is_made_harmless() -> None:
    row = row_of(concept(replace(FULL, text="a\x00\u202eb\n" + "x" * 100_000)))
    assert row.title.startswith("a\ufffd\ufffdb ")
    assert len(row.title) == 300


@pytest.mark.parametrize(
    ("term", "problems", "standing"),
    [
        (FULL, 2, "problem"),
        (replace(FULL, approval="in_review"), 0, "in review"),
        (replace(FULL, approval="approved"), 0, "approved"),
        (replace(FULL, attested="official"), 0, "elsewhere"),  # in one language of four
        (FULL, 0, "not read"),
    ],
)
def test_the_badge_says_what_matters_most(term: Term, problems: int, standing: Standing) -> None:
    row = row_of(concept(term), problems=problems)
    assert row.standing == standing
    assert row.badge == {"problem": "2 problems", "elsewhere": "read in part"}.get(
        standing, standing
    )
