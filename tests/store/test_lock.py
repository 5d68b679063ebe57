import os
import subprocess
import sys
from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store.faults import BoothIsOpen, DataFolderUnusable
from booth_app.store.lock import WriterLock

_HOLDER = """
import sys
from pathlib import Path
from booth_app.paths import DataFolder
from booth_app.store.lock import WriterLock
with WriterLock(DataFolder(Path(sys.argv[1])).lock):
    print("held", flush=True)
    sys.stdin.read()
"""


def _holder(data: DataFolder) -> "subprocess.Popen[str]":
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(data.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_one_program_at_a_time(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "new" / "data")
    with _holder(data) as holder:
        lock = WriterLock(data.lock)
        with pytest.raises(BoothIsOpen, match=f"Booth is open on {data.root}"):
            lock.take()
        assert not lock.held
        holder.communicate()
    with lock:
        assert lock.held


def test_the_system_frees_the_lock_of_a_killed_program(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    with _holder(data) as holder:
        holder.kill()
        holder.communicate()
    with WriterLock(data.lock) as lock:
        assert lock.held


def test_the_same_program_is_kept_out_too(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    with WriterLock(data.lock):
        other = WriterLock(data.lock)
        other.check()  # looking at the folder must not free the lock
        with pytest.raises(BoothIsOpen):
            other.take()


def test_taking_waits_as_long_as_it_is_told(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    with _holder(data) as holder:
        holder.kill()  # frees it at some moment from now
        lock = WriterLock(data.lock)
        lock.take(wait=30)
        assert lock.held
        lock.free()
        holder.communicate()


def test_whoever_meets_the_lock_can_tell_a_window_from_a_command(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    met = WriterLock(data.lock)
    assert not met.is_of_window
    with WriterLock(data.lock, of_window=True):
        assert met.is_of_window
    with WriterLock(data.lock):
        assert not met.is_of_window


@pytest.mark.skipif(os.name == "nt", reason="folders have no such permissions there")
def test_a_folder_that_takes_no_new_file_is_unusable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = DataFolder(tmp_path)
    WriterLock(data.lock).check()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write wherever it likes
    with pytest.raises(DataFolderUnusable, match="Permission denied"):
        WriterLock(data.lock).check()


def test_an_unusable_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    data = DataFolder(tmp_path / "file" / "data")
    for ask in (WriterLock(data.lock).take, WriterLock(data.lock).check):
        with pytest.raises(DataFolderUnusable) as caught:
            ask()
        assert str(caught.value).startswith(f"The data folder {data.root} cannot be used (")
        assert "\n" not in str(caught.value)
