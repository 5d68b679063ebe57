import pytest
from lxml import etree

from booth_app.exchange.tbx_filling import (
    add_described,
    add_seldom,
    add_term_notes,
    add_typed,
    add_visible_note,
    tag,
)
from booth_app.exchange.tbx_notes import note, said


@pytest.fixture
def part() -> etree._Element:
    return etree.Element(tag("termSec"))


def filled(part: etree._Element) -> list[str]:
    """Return each element that has a text: its name or category, and its text or what it says."""
    lines = []
    for element in part.iter():
        text = element.text or ""
        own = said(text) if etree.QName(element).localname == "note" else None
        name = element.get("type") or etree.QName(element).localname
        lines += [f"{own[0]} = {own[1]}"] if own else [f"{name}: {text}"] if text else []
    return lines


def test_a_text_that_xml_cannot_hold_is_shown_and_said_exactly(part: etree._Element) -> None:
    add_typed(part, "descrip", "subjectField", "law", "subject")
    add_typed(part, "descrip", "subjectField", "la\x07w", "subject")
    shown = filled(part)
    assert shown[0] == "subjectField: law"
    assert shown[-1] == "subject = la\x07w"
    assert len(shown) == 3


def test_a_note_that_reads_like_booths_own_is_said_as_booths(part: etree._Element) -> None:
    add_visible_note(part, None, "note")
    add_visible_note(part, "a plain note", "note")
    add_visible_note(part, note("id", "x"), "note")
    assert filled(part) == ["note: a plain note", f"note = {note('id', 'x')}"]


def test_a_definition_stands_with_its_source(part: etree._Element) -> None:
    add_described(part, "definition", "", {}, "definition_source")
    assert len(part) == 0
    document = {"definition_source": "IOM"}
    add_described(part, "definition", "a person", document, "definition_source")
    assert filled(part) == ["definition: a person", "source: IOM"]


def test_a_source_without_what_it_is_of_is_a_note(part: etree._Element) -> None:
    add_described(part, "definition", "", {"definition_source": "IOM"}, "definition_source")
    assert filled(part) == ["definition_source = IOM"]


def test_right_after_the_term_stand_its_categories_then_what_no_list_has(
    part: etree._Element,
) -> None:
    term = {
        "pos": "noun",
        "gender": "both",
        "type": "acronym",
        "region": "CH",
        "status": "preferred",
    }
    add_term_notes(part, term)
    assert filled(part) == [
        "partOfSpeech: noun",
        "termType: acronym",
        "geographicalUsage: CH",
        "administrativeStatus: preferredTerm-admn-sts",
        "gender = both",
    ]


def test_an_address_is_a_link_only_where_it_is_one(part: etree._Element) -> None:
    add_seldom(part, {"term": "x"})
    assert len(part) == 0
    add_seldom(part, {"source": "UN", "source_url": "see annex", "attested": "official"})
    assert filled(part) == ["source: UN", "source_url = see annex", "attested = official"]
    add_seldom(part, {"source_url": "https://un.org/a"})
    (link,) = part.iter(tag("xref"))
    assert link.get("target") == "https://un.org/a"
