"""The program from outside: one window a data folder, and what a second start does."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store.lock import WriterLock

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60


def start(data: Path, *words: str) -> subprocess.Popen[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BOOTH_DATA_DIR": str(data)}
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *words],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def listening(data: Path) -> None:
    """Wait until the window on `data` answers the door."""
    deadline = time.monotonic() + PATIENCE
    while not (data / "window").exists():
        assert time.monotonic() < deadline, "no window came"
        time.sleep(0.05)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    running = start(tmp_path)
    listening(tmp_path)
    yield running
    running.kill()
    running.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="the socket is no file there")
@pytest.mark.parametrize("words", [(), ("show",), ("edit",)])
def test_a_second_start_raises_the_first(
    window: subprocess.Popen[str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    second = start(tmp_path, *words)
    _, said = second.communicate(timeout=PATIENCE)
    assert second.returncode == 0, said
    assert window.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="the socket is no file there")
def test_beside_the_window_a_command_reads_and_does_not_write(
    window: subprocess.Popen[str], tmp_path: Path
) -> None:
    reading = start(tmp_path, "lookup", "imrf", "--json")
    found, said = reading.communicate(timeout=PATIENCE)
    assert reading.returncode == 0, said
    assert '"imrf"' in found
    pack = tmp_path / "any.argosmodel"
    pack.write_bytes(b"anything")
    writing = start(tmp_path, "packs", "add", str(pack))
    _, said = writing.communicate(timeout=PATIENCE)
    assert writing.returncode == 2
    assert said.splitlines() == [f"Booth is open on {tmp_path}"]


@pytest.mark.skipif(sys.platform == "win32", reason="the socket is no file there")
def test_two_starts_at_once_are_one_window(tmp_path: Path) -> None:
    both = [start(tmp_path), start(tmp_path)]
    deadline = time.monotonic() + PATIENCE
    while not (ended := [one for one in both if one.poll() is not None]):
        assert time.monotonic() < deadline, "both have a window"
        time.sleep(0.05)
    assert [one.returncode for one in ended] == [0]
    for one in both:
        one.kill()
        one.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no flock")
def test_a_window_that_waited_for_a_command_answers_the_door_afterwards(tmp_path: Path) -> None:
    command = WriterLock(DataFolder(tmp_path).lock)
    command.take()
    window = start(tmp_path)
    time.sleep(1)
    command.free()
    listening(tmp_path)
    second = start(tmp_path)
    second.communicate(timeout=PATIENCE)
    assert second.returncode == 0
    assert window.poll() is None
    window.kill()
    window.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_closes_the_window_in_order(
    window: subprocess.Popen[str], tmp_path: Path, number: signal.Signals
) -> None:
    window.send_signal(number)
    _, said = window.communicate(timeout=PATIENCE)
    assert window.returncode == 0
    assert "Traceback" not in said
    assert not (tmp_path / "window").exists()
    assert not (tmp_path / "booth.log").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_after_a_kill_the_next_window_opens(window: subprocess.Popen[str], tmp_path: Path) -> None:
    window.send_signal(signal.SIGKILL)
    window.wait(PATIENCE)
    (tmp_path / "window").unlink(missing_ok=True)
    again = start(tmp_path)
    listening(tmp_path)
    assert again.poll() is None
    again.terminate()
    again.communicate(timeout=PATIENCE)


def test_a_data_folder_that_cannot_be_used_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    window = start(tmp_path / "file" / "data")
    _, said = window.communicate(timeout=PATIENCE)
    assert window.returncode == 2
    (line,) = (line for line in said.splitlines() if "propagateSizeHints" not in line)
    assert str(tmp_path / "file") in line
