"""Files as other programs leave them, made here and read whole."""

import codecs
import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import docx
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booth_app.exchange.formats import reader
from booth_app.exchange.report import FileUnreadable
from booth_app.terminology.concept_document import from_document
from tests.exchange.made_files import ods, rows

ROWS = [
    ["English", "Français", "العربية"],
    ["review forum", "forum d’examen", "منتدى"],
    ["mayor", "maire", "عمدة"],
]
SAID = [dict(zip(("en", "fr", "ar"), row, strict=True)) for row in ROWS[1:]]

Made = Callable[[Path], None]


def read(path: Path) -> list[dict[str, str]]:
    with closing(reader(path)) as file:
        concepts = [from_document("g", json.loads(one.document)) for one in file.concepts()]
    return [{lang: term.text for lang, term in concept.terms()} for concept in concepts]


def as_xlsx(path: Path) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(ROWS):
            sheet.write_row(at + 6, 0, row)  # the header is in row 7


def as_docx(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def as_ods(path: Path) -> None:
    ods(path, rows(ROWS))


def as_text(encoding: str, separator: str, mark: bytes = b"") -> Made:
    def made(path: Path) -> None:
        text = "\r\n".join(separator.join(row) for row in ROWS) + "\r\n"
        path.write_bytes(mark + text.encode(encoding))

    return made


def as_term_table(encoding: str, end: str = "\n") -> Made:
    said = enumerate(SAID, 1)
    terms = (f"{number}\t{lang}\t{row[lang]}" for number, row in said for lang in row)
    text = end.join(("concept_id\tlang\tterm", *terms, ""))
    return lambda path: path.write_bytes(text.encode(encoding)) and None


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("seven.xlsx", as_xlsx),
        ("table.docx", as_docx),
        ("calc.ods", as_ods),
        ("comma.csv", as_text("utf-8", ",")),
        ("excel.csv", as_text("utf-8-sig", ";")),
        ("unicode.txt", as_text("utf-16-le", "\t", codecs.BOM_UTF16_LE)),
        ("unmarked.txt", as_text("utf-16-le", "\t")),
        ("pipes.csv", as_text("utf-8", "|")),
        ("terms.tsv", as_term_table("utf-8")),
        ("terms-utf-16.txt", as_term_table("utf-16")),
        ("terms-returns.txt", as_term_table("utf-8", "\r")),
        ("named-otherwise.pdf", as_xlsx),
    ],
)
def test_a_table_is_read_whatever_it_came_in(tmp_path: Path, name: str, made: Made) -> None:
    path = tmp_path / name
    made(path)
    assert read(path) == SAID


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", b" " * 200_000_000)


def escape(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("../../outside.txt", "x")


def cut_short(path: Path) -> None:
    as_xlsx(path)
    path.write_bytes(path.read_bytes()[:-400])


def plain(text: bytes) -> Made:
    return lambda path: path.write_bytes(text) and None


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("bomb.xlsx", bomb),
        ("escape.xlsx", escape),
        ("cut.xlsx", cut_short),
        ("empty.csv", plain(b"")),
        ("paper.pdf", plain(b"%PDF-1.7\n")),
        ("photo.csv", plain(b"\x89PNG\r\n\x1a\n")),
        ("lfs.tbx", plain(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n")),
        ("multiterm.xml", plain("<mtf><conceptGrp/></mtf>".encode("utf-16"))),
        ("no-language.csv", plain(b"a,b\nmayor,maire\ncity,ville\n")),
    ],
)
def test_what_is_no_glossary_is_refused_with_one_sentence(
    tmp_path: Path, name: str, made: Made
) -> None:
    path = tmp_path / name
    made(path)
    with pytest.raises(FileUnreadable) as refused:
        read(path)
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)


def test_multiterm_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "multiterm.xml"
    path.write_bytes("<mtf><conceptGrp/></mtf>".encode("utf-16"))
    with pytest.raises(FileUnreadable, match="MultiTerm"):
        read(path)


def as_tbx(path: Path) -> None:
    body = "".join(
        f'<conceptEntry id="c{at}">'
        + "".join(
            f'<langSec xml:lang="{lang}"><termSec><term>{text}</term></termSec></langSec>'
            for lang, text in said.items()
        )
        + "</conceptEntry>"
        for at, said in enumerate(SAID)
    )
    path.write_text(f'<tbx type="TBX-Basic"><text><body>{body}</body></text></tbx>', "utf-8")


ALL: list[tuple[str, Made]] = [
    ("a.xlsx", as_xlsx),
    ("a.docx", as_docx),
    ("a.ods", as_ods),
    ("a.tbx", as_tbx),
    ("a.csv", as_text("utf-8", ";")),
    ("b.csv", as_text("utf-16", "\t")),
]


@pytest.mark.parametrize(("name", "made"), ALL)
def test_of_a_file_cut_anywhere_nothing_comes_but_what_stood_in_it_or_a_sentence(
    tmp_path: Path, name: str, made: Made
) -> None:
    path = tmp_path / name
    made(path)
    whole = path.read_bytes()
    assert read(path) == SAID
    for tenth in range(10):
        path.write_bytes(whole[: len(whole) * tenth // 10])
        assert read_or_refused(path, name)


@pytest.mark.parametrize(("name", "made"), ALL)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 7)), min_size=1, max_size=4))
def test_flipped_bits_give_concepts_or_a_sentence(
    tmp_path: Path, name: str, made: Made, flips: list[tuple[int, int]]
) -> None:
    path = tmp_path / name
    if not path.exists():
        made(path)
        (tmp_path / "whole").write_bytes(path.read_bytes())
    damaged = bytearray((tmp_path / "whole").read_bytes())
    for at, bit in flips:
        damaged[at % len(damaged)] ^= 1 << bit
    path.write_bytes(damaged)
    assert read_or_refused(path, name)


@pytest.mark.parametrize(("name", "where"), [("a.ods", b"mimetype"), ("a.docx", b"\x03\x04")])
def test_a_damaged_member_of_an_archive_is_told(tmp_path: Path, name: str, where: bytes) -> None:
    path = tmp_path / name
    dict(ALL)[name](path)
    whole = path.read_bytes()
    for at in range(whole.index(where), len(whole), len(whole) // 200):
        path.write_bytes(whole[:at] + bytes((whole[at] ^ 0x55,)) + whole[at + 1 :])
        assert read_or_refused(path, name)


def read_or_refused(path: Path, name: str) -> bool:
    """Tell whether the file gives concepts, or one sentence that names it."""
    try:
        read(path)
    except FileUnreadable as refused:
        return name in str(refused) and "\n" not in str(refused)
    return True
