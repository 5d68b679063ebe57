from dataclasses import replace

import pytest

from booth_app.meeting.meeting import Person, Wording
from booth_app.termbase import ItemRow
from booth_app.terminology.concept import Trap
from booth_app.ui.booth.item_wording import item_pairs, look_alike
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


def test_people_traps_acronyms_proper_names_and_the_rest_own_ones_first() -> None:
    person = meeting().person("Carola Gunnarsson")
    rows = [
        row("good_practice", own=False),
        row("good_practice"),
        row("pl_sweden"),
        row("unhcr"),
        row("recovery"),
        row("imrf", own=False),
        ItemRow(None, person, True),
    ]
    found = item_pairs(rows, "en", "fr")
    assert [pair.floor.text for pair in found] == [
        "Carola Gunnarsson",
        "relèvement",
        "Haut-Commissariat des Nations Unies pour les réfugiés",
        "Suède",
        "bonne pratique",
        "Forum d'examen des migrations internationales",
        "bonne pratique",
    ]
    assert [pair.own for pair in found] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("migration", "migración", True),
        ("réponse", "response", True),
        ("mobilité internationale", "international mobility", False),
        ("relèvement", "recovery", False),
        ("traite", "trafficking", False),
        ("IOM", "OIM", False),
        ("ONU", "UN", False),
    ],
)
def test_which_terms_look_alike(one: str, other: str, alike: bool) -> None:
    assert look_alike(one, other) is alike
    assert look_alike(other, one) is alike


def test_what_looks_alike_is_left_out_unless_it_has_a_trap() -> None:
    plain = pair(fr="discrimination", en="discrimination")
    trapped = replace(plain, traps=(Trap(id="t", term="x", trap="Beware."),))
    assert item_pairs([ItemRow(plain, None, True)], "en", "fr") == []
    assert len(item_pairs([ItemRow(trapped, None, True)], "en", "fr")) == 1
    assert item_pairs([row("ircc")], "en", "fr") == []
