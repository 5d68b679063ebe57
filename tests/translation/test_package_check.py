import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.translation.package_check import PackRefused, unpacked
from tests.language_packs import phrases, write_pack

METADATA = {"package_version": "1.9", "from_code": "fr", "to_code": "en"}
Build = Callable[[zipfile.ZipFile], None]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    also = {"stanza/resources.json": b"{}", "README.md": b"Made by hand."}
    return write_pack(tmp_path / "good.argosmodel", "fr", "en", phrases("fr", "en"), also=also)


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "into"
    folder.mkdir()
    return folder


def package(file: Path, members: Mapping[str, bytes], build: Build | None = None) -> str:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
        if build is not None:
            build(target)
    return str(file)


def metadata(**fields: object) -> dict[str, bytes]:
    return {"fr_en/metadata.json": json.dumps({**METADATA, **fields}).encode()}


def changed(good: Path, name: str, data: bytes | None) -> str:
    """Return a copy of the good package in which a member is replaced, or left out."""
    with zipfile.ZipFile(good) as source:
        members = {info.filename: source.read(info) for info in source.infolist()}
    [full] = [member for member in members if member.endswith(name)]
    if data is None:
        del members[full]
    else:
        members[full] = data
    return package(good.with_name("changed.argosmodel"), members)


def test_a_good_package_is_unpacked_without_what_is_not_needed(good: Path, into: Path) -> None:
    found = unpacked(str(good), str(into))
    assert (found["from_code"], found["to_code"], found["package_version"]) == ("fr", "en", "1.9")
    assert {file.name for file in into.iterdir()} == {
        "README.md",
        "metadata.json",
        "model",
        "sentencepiece.model",
    }
    assert json.loads((into / "metadata.json").read_text(encoding="utf-8")) == found


def link(target: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("fr_en/model/model.bin")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    target.writestr(info, "/etc/passwd")


def many(target: zipfile.ZipFile) -> None:
    for number in range(2_001):
        target.writestr(f"fr_en/{number}", "")


def twice(target: zipfile.ZipFile) -> None:
    target.writestr("fr_en/README.md", "one")
    target.writestr("fr_en/readme.md", "two")


def zeros(target: zipfile.ZipFile) -> None:
    """Add what says, truly, that it is 10 GB of zeros."""
    whole, block = zlib.compressobj(9, wbits=-15), bytes(1 << 20)
    first = whole.compress(block) + whole.flush(zlib.Z_FULL_FLUSH)
    info = zipfile.ZipInfo("fr_en/model/model.bin")
    target.writestr(info, first * (10 << 10) + whole.flush())
    info.compress_type, info.file_size = zipfile.ZIP_DEFLATED, 10 << 30


def much(target: zipfile.ZipFile) -> None:
    """Add members that are within the ratio, and too much together."""
    for number in range(3):
        info = zipfile.ZipInfo(f"fr_en/model/{number}")
        target.writestr(info, bytes(10 << 20))
        info.compress_type, info.file_size = zipfile.ZIP_DEFLATED, 1_000 << 20


def lzma(target: zipfile.ZipFile) -> None:
    target.writestr("fr_en/README.md", "x" * 100, zipfile.ZIP_LZMA)


@pytest.mark.parametrize(
    ("members", "build", "said"),
    [
        ({"/fr_en/metadata.json": b"{}"}, None, "outside its folder"),
        ({"fr_en/../../evil": b"x"}, None, "outside its folder"),
        ({"fr_en/./metadata.json": b"x"}, None, "outside its folder"),
        ({"C:/fr_en/metadata.json": b"x"}, None, "outside its folder"),
        ({"fr_en\\..\\..\\evil": b"x"}, None, "outside its folder"),
        ({"fr_en/\u202emodel": b"x"}, None, "outside its folder"),
        ({"fr_en/" + "x" * 300: b"x"}, None, "outside its folder"),
        ({}, link, "link or a device"),
        ({}, many, "2001 files"),
        ({}, twice, "two files of the same name"),
        ({}, zeros, "100 times its size"),
        ({}, much, "more than 2 GB"),
        ({}, lzma, "encrypted, or compressed"),
        ({}, None, "exactly one folder"),
        ({"metadata.json": b"{}"}, None, "exactly one folder"),
        ({"fr_en/metadata.json": b"{}", "other/file": b""}, None, "exactly one folder"),
        ({"fr_en/model/model.bin": b""}, None, "no metadata.json"),
        ({"fr_en/metadata.json": b"{"}, None, "cannot be read"),
        ({"fr_en/metadata.json": b"\xff\xfe"}, None, "cannot be read"),
        ({"fr_en/metadata.json": b"[" * 60_000}, None, "cannot be read"),
        ({"fr_en/metadata.json": b" " * 70_000}, None, "cannot be read"),
        ({"fr_en/metadata.json": b"[]"}, None, "not that of a translation pack"),
        ({"fr_en/metadata.json": b"{}"}, None, "which languages it is for"),
        (metadata(type="sbd"), None, "not that of a translation pack"),
        (metadata(from_code="de"), None, "language Booth does not know ('de')"),
        (metadata(to_code="\u202e" * 9), None, "language Booth does not know"),
        (metadata(to_code="fr"), None, "into itself"),
        (metadata(to_code=["en"]), None, "something else than short texts"),
        (metadata(to_name="x" * 1_000), None, "something else than short texts"),
        (metadata(package_version=""), None, "does not give its version"),
        (metadata(package_version="new"), None, "does not give its version"),
        (metadata(), None, "no model"),
        ({**metadata(), "fr_en/model/model.bin": b"x"}, None, "no sentencepiece.model"),
    ],
)
def test_a_bad_package_is_refused_in_one_sentence_and_nothing_escapes(
    tmp_path: Path, into: Path, members: Mapping[str, bytes], build: Build | None, said: str
) -> None:
    file = package(tmp_path / "bad.argosmodel", members, build)
    with pytest.raises(PackRefused) as refused:
        unpacked(file, str(into))
    sentence = str(refused.value)
    assert said in sentence
    assert sentence.isprintable()
    assert len(sentence) < 250
    assert {entry.name for entry in tmp_path.iterdir()} == {"bad.argosmodel", "into"}
    assert sum(f.stat().st_size for f in into.rglob("*") if f.is_file()) < 1_000


@pytest.mark.parametrize(
    "data",
    [b"", b"no zip", b"PK\x05\x06" + bytes(18), b"PK\x03\x04" + bytes(100), bytes(1 << 16)],
)
def test_what_is_no_zip_is_refused(tmp_path: Path, into: Path, data: bytes) -> None:
    file = tmp_path / "no.argosmodel"
    file.write_bytes(data)
    with pytest.raises(PackRefused):
        unpacked(str(file), str(into))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("model/model.bin", b"", "does not work"),
        ("model/model.bin", b"no model at all", "does not work"),
        ("model/model.bin", None, "no model"),
        ("sentencepiece.model", b"no model at all", "does not work"),
        ("sentencepiece.model", b"", "does not work"),
        ("sentencepiece.model", None, "no sentencepiece.model"),
        ("model/shared_vocabulary.json", b"[", "does not work"),
        ("model/shared_vocabulary.json", None, "does not work"),
    ],
)
def test_a_model_that_does_not_load_is_refused(
    good: Path, into: Path, name: str, data: bytes | None, said: str
) -> None:
    with pytest.raises(PackRefused, match=said) as refused:
        unpacked(changed(good, name, data), str(into))
    assert str(into) not in str(refused.value)


def test_an_encrypted_member_is_refused(good: Path, into: Path) -> None:
    data = bytearray(good.read_bytes())
    central = data.rindex(b"PK\x01\x02")
    data[central + 8 : central + 10] = struct.pack("<H", 1)
    good.write_bytes(data)
    with pytest.raises(PackRefused, match="encrypted"):
        unpacked(str(good), str(into))


def test_damage_inside_is_noticed(good: Path, into: Path) -> None:
    data = bytearray(good.read_bytes())
    for place in range(len(data) // 3, len(data) // 2):
        data[place] ^= 0x55
    good.write_bytes(data)
    with pytest.raises(PackRefused, match="damaged"):
        unpacked(str(good), str(into))


@given(st.binary(max_size=2_000), st.integers(0, 30_000))
def test_no_bytes_raise_anything_else(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: int
) -> None:
    folder = tmp_path_factory.mktemp("noise")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("fr_en/metadata.json", json.dumps(METADATA))
    whole = data.getvalue()
    at = place % len(whole)
    (folder / "pack").write_bytes(whole[:at] + noise + whole[at + len(noise) :])
    (folder / "into").mkdir()
    with pytest.raises(PackRefused):
        unpacked(str(folder / "pack"), str(folder / "into"))
