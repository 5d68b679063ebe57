import os
import subprocess
import sys
from pathlib import Path

import pytest

from booth_app.ui import screen

ROOT = Path(__file__).resolve().parents[2]


def started(**changes: str | None) -> subprocess.CompletedProcess[str]:
    """Run `booth` with environment variables set, or taken away where they are None."""
    env = {**os.environ, **{k: v for k, v in changes.items() if v is not None}}
    for name in (name for name, value in changes.items() if value is None):
        env.pop(name, None)
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is looked for on Linux alone")
@pytest.mark.parametrize("display", [None, ":4711"])
def test_without_a_screen_booth_says_so_in_one_line(display: str | None) -> None:
    done = started(QT_QPA_PLATFORM=None, WAYLAND_DISPLAY=None, DISPLAY=display)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "screen" in done.stderr or "system libraries" in done.stderr
    assert not done.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone has these")
@pytest.mark.parametrize(
    "changes",
    [
        {"WAYLAND_DISPLAY": "wayland-4711"},
        {"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": "/nowhere", "DISPLAY": ":4711"},
        {"QT_QPA_PLATFORM": "wayland"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
        {"QT_QPA_PLATFORM": "nonsense"},
        {"QT_QPA_PLATFORM": "eglfs"},
    ],
)
def test_a_screen_that_is_not_there_aborts_nothing(changes: dict[str, str]) -> None:
    absent = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY")
    done = started(**{**dict.fromkeys(absent), **changes})
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not done.stdout


def test_a_missing_library_is_named_with_what_to_install() -> None:
    said = screen._missing("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "\n" not in said
    if sys.platform.startswith("linux"):
        assert "libEGL.so.1" in said
        assert screen.LIBRARIES in said


def test_offscreen_there_is_no_trouble() -> None:
    assert screen.trouble() is None


def test_the_readme_and_ci_install_the_same_libraries() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert screen.LIBRARIES in readme
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    for library in screen.LIBRARIES.split():
        assert library in ci, library
