"""`booth show` brings the keyboard back to the window, without a window manager's help."""

import subprocess
import sys
from pathlib import Path

from tests.ui.xvfb.desk import Desk, booth_on, until

OTHER = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setWindowTitle("Other program")
field.resize(1440, 900)
field.show()
app.exec()
"""


def test_show_takes_the_keyboard_from_another_program(a_desk: Desk, tmp_path: Path) -> None:
    a_desk.lay_out("us")
    with booth_on(a_desk, tmp_path) as booth:
        other = subprocess.Popen((sys.executable, "-c", OTHER), env=a_desk.environment)
        try:
            a_desk.focus(a_desk.window("Other program"))
            a_desk.press("F4", "F4", "F4")
            assert booth.setting("target") != "es", "another program has the keyboard"
            booth.command("show")
            until(
                lambda: a_desk.run("xdotool", "getwindowfocus", "getwindowname") == "Booth", "focus"
            )
            a_desk.press("F4")
            until(lambda: booth.setting("target") == "es", "F4 reaches the booth again")
        finally:
            other.terminate()
            other.wait(10)
