import gc
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from booth_app.exchange.workbook import Column, workbook
from booth_app.jobs import JobCancelled

ROWS = 3_000


def ending_at(last: int) -> tuple[Callable[[], None], Callable[[], int]]:
    """Return a check that ends the writing when it is asked the last time, and its count."""
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked == last:
            raise JobCancelled("It was stopped.")

    return check, lambda: asked


def written(path: Path, check: Callable[[], None]) -> None:
    texts = (f"{n * n * 7919 % 1_000_003:x}" for n in count())  # what packs badly is many pieces
    with workbook(path, "desk", check) as book:
        sheets = [book.sheet(name, [Column("a"), Column("b")]) for name in ("one", "two")]
        for _ in range(ROWS):
            for sheet in sheets:
                sheet.add({"a": next(texts), "b": next(texts)})


def test_it_can_be_ended_at_any_piece_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "glossary.xlsx"
    path.write_text("old")
    check, asked = ending_at(0)
    written(tmp_path / "whole.xlsx", check)
    pieces = asked()
    assert pieces > 20, "it is asked all along"
    for last in (1, 2, 3, pieces // 4, pieces // 2, pieces):
        check, asked = ending_at(last)
        with pytest.raises(JobCancelled):
            written(path, check)
        gc.collect()  # what is freed complains of nothing, or the test fails
        assert asked() == last, "once is enough"
        assert path.read_text() == "old"
        assert sorted(each.name for each in tmp_path.iterdir()) == ["glossary.xlsx", "whole.xlsx"]


def test_what_is_not_ended_is_whole(tmp_path: Path) -> None:
    check, _ = ending_at(0)
    written(tmp_path / "asked.xlsx", check)
    with workbook(tmp_path / "empty.xlsx") as book:
        book.sheet("none", [Column("a")])
    assert (tmp_path / "asked.xlsx").stat().st_size > (tmp_path / "empty.xlsx").stat().st_size
