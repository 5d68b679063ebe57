from dataclasses import replace
from datetime import date

import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.termbase import Hit, Matched
from booth_app.terminology.concept import Concept, LanguageSection, Term, Trap
from booth_app.ui.booth.printed import Printed
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.trap_wording import cautions
from booth_app.ui.booth.wording import answer_language, term_printed
from tests.ui.booth.hits import concept, hit, pair, person_hit, with_term

DAY = date(2021, 1, 22)


def printed(found: Hit, query: str = "", target: Lang = "en", floor: Lang = "fr") -> Printed:
    wanted = answer_language([found], query or found.matched.term, target, floor)
    return term_printed(found, wanted, Seat(target, floor, day=DAY))


@pytest.mark.parametrize(
    ("found", "query", "target", "floor", "answer"),
    [
        (hit("imrf", "fr", "IMRF"), "imrf", "en", "fr", "en"),
        (hit("imrf", "en", "IMRF"), "imrf", "en", "fr", "en"),
        (hit("recovery", "fr", "relèvement"), "relevement", "en", "fr", "en"),
        (hit("recovery", "en", "recovery"), "recovery", "en", "fr", "fr"),
        (hit("recovery", "en", "recovery"), "reco", "en", "es", "es"),
        (hit("recovery", "en", "recovery"), "recovery", "es", "fr", "es"),
        (hit("recovery", "en", "recovery"), "recovery", "en", "en", "en"),
        # The French name begins with the word typed too, so it may as well have been heard.
        (hit("imrf", "en", "International Migration Review Forum"), "forum", "en", "fr", "en"),
        (hit("recovery", "ar", "التعافي"), "التعافي", "ar", "fr", "fr"),
    ],
)
def test_who_types_the_targets_own_word_wants_the_floors(
    found: Hit, query: str, target: Lang, floor: Lang, answer: Lang
) -> None:
    assert answer_language([found], query, target, floor) == answer


def test_a_word_of_the_target_stays_there_where_the_floor_has_none() -> None:
    relay = hit(pair(en="relay", es="relé"), "en", "relay")
    assert answer_language([relay], "relay", "en", "fr") == "en"


def test_a_query_that_fits_another_language_among_the_hits_is_answered_in_the_target() -> None:
    policy = hit(pair(en="migration policy", fr="politique migratoire"), "en", "migration policy")
    organisation = hit("iom", "en", "International Organization for Migration")
    assert answer_language([policy], "migration", "en", "fr") == "fr"
    assert answer_language([policy, organisation], "migration", "en", "fr") == "en"


def test_people_and_nothing_are_answered_in_the_target() -> None:
    assert answer_language([person_hit("Carola Gunnarsson")], "gunn", "en", "fr") == "en"
    assert answer_language([], "zzz", "en", "fr") == "en"


def test_an_answer_in_another_language_than_the_target_is_tagged() -> None:
    shown = printed(hit("recovery", "en", "recovery"))
    assert (shown.lang, shown.tag, shown.text) == ("fr", "FR", "relèvement")
    assert shown.line.startswith("FR relèvement; ")
    assert printed(hit("recovery", "fr", "relèvement")).tag == ""


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("open-sdg/sdg-translations translations/{en,fr}/global.yml", "open-sdg/sdg-translations"),
        ("concept note of the meeting (concept-note-fr.txt)", "concept note of the meeting"),
        ("A/RES/73/195", "A/RES/73/195"),
        ("SDG target/indicator 17.14", "SDG target/indicator 17.14"),
        ("notes.txt", "notes.txt"),
    ],
)
def test_a_source_is_told_without_the_file_it_was_found_in(source: str, told: str) -> None:
    sourced = with_term(concept("recovery"), "en", source=source)
    shown = printed(replace(hit("recovery", "fr", "relèvement"), concept=sourced))
    assert shown.origin.details[0] == f"\u2068{told}\u2069"


def test_the_answer_is_the_preferred_term_with_its_abbreviation_and_origin() -> None:
    shown = printed(hit("imrf", "fr", "Forum d'examen des migrations internationales"))
    assert (shown.lang, shown.text, shown.beside, shown.full) == (
        "en",
        "International Migration Review Forum",
        "IMRF",
        "",
    )
    assert shown.origin[:3] == ("disc", "official", False)
    assert shown.origin.details[-1] == "this meeting"
    assert shown.notices == ()


def test_the_other_languages_follow_in_their_order_each_with_what_was_found_in_it() -> None:
    shown = printed(hit("gcm", "fr", "Pacte de Marrakech"))
    assert [other.lang for other in shown.others] == ["fr", "es", "ar"]
    assert shown.others[0].text.startswith("Pacte mondial pour des migrations")
    assert shown.others[0].beside == ("PMM", "Pacte de Marrakech")
    assert shown.others[2].beside == ()


def test_a_found_synonym_of_the_answers_language_is_told_in_the_origin_line() -> None:
    shown = printed(hit("trafficking", "en", "human trafficking"), target="en", floor="en")
    assert "found as “\u2068human trafficking\u2069”" in shown.origin.details


def test_only_the_languages_that_are_read_are_printed_in_their_order() -> None:
    found = hit("gcm", "es", "Pacto Mundial para la Migración Segura, Ordenada y Regular")
    seat = Seat("en", "fr", ("ar", "fr"))
    shown = term_printed(found, "en", seat)
    assert [other.lang for other in shown.others] == ["ar", "fr"]
    assert any(detail.startswith("found as “") for detail in shown.origin.details)
    all_read = term_printed(found, "en", seat._replace(reads=LANGUAGES))
    assert not any(detail.startswith("found as “") for detail in all_read.origin.details)
    assert term_printed(found, "en", seat._replace(reads=("en",))).others == ()


@pytest.mark.parametrize(
    ("changes", "origin"),
    [
        ({"attested": "official"}, ("disc", "official", False)),
        ({"attested": "secondary"}, ("half", "read elsewhere", False)),
        ({"attested": "none"}, ("diamond", "not read yet", True)),
        (
            {"attested": "none", "approval": "approved", "approved_by": "A. Editor"},
            ("check", "approved by \u2068A. Editor\u2069", False),
        ),
        ({"attested": "none", "approval": "approved"}, ("check", "approved", False)),
        ({"attested": "none", "approval": "in_review"}, ("diamond", "not read yet", True)),
    ],
)
def test_attested_is_not_approved_and_what_was_not_read_is_loud(
    changes: dict[str, str], origin: tuple[str, str, bool]
) -> None:
    changed = with_term(concept("imrf"), "en", **changes)
    assert printed(hit(changed, "fr", "forum")).origin[:3] == origin


def test_what_was_made_in_the_booth_says_so() -> None:
    shown = printed(hit(pair(fr="pacte vert", en="green deal"), "fr", "pacte vert"))
    assert shown.text == "green deal"
    assert shown.origin[:3] == ("plus", "booth-made", True)


def test_a_language_without_a_term_says_so_and_the_next_answers() -> None:
    shown = printed(hit(pair(fr="pacte vert", en="green deal"), "fr", "pacte vert"), target="es")
    assert (shown.lang, shown.tag, shown.text) == ("en", "EN", "green deal")
    assert shown.notices == ("no Spanish term yet",)


def test_whose_glossary_it_is() -> None:
    assert printed(hit("imrf", "fr", "IMRF", "glossary")).origin.details[-1] == "glossary"
    other = printed(hit(pair("unterm", en="x", fr="y"), "fr", "y", "other"))
    assert other.origin.details[-1] == "other glossary: \u2068unterm\u2069"


def test_heard_terms_find_and_are_not_to_be_said() -> None:
    shown = printed(hit("gcm", "ar", "الميثاق العالمي للهجرة"), floor="ar")
    assert shown.text.startswith("Global Compact")
    assert shown.notices == ("heard, not said: \u2068الميثاق العالمي للهجرة\u2069",)
    assert shown.others[-1].beside == ()


def test_deprecated_terms_are_named() -> None:
    of = concept("imrf")
    old = replace(
        of.section("fr"),
        terms=(*of.section("fr").terms, Term(id="x", text="vieux forum", status="deprecated")),
    )
    shown = printed(hit(replace(of, languages={**of.languages, "fr": old}), "fr", "vieux forum"))
    assert shown.notices == ("deprecated: \u2068vieux forum\u2069",)


def test_what_did_not_exist_yet_says_so() -> None:
    found = hit("progress_declaration", "en", "Progress Declaration")
    assert printed(found).notices == ("later than this meeting: since 2022-05-20",)
    later = term_printed(found, "en", Seat("en", "fr", day=date(2022, 5, 20)))
    assert later.notices == ()
    assert term_printed(found, "en", Seat("en", "fr")).notices == ()


def trap(name: str, term: str, *languages: Lang) -> Trap:
    return Trap(id=name, term=term, trap=name, advice="Beware.", languages=languages, status="own")


def test_traps_of_the_matched_term_come_first_then_the_targets_then_the_matched_languages() -> None:
    of = replace(
        concept("imrf"),
        traps=(
            trap("any", "x", *LANGUAGES[:1]),
            trap("heard", "x", "fr"),
            trap("into", "x", "es"),
            trap("named", "FEMI / اتفاق, IMRF"),
        ),
    )
    order = [c.text for c in cautions(of, Matched("fr", "imrf"), Seat("es", "fr"))]
    assert order == ["named Beware.", "into Beware.", "heard Beware.", "any Beware."]
    arabic = cautions(of, Matched("ar", "الاتفاق"), Seat("en", "fr"))
    assert arabic[0].text == "named Beware."
    assert arabic[0].status == "own"


def test_a_concept_without_traps_has_its_note() -> None:
    of = replace(concept("imrf"), traps=(), note="Quadrennial.")
    assert cautions(of, Matched("en", "IMRF"), Seat("en", "fr"))[0][:2] == ("Note", "Quadrennial.")
    assert cautions(replace(of, note=""), Matched("en", "IMRF"), Seat("en", "fr")) == ()


def test_hostile_text_is_made_harmless_and_keeps_its_places() -> None:
    evil = "a\u202eb<b>\n\x00"
    of = Concept(
        glossary="x\u202e",
        id="n",
        note=evil,
        languages={
            lang: LanguageSection(
                terms=(Term(id=lang, text=evil, status="preferred", source=evil, register=evil),)
            )
            for lang in LANGUAGES
        },
    )
    shown = printed(hit(of, "fr", evil, "other"), query="a")
    assert shown.text == "a\ufffdb<b> \ufffd"
    for character in "\u202e\n\x00":
        assert character not in shown.line


def test_one_line_says_the_answer_first() -> None:
    line = printed(hit("imrf", "fr", "IMRF")).line
    assert line.startswith("IMRF; International Migration Review Forum; official · ")
    assert "FR Forum d'examen des migrations internationales" in line
    assert "Trap: " in line
    assert "\n" not in line


def test_a_concept_with_nothing_to_say_does_not_pretend() -> None:
    heard = Term(id="1", text="hearsay", register="heard")
    of = Concept(glossary="g", id="n", languages={"fr": LanguageSection(terms=(heard,))})
    shown = printed(hit(of, "fr", "hearsay"))
    assert shown.origin.word == "no term that may be said"
    assert shown.notices == ("heard, not said: \u2068hearsay\u2069",)


def test_people_are_printed_elsewhere() -> None:
    with pytest.raises(ValueError, match="concept"):
        printed(person_hit("Carola Gunnarsson"))
