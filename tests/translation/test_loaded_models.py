import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from booth_app.translation import engine
from booth_app.translation.engine import EngineUnavailable, Model
from booth_app.translation.loaded_models import LoadedModels, Stopped
from tests.language_packs import Shape, install_pack, install_packs

SLOW = Shape(layers=4, heads=8, width=512, inner=2048, filler=8_000, noise=1e-5)
"""Large enough to be at work for a good part of a second."""


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


LEFT_UNDER_WAY = """
import ctypes, sys
from pathlib import Path
from booth_app.translation.loaded_models import LoadedModels, Stopped
models = LoadedModels()
ctypes.pythonapi.Py_IncRef(ctypes.py_object(models))  # as when the window still holds them
wanted = [True, False]
try:
    models.hypotheses(["les villes accueillent les migrants " * 12] * 8, Path(sys.argv[1]), 4,
                      lambda: not wanted.pop(0))
except Stopped:
    print("left")
"""


def test_the_process_ends_well_while_a_translation_is_under_way(tmp_path: Path) -> None:
    install_pack(tmp_path, "fr", "en", shape=SLOW)
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", LEFT_UNDER_WAY, str(tmp_path / "fr_en")],
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert (done.returncode, done.stdout) == (0, "left\n"), done.stderr
