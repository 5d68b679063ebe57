"""The booth sheet: a row a concept, its languages side by side, to be read and printed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from booth_app.exchange.workbook import Column, go_on, workbook
from booth_app.languages import LANGUAGES, RIGHT_TO_LEFT, Lang
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.document import clean

BETWEEN: Final = " | "
"""What stands between two terms of a cell."""


def booth_columns(languages: Sequence[Lang] = LANGUAGES) -> tuple[Column, ...]:
    """Return the columns of the sheet."""
    terms = (Column(lang, 32, right_to_left=lang in RIGHT_TO_LEFT) for lang in languages)
    return (Column("subject", 18), *terms, Column("definition", 50), Column("note", 40))


def booth_row(concept: Concept, languages: Sequence[Lang] = LANGUAGES) -> Mapping[str, str]:
    """Return the cells of `concept`: in each language what may be said, the preferred term first.

    The definition is that of the first of `languages` that has one.
    """
    defined = (concept.section(lang).definition for lang in (*languages, *LANGUAGES))
    return {
        "subject": clean(concept.subject),
        **{lang: BETWEEN.join(said(concept.section(lang))) for lang in languages},
        "definition": clean(next(filter(None, defined), "")),
        "note": clean(concept.note),
    }


def write_booth_sheet(
    path: Path,
    title: str,
    concepts: Iterable[Concept],
    languages: Sequence[Lang] = LANGUAGES,
    check: Callable[[], None] = go_on,
) -> None:
    """Write `concepts` to `path` as XLSX, in landscape on A4.

    `check` ends the writing by raising. Raises FileUnwritable.
    """
    with workbook(path, title, check) as book:
        sheet = book.sheet("Booth", booth_columns(languages))
        sheet.worksheet.set_landscape()
        sheet.worksheet.set_paper(9)  # A4
        sheet.worksheet.fit_to_pages(1, 0)
        sheet.worksheet.repeat_rows(0)
        for concept in concepts:
            sheet.add(booth_row(concept, languages))


def said(section: LanguageSection) -> list[str]:
    """Return the terms of a language that may be said, the one to say first."""
    first = section.preferred
    others = (term for term in section.terms if term is not first and _may_be_said(term))
    return [clean(term.text) for term in ((first, *others) if first else others)]


def _may_be_said(term: Term) -> bool:
    return term.status in ("preferred", "admitted") and not term.is_heard_only
