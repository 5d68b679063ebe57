import numpy as np
import pytest

from booth_app.lookup.ragged import ragged


@pytest.mark.parametrize(
    ("counts", "rows", "places"),
    [([], [], []), ([0, 0], [], []), ([2, 0, 1], [0, 0, 2], [0, 1, 0])],
)
def test_items_know_their_row_and_place(
    counts: list[int], rows: list[int], places: list[int]
) -> None:
    told = ragged(np.array(counts, dtype=np.int64))
    assert [column.tolist() for column in told] == [rows, places]
