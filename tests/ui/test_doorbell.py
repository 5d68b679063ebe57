import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from booth_app.ui.doorbell import Doorbell, address, ring

RING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from booth_app.ui.doorbell import ring
application = QCoreApplication([])
sys.exit(0 if ring(Path(sys.argv[1]), sys.argv[2]) else 1)
"""


def rings(folder: Path, words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RING, str(folder), words])


@pytest.mark.parametrize("words", ["show", "edit", "/tmp/une note à lire.txt"])
def test_a_second_start_is_heard(qtbot: QtBot, tmp_path: Path, words: str) -> None:
    bell = Doorbell(tmp_path)
    with qtbot.waitSignal(bell.rung, timeout=20_000) as heard:
        second = rings(tmp_path, words)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    bell.close()
    assert heard.args == [words]
    assert second.returncode == 0


def test_the_desktops_leave_to_take_the_keyboard_is_handed_over(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bell = Doorbell(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "leave-1")
    with qtbot.waitSignal(bell.rung, timeout=20_000) as heard:
        second = rings(tmp_path, "show")
        monkeypatch.delenv("XDG_ACTIVATION_TOKEN")
    second.wait(20)
    bell.close()
    assert heard.args == ["show"]
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "leave-1"
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN")


def test_nobody_at_home(qtbot: QtBot, tmp_path: Path) -> None:
    assert not ring(tmp_path, "show")


def test_a_left_over_socket_is_no_hindrance(qtbot: QtBot, tmp_path: Path) -> None:
    Path(address(tmp_path)).touch()
    bell = Doorbell(tmp_path)
    with qtbot.waitSignal(bell.rung, timeout=20_000):
        second = rings(tmp_path, "show")
    second.wait(20)
    bell.close()


@pytest.mark.skipif(os.name == "nt", reason="paths are text there")
def test_a_folder_whose_name_is_no_text_has_a_short_address(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"d\xff\xfe")
    assert address(odd).isascii()
    assert address(odd) != address(odd / "other")


def test_a_deep_folder_has_a_short_address(tmp_path: Path) -> None:
    deep = tmp_path / ("ü" * 60) / ("x" * 60)
    assert len(address(deep).encode()) <= 104
    assert address(deep) == address(deep)
    assert address(deep) != address(deep / "other")
