import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.translation.loaded_models import Stopped
from booth_app.translation.suggestions import Suggestion, Suggestions
from booth_app.ui.booth.suggestion_worker import SuggestionWorker
from tests.language_packs import install_packs

PHRASE = "the cities welcome the migrants"
OTHER = "the mayors welcome the refugees"


class SlowMachine:
    """Answers when it is told to, and notes what it was asked and who wanted it no more."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.left: list[str] = []
        self.begun = threading.Event()
        self.may_answer = threading.Event()

    def hypotheses(
        self, sentences: Sequence[str], pack: Path, count: int, stopped: Callable[[], bool]
    ) -> list[list[str]]:
        self.asked.append(sentences[0])
        self.begun.set()
        while not self.may_answer.wait(0.002):
            if stopped():
                self.left.append(sentences[0])
                raise Stopped
        return [["les " + sentence[::-1]] for sentence in sentences]


class BrokenMachine:
    def hypotheses(self, *_: object) -> list[list[str]]:
        raise ZeroDivisionError("a fault of ours")


def glossary(text: str, source: Lang, target: Lang) -> Sequence[str]:
    return ["relèvement"] if text == "recovery" else []


@pytest.fixture
def machine() -> SlowMachine:
    return SlowMachine()


@pytest.fixture
def worker(machine: SlowMachine, tmp_path: Path) -> Iterator[SuggestionWorker]:
    packs = install_packs(tmp_path, [("en", "fr")])
    worker = SuggestionWorker(lambda: Suggestions(packs, machine, glossary=glossary))
    yield worker
    worker.stop()


def shown(worker: SuggestionWorker) -> list[str]:
    """Collect the phrases of the suggestions that arrive."""
    sources: list[str] = []
    worker.suggested.connect(lambda suggestion: sources.append(suggestion.source))
    return sources


def test_the_machine_answers_through_real_packs(qtbot: QtBot, tmp_path: Path) -> None:
    install_packs(tmp_path)
    worker = SuggestionWorker(lambda: Suggestions.opened(tmp_path))
    with qtbot.waitSignal(worker.suggested, timeout=30_000) as told:
        worker.request("les villes accueillent les migrants", "fr", "ar")
    worker.stop()
    assert told.args is not None
    suggestion = told.args[0]
    assert isinstance(suggestion, Suggestion)
    assert suggestion.text == "المدن تستقبل المهاجرين"
    assert suggestion.route == ("fr", "en", "ar")
    assert worker.isFinished()


def test_what_the_glossary_knows_comes_at_once(
    worker: SuggestionWorker, machine: SlowMachine
) -> None:
    sources = shown(worker)
    worker.request("recovery", "en", "fr")
    assert sources == ["recovery"]
    assert not worker.isRunning()
    assert not machine.asked


def test_the_newest_request_wins_and_the_older_answer_is_dropped(
    qtbot: QtBot, worker: SuggestionWorker, machine: SlowMachine
) -> None:
    sources = shown(worker)
    worker.request(PHRASE, "en", "fr")
    assert machine.begun.wait(10)
    for text in ("one more phrase", "and another phrase", OTHER):
        worker.request(text, "en", "fr")
    machine.may_answer.set()
    with qtbot.waitSignal(worker.suggested, timeout=10_000):
        pass
    assert sources == [OTHER]
    assert set(machine.asked) == {PHRASE, OTHER}


def test_an_answer_on_its_way_is_dropped_by_a_newer_request(
    qtbot: QtBot, worker: SuggestionWorker, machine: SlowMachine
) -> None:
    sources = shown(worker)
    machine.may_answer.set()
    answered = threading.Event()
    worker._answered.connect(answered.set, type=Qt.ConnectionType.DirectConnection)
    worker.request(PHRASE, "en", "fr")
    assert answered.wait(10)  # sent, and not yet delivered: this thread has not looked
    worker.forget()
    qtbot.wait(1)
    assert sources == []


def test_stopping_leaves_a_translation_under_way(
    qtbot: QtBot, worker: SuggestionWorker, machine: SlowMachine
) -> None:
    worker.request(PHRASE, "en", "fr")
    assert machine.begun.wait(10)
    worker.stop()
    assert worker.isFinished()
    assert machine.left == [PHRASE]


def test_after_stopping_nothing_is_begun(worker: SuggestionWorker, machine: SlowMachine) -> None:
    worker.stop()
    worker.request(PHRASE, "en", "fr")
    assert not worker.isRunning()
    assert not machine.asked


def test_a_fault_of_ours_is_told_and_raised_and_the_next_request_answered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    install_packs(tmp_path, [("en", "fr")])
    worker = SuggestionWorker(lambda: Suggestions(tmp_path, BrokenMachine()))
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(worker.failed, timeout=10_000):
        worker.request(PHRASE, "en", "fr")
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    with qtbot.captureExceptions(), qtbot.waitSignal(worker.failed, timeout=10_000):
        worker.request(OTHER, "en", "fr")
    worker.stop()
