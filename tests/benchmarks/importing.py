"""How long a term base takes to come in, how much memory, and what a person notices meanwhile.

    uv run python -m tests.benchmarks.importing [--concepts 250000] [--file TERMS.tsv] [--json]

First by the command, into a fresh data folder: from its start to its end, the index included. Then
beside the open window: a heartbeat of 10 ms in the window's event loop tells its longest stall, and
every half second one of twenty concepts is changed, each time measured until it is stored and
found. The memory is that of the program and its child processes together, at its highest.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from booth_app.editing.importing import Import
from booth_app.exchange.reading import FileReading
from booth_app.terminology.concept import Concept, LanguageSection, Term
from tests.benchmarks import made_termbase
from tests.benchmarks.figures import print_figures
from tests.benchmarks.typing_booth import booth, settle

if TYPE_CHECKING:
    from booth_app.store.verdicts import Counts
    from booth_app.termbase import Termbase

_BEAT = 10
"""Milliseconds between two beats of the heart."""
_BETWEEN_SAVES = 0.5  # seconds
_CHANGED = 20  # concepts
_COMMAND = "import sys; from booth_app.__main__ import main; sys.exit(main(sys.argv[1:]))"


class Memory:
    """Watches the memory of a process and its descendants, while it is a context."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.highest = 0.0
        """Megabytes."""

    def __enter__(self) -> "Memory":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.1):
            self.highest = max(self.highest, _resident(self._pid))


def _resident(pid: int) -> float:
    try:
        own = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        threads = Path(f"/proc/{pid}/task").glob("*/children")
        children = [int(child) for thread in threads for child in thread.read_text().split()]
    except (OSError, ValueError):  # it ended meanwhile
        return 0.0
    pages = own * os.sysconf("SC_PAGE_SIZE") / 1e6
    return pages + sum(_resident(child) for child in children)


def by_command(table: Path, data: Path) -> dict[str, float]:
    """Import by the command line."""
    words = ["glossary", "import", str(table), "--json", "--data-dir", str(data)]
    begin = time.perf_counter()
    running = subprocess.Popen(
        [sys.executable, "-c", _COMMAND, *words], stdout=subprocess.PIPE, text=True
    )
    with Memory(running.pid) as memory:
        told = running.communicate()[0]
    seconds = time.perf_counter() - begin
    if running.returncode:
        sys.exit("the import failed")
    answer = json.loads(told)
    return {
        "concepts": answer["concepts"],
        "terms": sum(answer["terms"].values()),
        "seconds": round(seconds, 1),
        "rss_mb": round(memory.highest, 1),
    }


class Heart:
    """Beats in the window's event loop; `worst` is the longest it was late, in milliseconds."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1e3 - _BEAT)
        self._last = now


def beside_the_window(table: Path, data: Path) -> dict[str, float]:
    """Import in a thread of the window's process, while terms are added in it."""
    with booth(data) as window, Memory(os.getpid()) as memory:
        termbase = window.booth._backing._termbase
        assert termbase is not None
        quiet = _lived(termbase, lambda: time.sleep(5))
        told: list[Counts] = []
        taking = Import(termbase, FileReading(table), into="window")
        begin = time.perf_counter()
        busy = _lived(termbase, lambda: told.append(taking.apply_at_once().counts))
        seconds = time.perf_counter() - begin
        assert told
        assert told[0].new > 0
    return {
        "window_seconds": round(seconds, 1),
        "window_rss_mb": round(memory.highest, 1),
        "quiet_stall_ms": quiet[0],
        "stall_max_ms": busy[0],
        "quiet_save_max_ms": quiet[1],
        "save_max_ms": busy[1],
        "saves": busy[2],
    }


def _lived(termbase: "Termbase", work: Callable[[], object]) -> tuple[float, float, int]:
    """Return the longest stall and the longest save while `work` is done in a thread."""
    thread = threading.Thread(target=work)
    heart, saves = Heart(), []
    thread.start()
    while thread.is_alive():
        settle(_BETWEEN_SAVES)
        concept = _concept(len(saves) % _CHANGED, f"zorb {len(saves):06}")
        begin = time.perf_counter()
        stored = termbase.save(concept, "typed")
        saves.append((time.perf_counter() - begin) * 1e3)
        assert any(hit.concept == stored for hit in termbase.look_up(f"zorb {len(saves) - 1:06}"))
    thread.join()
    settle(_BETWEEN_SAVES)
    return round(heart.worst, 1), round(max(saves), 1), len(saves)


def _concept(number: int, text: str) -> Concept:
    term = Term(id=f"zorb{number}.en.1", text=text)
    section = LanguageSection(terms=(term,))
    return Concept(glossary="mine", id=f"zorb{number}", languages={"en": section})


def measure(concepts: int, file: Path | None) -> dict[str, float]:
    """Return the figures."""
    with tempfile.TemporaryDirectory(prefix="booth-benchmark-") as folder:
        table = file or Path(folder) / "terms.tsv"
        if file is None:
            with table.open("w", encoding="utf-8", newline="\n") as made:
                made_termbase.write(concepts, made)
        figures = by_command(table, Path(folder) / "command")
        return figures | beside_the_window(table, Path(folder) / "window")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=250_000)
    parser.add_argument("--file", type=Path, help="a term table, instead of a made one")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.concepts, given.file)
    print_figures(figures, as_json=given.json)


if __name__ == "__main__":
    main()
