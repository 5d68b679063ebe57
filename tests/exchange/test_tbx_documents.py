import json

from booth_app.exchange.tbx_documents import add, join, keep_whole, take_over
from booth_app.terminology.document import Document


def test_of_two_texts_both_are_kept() -> None:
    document: Document = {}
    for text in ("one", "one", "", "two"):
        add(document, "note", text)
    add(document, "extra:origin", "a file")
    assert document == {"note": "one\ntwo", "extra": {"origin": "a file"}}


def test_a_further_section_adds_to_the_first() -> None:
    section: Document = {"definition": "a person", "extra": {"a": "1"}}
    join(section, "definition", "somebody")
    join(section, "extra", {"a": "2", "b": "3"})
    assert section == {"definition": "a person\nsomebody", "extra": {"a": "1\n2", "b": "3"}}


def test_a_section_in_another_language_is_kept_where_it_says_more_than_terms() -> None:
    into: Document = {}
    keep_whole(into, "de", {"terms": [{"term": "Flucht", "id": "c.de.1"}], "definition": ""})
    assert into == {}
    keep_whole(into, "de", {"terms": [{"term": "Flucht", "pos": "noun", "status": ""}]})
    kept = json.loads(into["extra"]["de section"])
    assert kept == {"terms": [{"term": "Flucht", "pos": "noun"}]}
    keep_whole(into, "it", {"terms": [{"term": "fuga"}], "definition": "x"})
    assert json.loads(into["extra"]["it section"])["definition"] == "x"


def test_what_a_note_of_booths_own_says_replaces_what_is_shown() -> None:
    entry: Document = {"languages": {}, "note": "shown", "extra": {"a": "1"}}
    take_over(entry, "note", "said")
    take_over(entry, "fr.definition", "une personne")
    take_over(entry, "ar.", "")
    take_over(entry, "extra", {"b": "2"})
    take_over(entry, "traps", [{"id": "t"}])
    take_over(entry, "rev", 7)  # no text, and no key that has a list
    assert entry == {
        "languages": {"fr": {"terms": [], "definition": "une personne"}, "ar": {"terms": []}},
        "note": "said",
        "extra": {"a": "1", "b": "2"},
        "traps": [{"id": "t"}],
    }


def test_within_a_term_a_key_with_a_point_is_a_key() -> None:
    term: Document = {}
    take_over(term, "fr.definition", "x")
    assert term == {"fr.definition": "x"}
