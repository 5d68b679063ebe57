import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from booth_app.exchange import reading as reading_module
from booth_app.exchange.reading import FileReading
from booth_app.exchange.report import FileUnreadable
from booth_app.jobs import Job, Progress
from booth_app.store.documents import concept_of


def write(path: Path, count: int) -> Path:
    rows = "".join(f"{n}\ten\tterm {n}\tmain\n" for n in range(count))
    path.write_text("concept_id\tlang\tterm\tkind\n" + rows + "x\ten\n", encoding="utf-8")
    return path


def test_a_file_comes_piece_by_piece_with_its_report_at_the_end(tmp_path: Path) -> None:
    reading = FileReading(write(tmp_path / "a.tsv", 450))
    told: list[Progress] = []
    pieces = list(reading.concepts(told.append))
    assert [len(piece) for piece in pieces] == [200, 200, 50]
    read = pieces[0][7]
    concept = concept_of("g", read.document)
    assert (read.id, concept.id, concept.section("en").terms[0].text) == ("7", "7", "term 7")
    assert (reading.report.concepts, reading.report.terms) == (450, {"en": 450})
    assert [problem.line for problem in reading.report.problems] == [452]
    assert told[-1] == Progress(reading.path.stat().st_size, reading.path.stat().st_size)


def test_leaving_early_ends_the_child(tmp_path: Path) -> None:
    reading = FileReading(write(tmp_path / "a.tsv", 5_000))
    for piece in reading.concepts():
        assert len(piece) == 200
        break
    assert reading.report.concepts == 0


def test_what_cannot_be_read_is_refused_here(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.tsv", tmp_path):
        with pytest.raises(FileUnreadable, match=path.name):
            list(FileReading(path).concepts())


def too_hungry(path: Path, **_: object) -> None:
    raise MemoryError


def unforeseen(path: Path, **_: object) -> None:
    raise LookupError("no such\nthing")


def ending(path: Path, **_: object) -> None:
    os._exit(9)


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (too_hungry, "more memory or time"),
        (unforeseen, "could not be read to its end (LookupError: no such thing)"),
        (ending, "could not be read to its end"),
    ],
)
def test_whatever_ends_the_child_is_a_sentence_that_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[..., None], said: str
) -> None:
    reading = FileReading(write(tmp_path / "a.tsv", 1))
    monkeypatch.setattr(reading, "_job", Job(_read_with, work, reading.path))
    with pytest.raises(FileUnreadable) as refused:
        list(reading.concepts())
    assert str(refused.value).startswith(str(reading.path))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def _read_with(work: Callable[..., None], path: Path) -> Iterator[object]:
    """Read in the child with `work` in the place of what picks the reader."""
    reading_module.formats.reader = work  # type: ignore[assignment]
    yield from reading_module._read(path, {})
