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
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform not in ("", "xcb"):
        return None
    if os.environ.get("WAYLAND_DISPLAY") and not platform:
        return None
    if not os.environ.get("DISPLAY"):
        return "Booth found no screen: start it from a desktop session (DISPLAY is not set)."
    return _x11_trouble()


def _x11_trouble() -> str | None:
    import ctypes

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
