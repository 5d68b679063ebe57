import zipfile
from pathlib import Path

import pytest

from booth_app.exchange import unpacking
from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.unpacking import members


def packed(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def test_the_names_of_what_is_in_it(tmp_path: Path) -> None:
    assert members(packed(tmp_path / "a.zip", one=b"1", two=b"2")) == {"one", "two"}


def refused(path: Path) -> str:
    with pytest.raises(FileUnreadable) as fault:
        members(path)
    assert str(path) in str(fault.value)
    return fault.value.reason


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    sentence = refused(packed(tmp_path / "a.zip", bomb=b"\0" * 20_000_000))
    assert "would unpack to 20,000,000" in sentence


def test_what_packs_well_and_is_small_is_no_bomb(tmp_path: Path) -> None:
    assert members(packed(tmp_path / "a.zip", sheet=b"<row/>" * 1_000_000))


def test_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "_MOST_MEMBERS", 3)
    path = packed(tmp_path / "a.zip", **{str(number): b"" for number in range(4)})
    assert "holds 4 files" in refused(path)


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/passwd", "C:/a", "C:\\a", "..\\a", "a\\..\\b"]
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    assert "leads out of it" in refused(packed(tmp_path / "a.zip", **{name: b"x"}))


@pytest.mark.parametrize("name", ["a/b..c", "...", "a/b/c.xml"])
def test_a_name_that_only_looks_so_is_not(tmp_path: Path, name: str) -> None:
    assert members(packed(tmp_path / "a.zip", **{name: b"x"})) == {name}


def test_a_password_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", one=b"1")
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "password" in refused(path)


@pytest.mark.parametrize("kept", [0, 1, 10, 60])
def test_one_that_is_cut_off_is_refused(tmp_path: Path, kept: int) -> None:
    path = packed(tmp_path / "a.zip", one=b"1" * 100)
    path.write_bytes(path.read_bytes()[:kept])
    assert "cut off or damaged" in refused(path)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "absent.zip")
