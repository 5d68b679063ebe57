import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.meeting.meeting import Meeting
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import DataFolder, bundled
from booth_app.termbase import Termbase
from tests.termbase.looking_up import IDS, SHIPPED


@pytest.fixture
def data(kept_data: DataFolder, tmp_path: Path) -> DataFolder:
    shutil.copytree(kept_data.root, tmp_path / "data")
    return DataFolder(tmp_path / "data")


@pytest.fixture
def termbase(data: DataFolder) -> Iterator[Termbase]:
    termbase = Termbase.open(data, "Ana", write=True)
    yield termbase
    termbase.close()


@pytest.fixture(scope="session")
def meeting() -> Meeting:
    return read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A small glossary folder, to be changed."""
    folder = tmp_path / "glossaries" / SHIPPED
    folder.mkdir(parents=True)
    for id_ in IDS:
        shutil.copy(bundled("glossaries") / SHIPPED / f"{id_}.yaml", folder)
    return folder.parent
