import csv
from pathlib import Path

from booth_app.exchange.separated_writing import write_separated
from booth_app.exchange.workbook_columns import TERM_COLUMNS, unguarded
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import OF_TERMS, Revision


def written(path: Path, *terms: Term) -> list[dict[str, str]]:
    concept = Concept(glossary="g", id="a", languages={"ar": LanguageSection(terms=terms)})
    write_separated(path, [(concept, Revision(7, (to_json(concept),)))])
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_a_term_as_excel_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    term = Term(id="1", text="هجرة, «a»\nb", status="preferred", forms=("x", "y"), extra={"k": "é"})
    [row] = written(path, term)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + ",".join(TERM_COLUMNS).encode() + b"\r\n")
    assert data.endswith(b"\r\n")
    assert row["term"] == "هجرة, «a»\nb"
    assert (row["glossary"], row["concept_id"], row["base_rev"]) == ("g", "a", "7")
    assert row["states"].startswith(OF_TERMS)
    assert (row["forms"], row["extra"], row["status"]) == ("x\ny", '{"k": "é"}', "preferred")


def test_no_cell_is_ever_run(tmp_path: Path) -> None:
    texts = ("=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "'x")
    rows = written(tmp_path / "a.csv", *(Term(id=text, text=text) for text in texts))
    for row, text in zip(rows, texts, strict=True):
        assert row["term"][0] not in "=+-@\t\r"
        assert unguarded(row["term"]) == text
        assert row["term_id"][0] not in "=+-@\t\r"
