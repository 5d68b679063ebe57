from booth_app.translation.suggestions import Suggestion
from booth_app.ui.booth.suggestion_wording import strip_of, waiting_strip


def test_a_machines_text_names_itself_its_way_and_its_phrase() -> None:
    strip = strip_of(
        Suggestion(source="Les GLR", text="الحكومات", origin="machine", route=("fr", "en", "ar"))
    )
    assert strip.word == "machine"
    assert strip.heading == "fr to ar through en · “\u2068Les GLR\u2069”"
    assert strip.text == "الحكومات"
    assert strip.is_machine


def test_a_glossarys_answer_is_no_machines() -> None:
    strip = strip_of(Suggestion(source="relèvement", text="recovery", origin="glossary"))
    assert (strip.word, strip.is_machine) == ("glossary", False)


def test_what_was_withheld_says_why_and_shows_nothing() -> None:
    strip = strip_of(
        Suggestion(source="x", withheld="no_packs", reason="no language pack is installed")
    )
    assert strip.text == ""
    assert strip.heading == "nothing: no language pack is installed · “\u2068x\u2069”"
    assert strip_of(Suggestion(source="x")).heading.startswith("nothing: nothing came back")


def test_a_long_phrase_is_quoted_by_its_beginning_and_made_harmless() -> None:
    strip = waiting_strip("a\u202eb\n" + "x" * 500)
    assert strip.heading.startswith("at work · “\u2068a\ufffdb x")
    assert strip.heading.endswith("…\u2069”")
    assert len(strip.heading) < 100
