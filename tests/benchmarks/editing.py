"""How long the terminology editor takes: to open, to store and find, and what it keeps waiting.

    uv run python -m tests.benchmarks.editing [--concepts 250000] [--json]

A glossary of made concepts is stored first, which is not measured. Then the editor is opened on it
twice: with nothing in the cache, until its concepts are listed, and as at every later start, until
they are counted, too. Then a person's hands choose filters, type in the look-up field, walk through
concepts and type in one. `stall` is the longest that the window's loop did not come round in it,
`save` the longest from storing a concept to finding it, `save median` the middle one. Threads
take turns, and what is no longer needed is collected, as in the program.
"""

import argparse
import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from booth_app.paths import DataFolder, bundled
from booth_app.termbase import Termbase
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.theme import LIGHT, Look, load_fonts
from tests.benchmarks.checking import stored
from tests.benchmarks.lookup import COLLECTOR, SWITCH_INTERVAL
from tests.benchmarks.typing_booth import settle, until

GLOSSARY = "made"
_BEAT_MS = 5
_SAVES = 20


class Heart:
    """Beats in the window's loop, and knows the longest pause between two beats."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = time.perf_counter()
        self.worst = 0.0

    def start(self) -> None:
        """Begin to beat."""
        self._last, self.worst = time.perf_counter(), 0.0
        self._timer.start()

    def stop(self) -> float:
        """Return the longest pause in milliseconds, but for the beat itself."""
        self._beat()
        self._timer.stop()
        return max(0.0, self.worst * 1000 - _BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self._last, self.worst = now, max(self.worst, now - self._last)


def measured(termbase: Termbase) -> dict[str, float]:
    """Return every figure, in milliseconds."""
    figures = {}
    with _opened(termbase, is_counted=False) as (_, took):
        figures["first opening"] = took
    with _opened(termbase, is_counted=False) as (window, _):
        began = time.perf_counter()
        until(lambda: window.desk.survey is not None and window.desk.survey.is_counted)
        figures["counting"] = (time.perf_counter() - began) * 1000
    with _opened(termbase, is_counted=True) as (window, took):
        figures["opening"] = took
        settle(1.0)
        for name, hands in _HANDS.items():
            heart = Heart()
            heart.start()
            hands(window)
            figures[f"stall: {name}"] = heart.stop()
        saves = _saves(window, termbase)
        figures["save median"], figures["save"] = statistics.median(saves), max(saves)
    return figures


@contextmanager
def _opened(termbase: Termbase, *, is_counted: bool) -> Iterator[tuple[EditorWindow, float]]:
    began = time.perf_counter()
    window = EditorWindow(termbase, Look(LIGHT), glossary=GLOSSARY)
    window.raise_it()
    until(lambda: window.editor.concept is not None)
    if is_counted:
        until(lambda: window.view.concepts.filters.counts["all"] is not None)
    QApplication.processEvents()
    took = (time.perf_counter() - began) * 1000
    try:
        yield window, took
    finally:
        window.stop()


def _filter(window: EditorWindow) -> None:
    for name in ("filter_twins", "filter_draft", "filter_booth", "filter_all"):
        window.keys.give(name)
        settle(0.3)


def _search(window: EditorWindow) -> None:
    window.keys.give("search")
    for letter in "review of":
        QTest.keyClicks(window.view.concepts.search, letter)
        settle(0.15)
    window.view.concepts.search.clear()
    settle(0.3)


def _walk(window: EditorWindow) -> None:
    for name in ("next_concept",) * 8 + ("next_problem",) * 2:
        window.keys.give(name)
        settle(0.3)


def _type(window: EditorWindow) -> None:
    window.keys.give("to_form")
    for letter in " of zebras":
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, letter)
        settle(0.12)
    settle(0.5)
    window.keys.give("undo")
    settle(0.5)


_HANDS: dict[str, Callable[[EditorWindow], None]] = {
    "filter": _filter,
    "search": _search,
    "walk": _walk,
    "type": _type,
}


def _saves(window: EditorWindow, termbase: Termbase) -> list[float]:
    """Return what saves of the open concept take, each until a new term of it is found."""
    taken = []
    for number in range(_SAVES):
        concept = window.editor.concept
        assert concept is not None
        section = concept.section("en")
        text = f"quagga {time.time_ns()} {number}"  # as no other run has it
        term = replace(section.terms[0], text=text)
        changed = replace(section, terms=(term, *section.terms[1:]))
        wanted = replace(concept, languages={**concept.languages, "en": changed})
        began = time.perf_counter()
        window.desk.save(wanted)
        found = termbase.look_up(text, 1)
        taken.append((time.perf_counter() - began) * 1000)
        assert found[0].concept is not None
        assert found[0].concept.key == concept.key
        settle(0.05)
    return taken


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=250_000)
    parser.add_argument("--data", type=Path, help="a data folder that has them already")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.set_threshold(*COLLECTOR)
    application = QApplication(["editing", "-style", "fusion"])
    load_fonts(bundled("resources") / "fonts")
    with tempfile.TemporaryDirectory() as folder:
        if given.data is None:
            stored(Path(folder), given.concepts).close()
        data = DataFolder(given.data or Path(folder) / "data")
        for kept in data.cache.glob("survey-*"):
            kept.unlink()
        termbase = Termbase.open(data, "benchmark", write=True)
        figures = measured(termbase)
        termbase.close()
    application.quit()
    if given.json:
        print(json.dumps({name: round(figure, 1) for name, figure in figures.items()}))
    else:
        for name, figure in figures.items():
            print(f"{name:<16} {figure:10.1f} ms")


if __name__ == "__main__":
    main()
