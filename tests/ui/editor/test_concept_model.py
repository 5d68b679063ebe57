"""The list's model: lazily read, and no row out of its place whatever is shown."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from booth_app.editing.survey import Columns, Numbers, Survey
from booth_app.editing.survey_facts import Facts
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.ui.editor.concept_model import ConceptModel, ConceptRole

COUNT = 400
SURVEY = Survey(Columns.of([Facts(f"c{n:03}", f"{n:03}", 0, n % 3) for n in range(COUNT)]), 1)


class Reading:
    """Concepts as they are asked for; `asked` tells which."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.words = "term"

    def __call__(self, ids: "list[str] | tuple[str, ...]") -> dict[str, Concept]:
        self.asked += ids
        return {id_: self._concept(id_) for id_ in ids if id_ != "c007"}

    def _concept(self, id_: str) -> Concept:
        term = Term(id="t", text=f"{self.words} {id_}", status="preferred")
        return Concept(glossary="g", id=id_, languages={"en": LanguageSection(terms=(term,))})


def model_of(reading: Reading) -> ConceptModel:
    model = ConceptModel(reading)  # type: ignore[arg-type]
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return model


def numbers(*given: int) -> Numbers:
    return np.array(given, dtype=np.int32)


def test_only_what_is_looked_at_is_read() -> None:
    reading = Reading()
    model = ConceptModel(reading)  # type: ignore[arg-type]
    model.show_numbers(SURVEY, SURVEY.numbers())
    assert model.rowCount() == COUNT
    assert reading.asked == []
    assert model.index(200).data() == "term c200. 2 problems"
    assert len(reading.asked) == 32
    assert "c200" in reading.asked
    model.index(201).data()
    assert len(reading.asked) == 32


def test_a_concept_that_is_gone_has_no_words() -> None:
    model = model_of(Reading())
    model.show_numbers(SURVEY, SURVEY.numbers())
    assert model.index(7).data() is None
    assert model.index(8).data(ConceptRole.ROW).id == "c008"
    assert model.index(8).data(Qt.ItemDataRole.ToolTipRole) is None


def test_what_changed_is_read_anew() -> None:
    reading = Reading()
    model = model_of(reading)
    model.show_numbers(SURVEY, numbers(0, 1, 2))
    assert model.index(1).data() == "term c001. 1 problem"
    reading.words = "word"
    assert model.index(1).data() == "term c001. 1 problem"
    model.renew(["c001"])
    assert model.index(1).data() == "word c001. 1 problem"
    assert model.index(2).data() == "term c002. 2 problems"
    model.renew([])
    assert model.index(2).data() == "word c002. 2 problems"


def test_ids_and_places() -> None:
    model = model_of(Reading())
    assert model.id(0) == ""
    model.show_numbers(SURVEY, numbers(5, 3))
    assert [model.id(row) for row in (-1, 0, 1, 2)] == ["", "c005", "c003", ""]
    assert [model.position(number) for number in (5, 3, 4, None)] == [0, 1, None, None]


ORDERS = st.lists(st.lists(st.integers(0, 30), unique=True, max_size=12), max_size=6)


@given(ORDERS)
def test_whatever_is_shown_next_is_shown(orders: list[list[int]]) -> None:
    model = model_of(Reading())
    for order in orders:
        kept: list[tuple[int, int]] = []
        model.rowsInserted.connect(lambda _p, a, b, kept=kept: kept.append((a, b)))
        model.show_numbers(SURVEY, numbers(*order))
        assert [model.id(row) for row in range(model.rowCount())] == [f"c{n:03}" for n in order]
        assert model.numbers.tolist() == order
        for row in range(model.rowCount()):
            model.index(row).data()


def test_a_row_that_is_added_moves_no_other() -> None:
    model = model_of(Reading())
    model.show_numbers(SURVEY, numbers(1, 2, 4, 5))
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _parent, a, b: told.append(("in", a, b)))
    model.rowsRemoved.connect(lambda _parent, a, b: told.append(("out", a, b)))
    model.modelReset.connect(lambda: told.append(("reset", 0, 0)))
    model.show_numbers(SURVEY, numbers(1, 2, 3, 4, 5))
    model.show_numbers(SURVEY, numbers(1, 3, 4, 5))
    assert told == [("in", 2, 2), ("out", 1, 1)]
    assert model.rowCount(model.index(0)) == 0
    assert model.rowCount(QModelIndex()) == 4
