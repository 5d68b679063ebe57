import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from booth_app.translation import engine
from booth_app.translation.engine import EngineUnavailable, Model
from booth_app.translation.loaded_models import LoadedModels, Stopped
from tests.language_packs import install_pack, install_packs


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return install_packs(tmp_path, [("en", "fr"), ("fr", "en"), ("en", "ar")])


def test_a_replaced_pack_is_loaded_anew(packs: Path) -> None:
    machine = LoadedModels()
    assert machine.hypotheses(["cities"], packs / "en_fr") == [["villes"]]
    install_pack(packs, "en", "fr", {"cities": "communes"})
    metadata = packs / "en_fr" / "metadata.json"
    os.utime(metadata, ns=(0, metadata.stat().st_mtime_ns + 1_000_000))
    assert machine.hypotheses(["cities"], packs / "en_fr") == [["communes"]]


def test_no_more_models_stay_loaded_than_a_pivot_needs(packs: Path) -> None:
    machine = LoadedModels()
    for name in ("en_fr", "fr_en", "en_ar", "en_fr", "fr_en"):
        machine.hypotheses(["12"], packs / name)
    assert [folder.name for folder, _ in machine._models] == ["en_fr", "fr_en"]


def test_a_translation_nobody_wants_is_left(packs: Path) -> None:
    with pytest.raises(Stopped):
        LoadedModels().hypotheses(
            ["the cities " * 50] * 8, packs / "en_fr", 4, stopped=lambda: True
        )


def test_what_is_left_ends_before_the_next_begins(
    packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = LoadedModels()
    with pytest.raises(Stopped):
        machine.hypotheses(["the cities " * 50] * 8, packs / "en_fr", 4, stopped=lambda: True)
    left = machine._under_way
    begin = Model.begin

    def begin_alone(model: Model, sentences: Sequence[str], count: int) -> Sequence[Any]:
        assert all(result.done() for result in left)
        return begin(model, sentences, count)

    monkeypatch.setattr(Model, "begin", begin_alone)
    assert len(left) == 8
    assert machine.hypotheses(["cities"], packs / "en_fr") == [["villes"]]


def test_what_the_model_cannot_do_is_told(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_MOST_PIECES", 1000)
    with pytest.raises(EngineUnavailable, match="cannot translate this"):
        LoadedModels().hypotheses(["x" * 600], packs / "en_fr")


@pytest.mark.parametrize("name", ["model/model.bin", "metadata.json", "sentencepiece.model"])
def test_a_damaged_pack_is_told_in_one_sentence(packs: Path, name: str) -> None:
    (packs / "en_fr" / name).write_bytes(b"damaged")
    with pytest.raises(EngineUnavailable, match="add it again") as told:
        LoadedModels().hypotheses(["the cities"], packs / "en_fr")
    assert "\n" not in str(told.value)
