import os
import re
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from booth_app.exchange.printed_rows import PrintedRows
from booth_app.jobs import JobCancelled
from booth_app.paths import bundled
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.ui.printing import NotPrinted, write_pdf
from booth_app.ui.theme import load_fonts

DAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    load_fonts(bundled("resources") / "fonts")


def rows(count: int) -> PrintedRows:
    return PrintedRows.of(concept(f"review forum {number}") for number in range(count))


def concept(en: str, ar: str = "منتدى استعراض") -> Concept:
    sections = {"en": en, "ar": ar}
    return Concept(
        glossary="g",
        id=en,
        note="a note",
        languages={
            lang: LanguageSection(terms=(Term(id=lang, text=text),))
            for lang, text in sections.items()
        },  # type: ignore[arg-type]
    )


def nobody(_done: int, _total: int) -> None:
    pass


def letters(pdf: bytes) -> set[str]:
    """Return the characters that a reader of the PDF finds in it."""
    found = set[str]()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        text = zlib.decompress(stream) if stream[:1] == b"\x78" else stream
        if b"beginbfrange" in text:
            found.update(chr(int(code, 16)) for code in re.findall(rb"<([0-9A-F]{4})>", text))
    return found


def test_a_sheet_is_as_many_pages_as_it_takes_and_the_file_has_them(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert write_pdf(rows(3), "Migration governance", DAY, path, nobody) == 1
    pages = write_pdf(rows(300), "Migration governance", DAY, path, nobody)
    assert pages > 3
    written = path.read_bytes()
    assert written.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", written)) == pages
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_printed_can_be_searched_arabic_too(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(rows(1), "g", DAY, path, nobody)
    found = letters(path.read_bytes())
    assert set("reviwfoum") <= found
    assert {"\ufee3", "\ufee8", "\ufe98"} <= found  # the first letters of منتدى, in their shapes


def test_texts_of_any_length_and_number_are_printed(tmp_path: Path) -> None:
    many = tuple(Term(id=str(n), text=f"هجرة دولية {n}") for n in range(500))
    sections = {"ar": LanguageSection(terms=many)}
    odd = [
        concept("x" * 5_000, "هجرة " * 1_000),
        Concept(glossary="g", id="many", languages=sections),  # type: ignore[arg-type]
        concept("a\x00b\ud800\u202e", "漢字"),
        Concept(glossary="g", id="nothing"),
    ]
    path = tmp_path / "sheet.pdf"
    assert write_pdf(PrintedRows.of(odd), "عنوان", DAY, path, nobody) > 10


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    told = list[tuple[int, int]]()
    write_pdf(rows(100), "g", DAY, tmp_path / "a.pdf", lambda *done: told.append(done))
    assert told == sorted(told)
    assert told[-1] == (200, 200)
    assert {total for _, total in told} == {200}


@pytest.mark.parametrize("last", [1, 5, 9])
def test_it_can_be_cancelled_at_any_page_and_the_old_file_stays(tmp_path: Path, last: int) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the last one")
    met = list[int]()

    def cancel(done: int, _total: int) -> None:
        met.append(done)
        if len(met) == last:
            raise JobCancelled("It was stopped.")

    with pytest.raises(JobCancelled):
        write_pdf(rows(60), "g", DAY, path, cancel)
    assert path.read_bytes() == b"the last one"
    assert list(tmp_path.iterdir()) == [path]


def test_rows_are_taken_one_by_one_while_pages_are_drawn(tmp_path: Path) -> None:
    """No more is held than the page that is being set."""
    ahead = list[int]()
    done = 0

    class Watched(PrintedRows):
        def __iter__(self) -> Iterator[object]:  # type: ignore[override]
            for number, each in enumerate(super().__iter__()):
                ahead.append(number - done % 200)
                yield each

    def told(count: int, _total: int) -> None:
        nonlocal done
        done = count

    watched = Watched()
    for number in range(200):
        watched.add(concept(f"term {number:03}"))
    write_pdf(watched, "g", DAY, tmp_path / "a.pdf", told)
    assert len(ahead) == 400
    assert max(ahead) < 40


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder", "utf-8")
    with pytest.raises(NotPrinted, match="choose another place"):
        write_pdf(rows(1), "t", DAY, file / "sheet.pdf", nobody)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_written_to_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NotPrinted, match=r"sheet\.pdf was not written"):
            write_pdf(rows(1), "t", DAY, tmp_path / "sheet.pdf", nobody)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="no limit can be set on files there")
@pytest.mark.parametrize("room", [512, 4_096, 40_000])
def test_a_disk_that_fills_leaves_the_old_file(tmp_path: Path, room: int) -> None:
    import resource

    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the last one")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        with pytest.raises(NotPrinted, match=r"sheet\.pdf was not written \(.+\); choose"):
            write_pdf(rows(300), "t", DAY, path, nobody)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"the last one"
    assert list(tmp_path.iterdir()) == [path]
