from collections.abc import Sequence

import pytest

from booth_app.languages import Lang
from booth_app.termbase import ItemRow, Matched
from booth_app.terminology.concept import Concept, Trap
from booth_app.ui.booth.printed import Caution
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.trap_wording import cautions, definition, item_cautions
from tests.ui.booth.hits import concept, meeting, pair

KNOWN = (
    "smuggling",
    "trafficking",
    "mayor",
    "madam_mayor",
    "mr_mayor",
    "iom",
    "ilo",
    "un",
    "who",
    "mayors_mechanism",
    "mmc",
    "mptf",
)


def sharing(of: Concept, trap: Trap) -> Sequence[Concept]:
    others = (concept(name) for name in KNOWN if name != of.id)
    return [other for other in others if any(each.id == trap.id for each in other.traps)]


def first(name: str, lang: Lang, term: str, target: Lang = "en", floor: Lang = "fr") -> Caution:
    seat = Seat(target, floor, sharing=sharing)
    return cautions(concept(name), Matched(lang, term), seat)[0]


def friends(caution: Caution) -> list[tuple[str, str]]:
    return [(friend.heard.text, friend.said.text) for friend in caution.friends]


def test_false_friends_stand_side_by_side_what_was_found_first() -> None:
    assert friends(first("trafficking", "fr", "traite des êtres humains")) == [
        ("traite des êtres humains", "trafficking in persons"),
        ("trafic illicite de migrants", "smuggling of migrants"),
    ]
    assert friends(first("smuggling", "fr", "trafic de migrants", "ar"))[0] == (
        "trafic de migrants",
        "تهريب المهاجرين",
    )


def test_the_floors_form_stands_there_whatever_language_was_typed() -> None:
    found = friends(first("trafficking", "en", "human trafficking", "es", "fr"))
    assert found[0] == ("traite des personnes", "trata de personas")


def test_where_floor_and_target_are_one_another_language_is_heard() -> None:
    found = first("trafficking", "en", "human trafficking", "fr", "fr")
    assert [friend.heard.lang for friend in found.friends] == ["en", "en"]


@pytest.mark.parametrize(("name", "term"), [("mayor", "maire"), ("iom", "OIM")])
def test_concepts_that_share_a_rule_are_no_pair(name: str, term: str) -> None:
    assert first(name, "fr", term).friends == ()


def test_three_that_sound_alike_are_told_apart() -> None:
    seat = Seat("en", "fr", sharing=sharing)
    found = cautions(concept("mmc"), Matched("en", "MMC"), seat)
    assert sorted(len(caution.friends) for caution in found) == [0, 3]


def test_without_the_other_half_the_trap_is_told_in_words() -> None:
    alone = cautions(concept("trafficking"), Matched("fr", "traite"), Seat("en", "fr"))[0]
    assert alone.friends == ()
    assert alone.line.startswith("Trap: Cross false friends")
    told = first("trafficking", "fr", "traite des personnes").line
    assert told.startswith(
        "Trap: traite des personnes = trafficking in persons;"
        " trafic illicite de migrants = smuggling of migrants. Cross"
    )


@pytest.mark.parametrize(
    ("lang", "term", "line"),
    [
        ("fr", "Pacte Mondial sur la Migration", "Trap: Official French is plural"),
        ("es", "Pacto Mundial para la Migración", "Trap: Official: 'Pacto Mundial"),
        ("ar", "اتفاق مراكش بشأن الهجرة", "Trap: UN Arabic: GCM = "),
    ],
)
def test_the_trap_of_a_word_in_what_was_found_comes_first(lang: Lang, term: str, line: str) -> None:
    assert first("gcm", lang, term).line.startswith(line)


def test_a_definition_is_in_the_target_language_where_it_has_one() -> None:
    found = definition(concept("trafficking"), "fr")
    assert found is not None
    assert found.lang == "en"
    assert found.text.startswith("Recruiting")
    assert definition(pair(en="a", fr="b"), "en") is None


def test_of_an_item_its_own_terms_bring_a_trap_each() -> None:
    own = [ItemRow(concept(name), None, True) for name in ("mayor", "mmc")]
    other = ItemRow(concept("smuggling"), None, False)
    person = ItemRow(None, meeting().people[0], True)
    traps = item_cautions([other, person, *own], "fr", "en")
    expected = [concept("mayor").traps, concept("mmc").traps]
    assert all(expected)
    assert [caution.text for caution in traps] == [
        first(n, "fr", "").text for n in ("mayor", "mmc")
    ]
