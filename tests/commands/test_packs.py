from pathlib import Path

import pytest

from booth_app.__main__ import main
from booth_app.paths import data_folder
from booth_app.store.lock import WriterLock


def pack(source: str, target: str) -> Path:
    """Lay a pack's folder out as it is after its installation."""
    folder = data_folder().packs / f"{source}_{target}"
    (folder / "model").mkdir(parents=True)
    (folder / "model" / "model.bin").write_bytes(b"x")
    metadata = f'{{"from_code": "{source}", "to_code": "{target}", "package_version": "1.9"}}'
    (folder / "metadata.json").write_text(metadata, encoding="utf-8")
    return folder


def test_nothing_installed_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "list"]) == 0
    assert capsys.readouterr().out == ""
    assert not data_folder().root.joinpath("lock").exists()


def test_what_is_installed_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    pack("fr", "en")
    assert main(["packs", "list"]) == 0
    assert capsys.readouterr().out == "fr en 1.9\n"


def test_removing(capsys: pytest.CaptureFixture[str]) -> None:
    folder = pack("fr", "en")
    assert main(["packs", "remove", "fr", "en"]) == 0
    assert "Removed" in capsys.readouterr().out
    assert not folder.exists()


def test_a_file_that_is_no_pack_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.argosmodel").write_bytes(b"no zip")
    assert main(["packs", "add", str(tmp_path / "bad.argosmodel")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "bad.argosmodel" in said.err


def test_beside_a_window_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    folder = pack("fr", "en")
    with WriterLock(data_folder().lock):
        assert main(["packs", "remove", "fr", "en"]) == 2
        assert main(["packs", "list"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith(f"Booth is open on {data_folder().root}")
    assert said.out == "fr en 1.9\n"
    assert folder.exists()
