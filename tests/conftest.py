"""What every test stands on: no screen, no person's data folder, no clock in hypothesis."""

import os

import pytest
from hypothesis import settings

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
