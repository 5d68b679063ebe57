import contextlib
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from booth_app.terminology.concept import Concept, LanguageSection
from booth_app.terminology.concept_document import from_document, to_document, to_json
from booth_app.terminology.document import InvalidDocumentError
from booth_app.terminology.plain_json import json_of
from tests.generated_concepts import concepts


@given(concepts(), st.randoms())
def test_the_json_is_that_of_the_concept(concept: Concept, random: Any) -> None:  # noqa: ANN401
    document = _shuffled(to_document(concept), random)
    assert json_of("made", document) == to_json(concept)


def _shuffled(value: Any, random: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {
            key: value[key] if key == "extra" else _shuffled(value[key], random) for key in keys
        }
    if isinstance(value, list):
        return [_shuffled(each, random) for each in value]
    return unicodedata.normalize(random.choice(("NFC", "NFD")), value)


ODD = st.one_of(
    st.none(),
    st.integers(),
    st.text(max_size=2),
    st.builds(list),
    st.builds(dict),
    st.builds(lambda: ["", "a"]),
)


@given(concepts(), st.lists(st.tuples(st.integers(0, 30), ODD), max_size=3))
@example(Concept(id="0", glossary="made", languages={"en": LanguageSection()}), [(1, "")])
@example(Concept(id="0", glossary="made", languages={"en": LanguageSection()}), [(1, [])])
def test_whatever_is_wrong_is_told_as_the_concept_s_reader_does(
    concept: Concept, odd: list[tuple[int, Any]]
) -> None:
    document = to_document(concept)
    for at, value in odd:
        parts = list(_parts(document))
        part = parts[at % len(parts)]
        part[list(part)[at % len(part)] if part else "x"] = value
    wanted = None
    with contextlib.suppress(InvalidDocumentError):
        wanted = to_json(from_document("made", document))
    if wanted is None:
        with pytest.raises(InvalidDocumentError):
            json_of("made", document)
    else:
        assert json_of("made", document) == wanted


def _parts(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _parts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _parts(each)
