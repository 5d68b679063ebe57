"""The whole booth, from a key to what is on the screen, without a real screen."""

import gc
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from booth_app.app import Booth
from booth_app.editing.inbox import Inbox
from booth_app.languages import Lang
from booth_app.paths import DataFolder
from booth_app.settings import load
from booth_app.store.faults import DatabaseUnusable
from booth_app.store.lock import WriterLock
from booth_app.ui.booth.scratch_line import ScratchLine
from booth_app.ui.main_window import MainWindow
from tests.benchmarks.typing_booth import press
from tests.language_packs import install_packs


class Running:
    """A booth on a data folder, opened and closed at will."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.data = DataFolder(folder)
        self._qtbot = qtbot

    def open(self) -> None:
        self._lock = WriterLock(self.data.lock)
        self._lock.take()
        self._booth = Booth(self.data, self._lock)
        self._booth.show()
        self._qtbot.waitUntil(lambda: self.window.booth.can_save, timeout=30_000)

    def close(self) -> None:
        self.window.close()
        self._lock.free()

    @property
    def window(self) -> MainWindow:
        return self._booth.window

    def type(self, text: str) -> None:
        field = self.window.view.words.field
        field.clear()
        for letter in text:
            press(self.window, letter)

    def enter(self) -> None:
        self._qtbot.keyClick(self.window.view.words.field, Qt.Key.Key_Return)

    def command(self, *names: str) -> None:
        for name in names:
            self.window.booth.commands[name]()

    @property
    def answer(self) -> str:
        """What a screen reader says of the answer and the hits."""
        return self.window.view.words.hits.accessibleName()

    @property
    def strip(self) -> str:
        """What a screen reader says of the suggestion."""
        return self.window.view.words.strip.accessibleName()


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    running = Running(qtbot, tmp_path)
    running.open()
    yield running
    running.close()
    gc.enable()


def test_keys_to_answer(running: Running) -> None:
    running.command("target_en")
    running.type("examen migr")
    assert running.answer.startswith("International Migration Review Forum")
    running.command("target_es")
    assert running.answer.startswith("Foro de Examen de la Migración Internacional")
    running.command("clear")
    assert running.window.view.words.field.text() == ""


def test_a_shared_acronym_answers_in_the_target(running: Running) -> None:
    running.command("target_en")
    running.type("imrf")
    assert running.answer.startswith("IMRF; International Migration Review Forum")


def test_the_target_swaps_with_the_last(running: Running) -> None:
    running.command("target_fr", "target_ar", "swap_target")
    assert running.window.booth.target == "fr"
    running.command("swap_target")
    assert running.window.booth.target == "ar"


def test_a_new_term_is_found_at_once_and_taken_back(running: Running) -> None:
    running.command("target_en")
    running.type("+ caravane zébrée = striped caravan")
    running.enter()
    running.type("caravane z")
    assert running.answer.startswith("striped caravan")
    assert "booth-made" in running.answer
    running.command("take_back")
    assert "striped" not in running.answer
    running.type("caravane z")
    assert "striped" not in running.answer


def test_a_glossary_switched_off_is_found_last_here_and_at_the_next_start(
    running: Running, qtbot: QtBot
) -> None:
    running.type("+ quibble = quibule")
    running.enter()
    view = running.window.view
    running.command("show_glossaries")
    assert view.glossaries.lines == ("on  ·  booth", "on  ·  migration-governance")
    qtbot.keyClick(view.glossaries, Qt.Key.Key_Down)
    qtbot.keyClick(view.glossaries, Qt.Key.Key_Space)
    assert view.glossaries.lines == ("on  ·  booth", "off  ·  migration-governance")
    running.command("show_glossaries")
    assert not view.glossaries.isVisible()
    running.type("integrated border management")
    assert "other glossary" in running.answer
    running.close()
    running.open()
    running.type("integrated border management")
    assert "other glossary" in running.answer
    running.command("show_glossaries")
    running.window.booth.glossaries.switch("migration-governance")
    assert load(running.data.settings).settings.switched_off == ()
    assert "other glossary" not in running.answer


def test_no_empty_page_of_glossaries_is_shown(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = running.window.view
    monkeypatch.setattr("booth_app.ui.booth.backing.Backing.glossaries", lambda _: ())
    running.command("show_glossaries")
    assert view.glossaries.isHidden()
    assert view.message.text() == "No glossary is open yet; try again in a moment."


def test_one_page_at_a_time_stands_over_the_words(running: Running, qtbot: QtBot) -> None:
    view = running.window.view
    running.command("show_keys", "show_glossaries")
    assert (view.keys.isHidden(), view.glossaries.isHidden()) == (True, False)
    running.command("show_keys")
    assert (view.keys.isHidden(), view.glossaries.isHidden()) == (False, True)
    qtbot.keyClick(view.keys, Qt.Key.Key_A)
    assert (view.keys.isHidden(), view.words.isHidden()) == (True, False)
    assert view.words.field.text() == "a"


def test_what_cannot_be_kept_stands_in_the_field_again(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DatabaseUnusable(running.data.database, "disk is full")

    monkeypatch.setattr("booth_app.termbase.pairs.BoothPairs.add", full)
    monkeypatch.setattr("booth_app.meetings.Meetings.add_person", full)
    for typed in ("+ zorbing = zorbage", "@Ana Novak, mayor"):
        running.type(typed)
        running.enter()
        assert running.window.view.words.field.text() == typed
        assert running.window.view.words.field.hint == "not kept"
        assert "disk is full" in running.window.view.message.text()


def test_somebody_unplanned_speaks_and_is_remembered(running: Running) -> None:
    running.command("target_en", "next_item")
    running.type("@Maria Example, Deputy Mayor of Nowhere")
    running.enter()
    person = running.window.booth.sitting.confirmed
    assert person is not None
    assert person.name == "Maria Example"
    running.close()
    running.open()
    assert running.window.booth.sitting.confirmed is not None
    assert running.window.booth.sitting.confirmed.unplanned
    running.type("maria ex")
    assert running.answer.startswith("Maria Example")


def test_closing_and_opening_finds_everything_as_it_was(running: Running) -> None:
    running.command("target_ar", "next_theme", "larger", "next_item", "next_item", "clock_far_on")
    booth = running.window.booth
    progress = booth.sitting.progress
    running.close()
    settings = booth.settings
    running.open()
    again = running.window.booth
    assert (again.settings, again.sitting.progress) == (settings, progress)
    assert load(running.data.settings).settings == settings
    assert again.settings.theme == "light"


def test_the_second_start_shows_the_item_before_the_term_base_is_open(
    running: Running, qtbot: QtBot
) -> None:
    running.command("target_en", "next_item", "next_item")
    running.close()
    running._lock.take()
    booth = Booth(running.data, running._lock)
    running._booth = booth
    assert "réponse" in booth.window.view.words.item.accessibleName()
    assert booth.window.booth.sitting.progress.item == "s3"
    booth.show()
    qtbot.waitUntil(lambda: booth.window.booth.can_save, timeout=30_000)


def test_without_packs_the_strip_says_how_to_add_them(running: Running, qtbot: QtBot) -> None:
    running.command("target_en", "next_item", "next_item")
    with qtbot.waitSignal(running.window.booth.suggesting.worker.suggested, timeout=60_000):
        running.command("suggest_title")
    assert "booth packs add" in running.strip


@pytest.mark.parametrize(("target", "said"), [("ar", "المدن"), ("en", "cities")])
def test_a_suggestion_through_the_pivot(
    running: Running, qtbot: QtBot, target: Lang, said: str
) -> None:
    install_packs(running.data.packs)
    running.command(f"target_{target}")
    running.type("=nous remercions les villes")
    with qtbot.waitSignal(running.window.booth.suggesting.worker.suggested, timeout=60_000):
        running.enter()
    assert said in running.strip
    assert "machine" in running.strip
    running.type("gcm")
    assert running.window.view.words.strip.words is None


def test_what_is_typed_anywhere_goes_to_the_field(running: Running, qtbot: QtBot) -> None:
    running.window.setFocus()
    qtbot.keyClicks(running.window, "glr")
    assert running.window.view.words.field.text() == "glr"


def test_every_label_takes_text_as_it_is(running: Running) -> None:
    running.command("target_en", "next_item", "next_item", "confirm_2")
    labels = running.window.findChildren(QLabel)
    assert len(labels) > 20
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_the_window_can_become_narrow_at_any_size(running: Running) -> None:
    for _ in range(8):
        running.command("larger")
    running.window.resize(400, 500)
    assert running.window.width() <= 420
    visible = [w for w in running.window.view.findChildren(QWidget) if w.isVisible()]
    assert running.window.view.words in visible


def test_another_start_says_what_it_cannot_open(running: Running) -> None:
    running.window.answer("/tmp/<b>file</b>")
    assert running.window.view.message.text().endswith("/tmp/<b>file</b>")


NOTHING_HEAVY = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from booth_app.app import Booth
from booth_app.paths import DataFolder
from booth_app.store.lock import WriterLock
data = DataFolder(Path(sys.argv[1]))
lock = WriterLock(data.lock)
lock.take()
booth = Booth(data, lock)
heavy = ("sqlalchemy", "alembic", "numpy", "rapidfuzz", "argostranslate", "ctranslate2", "babel",
         "ruamel", "multiprocessing")
def painted():
    print(sorted(name for name in heavy if name in sys.modules))
    os._exit(0)
booth.window.first_painted.connect(painted)
booth.run()
"""


def test_nothing_heavy_is_imported_before_the_first_paint(running: Running) -> None:
    running.close()
    done = subprocess.run(
        [sys.executable, "-c", NOTHING_HEAVY, str(running.data.root)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    running.open()
    assert done.stdout.strip() == "[]", done.stderr


def test_docked_it_opens_docked_again_and_comes_back_to_its_size(
    running: Running, qtbot: QtBot
) -> None:
    running.command("dock")
    qtbot.waitUntil(lambda: running.window.view.line.isVisible())
    assert running.window.width() == 390
    assert running.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    running.close()
    running.open()
    assert running.window.width() == 390
    assert running.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    running.command("dock")
    qtbot.waitUntil(lambda: running.window.view.agenda.isVisible())
    assert running.window.width() > 700
    assert not running.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_what_is_known_of_a_speaker_is_kept_with_the_meeting(running: Running) -> None:
    running.command("target_en", "next_item", "next_item", "confirm_2")
    running.command("next_speaks", "next_speaks", "next_speaks", "next_speech", "next_relay")
    booth = running.window.booth
    booth.podium.address_as("Carola Gunnarsson", "en", "Madam President")
    assert (booth.settings.floor, booth.floor) == ("es", "fr")
    running.close()
    running.open()
    booth = running.window.booth
    person = booth.sitting.confirmed
    assert person is not None
    assert (person.name, person.speaks, person.speech) == ("Carola Gunnarsson", "es", "received")
    assert person.address["en"].text == "Madam President"
    assert (booth.settings.floor, booth.floor) == ("es", "fr")


def test_a_meeting_is_under_way_from_the_first_key_on(running: Running) -> None:
    assert not running.window.booth.is_running
    running.command("next_item")
    assert running.window.booth.is_running
    running.command("clock_start")
    assert not running.window.booth.is_running


def test_the_seal_says_that_nothing_leaves_this_computer(running: Running) -> None:
    running.command("tell_seal")
    assert running.window.view.message.text().startswith("Nothing leaves this computer")


def test_pins_scratch_line_and_look_ups_are_kept_with_the_meeting(running: Running) -> None:
    running.command("target_en")
    running.type("glr")
    running.enter()
    running.command("pin", "park", "clear")
    running.type("12 400 personas")
    running.command("park")
    pins = running.window.view.pins
    assert pins is not None
    assert pins.accessibleName() == "Pinned | GLR: LRGs"
    running.close()
    running.open()
    desk = running.window.booth.sitting.desk
    assert desk.scratch == "12 400 personas"
    assert desk.looked_up == ("glr",)
    (line,) = running.window.findChildren(ScratchLine)
    assert line.text == "12 400 personas"
    again = running.window.view.pins
    assert again is not None
    assert again.accessibleName() == "Pinned | GLR: LRGs"
    running.command("target_fr")
    assert again.accessibleName().endswith(": GLR")
    running.type("glr")
    running.command("pin")
    assert again.isHidden()


def test_where_no_column_is_the_pins_stand_above_the_items_terms(running: Running) -> None:
    running.command("target_en")
    running.window.resize(380, 768)
    running.type("glr")
    running.command("pin", "clear")
    assert "GLR: LRGs" in running.window.view.words.item.accessibleName()
    running.window.resize(1440, 900)
    assert "GLR: LRGs" not in running.window.view.words.item.accessibleName()


def test_what_is_read_is_kept(running: Running) -> None:
    running.command("target_en", "read_en", "read_es", "read_fr", "read_ar")
    assert running.window.booth.settings.reads == ("ar",)
    running.command("read_fr")
    running.type("imrf")
    hits = running.window.view.words.hits
    assert [other.lang for other in hits.hits[0].others] == ["ar", "fr"]
    assert load(running.data.settings).settings.reads == ("ar", "fr")


def test_false_friends_stand_side_by_side(running: Running, qtbot: QtBot) -> None:
    running.command("target_en")

    def shown() -> bool:
        running.type("traite")
        return "trafic illicite de migrants = smuggling of migrants" in running.answer

    qtbot.waitUntil(shown, timeout=10_000)


def test_look_ups_in_vain_leave_the_meeting_when_they_are_released(
    running: Running, qtbot: QtBot
) -> None:
    for text in ("zzyzx", "imrf", "qwxqwx", "zzyzx"):
        running.type(text)
        running.enter()
    message = running.window.view.message

    def named() -> None:
        running.command("release_missed")
        assert message.text().startswith("2 look-ups found nothing: zzyzx, qwxqwx. ")
        message.tell("")

    qtbot.waitUntil(named, timeout=10_000)
    running.command("release_missed", "release_missed")
    assert message.text() == "2 released: waiting in the glossary editor."
    running.command("edit")
    qtbot.waitUntil(lambda: running.window.editor.window is not None, timeout=10_000)
    editor = running.window.editor.window
    assert editor is not None
    waiting = Inbox(editor.desk.termbase).waiting()
    assert [(one.text, one.times) for one in waiting] == [("zzyzx", 2), ("qwxqwx", 1)]
