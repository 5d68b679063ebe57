from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store.store import Store


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(data: DataFolder) -> Iterator[Store]:
    opened = Store.open(data, "Ana", write=True)
    yield opened
    opened.close()
