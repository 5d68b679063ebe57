from dataclasses import replace

from booth_app.meeting.meeting import Person, Wording
from booth_app.termbase import ItemRow
from booth_app.ui.booth.item_wording import item_pairs
from tests.ui.booth.hits import concept, meeting, pair, with_term


def row(name: str, *, own: bool = True) -> ItemRow:
    return ItemRow(concept(name), None, own)


def test_the_floors_form_and_the_targets_with_abbreviations() -> None:
    (found,) = item_pairs([row("gfmd")], "en", "fr")
    assert found.floor[:3] == (
        "Forum mondial sur la migration et le développement",
        "fr",
        "FMMD",
    )
    assert found.target[:3] == ("Global Forum on Migration and Development", "en", "GFMD")
    assert found.target.briefs == ("GFMD",)
    assert not found.loud
    assert found.own


def test_an_abbreviation_answers_only_an_abbreviation() -> None:
    (found,) = item_pairs([row("gfmd")], "ar", "fr")
    assert found.target.beside == ""
    assert found.floor.briefs == ()


def test_where_floor_and_target_are_one_another_language_stands_on_the_left() -> None:
    (found,) = item_pairs([row("recovery")], "fr", "fr")
    assert (found.floor.lang, found.target.lang) == ("en", "fr")


def test_what_was_not_read_is_loud_unless_approved() -> None:
    unread = with_term(concept("recovery"), "en", attested="none")
    approved = with_term(unread, "en", approval="approved")
    booth = replace(concept("recovery"), glossary="booth")
    rows = [ItemRow(of, None, False) for of in (unread, approved, booth)]
    assert [found.loud for found in item_pairs(rows, "en", "fr")] == [True, False, True]


def test_rows_with_nothing_to_say_are_left_out() -> None:
    rows = [ItemRow(pair(fr="pacte"), None, True), ItemRow(None, None, True)]
    assert item_pairs(rows, "en", "fr") == []
    assert item_pairs([ItemRow(pair(en="deal"), None, True)], "en", "fr") == []


def test_people_go_from_name_to_title() -> None:
    person = meeting().person("Carola Gunnarsson")
    (found,) = item_pairs([ItemRow(None, person, True)], "ar", "fr")
    assert found.floor.text == "Carola Gunnarsson"
    assert found.target.lang == "ar"
    assert found.loud
    (nobody,) = item_pairs([ItemRow(None, Person(name="X\u202e"), True)], "en", "fr")
    assert nobody.target.text == "X\ufffd"
    verified = Person(name="A", title={"en": Wording("Mayor", True)}, verified=True)
    assert not item_pairs([ItemRow(None, verified, True)], "en", "fr")[0].loud
