"""A desk with a real X11 screen and keyboard of its own, and the real program on it."""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from booth_app.paths import DataFolder
from booth_app.store.first_read import first_read
from booth_app.store.standing import Standing

TOOLS = ("Xvfb", "xdotool", "setxkbmap")
ROOT = Path(__file__).parents[3]
_PATIENCE = 20.0
"""Seconds after which a test gives up waiting for what must happen."""


def missing() -> str:
    """Return which of the tools are not installed here."""
    return ", ".join(tool for tool in TOOLS if shutil.which(tool) is None)


def until(true: Callable[[], object], what: str) -> None:
    """Wait for `true()`; `what` is what did not happen otherwise."""
    deadline = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


class Desk:
    """A screen without a window manager, and a keyboard that xdotool presses."""

    def __init__(self, display: str) -> None:
        self.environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def run(self, *words: str) -> str:
        """Run a program on this desk; return what it prints."""
        done = subprocess.run(
            words, env=self.environment, cwd=ROOT, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout.strip()

    def lay_out(self, layout: str) -> None:
        """Put a keyboard of another layout on the desk."""
        self.run("setxkbmap", layout)
        time.sleep(0.3)  # the server tells its windows of the new layout in its own time

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by xdotool's names or by X11 key code."""
        self.run("xdotool", "key", "--delay", "20", *keys)

    def hold(self, *keys: str) -> None:
        """Press keys without letting go until the last is down."""
        downs = [word for key in keys for word in ("keydown", key)]
        ups = [word for key in reversed(keys) for word in ("keyup", key)]
        self.run("xdotool", *downs, *ups)

    def type(self, text: str) -> None:
        """Type `text` on the layout that is there."""
        self.run("xdotool", "type", "--delay", "25", text)

    def window(self, name: str) -> str:
        """Return the id of the window with this title, once it is there."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            found = subprocess.run(
                ("xdotool", "search", "--onlyvisible", "--name", f"^{name}$"),
                env=self.environment,
                capture_output=True,
                text=True,
            ).stdout.split()
            if found:
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"no window {name}")

    def focus(self, window: str) -> None:
        """Give the keyboard to a window."""
        self.run("xdotool", "windowfocus", "--sync", window)


@contextlib.contextmanager
def desk() -> Iterator[Desk]:
    """Set up a desk on the first display that is free."""
    reading, writing = os.pipe()
    # Without -noreset the server forgets the layout when its last client leaves.
    server = subprocess.Popen(
        ("Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-noreset"),
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield Desk(f":{told.readline().strip()}")
    finally:
        server.terminate()
        server.wait(10)


class BoothOnDesk:
    """The real program on a data folder of its own; what it keeps is read, nothing else."""

    def __init__(self, on: Desk, folder: Path) -> None:
        self.desk = on
        self.data = DataFolder(folder)

    @property
    def standing(self) -> Standing:
        """Where the booth says it stands."""
        read = first_read(self.data, "")
        return read.standing if read else Standing()

    def setting(self, name: str) -> object:
        """Return a setting as it is kept."""
        with contextlib.suppress(FileNotFoundError):
            kept: dict[str, object] = json.loads(self.data.settings.read_text("utf-8"))
            return kept.get(name)
        return None

    def new_terms(self) -> int:
        """Return how many terms were made in the booth."""
        count = "SELECT count(*) FROM concept WHERE glossary = 'booth' AND NOT deleted"
        with contextlib.closing(
            sqlite3.connect(f"file:{self.data.database}?mode=ro", uri=True)
        ) as at:
            (found,) = at.execute(count).fetchone()
        return int(found)

    def command(self, word: str) -> None:
        """Start the program a second time with this word."""
        self.desk.run(sys.executable, "main.py", "--data-dir", str(self.data.root), word)


@contextlib.contextmanager
def booth_on(on: Desk, folder: Path) -> Iterator[BoothOnDesk]:
    """Start the program, give it the keyboard, and wait until it keeps what is done."""
    booth = BoothOnDesk(on, folder)
    program = subprocess.Popen(
        (sys.executable, "main.py", "--data-dir", str(folder)), env=on.environment, cwd=ROOT
    )
    try:
        on.focus(on.window("Booth"))
        deadline = time.monotonic() + _PATIENCE
        while not booth.standing.item and time.monotonic() < deadline:
            on.press("alt+19")  # nobody is confirmed: changes nothing, and is kept
            time.sleep(0.1)
        assert booth.standing.item, "nothing is kept"
        yield booth
    finally:
        program.terminate()
        program.wait(10)
