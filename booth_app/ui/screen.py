"""Whether a window can be opened here, found out before Qt would abort the program."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import Final

LIBRARIES: Final = (
    "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 "
    "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
"""Debian's and Ubuntu's names for what Qt needs to open a window under X11."""

_SCREENLESS: Final = ("offscreen", "minimal", "vnc")
"""Qt's platforms that need no screen."""


def trouble() -> str | None:
    """Return one sentence saying why no window can be opened, None where one can.

    Tells apart: a missing system library, a missing part of the X11 plugin, no screen, and a
    screen that does not answer. Outside Linux only the import of Qt is tried.
    """
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return _missing(str(error))
    if not sys.platform.startswith("linux"):
        return None
    wanted = [name for name in os.environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    if not wanted:  # what Qt then tries, in its order
        wanted = ["wayland", "xcb"] if os.environ.get("WAYLAND_DISPLAY") else ["xcb"]
    first: str | None = None
    for name in wanted:
        found = _trouble_of(name.split(":")[0])
        if found is None:
            return None
        first = first or found
    return first


def _trouble_of(platform: str) -> str | None:
    if platform in _SCREENLESS:
        return None
    if platform == "xcb":
        return _x11_trouble()
    if platform.startswith("wayland"):
        return _wayland_trouble()
    return (
        f"Booth opens no window on QT_QPA_PLATFORM={platform}; leave it unset, "
        "or set it to wayland, xcb or offscreen."
    )


def _wayland_trouble() -> str | None:
    import ctypes
    import socket

    try:
        ctypes.CDLL(str(_plugins() / "platforms" / "libqwayland.so"))
    except OSError as error:
        return _missing(str(error))
    if os.environ.get("WAYLAND_SOCKET"):  # a connection that was handed down
        return None
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name))
    except OSError:
        return (
            f"The screen {name} does not answer: check WAYLAND_DISPLAY, or start from the desktop."
        )
    return None


def _x11_trouble() -> str | None:
    import ctypes

    if not os.environ.get("DISPLAY"):
        return "Booth found no screen: start it from a desktop session (DISPLAY is not set)."
    try:
        ctypes.CDLL(str(_plugins() / "platforms" / "libqxcb.so"))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return _missing(str(error))
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        display = os.environ["DISPLAY"]
        return f"The screen {display} does not answer: check DISPLAY, or start from the desktop."
    return None


def _plugins() -> Path:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise ImportError("PySide6 has no folder")
    return Path(spec.origin).parent / "Qt" / "plugins"


def _missing(detail: str) -> str:
    library = detail.split(":")[0].strip() or "a library"
    if sys.platform.startswith("linux"):
        return (
            f"Booth's window needs system libraries that are missing here ({library}); install "
            f"them with: apt-get install -y --no-install-recommends {LIBRARIES}"
        )
    return f"Booth's window toolkit (PySide6) does not load here: {detail.splitlines()[0]}."
