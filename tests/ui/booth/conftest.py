import pytest
from PySide6.QtWidgets import QApplication

from booth_app.paths import bundled
from booth_app.ui.theme import DARK, Look, load_fonts


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    load_fonts(bundled("resources") / "fonts")


@pytest.fixture
def look(fonts: None) -> Look:
    return Look(DARK)
