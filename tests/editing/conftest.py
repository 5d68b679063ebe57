"""A small term base for each test of the editor's desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.termbase import Termbase
from tests.editing.made_glossaries import opened


@pytest.fixture
def desk_termbase(tmp_path: Path) -> Iterator[Termbase]:
    termbase = opened(tmp_path)
    yield termbase
    termbase.close()
