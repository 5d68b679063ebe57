import pickle
from pathlib import Path

import pytest

from booth_app.exchange import report
from booth_app.exchange.report import FileReport, FileUnreadable, shown, told_if_unreadable


def test_why_the_system_cannot_read_a_file_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    with pytest.raises(FileUnreadable) as fault, told_if_unreadable(path):
        path.read_bytes()
    assert str(fault.value) == f"{path} cannot be read: No such file or directory"


def test_other_faults_pass(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="is damaged"), told_if_unreadable(tmp_path):
        raise FileUnreadable(tmp_path, "is damaged")
    with pytest.raises(KeyError), told_if_unreadable(tmp_path):
        raise KeyError


def test_a_fault_comes_whole_out_of_another_process(tmp_path: Path) -> None:
    came = pickle.loads(pickle.dumps(FileUnreadable(tmp_path, "is damaged")))
    assert (came.path, came.reason) == (tmp_path, "is damaged")


def test_problems_beyond_many_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "_MOST", 2)
    told = FileReport()
    for line in range(1, 5):
        told.tell(line, "It is wrong")
    assert [problem.line for problem in told.problems] == [1, 2]
    assert told.untold == 2


def test_a_text_is_named_short_and_on_one_line() -> None:
    assert shown(" a\nb\u200f ") == "“a b”"
    assert shown("x" * 40) == f"“{'x' * 40}”"
    assert shown("x" * 41) == f"“{'x' * 40}…”"
    assert shown(" " * 100) == "“…”"
