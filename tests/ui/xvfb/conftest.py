from collections.abc import Iterator

import pytest

from tests.ui.xvfb.desk import Desk, desk, missing


@pytest.fixture(scope="session")
def a_desk() -> Iterator[Desk]:
    if tools := missing():
        pytest.skip(f"no keyboard can be pressed here without {tools}")
    with desk() as set_up:
        yield set_up
