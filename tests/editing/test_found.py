"""The look-up of the booth, of one glossary."""

from booth_app.editing.found import found
from booth_app.termbase import Termbase
from tests.editing.made_glossaries import NAME, concept


def test_only_the_glossarys_concepts_are_found(desk_termbase: Termbase) -> None:
    for number in range(70):
        other = concept(f"o{number}", en=f"migrant caravan {number}")
        desk_termbase.save(
            type(other)(glossary="other", id=other.id, languages=other.languages), "typed"
        )
    assert found(desk_termbase, "migrant caravan", NAME) == ["c1"]
    assert found(desk_termbase, "caravana", NAME) == ["c1"]
    assert found(desk_termbase, "caravn", NAME) == ["c1"]  # a slip
    assert len(found(desk_termbase, "migrant caravan", "other")) > 50
    assert desk_termbase.glossaries() == [NAME, "other"]


def test_nothing_is_found_of_nothing(desk_termbase: Termbase) -> None:
    assert found(desk_termbase, "zzqx", NAME) == []
    assert found(desk_termbase, "caravan", "no such glossary") == []
