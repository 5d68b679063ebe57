"""How long until the booth is painted and can look up, beside an empty window of the same toolkit.

    uv run python -m tests.benchmarks.start [--rounds 9] [--json]

Each round starts an empty QWidget and the booth in turn, each in a process of its own, from
compiled bytecode and on the same screen; the figures are medians. The first start of the booth,
which takes the glossary in, is made beforehand and not counted.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import print_figures

ROOT = Path(__file__).resolve().parents[2]

EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.done)
    def done(self):
        print("painted", time.time(), flush=True)
        QApplication.quit()

application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
sys.exit(application.exec())
"""

BOOTH = """
import sys, time
from booth_app.app import Booth
from booth_app.paths import data_folder
from booth_app.store.lock import WriterLock

def resident():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return float("nan")

lock = WriterLock(data_folder().lock)
lock.take()
booth = Booth(data_folder(), lock)
booth.window.resize(1440, 900)
booth.window.first_painted.connect(lambda: print("painted", time.time(), flush=True))
def ready():
    print("ready", time.time(), flush=True)
    from PySide6.QtCore import QTimer
    QTimer.singleShot(IDLE, end)
def end():
    print("rss", resident(), flush=True)
    booth.window.close()
booth.window.look_up_ready.connect(ready)
sys.exit(booth.run())
"""


def started(code: str, data: Path) -> dict[str, float]:
    """Run `code` in a new process; milliseconds from its start to each moment it names."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env["BOOTH_DATA_DIR"] = str(data)
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, timeout=120
    )
    if done.returncode:
        sys.exit(f"a start failed: {done.stderr[-2000:]}")
    moments = {}
    for line in done.stdout.splitlines():
        name, value = line.split()
        moments[name] = float(value) if name == "rss" else (float(value) - begin) * 1000
    return moments


def measure(rounds: int) -> dict[str, float]:
    """Return the medians over `rounds` alternating starts."""
    compileall.compile_dir(ROOT / "booth_app", quiet=1)
    empty, painted, ready = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        started(BOOTH.replace("IDLE", "2000"), data)
        for _ in range(rounds):
            empty.append(started(EMPTY, data)["painted"])
            booth = started(BOOTH.replace("IDLE", "0"), data)
            painted.append(booth["painted"])
            ready.append(booth["ready"])
        resident = started(BOOTH.replace("IDLE", "5000"), data)["rss"]
    return {
        "empty_ms": round(statistics.median(empty), 1),
        "booth_ms": round(statistics.median(painted), 1),
        "ratio": round(statistics.median(painted) / statistics.median(empty), 2),
        "lookup_ready_ms": round(statistics.median(ready), 1),
        "rss_mb": round(resident, 1),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(max(given.rounds, 9))
    print_figures(figures, as_json=given.json)


if __name__ == "__main__":
    main()
