import pytest

from booth_app.ui.booth.margins import margins
from booth_app.ui.theme import DARK, Look


@pytest.mark.parametrize(
    ("width", "scale", "sides"),
    [
        (760, 1.0, (24, 18, 24, 16)),
        (480, 1.0, (24, 18, 24, 16)),
        (479, 1.0, (14, 10, 14, 10)),
        (1500, 2.0, (48, 36, 48, 32)),
        (959, 2.0, (28, 20, 28, 20)),
        (300, 3.0, (15, 15, 15, 15)),
        (100, 3.0, (14, 14, 14, 14)),
    ],
)
def test_margins_are_narrow_where_room_is_dear(
    width: int, scale: float, sides: tuple[int, ...]
) -> None:
    assert margins(width, Look(DARK, scale)) == sides
