"""The survey of the open glossary is kept true beside the window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from booth_app.editing import surveying as module
from booth_app.editing.surveying import Surveying
from booth_app.languages import LANGUAGES
from booth_app.termbase import Termbase
from booth_app.ui.editor.survey_watch import SurveyWatch
from tests.editing.made_glossaries import NAME, concept, opened


@pytest.fixture
def termbase(tmp_path: Path) -> Iterator[Termbase]:
    termbase = opened(tmp_path)
    yield termbase
    termbase.close()


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[SurveyWatch]:
    watch = SurveyWatch()
    yield watch
    watch.stop()


def is_counted(watch: SurveyWatch, count: int) -> bool:
    return watch.survey is not None and watch.survey.counts().get("all") == count


def test_what_is_stored_is_caught_up_with(
    qtbot: QtBot, termbase: Termbase, watch: SurveyWatch
) -> None:
    watch.open(Surveying(termbase, NAME, LANGUAGES))
    qtbot.waitUntil(lambda: is_counted(watch, 4))
    termbase.save(concept("c0", en="first"), "typed")
    with qtbot.waitSignal(watch.renewed) as renewed:
        watch.catch_up()
    assert "c0" in renewed.args[0]
    assert is_counted(watch, 5)


def test_a_new_one_is_listed_while_the_others_are_counted(
    qtbot: QtBot, termbase: Termbase, watch: SurveyWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SMALL", 2)
    with qtbot.waitSignal(watch.surveyed):
        watch.open(Surveying(termbase, NAME, LANGUAGES))
    assert watch.survey is not None
    assert not watch.survey.is_counted
    termbase.save(concept("c0", en="first"), "typed")
    watch.list_new("c0")
    watch.list_new("c1")
    assert watch.survey.ids(watch.survey.numbers()) == ["c1", "c2", "c3", "c4", "c0"]
    watch.leave_out("c4")
    assert len(watch.survey) == 4
    qtbot.waitUntil(lambda: is_counted(watch, 5), timeout=20_000)


def test_a_survey_of_another_glossary_comes_too_late(
    qtbot: QtBot, termbase: Termbase, watch: SurveyWatch
) -> None:
    other = replace(concept("o1", en="other"), glossary="other")
    termbase.save(other, "typed")
    watch.open(Surveying(termbase, NAME, LANGUAGES))
    watch.open(Surveying(termbase, "other", LANGUAGES))
    qtbot.waitUntil(lambda: is_counted(watch, 1))
    qtbot.wait(50)
    assert is_counted(watch, 1)


def test_much_that_changed_is_surveyed_anew(
    qtbot: QtBot, termbase: Termbase, watch: SurveyWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.open(Surveying(termbase, NAME, LANGUAGES))
    qtbot.waitUntil(lambda: is_counted(watch, 4))
    monkeypatch.setattr(module, "FEW", 1)
    for number in range(3):
        termbase.save(concept(f"n{number}", en=f"new {number}"), "import")
    with qtbot.assertNotEmitted(watch.renewed):
        watch.catch_up()
        qtbot.waitUntil(lambda: is_counted(watch, 7))


def test_a_fault_is_told(qtbot: QtBot, termbase: Termbase, watch: SurveyWatch) -> None:
    with termbase.store.writing() as connection:
        connection.exec_driver_sql("UPDATE concept SET document = '{' WHERE id = 'c1'")
    with qtbot.waitSignal(watch.failed) as told:
        watch.open(Surveying(termbase, NAME, LANGUAGES))
    assert "damaged" in told.args[0]
