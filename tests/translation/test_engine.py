import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.translation import engine
from booth_app.translation.engine import EngineUnavailable, Model
from tests.language_packs import install_packs


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return install_packs(tmp_path, [("en", "fr"), ("fr", "en"), ("en", "ar")])


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Let the machine be imported anew, and again afterwards."""
    engine._imported.cache_clear()
    yield
    engine._imported.cache_clear()


def translations(pack: Path, sentences: list[str], count: int = 1) -> list[list[str]]:
    model = Model(pack)
    return [model.texts(done.result().hypotheses) for done in model.begin(sentences, count)]


def test_several_sentences_and_hypotheses(packs: Path) -> None:
    found = translations(packs / "en_fr", ["remittances", "the cities in 12 member states."], 2)
    assert found[0] == ["envois de fonds", "transferts de fonds"]
    assert found[1][0] == "les villes dans 12 États membres."
    assert translations(packs / "en_fr", []) == []


def test_a_prefix_for_the_target_language_is_taken_off(packs: Path) -> None:
    metadata = packs / "en_fr" / "metadata.json"
    fields = json.loads(metadata.read_text(encoding="utf-8"))
    metadata.write_text(json.dumps({**fields, "target_prefix": "▁les▁villes"}), encoding="utf-8")
    assert translations(packs / "en_fr", ["cities and migrants"]) == [["et migrants"]]


def test_importing_leaves_no_trace(packs: Path, forgotten: None) -> None:
    before = dict(os.environ)
    for name in [name for name in sys.modules if name.partition(".")[0] == "argostranslate"]:
        del sys.modules[name]
    assert engine.why_not() is None
    assert dict(os.environ) == before
    assert not {"stanza", "spacy", "minisbd", "torch", "onnxruntime"} & set(sys.modules)


def test_what_is_too_long_is_cut_and_ends(packs: Path) -> None:
    [[text]] = translations(packs / "en_fr", ["x" * 600])
    assert text == "x" * 255  # and the space that SentencePiece begins with


@pytest.mark.parametrize(
    "missing", ["argostranslate.package", "argostranslate.translate", "ctranslate2"]
)
def test_without_the_machine_it_says_why(
    packs: Path, forgotten: None, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    why = engine.why_not()
    assert why is not None
    assert why.startswith("Machine suggestions are off: Argos Translate does not load (")
    assert missing in why
    with pytest.raises(EngineUnavailable, match="are off"):
        Model(packs / "en_fr")
