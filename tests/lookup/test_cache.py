import json
from pathlib import Path

import pytest

from booth_app.lookup import cache
from booth_app.lookup.index import Index
from booth_app.lookup.terms import Searchable
from booth_app.terminology.concept import ConceptKey

TERMS = [
    Searchable("one", "gcm", "en", "Global Compact", "preferred"),
    Searchable("one", "mayor", "ar", "رؤساء البلديات", "admitted", form_of="رئيس البلدية"),
    Searchable("two", "odd", "fr", "lone \ud800 surrogate\nand line", "deprecated", heard=True),
]
ASKED = ("compact", "رؤساء البلديات", "surrogate", "copmact", "kompakt")


def answers(index: Index) -> list[object]:
    return [index.look_up(text, 5) for text in ASKED]


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    index = Index.build(TERMS)
    index.save(tmp_path / "new" / "folder")
    loaded = Index.load(tmp_path / "new" / "folder")
    assert loaded is not None
    assert answers(loaded) == answers(index)
    spot = index.spotter().spot("the Global Compacts", "en")
    assert loaded.spotter().spot("the Global Compacts", "en") == spot != []


@pytest.mark.parametrize("size", [0, 3, 50])
def test_words_are_the_same_however_many_are_split_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    Index.build(TERMS).save(tmp_path)
    whole = cache.read(tmp_path)
    monkeypatch.setattr(cache, "_SPLIT", size)
    again = cache.read(tmp_path)
    assert whole is not None
    assert again is not None
    assert again.vocabulary.words == whole.vocabulary.words
    assert len(again.vocabulary.words) > 1


def test_changes_are_saved_with_the_rest_and_people_are_not(tmp_path: Path) -> None:
    index = Index.build(TERMS)
    index.follow([("Ahmed Skim", [("fr", "Ahmed Skim")])], {ConceptKey("one", "gcm")})
    index.replace(ConceptKey("one", "gcm"), [Searchable("one", "gcm", "en", "renamed")])
    index.save(tmp_path)
    loaded = Index.load(tmp_path)
    assert loaded is not None
    assert [m.key for m in loaded.look_up("renamed", 5)] == [ConceptKey("one", "gcm")]
    assert loaded.look_up("compact", 5) == loaded.look_up("skim", 5) == []
    assert len(loaded.look_up("surrogate", 5)) == 1


def test_an_empty_index_is_saved_too(tmp_path: Path) -> None:
    Index.build([]).save(tmp_path)
    loaded = Index.load(tmp_path)
    assert loaded is not None
    assert loaded.look_up("a", 5) == []


def test_none_where_none_was_saved(tmp_path: Path) -> None:
    assert Index.load(tmp_path / "nowhere") is None


@pytest.mark.parametrize("length", [-1, 10**14])
def test_none_where_a_length_is_none(tmp_path: Path, length: int) -> None:
    Index.build(TERMS).save(tmp_path)
    head, _, columns = (tmp_path / cache.FILE).read_bytes().partition(b"\n")
    plain = json.loads(head)
    for column in plain["columns"]:
        column[2] = length
        (tmp_path / cache.FILE).write_bytes(json.dumps(plain).encode() + b"\n" + columns)
        assert Index.load(tmp_path) is None


def test_none_where_the_head_has_no_end(tmp_path: Path) -> None:
    (tmp_path / cache.FILE).write_bytes(b"[" * 99_999)
    assert Index.load(tmp_path) is None


def test_none_where_it_is_cut_short_anywhere(tmp_path: Path) -> None:
    Index.build(TERMS).save(tmp_path)
    whole = (tmp_path / cache.FILE).read_bytes()
    for length in range(0, len(whole), 97):
        (tmp_path / cache.FILE).write_bytes(whole[:length])
        assert Index.load(tmp_path) is None


def test_none_where_a_byte_is_wrong(tmp_path: Path) -> None:
    Index.build(TERMS).save(tmp_path)
    whole = bytearray((tmp_path / cache.FILE).read_bytes())
    for at in range(0, len(whole), 131):
        whole[at] ^= 0x41
        (tmp_path / cache.FILE).write_bytes(bytes(whole))
        assert Index.load(tmp_path) is None
        whole[at] ^= 0x41


def test_none_where_another_version_wrote_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Index.build(TERMS).save(tmp_path)
    monkeypatch.setattr(cache, "FORMAT", "booth look-up 1, folding 999")
    assert Index.load(tmp_path) is None


def test_nothing_is_left_beside_it(tmp_path: Path) -> None:
    index = Index.build(TERMS)
    index.save(tmp_path)
    index.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [cache.FILE]
