"""What every test stands on: no screen, no person's data folder, no clock in hypothesis."""

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:  # no test waits for what it does not use
    from booth_app.paths import DataFolder

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("booth", deadline=None)
settings.load_profile("booth")


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Say in one sentence which system libraries Qt misses, before pytest-qt stumbles."""
    from booth_app.ui import screen

    if why := screen.trouble():
        raise pytest.UsageError(why)


@pytest.fixture(autouse=True)
def own_data_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep every test away from the person's own data folder."""
    monkeypatch.setenv("BOOTH_DATA_DIR", str(tmp_path_factory.mktemp("data")))
    monkeypatch.delenv("BOOTH_PERSON", raising=False)


@pytest.fixture(scope="session")
def kept_data(tmp_path_factory: pytest.TempPathFactory) -> "DataFolder":
    """A data folder with the shipped glossary taken in; copied, never changed."""
    from booth_app.paths import DataFolder
    from booth_app.termbase import Termbase

    data = DataFolder(tmp_path_factory.mktemp("kept"))
    Termbase.open(data, "Ana", write=True).close()
    return data
