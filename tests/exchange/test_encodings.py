import codecs
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from booth_app.exchange.encodings import encoding
from booth_app.exchange.report import FileUnreadable

MARKED = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"))


def read(path: Path, data: bytes) -> tuple[str, str]:
    """Return the text that the encoding makes of `data`, and what is said of a guess."""
    path.write_bytes(data)
    found = encoding(path)
    return data.decode(found.codec, found.errors), found.guessed


@pytest.mark.parametrize("codec", MARKED)
@given(text=_TEXT)
def test_with_a_mark_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, codec: str, text: str
) -> None:
    path = tmp_path_factory.mktemp("made") / "a.csv"
    assert read(path, MARKED[codec] + text.encode(codec)) == (text, "")


@given(_TEXT)
def test_without_a_mark_utf8_is_proven(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    data = text.encode()
    assume(not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)))
    assert read(tmp_path_factory.mktemp("made") / "a.csv", data) == (text, "")


_CELL = st.text(
    st.one_of(st.characters(max_codepoint=0xFF, exclude_categories=["C"]), st.sampled_from("مجهة")),
    max_size=12,
)


@pytest.mark.parametrize("codec", [codec for codec in MARKED if codec != "utf-8"])
@given(rows=st.lists(st.lists(_CELL, min_size=2, max_size=4), min_size=2, max_size=6))
def test_a_table_of_two_or_four_bytes_a_letter_needs_no_mark(
    tmp_path_factory: pytest.TempPathFactory, codec: str, rows: list[list[str]]
) -> None:
    text = "English\tFrench\r\n" + "\r\n".join("\t".join(row) for row in rows) + "\r\n"
    path = tmp_path_factory.mktemp("made") / "a.csv"
    assert read(path, text.encode(codec)) == (text, "")


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp1256", "iso8859_6"])
def test_a_guess_is_told(tmp_path: Path, codec: str) -> None:
    text = "منتدى الهجرة" if codec in ("cp1256", "iso8859_6") else "réfugiés, élus, été"
    found, said = read(tmp_path / "a.csv", text.encode(codec))
    assert found == text
    assert "look whether accents are right" in said


def test_a_few_damaged_lines_make_no_other_encoding(tmp_path: Path) -> None:
    data = "été;élu\n".encode() * 20 + b"caf\xe9;x\n"
    found, said = read(tmp_path / "a.csv", data)
    assert (found.count("été"), said) == (20, "")
    assert read(tmp_path / "b.csv", b"caf\xe9;x\n" * 20)[0] == "café;x\n" * 20


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", ";"])
def test_a_long_file_is_guessed_whatever_ends_its_lines(tmp_path: Path, end: str) -> None:
    text = f"English;Español{end}" + f"partnership;alianza entre múltiples{end}" * 40_000
    found, _ = read(tmp_path / "a.csv", text.encode("mac_roman"))
    assert found == text


def test_a_letter_cut_off_at_the_end_is_still_utf8(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", "élu;été".encode()[:-1])[1] == ""


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="absent"):
        encoding(tmp_path / "absent.csv")
