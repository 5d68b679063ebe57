import sys

import pytest

from booth_app.commands.progress_line import ProgressLine
from booth_app.jobs import Progress


def test_a_terminal_is_told_and_told_nothing_twice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    line = ProgressLine("checking")
    for done in (500, 501, 1_000):
        line.progressed(Progress(done, 1_000))
    line.began("storing")
    line.clear()
    shown = capsys.readouterr().err.split("\r\x1b[K")
    assert shown == ["", "checking … 50 %", "checking … 100 %", "storing …", ""]


def test_elsewhere_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    line = ProgressLine("checking")
    line.progressed(Progress(0, 0))
    line.clear()
    assert capsys.readouterr().err == ""
