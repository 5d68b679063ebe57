import json
import zlib
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booth_app.exchange import release
from booth_app.exchange.formats import reader
from booth_app.exchange.release import ReleaseFile
from booth_app.exchange.release_writing import (
    CHECKSUM,
    HEADER,
    Release,
    folder_name,
    version_of,
    write_release,
)
from booth_app.exchange.report import FileUnreadable
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import Revision, mark
from tests.generated_concepts import concepts

RELEASE = Release(
    glossary="made",
    version="2026.11.24",
    person="Ann",
    at="2026-11-24T10:00:00+01:00",
    concepts=1,
    terms={"en": 1},
    gone={"old": "a", "older": ""},
    were={"old": mark("{}"), "older": ""},
)
CONCEPT = Concept(
    glossary="made", id="a", languages={"en": LanguageSection(terms=(Term(id="1", text="one"),))}
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / RELEASE.file_name


@pytest.fixture
def data(path: Path) -> bytes:
    write_release(path, RELEASE, [(CONCEPT, Revision())])
    return path.read_bytes()


def refused(path: Path) -> str:
    with pytest.raises(FileUnreadable) as fault, closing(ReleaseFile(path)) as release:
        list(release.concepts())
    return fault.value.reason


def signed(packed: bytes) -> bytes:
    """Return a file whose checksum fits, whoever made it."""
    import hashlib

    whole = HEADER + packed
    return whole + CHECKSUM + hashlib.sha256(whole).hexdigest().encode() + b"\n"


@settings(max_examples=40)
@given(st.lists(concepts(), max_size=4, unique_by=lambda each: each.id))
def test_a_release_comes_back(
    tmp_path_factory: pytest.TempPathFactory, made: list[Concept]
) -> None:
    path = tmp_path_factory.mktemp("made") / "a.boothglossary"
    checksum = write_release(
        path, RELEASE, [(each, Revision(1, (to_json(each),))) for each in made]
    )
    assert path.read_bytes().endswith(checksum.encode() + b"\n")
    with closing(reader(path)) as release:
        assert isinstance(release, ReleaseFile)
        assert release.release == RELEASE
        assert (release.facts.format, release.facts.glossary) == ("release", "made")
        read = list(release.concepts())
    assert [(each.id, each.document) for each in read] == [(c.id, to_json(c)) for c in made]
    assert [each.marks for each in read] == [(mark(to_json(each)),) for each in made]
    assert release.report.problems == []
    assert release.report.concepts == len(made)


def test_it_is_told_by_what_is_in_it(tmp_path: Path, data: bytes) -> None:
    other = tmp_path / "release.txt"
    other.write_bytes(data)
    with closing(reader(other)) as release:
        assert release.facts.format == "release"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_byte_changed_is_refused(path: Path, data: bytes, draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, len(data) - 1))
    bits = draw.draw(st.integers(1, 255))
    changed = bytearray(data)
    changed[at] ^= bits
    path.write_bytes(changed)
    assert refused(path)
    with pytest.raises(FileUnreadable):
        reader(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_cut_is_refused(path: Path, data: bytes, draw: st.DataObject) -> None:
    path.write_bytes(data[: draw.draw(st.integers(0, len(data) - 1))])
    assert refused(path)


def test_bytes_behind_the_end_are_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data + b"\n")
    assert "cut off or damaged" in refused(path)


def test_what_is_refused_is_told_in_a_sentence(path: Path, data: bytes) -> None:
    middle = bytearray(data)
    middle[len(data) // 2] ^= 0x55
    path.write_bytes(middle)
    assert refused(path) == (
        "was changed or damaged after it was released, its checksum does not fit: get it again"
        " from whom it came"
    )
    path.write_bytes(data[:-9])
    assert "cut off or damaged" in refused(path)
    path.write_bytes(data.replace(b"release 1\n", b"release 2\n"))
    assert refused(path) == "was released by a newer Booth: update this one to open it"
    path.unlink()
    assert "cannot be read" in refused(path)


def test_a_bomb_is_refused_before_it_is_unpacked(path: Path) -> None:
    head = json.dumps({"glossary": "made", "version": "1"}).encode() + b"\n"
    for before in (head, b""):
        path.write_bytes(signed(zlib.compress(before + b" " * 120_000_000)))
        assert path.stat().st_size > 100_000, "else what is harmless at any size bounds it"
        assert "is refused: it would unpack to more than" in refused(path)


def test_a_line_of_no_length_anyone_writes_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "_LONGEST_LINE", 1_000_000)
    head = b'{"glossary": "made", "version": "1"}'
    path.write_bytes(signed(zlib.compress(head.ljust(1_000_000))))
    with closing(ReleaseFile(path)) as read:
        assert read.release.glossary == "made"
    path.write_bytes(signed(zlib.compress(b" " * 1_000_001)))
    assert refused(path) == "is refused: a line in it is longer than 1,000,000 bytes"


def test_what_others_made_is_read_with_care(path: Path) -> None:
    head = json.dumps({"glossary": "made", "version": "1", "concepts": "many"}).encode()
    deep = b"[" * 100_000
    lines = [head, b'{"id": "a"}', b"{", deep, b"\xff", b'{"id": ""}']
    path.write_bytes(signed(zlib.compress(b"\n".join(lines))))
    with closing(ReleaseFile(path)) as release:
        assert [each.id for each in release.concepts()] == ["a"]
    assert [problem.line for problem in release.report.problems] == [3, 4, 5, 6]
    assert release.release.concepts == 0
    for nothing in (b"", b"[]\n", b"{}\n", deep):
        path.write_bytes(signed(zlib.compress(nothing)))
        assert "does not say what it is" in refused(path)
    path.write_bytes(signed(b"not packed"))
    assert "is damaged" in refused(path)


def test_the_second_of_a_day_has_a_number() -> None:
    day = date(2026, 11, 24)
    assert version_of(day, ()) == "2026.11.24"
    assert version_of(day, ("2026.11.24",)) == "2026.11.24.2"
    assert version_of(day, ("2026.11.24", "2026.11.24.2")) == "2026.11.24.3"


def test_every_name_can_be_a_files() -> None:
    assert RELEASE.file_name == "made-2026.11.24.boothglossary"
    assert folder_name("a/b: c") == "a_b_c"
    assert folder_name("../..") == "glossary"
    assert folder_name("هجرة") == "هجرة"
