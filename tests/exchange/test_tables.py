from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booth_app.exchange import report as report_module
from booth_app.exchange.lines import LONGEST
from booth_app.exchange.report import FileProblem, FileReport, FileUnreadable
from booth_app.exchange.tables import MOST_TERMS, TermTable
from booth_app.store.documents import concept_of
from booth_app.terminology.concept import Concept

HEADER = "concept_id\tlang\tterm\tkind\n"


def table(tmp_path: Path, rows: str | bytes, header: str = HEADER) -> Path:
    path = tmp_path / "terms.tsv"
    path.write_bytes(header.encode() + (rows if isinstance(rows, bytes) else rows.encode()))
    return path


def read(path: Path) -> tuple[list[Concept], FileReport]:
    with closing(TermTable(path)) as opened:
        return [concept_of("g", read.document) for read in opened.concepts()], opened.report


def texts(concept: Concept) -> list[tuple[str, str]]:
    return [(lang, term.text) for lang, term in concept.terms()]


def test_a_table_as_the_lists_are_written(tmp_path: Path) -> None:
    rows = (
        "1\ten\tGlobal Compact\tmain\n1\ten\tGCM\tacr\n1\tfr\tPacte mondial\tmain\n"
        "2\tar\tهجرة\tmain\n"
    )
    (first, second), report = read(table(tmp_path, rows))
    assert (first.glossary, first.id) == ("g", "1")
    compact, acronym = first.section("en").terms
    assert (compact.id, compact.text, compact.status, compact.type) == (
        "1.en.1",
        "Global Compact",
        "preferred",
        "full_form",
    )
    assert (acronym.id, acronym.status, acronym.type) == ("1.en.2", "admitted", "acronym")
    assert texts(second) == [("ar", "هجرة")]
    assert report == FileReport(2, Counter(en=2, fr=1, ar=1))


def test_rows_of_a_concept_may_stand_anywhere(tmp_path: Path) -> None:
    rows = (
        "1\ten\tone\t\n2\ten\ttwo\t\n\n1\tfr\tun\t\n\n1\tes\tuno\t\n2\tfr\tdeux\t\n1\tar\tواحد\t\n"
    )
    concepts, report = read(table(tmp_path, rows))
    assert {c.id: texts(c) for c in concepts} == {
        "1": [("en", "one"), ("fr", "un"), ("es", "uno"), ("ar", "واحد")],
        "2": [("en", "two"), ("fr", "deux")],
    }
    assert [c.id for c in concepts] == ["1", "2"]
    assert report.problems == []


def test_problems_name_the_line(tmp_path: Path) -> None:
    rows = (
        "1\ten\tone\tmain\n1\ten\n\ten\tnobody's\tmain\n1\tfr\t\tmain\n1\txq\tone\tmain\n"
        f"1\ten\t{'x' * LONGEST}\tmain\n1\tes\tuno\tmain\n\x07\ten\tbell\tmain\n"
    )
    [concept], report = read(table(tmp_path, rows))
    assert texts(concept) == [("en", "one"), ("es", "uno")]
    assert [problem.line for problem in report.problems] == [3, 4, 5, 6, 7, 9]


def test_a_concept_cut_in_two_by_a_line_too_long_is_one(tmp_path: Path) -> None:
    rows = f"1\ten\tone\t\n{'x' * (LONGEST + 9)}\n1\tfr\tun\t\n"
    [concept], report = read(table(tmp_path, rows))
    assert texts(concept) == [("en", "one"), ("fr", "un")]
    assert [problem.line for problem in report.problems] == [3]


def test_other_languages_are_kept_and_counted(tmp_path: Path) -> None:
    rows = "1\tde\tWort\t\n1\ten\tword\t\n1\tDE\tVokabel\t\n1\tru\tслово\t\n"
    [concept], report = read(table(tmp_path, rows))
    assert texts(concept) == [("en", "word")]
    assert concept.extra == {"de": "Wort\nVokabel", "ru": "слово"}
    assert report.other_languages == {"de": 2, "ru": 1}
    assert report.problems == []


def test_a_term_said_twice_is_one_and_the_same_in_two_languages_two(tmp_path: Path) -> None:
    rows = "1\ten\taction\tmain\n1\ten\taction\tsyn\n1\tfr\taction\tmain\n"
    [concept], _ = read(table(tmp_path, rows))
    assert texts(concept) == [("en", "action"), ("fr", "action")]


@pytest.mark.parametrize("bad", [b"1\ten\tcaf\xe9\tmain\n", b"1\ten\t\xed\xa0\x80\tmain\n"])
def test_what_is_not_utf8_is_refused_with_its_line(tmp_path: Path, bad: bytes) -> None:
    good = b"1\ten\tone\tmain\n" * 3
    with pytest.raises(FileUnreadable, match=r"terms\.tsv is not UTF-8 in line 5"):
        TermTable(table(tmp_path, good + bad + good))


@pytest.mark.parametrize("mark", ["utf-16", "utf-8-sig"])
def test_byte_order_marks(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "marked.tsv"
    path.write_bytes((HEADER + "1\ten\tone\tmain\n").encode(mark))
    if mark == "utf-16":
        with pytest.raises(FileUnreadable, match="not UTF-8 in line 1"):
            TermTable(path)
    else:
        assert [c.id for c in read(path)[0]] == ["1"]


@pytest.mark.parametrize("content", [b"", b"\n", b"id,lang,term\n1,en,one\n", b"\0" * 5_000])
def test_what_has_no_header_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "none.tsv"
    path.write_bytes(content)
    with pytest.raises(FileUnreadable, match="has no header"):
        TermTable(path)


def test_a_header_alone_is_an_empty_table(tmp_path: Path) -> None:
    assert read(table(tmp_path, "", HEADER.strip())) == ([], FileReport())


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.tsv"):
        with pytest.raises(FileUnreadable):
            TermTable(path)


def test_a_fault_comes_out_of_another_process() -> None:
    import pickle

    fault = FileUnreadable(Path("a.tsv"), "is bad")
    again = pickle.loads(pickle.dumps(fault))
    assert (str(again), again.path) == ("a.tsv is bad", Path("a.tsv"))


def test_more_terms_than_a_concept_can_have_are_told_once(tmp_path: Path) -> None:
    rows = "".join(f"1\ten\tterm {n}\t\n" for n in range(MOST_TERMS + 10))
    [concept], report = read(table(tmp_path, rows))
    assert len(concept.section("en").terms) == MOST_TERMS
    [problem] = report.problems
    assert problem.line == MOST_TERMS + 11
    assert "10 terms" in problem.message


def test_a_table_of_nothing_but_faults_is_told_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_module, "_MOST", 3)
    concepts, report = read(table(tmp_path, "1\ten\n" * 10))
    assert concepts == []
    assert [problem.line for problem in report.problems] == [2, 3, 4]
    assert report.untold == 7


def test_how_far_it_is_read(tmp_path: Path) -> None:
    path = table(tmp_path, "".join(f"{n}\ten\tterm\t\n" for n in range(10_000)))
    with closing(TermTable(path)) as opened:
        steps = [opened.done for _ in opened.concepts()]
        assert steps == sorted(steps)
        assert opened.done == opened.size == path.stat().st_size


_CELL = st.text(st.characters(blacklist_categories=["Cs"]), max_size=6)
_ROW = st.tuples(
    st.sampled_from(["1", "2", "3", "", " 1", "x\x01"]),
    st.sampled_from(["en", "fr", "ar", "de", "", "?"]),
    _CELL,
    st.sampled_from(["main", "syn", "", "odd"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ROW), st.binary(max_size=40))
def test_any_table_is_read_or_refused_and_each_concept_comes_once(
    tmp_path: Path, rows: list[tuple[str, ...]], rest: bytes
) -> None:
    content = "\n".join("\t".join(row) for row in rows).encode() + b"\n" + rest
    try:
        concepts, report = read(table(tmp_path, content))
    except FileUnreadable:
        with pytest.raises(UnicodeDecodeError):
            rest.decode("utf-8")
        return
    ids = [concept.id for concept in concepts]
    assert len(ids) == len(set(ids)) == report.concepts
    assert sum(report.terms.values()) == sum(len(texts(concept)) for concept in concepts)
    assert all(isinstance(problem, FileProblem) for problem in report.problems)
    for id_, lang, text, _ in rows:
        usable = id_.strip() == "1" and lang == "en" and text.isalnum()
        if usable:
            [found] = [concept for concept in concepts if concept.id == "1"]
            assert text in {t for _, t in texts(found)}
