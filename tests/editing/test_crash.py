"""A program is killed in the middle of edits, imports and releases; a thousand times by hand."""

from tests.benchmarks import crash


def test_nothing_acknowledged_is_lost_and_nothing_is_half_there() -> None:
    figures = crash.measure(10, crash.SEED)
    assert figures["faults"] == []
    assert {"edit", "import", "release"} <= figures.keys()
