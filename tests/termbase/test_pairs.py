import pytest

from booth_app.languages import Lang
from booth_app.meeting.meeting import Meeting
from booth_app.paths import DataFolder
from booth_app.store.additions import PairIncomplete
from booth_app.store.faults import StoreFault
from booth_app.termbase import Termbase
from tests.termbase.looking_up import first_of, ids_of


def test_a_new_pair_is_usable_at_once_and_signed(data: DataFolder) -> None:
    termbase = Termbase.open(data, "Ana", write=True)
    made = termbase.pairs.add(("en", " migrant\tcaravan "), ("fr", "caravane de migrants\u202e"))
    assert made.glossary == "booth"
    assert made.id.startswith("c_")
    (english,) = made.section("en").terms
    assert (english.text, english.approval, english.attested) == (
        "migrant caravan",
        "draft",
        "none",
    )
    assert english.id.startswith("t_")
    assert made.section("fr").terms[0].text == "caravane de migrants"
    assert first_of(termbase, "migrant carav") == made.id
    assert termbase.look_up("caravane")[0].concept == made
    (change,) = termbase.history(made.key)
    assert (change.person, change.origin, change.before, change.after) == (
        "Ana",
        "booth",
        None,
        made,
    )
    termbase.close()
    again = Termbase.open(data, "Ben", write=False)
    assert first_of(again, "migrant carav") == made.id
    again.close()


def test_a_pair_made_in_a_meeting_is_the_meeting_s(termbase: Termbase, meeting: Meeting) -> None:
    termbase.follow(meeting)
    termbase.pairs.add(("en", "migrant caravan"), ("fr", "caravane de migrants"))
    assert termbase.look_up("migrant caravan")[0].tier == "meeting"


def test_a_pair_is_taken_back_for_good_the_last_one_first(data: DataFolder) -> None:
    termbase = Termbase.open(data, "Ana", write=True)
    assert termbase.pairs.take_back() is None
    first = termbase.pairs.add(("en", "zorbing"), ("fr", "zorbage"))
    second = termbase.pairs.add(("en", "zymurgy"), ("ar", "علم التخمير"))
    assert termbase.pairs.take_back() == second
    assert second.id not in ids_of(termbase, "zymurgy")
    assert termbase.concept(second.key) is None
    assert first_of(termbase, "zorbing") == first.id
    termbase.close()
    again = Termbase.open(data, "Ana", write=True)
    assert second.id not in ids_of(again, "zymurgy")
    assert again.pairs.take_back() is None  # what another day made is not undone by a key
    assert [c.after for c in again.history(second.key)] == [second, None]
    again.close()


@pytest.mark.parametrize("text", ["", "  ", "\u202e", "…", "x" * 1_001, "\ud800"])
def test_a_pair_without_words_is_refused(termbase: Termbase, text: str) -> None:
    with pytest.raises(PairIncomplete) as caught:
        termbase.pairs.add(("en", "word"), ("fr", text))
    assert isinstance(caught.value, StoreFault)
    assert termbase.pairs.take_back() is None


def test_odd_texts_are_stored_as_they_can_be(termbase: Termbase) -> None:
    made = termbase.pairs.add(("en", "<b>bold</b> \ud800x"), ("fr", "' OR 1=1 --\x00"))
    assert made.section("en").terms[0].text == "<b>bold</b> \ufffdx"
    assert made.section("fr").terms[0].text == "' OR 1=1 --"
    assert termbase.concept(made.key) == made


@pytest.mark.parametrize(
    ("left", "right", "floor", "target", "expected"),
    [
        ("migrant caravan", "caravane de migrants", "fr", "en", ("en", "fr")),
        ("xyzzy", "plugh", "fr", "en", ("fr", "en")),
        ("xyzzy", "قافلة", "fr", "en", ("fr", "ar")),
        ("قافلة", "caravana de los migrantes", "fr", "en", ("ar", "es")),
        ("قافلة", "هجرة", "fr", "en", ("ar", "ar")),
        ("xyzzy", "plugh", "en", "en", ("en", "fr")),
        ("42", "٤٢", "fr", "ar", ("fr", "ar")),
    ],
)
def test_the_languages_of_a_pair(
    termbase: Termbase,
    left: str,
    right: str,
    floor: Lang,
    target: Lang,
    expected: tuple[Lang, Lang],
) -> None:
    assert termbase.pairs.languages(left, right, floor, target) == expected
