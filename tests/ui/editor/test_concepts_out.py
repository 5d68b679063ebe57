import pytest

from booth_app.jobs import JobCancelled
from booth_app.terminology.concept import Concept
from booth_app.ui.editor import concepts_out
from booth_app.ui.editor.concepts_out import ConceptsOut

SOME = [(Concept(glossary="g", id=str(n)), None) for n in range(250)]


@pytest.fixture
def concepts(monkeypatch: pytest.MonkeyPatch) -> ConceptsOut:
    monkeypatch.setattr(concepts_out, "exported", lambda *_: iter(SOME))
    return ConceptsOut(None, "g", 250)  # type: ignore[arg-type]


def test_all_of_them_come_and_the_count_is_told_now_and_then(concepts: ConceptsOut) -> None:
    told = list[tuple[int, int]]()
    assert list(concepts.read(lambda *done: told.append(done))) == SOME
    assert told == [(0, 250), (100, 250), (200, 250)]


def test_the_next_one_does_not_come_once_it_is_stopped(concepts: ConceptsOut) -> None:
    read = concepts.read(lambda *_: None)
    next(read)
    concepts.stop()
    with pytest.raises(JobCancelled):
        next(read)
