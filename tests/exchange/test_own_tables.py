"""Booth's own workbook and CSV, written and read again."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booth_app.exchange import formats
from booth_app.exchange.losses import CSV_HOLDS
from booth_app.exchange.separated_writing import write_separated
from booth_app.exchange.workbook_writing import write_workbook
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import from_document, to_json
from booth_app.terminology.fields import held, values
from booth_app.terminology.merging import merged
from booth_app.terminology.state_marks import Revision
from tests.generated_concepts import concepts

_DAMAGE = ("\\x00", "\ufffd", "\\ufffe", "\\uffff")
PLAIN = concepts().filter(lambda each: not any(damage in str(each) for damage in _DAMAGE))
"""Concepts without what a reader takes for damage: NUL, U+FFFD and what is written as that."""
SOME = st.lists(PLAIN, min_size=1, max_size=3, unique_by=lambda each: each.id)


def seventh(concept: Concept) -> Revision:
    """Return a revision with another state before it."""
    return Revision(7, (to_json(concept), to_json(Concept(glossary="made", id=concept.id))))


def read(path: Path) -> dict[str, Concept]:
    with closing(formats.reader(path)) as reader:
        found = list(reader.concepts())
        assert reader.facts.glossary == "made"
        assert reader.report.problems == []
    assert {each.base_rev for each in found} <= {7}
    assert {len(each.marks) for each in found} <= {2}
    return {each.id: from_document("made", json.loads(each.document)) for each in found}


@settings(max_examples=60)
@given(SOME)
def test_a_workbook_comes_back_without_loss(
    tmp_path_factory: pytest.TempPathFactory, made: list[Concept]
) -> None:
    path = tmp_path_factory.mktemp("made") / "a.xlsx"
    write_workbook(path, "made", [(concept, seventh(concept)) for concept in made])
    again = read(path)
    for concept in made:
        assert values(again[concept.id]) == values(concept)


@settings(max_examples=60)
@given(SOME)
def test_a_csv_comes_back_with_all_of_its_terms(
    tmp_path_factory: pytest.TempPathFactory, made: list[Concept]
) -> None:
    with_terms = [concept for concept in made if any(concept.terms())]
    if not with_terms:
        return
    path = tmp_path_factory.mktemp("made") / "a.csv"
    write_separated(path, [(concept, seventh(concept)) for concept in made])
    again = read(path)
    assert set(again) == {concept.id for concept in with_terms}
    for concept in with_terms:
        terms = {f: v for f, v in values(concept).items() if held(f, CSV_HOLDS)}
        assert values(again[concept.id]) == terms
        with closing(formats.reader(path)) as reader:
            holds = reader.facts.holds
        merge = merged(concept, concept, again[concept.id], holds=holds)
        assert to_json(merge.concept) == to_json(concept)
        assert (merge.conflicts, merge.emptied) == ((), ())
