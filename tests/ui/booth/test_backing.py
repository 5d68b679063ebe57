from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from booth_app.paths import DataFolder
from booth_app.store.faults import DatabaseDamaged
from booth_app.termbase import Termbase
from booth_app.terminology.concept import ConceptKey
from booth_app.ui.booth.backing import Backing
from booth_app.ui.opening import Opened


class Damaged:
    """A term base whose database is damaged."""

    def look_up(self, *_: object, **__: object) -> Sequence[object]:
        raise DatabaseDamaged(Path("booth.db"))

    concept = language_of = look_up


@pytest.fixture
def backing(qtbot: QtBot, tmp_path: Path) -> Backing:
    made = Backing(DataFolder(tmp_path), {})
    made.take_in(Opened(cast("Termbase", Damaged())))
    return made


def test_a_fault_met_while_reading_is_told(qtbot: QtBot, backing: Backing) -> None:
    for ask, otherwise in (
        (lambda: backing.look_up("imrf", ("en",)), ()),
        (lambda: backing.concept(ConceptKey("g", "imrf")), None),
        (lambda: backing.language_of("imrf"), None),
    ):
        with qtbot.waitSignal(backing.told) as said:
            assert ask() == otherwise
        assert "start it again" in said.args[0]


def test_without_a_term_base_there_is_no_answer_and_nothing_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    backing = Backing(DataFolder(tmp_path), {})
    with qtbot.assertNotEmitted(backing.told):
        assert backing.look_up("imrf", ("en",)) == ()
        assert backing.language_of("الهجرة") == "ar"
        assert backing.language_of("imrf") is None
