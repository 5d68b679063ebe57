from pathlib import Path

import pytest

from booth_app.exchange.file_writing import FileUnwritable, beside


def test_a_file_stands_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.csv"
    with beside(path) as new:
        new.write_text("x")
        assert not path.exists()
    assert path.read_text() == "x"
    assert [each.name for each in path.parent.iterdir()] == ["a.csv"]


def test_what_fails_leaves_the_old_file_and_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def full() -> None:
        with beside(path) as new:
            new.write_text("half")
            raise OSError(28, "No space left on device")

    with pytest.raises(FileUnwritable) as fault:
        full()
    assert str(fault.value) == f"{path} was not written: No space left on device"
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")

    def write() -> None:
        with beside(tmp_path / "a") as new, full.open("w") as file:
            file.write("x")
            assert new.parent == tmp_path

    with pytest.raises(FileUnwritable, match="No space left"):
        write()


def test_faults_of_ours_are_raised_as_they_are(tmp_path: Path) -> None:
    def wrong() -> None:
        with beside(tmp_path / "a") as new:
            new.write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        wrong()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(FileUnwritable), beside(tmp_path / "a") as new:
        new.write_text("x")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(FileUnwritable, match=r"a is no folder$"), beside(tmp_path / "a" / "b"):
        pass
