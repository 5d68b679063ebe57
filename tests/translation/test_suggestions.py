from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from booth_app.languages import Lang
from booth_app.translation import engine
from booth_app.translation.loaded_models import Stopped
from booth_app.translation.suggestion import REASONS
from booth_app.translation.suggestions import MOST_CHARACTERS, Suggestion, Suggestions
from tests.language_packs import install_pack, install_packs, phrases

WORDS = ("cities", "and", "migrants", "mayors")
FRENCH = "Les villes accueillent les migrants avec dignité."
ARABIC = "المدن تستقبل المهاجرين مع كرامة."


class NoMachine:
    """A machine that must not be asked."""

    def hypotheses(self, *_: object) -> list[list[str]]:
        raise AssertionError("the machine was asked")


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return install_packs(tmp_path / "packs")


def suggestion(packs: Path, text: str, source: Lang, target: Lang) -> Suggestion:
    return Suggestions.opened(packs).suggest(text, source, target)


def test_french_becomes_arabic_through_english(packs: Path) -> None:
    found = suggestion(packs, FRENCH, "fr", "ar")
    assert found.text == ARABIC
    assert found.origin == "machine"
    assert found.route == ("fr", "en", "ar")
    assert found.withheld is None
    assert found.source == FRENCH


def test_a_pair_of_its_own_needs_no_pivot(packs: Path) -> None:
    found = suggestion(packs, "the cities and the migrants", "en", "es")
    assert (found.text, found.route) == ("las ciudades y los migrantes", ("en", "es"))
    install_pack(
        packs, "fr", "es", {"les villes": "los municipios", "et": "y", "migrants": "migrantes"}
    )
    direct = suggestion(packs, "les villes et migrants", "fr", "es")
    assert (direct.text, direct.route) == ("los municipios y migrantes", ("fr", "es"))


def test_a_text_of_several_sentences_and_wrapped_lines(packs: Path) -> None:
    text = "We thank the member\nstates. The cities welcome the migrants today!"
    found = suggestion(packs, text, "en", "fr")
    assert found.text == (
        "Nous remercions les États membres. Les villes accueillent les migrants aujourd'hui!"
    )


def test_alternatives_are_whole_and_different(packs: Path) -> None:
    found = suggestion(packs, "remittances and recovery for the cities", "en", "fr")
    assert found.text == "envois de fonds et relèvement pour les villes"
    assert "transferts de fonds et relèvement pour les villes" in found.alternatives
    assert found.text not in found.alternatives


def test_the_glossary_then_memory_bypass_the_machine(tmp_path: Path) -> None:
    def glossary(text: str, source: Lang, target: Lang) -> Sequence[str]:
        assert (source, target) == ("en", "fr")
        return ["relèvement", "reprise", "relèvement"] if text == "recovery" else ()

    def memory(text: str, source: Lang, target: Lang) -> Sequence[str]:
        return ["Merci à tous."]

    ready = Suggestions(tmp_path, NoMachine(), glossary=glossary, memory=memory)
    known = ready.suggest(" recovery\u202e ", "en", "fr")
    assert (known.text, known.origin, known.alternatives) == (
        "relèvement",
        "glossary",
        ("reprise",),
    )
    remembered = ready.suggest("thank you all", "en", "fr")
    assert (remembered.text, remembered.origin) == ("Merci à tous.", "memory")
    assert (remembered.route, remembered.withheld) == ((), None)


def test_the_glossarys_own_terms_go_first(packs: Path) -> None:
    def terms(text: str, source: Lang, target: Lang) -> Sequence[Sequence[str]]:
        return [["transfert de fonds", "transferts de fonds"], ["villes"]]

    ranked = Suggestions.opened(packs, terms=terms)
    found = ranked.suggest("remittances for the cities", "en", "fr")
    assert found.text == "transferts de fonds pour les villes"
    assert found.alternatives[0] == "envois de fonds pour les villes"


def test_arabic_terms_are_found_with_an_article(packs: Path) -> None:
    install_pack(packs, "en", "ar", {**phrases("en", "ar"), "the cities": ["بلدات", "وبالمدن"]})

    def terms(text: str, source: Lang, target: Lang) -> Sequence[Sequence[str]]:
        return [["المدن"]]

    found = Suggestions.opened(packs, terms=terms).suggest("the cities and refugees", "en", "ar")
    assert found.text == "وبالمدن و لاجئين"


def test_a_lost_person_is_withheld(packs: Path) -> None:
    install_pack(packs, "en", "fr", {**phrases("en", "fr"), "Vitorino": "Smith"})

    def people(text: str, source: Lang, target: Lang) -> Sequence[Sequence[str]]:
        return [("António Vitorino", "أنطونيو فيتورينو")]

    found = Suggestions.opened(packs, people=people).suggest("we thank Vitorino today", "en", "fr")
    assert (found.text, found.withheld) == (None, "names")


@pytest.mark.parametrize(
    ("text", "table", "withheld"),
    [
        ("cities", {}, "too_short"),
        ("GCM IOM 2018", {}, "too_short"),
        ("", {}, "too_short"),
        ("quick brown foxes jump high", {}, "copied"),
        ("the cities welcome refugees", {"the cities": "les les les les"}, "repeated"),
        ("cities and migrants and mayors", dict.fromkeys(WORDS, "a"), "repeated"),
        ("cities welcome mayors", {"cities": "a", "welcome": "b", "mayors": "c"}, "length"),
        ("the 12 cities and the migrants", {"12": "13"}, "numbers"),
    ],
)  # fmt: skip
def test_what_must_not_be_said_is_withheld_with_the_reason(
    packs: Path, text: str, table: dict[str, str], withheld: str
) -> None:
    install_pack(packs, "en", "fr", {**phrases("en", "fr"), **table})
    found = suggestion(packs, text, "en", "fr")
    assert (found.text, found.withheld) == (None, withheld)
    assert found.route == ("en", "fr")
    assert found.reason == REASONS[found.withheld] if found.withheld else False


def test_the_wrong_script_is_withheld(packs: Path) -> None:
    install_pack(
        packs, "en", "ar", {**phrases("en", "ar"), "migrants": "los migrantes", "welcome": "acogen"}
    )
    found = suggestion(packs, "cities welcome migrants", "en", "ar")
    assert (found.text, found.withheld) == (None, "script")


def test_one_bad_sentence_withholds_the_whole(packs: Path) -> None:
    install_pack(packs, "en", "fr", {**phrases("en", "fr"), "12": "13"})
    text = "The cities welcome the migrants. We thank 12 mayors today. " * 9
    found = suggestion(packs, text, "en", "fr")
    assert (found.text, found.withheld) == (None, "numbers")


def test_without_packs_it_says_how_to_add_them(tmp_path: Path) -> None:
    empty = Suggestions(tmp_path / "absent", NoMachine())
    found = empty.suggest(FRENCH, "fr", "ar")
    assert (found.text, found.withheld, found.route) == (None, "no_packs", ())
    assert "booth packs add" in found.reason
    half = Suggestions(install_packs(tmp_path, [("fr", "en")]), NoMachine())
    assert half.suggest(FRENCH, "fr", "ar").withheld == "no_packs"


def test_packs_that_are_added_are_noticed(tmp_path: Path) -> None:
    suggestions = Suggestions.opened(tmp_path)
    assert suggestions.suggest(FRENCH, "fr", "ar").withheld == "no_packs"
    install_packs(tmp_path)
    assert suggestions.suggest(FRENCH, "fr", "ar").text == ARABIC


def test_a_damaged_pack_is_told(packs: Path) -> None:
    (packs / "en_ar" / "model" / "model.bin").write_bytes(b"damaged")
    found = suggestion(packs, FRENCH, "fr", "ar")
    assert (found.text, found.withheld) == (None, "no_packs")
    assert "add it again" in found.reason


def test_without_the_machine_all_else_works(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def off() -> object:
        raise engine.EngineUnavailable("Machine suggestions are off: it is not there.")

    monkeypatch.setattr(engine, "_imported", off)
    suggestions = Suggestions.opened(packs)
    found = suggestions.suggest(FRENCH, "fr", "ar")
    assert (found.withheld, found.reason) == (
        "no_packs",
        "Machine suggestions are off: it is not there.",
    )


def test_a_text_is_not_translated_into_its_own_language(tmp_path: Path) -> None:
    found = Suggestions(tmp_path, NoMachine()).suggest("the cities", "en", "en")
    assert (found.text, found.withheld) == (None, "copied")


@pytest.mark.parametrize("text", ["x " * 50_000, "x" * 100_000, "\u202e\x00\ud800" * 33_000])
def test_a_hundred_thousand_characters_are_refused_at_once(packs: Path, text: str) -> None:
    found = Suggestions(packs, NoMachine()).suggest(text, "en", "fr")
    assert (found.withheld, found.source) == ("length", text)
    assert str(MOST_CHARACTERS) in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "<b>the cities</b> & <img src=x> migrants",
        "\ud800 the cities\x00 and\u2066 migrants",
        "x" * 2_900 + " a b",
    ],
)
def test_odd_texts_get_an_answer_of_some_kind(packs: Path, text: str) -> None:
    found = suggestion(packs, text, "en", "fr")
    assert found.source == text
    assert (found.text is None) == (found.withheld is not None)


def test_a_suggestion_nobody_wants_is_left(packs: Path) -> None:
    suggestions = Suggestions.opened(packs)
    with pytest.raises(Stopped):
        suggestions.answer(suggestions.phrase("the cities " * 60, "en", "fr"), lambda: True)


def test_only_the_phrase_asks_what_is_known(packs: Path) -> None:
    asked: list[str] = []

    def known(name: str) -> Callable[[str, Lang, Lang], Sequence[str]]:
        def ask(text: str, source: Lang, target: Lang) -> Sequence[str]:
            asked.append(name)
            return ()

        return ask

    suggestions = Suggestions.opened(
        packs,
        glossary=known("glossary"),
        memory=known("memory"),
        terms=known("terms"),
        people=known("people"),
    )
    phrase = suggestions.phrase(FRENCH, "fr", "ar")
    assert asked == ["glossary", "memory", "terms", "people"]
    assert suggestions.answer(phrase).text == ARABIC
    assert len(asked) == 4
