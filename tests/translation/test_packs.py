import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app import jobs
from booth_app.translation import packs
from booth_app.translation.packs import PackRefused, add, installed, remove
from tests.language_packs import install_packs, phrases, write_pack


def crash(file: str, into: str) -> Iterator[None]:
    """Stand in for a pack that takes its reader down."""
    os.abort()
    yield


def hunger(file: str, into: str) -> int:
    """Stand in for a pack that wants all memory."""
    return len(bytearray(1 << 40))


def pack_file(folder: Path, version: str = "1.9", said: str = "villes") -> Path:
    table = {**phrases("fr", "en"), said: ["cities"]}
    return write_pack(folder / f"fr_en-{version}.argosmodel", "fr", "en", table, version=version)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_pack_is_added_replaced_and_removed(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "packs"
    added = add(pack_file(tmp_path), folder)
    assert added.sentence == "Added français → English 1.9."
    assert names(folder) == ["fr_en"]
    [pack] = installed(folder)
    assert (pack.source, pack.target, pack.version) == ("fr", "en", "1.9")

    newer = add(pack_file(tmp_path, "1.10"), folder)
    assert newer.sentence == "Added français → English 1.10 in place of 1.9."
    older = add(pack_file(tmp_path, "1.9"), folder)
    assert older.sentence == (
        "Added français → English 1.9, which is OLDER than 1.10, replaced now."
    )
    assert names(folder) == ["fr_en"]

    assert remove(folder, "fr", "en").version == "1.9"
    assert names(folder) == []
    with pytest.raises(PackRefused, match="no language pack fr → en"):
        remove(folder, "fr", "en")


def test_what_is_refused_leaves_the_installed_pack_alone(tmp_path: Path) -> None:
    folder = install_packs(tmp_path / "packs", [("fr", "en")])
    before = (folder / "fr_en" / "metadata.json").read_bytes()
    bad = tmp_path / "bad.argosmodel"
    bad.write_bytes(b"no zip")
    with pytest.raises(PackRefused, match=r"bad\.argosmodel was not added\. It is no language"):
        add(bad, folder)
    assert names(folder) == ["fr_en"]
    assert (folder / "fr_en" / "metadata.json").read_bytes() == before


@pytest.mark.parametrize(("work", "said"), [(crash, "SIGABRT"), (hunger, "memory")])
def test_a_pack_that_takes_its_reader_down_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: object, said: str
) -> None:
    monkeypatch.setattr(packs, "unpacked", work)
    with pytest.raises(PackRefused, match=f"was not added.*{said}"):
        add(pack_file(tmp_path), tmp_path / "packs")
    assert names(tmp_path / "packs") == []


def test_no_file_and_no_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(PackRefused, match="there is no such file"):
        add(tmp_path / "absent.argosmodel", tmp_path / "packs")
    with pytest.raises(PackRefused, match="there is no such file"):
        add(tmp_path, tmp_path / "packs")
    with pytest.raises(PackRefused, match=r"/x\?y\?\?: there is no such file"):
        add(tmp_path / "x\ny\u202e\udcff", tmp_path / "packs")
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    with pytest.raises(PackRefused, match="cannot be written"):
        add(pack_file(tmp_path), in_the_way / "packs")


def test_left_overs_of_an_interrupted_adding_are_swept(tmp_path: Path) -> None:
    left = tmp_path / "packs" / ".unfinished-abc"
    (left / "model").mkdir(parents=True)
    add(pack_file(tmp_path), tmp_path / "packs")
    assert names(tmp_path / "packs") == ["fr_en"]


def test_packs_are_listed_in_the_order_of_the_languages(tmp_path: Path) -> None:
    listed = [(pack.source, pack.target) for pack in installed(install_packs(tmp_path))]
    assert listed == [
        ("en", "fr"), ("en", "es"), ("en", "ar"), ("fr", "en"), ("es", "en"), ("ar", "en"),
    ]  # fmt: skip


def test_whatever_else_lies_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    folder = install_packs(tmp_path, [("fr", "en")])
    (folder / "stray").mkdir()
    (folder / "note.txt").write_text("not a pack")
    (folder / "en_en").mkdir()
    (folder / "en_fr").write_text("a file of a pack's name")
    for name, text in (
        ("es_en", "{"),
        ("ar_en", "[]"),
        ("en_es", '{"package_version": 3, "from_code": "en", "to_code": "es"}'),
        ("en_ar", json.dumps({"package_version": "1", "from_code": "fr", "to_code": "en"})),
    ):
        shutil.copytree(folder / "fr_en", folder / name)
        (folder / name / "metadata.json").write_text(text)
    shutil.copytree(folder / "fr_en", folder / "xx_en")
    assert [pack.folder.name for pack in installed(folder)] == ["fr_en"]
    (folder / "fr_en" / "model" / "model.bin").unlink()
    assert installed(folder) == []


def test_no_folder_means_no_packs(tmp_path: Path) -> None:
    assert installed(tmp_path / "absent") == []
    assert not (tmp_path / "absent").exists()


def test_the_check_has_limits() -> None:
    limits = packs._LIMITS
    assert isinstance(limits, jobs.Limits)
    assert limits.memory <= 2 << 30
    assert limits.cpu <= 120
