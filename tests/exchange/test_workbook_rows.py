import json
from typing import Any

import pytest

from booth_app.exchange.workbook_rows import concept_in, term_in, with_terms


class Told(list[str]):
    """Collects what is told."""

    def __call__(self, said: str) -> None:
        """Take a sentence."""
        self.append(said)


def term(**cells: str) -> tuple[Any, Told]:
    told = Told()
    return term_in(cells, told), told


def test_a_row_is_a_term_with_what_its_columns_say() -> None:
    found, told = term(
        lang="fr-CA", term="route", term_id="t_1", status="preferred", term_type="full_form",
        forms="routes\nrte", extra='{"a": "b"}', base_rev="7",
    )  # fmt: skip
    assert found == (
        "fr",
        {
            "id": "t_1",
            "term": "route",
            "status": "preferred",
            "type": "full_form",
            "region": "CA",
            "forms": ["routes", "rte"],
            "extra": {"a": "b"},
        },
    )
    assert told == []


def test_the_region_of_the_column_goes_before_that_of_the_language() -> None:
    found, _ = term(lang="fr-CA", term="route", region="BE")
    assert found[1]["region"] == "BE"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"lang": "zz", "term": "x"}, "“zz” is no language"),
        ({"term": "x"}, "“” is no language"),
        ({"lang": "en", "term": "  "}, "empty"),
        ({"lang": "en"}, "empty"),
    ],
)
def test_a_row_that_is_no_term_is_told(cells: dict[str, str], said: str) -> None:
    found, told = term(**cells)
    assert found is None
    assert [said in each for each in told] == [True]


@pytest.mark.parametrize(
    ("column", "key"), [("status", "status"), ("term_type", "type"), ("attested", "attested")]
)
def test_a_word_of_no_list_is_left_empty_and_told(column: str, key: str) -> None:
    found, told = term(lang="en", term="x", **{column: "wonderful"})
    assert key not in found[1]
    assert ["“wonderful” is none of" in each for each in told] == [True]


@pytest.mark.parametrize("cell", ["{", "[]", "1", "null", "[" * 100_000])
def test_json_that_booth_never_wrote_is_left_out_and_told(cell: str) -> None:
    found, told = term(lang="en", term="x", extra=cell)
    assert "extra" not in found[1]
    assert ["extra is not as Booth writes it" in each for each in told] == [True]


def test_a_concept_has_sections_references_and_relations() -> None:
    told = Told()
    found = concept_in(
        {
            "subject": "law",
            "external_refs": "IATE: 42\nno system",
            "related": "broader: c_1\nc_2",
            "definition_fr": "Un texte.",
            "definition_source_fr": "ONU",
            "traps": json.dumps([{"id": "a", "trap": "b"}]),
            "since": " 2022-05-20 ",
        },
        told,
    )
    assert found["external"] == [{"system": "IATE", "id": "42"}, {"system": "?", "id": "no system"}]
    assert found["related"] == [
        {"type": "broader", "to": "c_1"},
        {"type": "related", "to": "c_2"},
    ]
    assert found["languages"]["fr"] == {"definition": "Un texte.", "definition_source": "ONU"}
    assert (found["subject"], found["since"]) == ("law", "2022-05-20")
    assert [trap["id"] for trap in found["traps"]] == ["a"]
    assert told == []


def test_terms_without_an_id_or_with_anothers_get_one() -> None:
    told = Told()
    terms = [
        ("en", {"id": "t", "term": "a"}),
        ("en", {"id": "t", "term": "b"}),
        ("fr", {"id": "", "term": "c"}),
        ("de", {"id": "", "term": "d"}),
        ("de", {"id": "", "term": "e"}),
    ]
    found = with_terms({"languages": {}, "extra": {"kept": "x"}}, "c", terms, told)
    assert [term["id"] for term in found["languages"]["en"]["terms"]] == ["t", "-.en.2"]
    assert [term["id"] for term in found["languages"]["fr"]["terms"]] == ["-.fr.1"]
    assert found["extra"] == {"kept": "x", "de": "d\ne"}
    assert ["“t” stands there twice" in each for each in told] == [True]
    assert set(found["languages"]) == {"en", "fr"}
