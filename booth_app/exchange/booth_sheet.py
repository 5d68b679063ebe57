"""The booth sheet: a row a concept, its languages side by side, to be read and printed."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

from booth_app.exchange.workbook import Column, workbook
from booth_app.languages import LANGUAGES, NAMES, RIGHT_TO_LEFT, Lang
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
        **{lang: BETWEEN.join(_said(concept.section(lang))) for lang in languages},
        "definition": clean(next(filter(None, defined), "")),
        "note": clean(concept.note),
    }


def write_booth_sheet(
    path: Path, title: str, concepts: Iterable[Concept], languages: Sequence[Lang] = LANGUAGES
) -> None:
    """Write `concepts` to `path` as XLSX, in landscape on A4. Raises FileUnwritable."""
    with workbook(path, title) as book:
        sheet = book.sheet("Booth", booth_columns(languages))
        sheet.worksheet.set_landscape()
        sheet.worksheet.set_paper(9)  # A4
        sheet.worksheet.fit_to_pages(1, 0)
        sheet.worksheet.repeat_rows(0)
        for concept in concepts:
            sheet.add(booth_row(concept, languages))


def booth_sheet_html(
    title: str, concepts: Iterable[Concept], languages: Sequence[Lang] = LANGUAGES
) -> str:
    """Return `concepts` as a page to print: a table whose header is repeated on every sheet.

    All text in it is escaped; Arabic cells are written from right to left.
    """
    heads = "".join(_cell("th", NAMES[lang], lang) for lang in languages)
    rows = "".join(_html_row(booth_row(concept, languages), languages) for concept in concepts)
    return (
        f"<html><head><meta charset='utf-8'><title>{_text(title)}</title><style>{_STYLE}</style>"
        f"</head><body><h1>{_text(title)}</h1><table width='100%' cellspacing='0'><thead><tr>"
        f"{heads}</tr></thead><tbody>{rows}</tbody></table></body></html>"
    )


_STYLE: Final = (
    "h1{font-size:13pt} table{border-collapse:collapse}"
    " th,td{border:1px solid #999;padding:3px 5px;vertical-align:top;font-size:9pt}"
    " .note{font-size:8pt;color:#333}"
)


def _said(section: LanguageSection) -> list[str]:
    first = section.preferred
    others = (term for term in section.terms if term is not first and _may_be_said(term))
    return [clean(term.text) for term in ((first, *others) if first else others)]


def _may_be_said(term: Term) -> bool:
    return term.status in ("preferred", "admitted") and not term.is_heard_only


def _html_row(row: Mapping[str, str], languages: Sequence[Lang]) -> str:
    cells = "".join(_cell("td", row[lang], lang) for lang in languages)
    notes = " — ".join(filter(None, (row["subject"], row["definition"], row["note"])))
    under = f"<tr><td class='note' colspan='{len(languages)}'>{_text(notes)}</td></tr>"
    return f"<tr>{cells}</tr>{under if notes else ''}"


def _cell(name: str, text: str, lang: Lang) -> str:
    direction = " dir='rtl' align='right'" if lang in RIGHT_TO_LEFT else " align='left'"
    return f"<{name}{direction} width='25%'>{_text(text)}</{name}>"


def _text(text: str) -> str:
    return escape("".join(c for c in text if c.isprintable() or c in "\n\t")).replace("\n", "<br>")
