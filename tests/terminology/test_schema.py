import json
from typing import Any

import pytest

from booth_app.paths import bundled
from booth_app.terminology.concept_document import from_document, to_document
from booth_app.terminology.document import InvalidDocumentError
from booth_app.terminology.glossary_folder import glossary_folders, read_glossary
from booth_app.terminology.schema import FILE_NAME, concept_schema

SCHEMA = concept_schema()


def fits(value: Any, schema: dict[str, Any]) -> bool:  # noqa: ANN401
    """Tell whether `value` fits, as far as this schema goes."""
    if "enum" in schema:
        return value in schema["enum"]
    match schema["type"]:
        case "string":
            return isinstance(value, str)
        case "array":
            return isinstance(value, list) and all(fits(item, schema["items"]) for item in value)
        case _:
            inside = schema.get("properties", {})
            others = schema.get("additionalProperties", {"enum": []})
            return (
                isinstance(value, dict)
                and set(schema.get("required", ())) <= set(value)
                and all(fits(held, inside.get(key, others)) for key, held in value.items())
            )


def test_shipped_glossaries_carry_the_schema() -> None:
    for folder in glossary_folders(bundled("glossaries")):
        assert json.loads((folder / FILE_NAME).read_text(encoding="utf-8")) == SCHEMA


def test_shipped_concepts_fit_the_schema() -> None:
    for folder in glossary_folders(bundled("glossaries")):
        for concept in read_glossary(folder).concepts:
            assert fits(to_document(concept), SCHEMA)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"id": ["a"]},
        {"id": "a", "related": [{}]},
        {"id": "a", "languages": {"en": {"terms": [{"id": "t"}]}}},
        {"id": "a", "languages": {"en": {"terms": [{"id": "t", "term": "x", "type": "y"}]}}},
        {"id": "a", "languages": {"de": {}}},
    ],
)
def test_what_does_not_fit_is_no_concept_either(document: dict[str, Any]) -> None:
    assert not fits(document, SCHEMA)
    with pytest.raises(InvalidDocumentError):
        from_document("g", document)
