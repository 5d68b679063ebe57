from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.editing import remembered
from booth_app.paths import DataFolder
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept
from booth_app.terminology.house_style import NO_STYLE, HouseStyle


@pytest.fixture
def termbase(tmp_path: Path) -> Iterator[Termbase]:
    none = tmp_path / "none"
    none.mkdir()
    opened = Termbase.open(DataFolder(tmp_path / "data"), "Ana", write=True, glossaries=none)
    opened.save(Concept(glossary="mine", id="c"), "typed")
    yield opened
    opened.close()


def test_a_house_style_is_the_glossary_s_own(termbase: Termbase) -> None:
    assert remembered.house_style(termbase, "mine") == NO_STYLE
    chosen = HouseStyle(digits="arabic", africa="أفريقيا", posts={"fr": "lower"})
    remembered.keep_house_style(termbase, "mine", chosen)
    assert remembered.house_style(termbase, "mine") == chosen
    assert remembered.house_style(termbase, "none") == NO_STYLE


def test_columns_are_remembered_by_their_header(termbase: Termbase) -> None:
    assert remembered.columns(termbase, "k") == {}
    remembered.keep_columns(termbase, "k", {"1": "fr"})
    remembered.keep_columns(termbase, "k", {"1": "es", "Nota": "note"})
    assert remembered.columns(termbase, "k") == {"1": "es", "Nota": "note"}
