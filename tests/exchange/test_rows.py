import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.rows import Header, Row, concept_id

HEADER = Header.read("concept_id\tlang\tterm\tkind")


def read(line: str, header: Header | None = HEADER) -> tuple[Row | None, list[str]]:
    told: list[str] = []
    assert header is not None
    return header.row(line, told.append), told


def test_a_term_with_each_kind_the_lists_write() -> None:
    row, told = read("7\ten\tGlobal Compact\tmain")
    assert row == Row("en", "", "Global Compact", ("preferred", "full_form"), {})
    assert told == []
    kinds = {kind: read(f"7\tfr\tPMM\t{kind}")[0] for kind in ("syn", "ACR", "", "forbidden")}
    assert {kind: row and row.kind for kind, row in kinds.items()} == {
        "syn": ("admitted", "variant"),
        "ACR": ("admitted", "acronym"),
        "": ("admitted", None),
        "forbidden": ("forbidden", None),
    }


def test_a_kind_that_is_not_known_is_told_and_kept() -> None:
    row, told = read("7\ten\tterm\tbest of all")
    assert row is not None
    assert (row.kind, row.extra) == (("admitted", None), {"kind": "best of all"})
    assert len(told) == 1
    assert "best of all" in told[0]


def test_columns_may_stand_in_any_order_and_others_are_kept() -> None:
    header = Header.read("\ufeffTerm\tNote\tLang\tconcept_id".removeprefix("\ufeff"))
    row, told = read("migrant\tsaid by the chair\tES\t7", header)
    assert row == Row("es", "", "migrant", ("admitted", None), {"note": "said by the chair"})
    assert told == []


@pytest.mark.parametrize(
    "line", ["", "concept_id,lang,term,kind", "concept_id\tterm", "lang\tlang\tterm\tconcept_id"]
)
def test_what_is_no_header(line: str) -> None:
    assert Header.read(line) is None


@pytest.mark.parametrize(
    ("code", "lang", "region"),
    [("en-GB", "en", "GB"), ("fr_CA", "fr", "CA"), ("AR", "ar", ""), ("de", "de", "")],
)
def test_languages(code: str, lang: str, region: str) -> None:
    row, told = read(f"7\t{code}\tterm\t")
    assert row is not None
    assert (row.lang, row.region, told) == (lang, region, [])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("7\ten\tterm", "3 cells, the header 4"),
        ("7\ten\tterm\tmain\tmore", "5 cells, the header 4"),
        ("7\ten\t  \tmain", "empty"),
        ("7\ten\t\0\tmain", "empty"),
        ("7\tzz\tterm\tmain", "“zz” is no language"),
        ("7\t\tterm\tmain", "is no language"),
        ("7\ten\t" + "x" * 20_001 + "\tmain", "20,001 characters"),
    ],
)
def test_rows_that_cannot_be_used_are_told(line: str, why: str) -> None:
    row, told = read(line)
    assert row is None
    assert any(why in sentence for sentence in told)


def test_what_can_be_mended_is() -> None:
    row, told = read("7\ten\t mi\0grant\x0bworker \tmain\t\t")
    assert row is not None
    assert row.text == "migrant worker"
    assert len(told) == 1
    assert "NUL" in told[0]


def test_typographic_spaces_and_direction_marks_stay() -> None:
    for text in ("1\u202f000 migrants", "gens\u00a0de mer", "هجرة\u200f (GCM)"):
        row, told = read(f"7\tfr\t{text}\t")
        assert row is not None
        assert (row.text, told) == (text, [])


def test_a_term_of_5000_characters_is_one() -> None:
    row, told = read("7\ten\t" + "word " * 1_000 + "\tmain")
    assert row is not None
    assert (len(row.text), told) == (4_999, [])


@pytest.mark.parametrize("cell", ["", "\u00a0", "a\x07b", "x" * 201])
def test_what_cannot_be_an_id_is_told(cell: str) -> None:
    told: list[str] = []
    assert concept_id(cell, told.append) == ""
    assert len(told) == 1


def test_an_id_is_composed_as_it_is_stored() -> None:
    assert concept_id(" e\u0301tat ", [].append) == "\u00e9tat"


@given(st.text())
def test_any_line_gives_a_printable_row_or_says_why(line: str) -> None:
    for given_line in (line, f"7\ten\t{line}\tmain"):
        row, told = read(given_line)
        assert row is not None or told
        if row is not None:
            assert row.text
            assert not set(row.text) & {"\0", "\t", "\n", "\r"}
            assert all(len(sentence) < 200 for sentence in told)
