import pytest

from booth_app.terminology.counted import counted


@pytest.mark.parametrize(
    ("number", "says"),
    [(0, "0 concepts"), (1, "1 concept"), (2, "2 concepts"), (20_000, "20,000 concepts")],
)
def test_noun_and_number_agree(number: int, says: str) -> None:
    assert counted(number, "concept") == says


def test_a_verb_agrees_too() -> None:
    assert counted(1, "row waits", "rows wait") == "1 row waits"
    assert counted(3, "row waits", "rows wait") == "3 rows wait"
