from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.paths import bundled
from booth_app.terminology.concept import (
    Concept,
    ConceptKey,
    LanguageSection,
    Reference,
    Relation,
    Term,
)
from booth_app.terminology.problem import Problem
from booth_app.ui.editor.term_row import TermRow
from booth_app.ui.theme import LIGHT, Look, load_fonts
from tests.ui.editor.typing_form import (
    ALT,
    COMPACT,
    CONTROL,
    FORUM,
    SHIFT,
    Key,
    Typed,
    focus,
)


@pytest.fixture
def typed(qtbot: QtBot) -> Typed:
    load_fonts(bundled("resources") / "fonts")
    return Typed(qtbot, Look(LIGHT))


def terms(count: int) -> Concept:
    """Return a concept with so many English terms."""
    made = tuple(Term(id=f"n{number}", text=f"term {number}") for number in range(count))
    return Concept(glossary="g", id="many", languages={"en": LanguageSection(terms=made)})


def test_showing_a_concept_announces_nothing_and_gives_it_back_identical(typed: Typed) -> None:
    assert typed.form.concept() is FORUM
    typed.form.show_concept(None)
    assert typed.form.concept() is None
    assert typed.said == []


def test_walking_through_every_field_changes_nothing(typed: Typed) -> None:
    typed.row("en").text.setFocus()
    for row in (typed.row("en"), typed.row("ar")):
        row.open_details(is_open=True)
    seen = set()
    while focus() is not typed.beside:
        seen.add(focus().accessibleName())
        typed.press(Key.Key_Tab)
    assert typed.said == []
    assert typed.form.concept() is FORUM
    for name in (
        "English term 1",
        "English term 1: status",
        "English term 2: source",
        "Arabic term 1: gender",
        "French term 1: draft, open details",
        "New Spanish term",
        "English definition",
        "Note for the booth",
        "Trap 1: what goes wrong",
        "Related concept, broader: Global Compact",
        "Link to another concept",
        "Subject field",
        "In use since",
        "Reference 1: id there",
    ):
        assert name in seen


def test_tab_goes_row_by_row_and_back_the_same_way(typed: Typed) -> None:
    typed.row("en").text.setFocus()
    there = []
    for _ in range(9):
        there.append(focus())
        typed.press(Key.Key_Tab)
    row = typed.row("en")
    assert there[:7] == [*row.fields.values(), row.more]
    assert there[7] is typed.row("en", 1).text
    for widget in reversed(there):
        typed.press(Key.Key_Tab, SHIFT)
        assert focus() is widget
    typed.press(Key.Key_Tab, SHIFT)
    assert focus() is typed.beside


def test_who_comes_to_a_field_by_key_goes_on_at_its_end(typed: Typed) -> None:
    typed.row("en").text.setFocus()
    typed.press(Key.Key_Return)
    typed.write("s")
    typed.press(Key.Key_Tab, times=3)
    typed.write(" en")
    typed.press(Key.Key_Tab)
    term = typed.said[-1].section("en").terms[1]
    assert (term.text, term.source) == ("IMRFs", "A/RES/73/195 en")
    typed.form.body.whole.related.add.setFocus()
    typed.press(Key.Key_Tab)
    typed.write("es")
    typed.press(Key.Key_Tab)
    assert typed.said[-1].subject == "processes"


def test_what_is_typed_is_announced_once_when_the_hands_rest(typed: Typed) -> None:
    typed.row("en").text.setFocus()
    typed.press(Key.Key_End)
    typed.write("s of it")
    assert typed.said == []
    assert typed.announced().section("en").terms[0].text == "Review Forums of it"
    typed.press(Key.Key_Tab)
    typed.qtbot.wait(350)
    assert len(typed.said) == 1


def test_leaving_a_field_announces_at_once(typed: Typed) -> None:
    typed.row("fr").text.setFocus()
    typed.write("Le ")
    typed.press(Key.Key_Tab)
    assert [c.section("fr").terms[0].text for c in typed.said] == ["Le Forum d'examen"]


def test_another_concept_gets_nothing_of_what_was_typed_into_this_one(typed: Typed) -> None:
    typed.row("fr").text.setFocus()
    typed.write("Le ")
    typed.form.show_concept(COMPACT)
    assert [c.key for c in typed.said] == [FORUM.key]
    typed.qtbot.wait(300)
    assert len(typed.said) == 1
    assert typed.form.concept() is COMPACT


def test_escape_leaves_a_field_as_it_was(typed: Typed) -> None:
    typed.row("fr").text.setFocus()
    typed.write("xyz")
    typed.announced()
    typed.press(Key.Key_Escape)
    typed.press(Key.Key_Tab)
    assert typed.said[-1] == FORUM
    typed.row("en", 1).fields["register"].setFocus()
    typed.write("heard")
    typed.press(Key.Key_Escape)
    assert typed.form.concept() == FORUM


def test_enter_goes_down_the_terms_makes_a_new_one_and_ends_in_the_next_language(
    typed: Typed,
) -> None:
    typed.row("en").text.setFocus()
    typed.press(Key.Key_Return)
    assert focus() is typed.row("en", 1).text
    typed.press(Key.Key_Return)
    typed.write("forum")
    typed.press(Key.Key_Return)
    assert typed.texts("en") == ["Review Forum", "IMRF", "forum"]
    assert len(typed.form.body.boxes["en"].rows) == 4
    typed.press(Key.Key_Return)
    assert focus() is typed.row("fr").text
    assert len(typed.form.body.boxes["en"].rows) == 3
    typed.press(Key.Key_Return, SHIFT)
    assert focus() is typed.row("en", 2).text
    new = typed.said[-1].section("en").terms[2]
    assert new.id.startswith("t_")
    assert (new.status, new.approval) == ("admitted", "draft")


def test_four_languages_are_filled_in_with_enter_alone(typed: Typed) -> None:
    typed.form.show_concept(Concept(glossary="g", id="new"))
    typed.form.new_term("en")
    for text in ("caravan", "caravane", "caravana"):
        typed.write(text)
        typed.press(Key.Key_Return, times=2)
    typed.write("قافلة")
    typed.press(Key.Key_Tab)
    assert [typed.texts(lang) for lang in ("en", "fr", "es", "ar")] == [
        ["caravan"],
        ["caravane"],
        ["caravana"],
        ["قافلة"],
    ]
    assert all(term.status == "preferred" for _, term in typed.said[-1].terms())


def test_a_new_term_left_without_text_is_none(typed: Typed) -> None:
    typed.form.new_term("es")
    typed.form.new_term("es")
    assert len(typed.form.body.boxes["es"].rows) == 1
    typed.press(Key.Key_Tab)
    assert focus() is typed.row("es").fields["status"]
    typed.beside.setFocus()
    assert typed.form.body.boxes["es"].rows == []
    assert typed.form.concept() == FORUM
    assert typed.said == []


def test_an_emptied_term_comes_back_and_the_key_that_deletes_it_is_told(typed: Typed) -> None:
    typed.row("fr").text.setFocus()
    typed.press(Key.Key_A, CONTROL)
    typed.press(Key.Key_Delete)
    typed.qtbot.wait(300)
    typed.press(Key.Key_Tab)
    typed.beside.setFocus()
    assert typed.row("fr").text.value == "Forum d'examen"
    assert "Ctrl+Shift+Del" in typed.row("fr")._problem.text()
    assert typed.said == []


def test_a_term_is_deleted_by_its_key_and_the_next_one_has_the_keyboard(typed: Typed) -> None:
    typed.row("en").text.setFocus()
    typed.press(Key.Key_Delete, CONTROL | SHIFT)
    assert [term.text for term in typed.said[-1].section("en").terms] == ["IMRF"]
    assert focus() is typed.row("en").text
    typed.press(Key.Key_Delete, CONTROL | SHIFT)
    assert focus() is typed.form.body.boxes["en"].add
    typed.form.show_concept(FORUM)  # what the window's undo shows
    assert typed.texts("en") == ["Review Forum", "IMRF"]


def test_a_term_moves_down_and_up_with_the_keyboard_in_it(typed: Typed) -> None:
    text = typed.row("en").text
    text.setFocus()
    typed.press(Key.Key_Down, ALT)
    assert [term.id for term in typed.said[-1].section("en").terms] == ["en2", "en1"]
    assert focus() is text
    assert typed.row("en", 1).text is text
    assert text.accessibleName() == "English term 2"
    typed.press(Key.Key_Up, ALT)
    assert typed.said[-1] == FORUM


def test_a_term_takes_another_status_by_key_from_its_text(typed: Typed) -> None:
    typed.row("en").text.setFocus()
    typed.press(Key.Key_PageDown, ALT, times=2)
    assert typed.announced().section("en").terms[0].status == "deprecated"
    typed.row("en", 1).fields["type"].setFocus()
    typed.press(Key.Key_Up)
    typed.press(Key.Key_Tab)
    assert typed.said[-1].section("en").terms[1].type == "short_form"


def test_details_open_by_key_and_hold_what_the_row_has_no_room_for(typed: Typed) -> None:
    typed.row("en", 1).text.setFocus()
    typed.press(Key.Key_Return, ALT)
    details = typed.row("en", 1).details
    assert details is not None
    details.fields["forms"].setFocus()
    typed.write("imrf")
    typed.press(Key.Key_Return)
    typed.write("I.M.R.F.")
    details.fields["attested"].setFocus()
    typed.press(Key.Key_Up, times=2)
    details.fields["usage_note"].setFocus()
    typed.write("a")
    typed.press(Key.Key_Return)
    typed.write("b")
    typed.press(Key.Key_Return, ALT)
    assert details.isHidden()
    assert focus() is typed.row("en", 1).text
    term = typed.said[-1].section("en").terms[1]
    assert (term.forms, term.attested, term.usage_note) == (
        ("imrf", "I.M.R.F."),
        "official",
        "a\nb",
    )


def test_who_approved_a_term_is_told_and_unknown_fields_are_shown(typed: Typed) -> None:
    term = Term(
        id="1",
        text="x",
        approval="approved",
        approved_by="Ana",
        approved_at="2026-11-24T10:00:00Z",
        extra={"geographicalUsage": "Maghreb"},
    )
    section = LanguageSection(terms=(term,), extra={"langNote": "kept"})
    typed.form.show_concept(
        Concept(glossary="g", id="a", languages={"en": section}, extra={"projectSubset": "GFMD"})
    )
    row = typed.row("en")
    row.open_details(is_open=True)
    assert row.details is not None
    assert row.details._approval.text() == "approved by Ana, 2026-11-24 10:00"
    assert row.details._extra.text() == "geographicalUsage: Maghreb"
    assert typed.form.body.boxes["en"]._extra.text() == "langNote: kept"
    assert typed.form.body.whole._extra.text() == "projectSubset: GFMD"


def test_a_concept_stored_as_it_was_typed_moves_nothing_beneath_the_fingers(typed: Typed) -> None:
    def stored(concept: Concept) -> None:
        tidy = concept.section("fr").terms[0].text.strip()
        section = LanguageSection(terms=(replace(concept.section("fr").terms[0], text=tidy),))
        languages = {**concept.languages, "fr": section}
        typed.form.show_concept(replace(concept, languages=languages))

    typed.form.changed.connect(stored)
    typed.row("fr").text.setFocus()
    typed.press(Key.Key_End)
    typed.write(" des ")
    typed.announced()
    typed.write("migrations")
    assert typed.row("fr").text.value == "Forum d'examen des migrations"
    typed.said.clear()
    assert typed.announced().section("fr").terms[0].text == "Forum d'examen des migrations"


def test_an_import_beneath_keeps_the_cursor_and_what_was_typed(typed: Typed) -> None:
    field = typed.row("fr").text
    field.setFocus()
    typed.write("Le ")
    arrived = Term(id="fr0", text="FEMI", status="admitted")
    section = LanguageSection(terms=(arrived, *FORUM.section("fr").terms), definition="d")
    typed.form.show_concept(replace(FORUM, languages={**FORUM.languages, "fr": section}))
    assert focus() is field
    assert field.textCursor().position() == 3
    assert typed.row("fr", 1).text is field
    announced = typed.announced()
    assert [term.text for term in announced.section("fr").terms] == ["FEMI", "Le Forum d'examen"]
    assert announced.section("fr").definition == "d"


def test_an_undo_beneath_shows_the_earlier_text_with_the_cursor_in_it(typed: Typed) -> None:
    typed.row("fr").text.setFocus()
    typed.write("Le ")
    typed.announced()
    typed.form.show_concept(FORUM)
    assert typed.row("fr").text.value == "Forum d'examen"
    assert focus() is typed.row("fr").text
    typed.qtbot.wait(300)
    assert len(typed.said) == 1


def test_a_date_that_is_none_is_framed_and_not_kept(typed: Typed) -> None:
    since = typed.form.body.whole.since
    since.setFocus()
    typed.press(Key.Key_End)
    typed.press(Key.Key_Backspace)
    typed.press(Key.Key_Tab)
    assert "no date" in since.accessibleDescription()
    assert typed.form.concept() == FORUM
    assert since.text() == "2022-05-2"
    typed.form.show_concept(replace(FORUM, note="stored meanwhile"))
    assert since.text() == "2022-05-2"
    since.setFocus()
    typed.press(Key.Key_End)
    typed.write("1")
    typed.press(Key.Key_Tab)
    assert not since.accessibleDescription()
    assert typed.said[-1].since == "2022-05-21"


def problem(message: str, *where: str | int) -> Problem:
    return Problem(check="c", severity="warning", message=message, concept="imrf", where=where)


def test_a_problem_frames_only_the_field_that_is_wrong(typed: Typed) -> None:
    typed.form.show_problems([problem("ends with a space", "languages", "fr", "terms", 0, "term")])
    assert typed.row("fr").text.accessibleDescription() == "Ends with a space."
    assert typed.row("fr")._problem.text() == "▲ Ends with a space."
    assert not typed.row("ar").text.accessibleDescription()
    assert not typed.row("ar")._problem.isVisible()
    typed.form.show_problems([])
    assert not typed.row("fr").text.accessibleDescription()
    assert not typed.row("fr")._problem.isVisible()


def test_what_is_at_fault_in_a_text_is_underlined_until_it_is_typed_in(typed: Typed) -> None:
    term = Term(id="1", text="𝄞 a\u202e  b", status="preferred")
    concept = replace(FORUM, languages={"en": LanguageSection(terms=(term,))})
    typed.form.show_concept(concept)
    fault = replace(problem("is odd", "languages", "en", "terms", 0, "term"), span=(4, 6))
    typed.form.show_problems([fault])
    field = typed.row("en").text
    marked = [mark.cursor.selectedText() for mark in field.extraSelections()]
    assert marked == ["  "]
    field.setFocus()
    typed.write("x")
    assert field.extraSelections() == []


def test_the_cursor_is_in_sight_in_a_text_higher_than_the_form(typed: Typed) -> None:
    typed.form.resize(800, 300)
    typed.form.show_concept(replace(FORUM, note="line\n" * 30))
    note = typed.form.body.whole.note
    note.setFocus()

    def is_seen() -> bool:
        cursor = note.viewport().mapTo(typed.form.viewport(), note.cursorRect().center())
        return typed.form.viewport().rect().contains(cursor)

    typed.press(Key.Key_End, CONTROL)
    assert is_seen()
    typed.press(Key.Key_Home, CONTROL)
    assert is_seen()


def test_a_sentence_about_arabic_runs_from_the_left(typed: Typed) -> None:
    said = problem("“المادة” is odd", "languages", "ar", "terms", 0, "term")
    typed.form.show_problems([said])
    assert typed.row("ar")._problem.text() == "\u200e▲ “\u2068المادة\u2069” is odd."


def test_the_keyboard_stays_in_the_form_when_its_row_goes_beneath(typed: Typed) -> None:
    typed.row("en", 1).text.setFocus()
    first = FORUM.section("en").terms[:1]
    languages = {**FORUM.languages, "en": LanguageSection(terms=first)}
    typed.form.show_concept(replace(FORUM, languages=languages))
    assert focus() is typed.row("en").text


def test_escape_in_another_concept_brings_back_nothing_of_the_one_before(typed: Typed) -> None:
    typed.row("en").text.setFocus()
    typed.press(Key.Key_End)
    typed.write("s")
    same_text = Term(id="other", text="Review Forums")
    other = Concept(glossary="g", id="o", languages={"en": LanguageSection(terms=(same_text,))})
    typed.form.show_concept(other)
    typed.press(Key.Key_Escape)
    assert typed.form.concept() is other


def test_a_missing_language_is_said_in_its_own_box(typed: Typed) -> None:
    typed.form.show_problems([problem("has no term in Spanish", "languages", "es")])
    assert "Spanish" in typed.form.body.boxes["es"]._problem.text()
    assert not typed.form.body.boxes["ar"]._problem.isVisible()
    typed.form.focus_where(("languages", "es"))
    assert focus() is typed.form.body.boxes["es"].add


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (("languages", "en", "terms", 1, "source"), "English term 2: source"),
        (("languages", "ar", "terms", 0, "gender"), "Arabic term 1: gender"),
        (("languages", "en", "definition"), "English definition"),
        (("languages", "en", "definition_source"), "English source of the definition"),
        (("note",), "Note for the booth"),
        (("traps", 0, "trap"), "Trap 1: word or term"),
        (("related", 0, "to"), "Related concept, broader: Global Compact"),
        (("external", 0), "Reference 1: system, such as IATE"),
    ],
)
def test_the_next_problem_has_the_keyboard(
    typed: Typed, where: tuple[str | int, ...], name: str
) -> None:
    typed.form.focus_where(where)
    assert focus().accessibleName() == name
    assert focus().isVisible()


def test_a_problem_in_closed_details_is_said_in_the_row(typed: Typed) -> None:
    typed.form.show_problems([problem("is odd", "languages", "fr", "terms", 0, "forms", 0)])
    assert typed.row("fr")._problem.text() == "▲ Is odd."
    typed.row("fr").open_details(is_open=True)
    details = typed.row("fr").details
    assert details is not None
    assert details.fields["forms"].accessibleDescription() == "Is odd."
    assert not typed.row("fr")._problem.text()


def test_a_concept_is_linked_by_typing_its_term(typed: Typed) -> None:
    typed.form.show_concept(replace(FORUM, related=()))
    related = typed.form.body.whole.related
    related.add.setFocus()
    typed.press(Key.Key_Return)
    typed.write("compact")
    typed.press(Key.Key_Return)
    assert typed.announced().related == (Relation("gcm"),)
    assert focus() is related.add
    related.chips[0].setFocus()
    typed.press(Key.Key_PageDown, ALT)
    assert typed.form.concept() == replace(FORUM, related=(Relation("gcm", "broader"),))
    typed.press(Key.Key_Return)
    assert typed.wanted == [ConceptKey("g", "gcm")]
    typed.press(Key.Key_Delete)
    assert typed.form.concept() == replace(FORUM, related=())
    assert focus() is related.add


def test_what_a_look_up_for_a_link_finds_is_in_sight(typed: Typed) -> None:
    typed.form.resize(800, 300)
    related = typed.form.body.whole.related
    related.add.setFocus()
    typed.press(Key.Key_Return)
    typed.write("compact")
    found = related.finder.found.viewport()
    assert found.visibleRegion().boundingRect() == found.rect()


def test_a_look_up_for_a_link_says_that_nothing_is_found(typed: Typed) -> None:
    related = typed.form.body.whole.related
    related.add.setFocus()
    typed.press(Key.Key_Return)
    typed.write("zzz")
    assert "No concept" in related.finder.found.item(0).text()
    assert "No concept" in focus().accessibleDescription()
    typed.press(Key.Key_Return)
    assert focus() is related.finder.field
    assert typed.form.concept() is FORUM


def test_a_look_up_for_a_link_is_left_with_escape(typed: Typed) -> None:
    related = typed.form.body.whole.related
    related.add.setFocus()
    typed.press(Key.Key_Space)
    typed.write("compact")
    typed.press(Key.Key_Escape)
    assert focus() is related.add
    assert related.finder.isHidden()
    assert typed.form.concept() is FORUM


def test_a_trap_is_begun_and_stored_once_it_says_what_goes_wrong(typed: Typed) -> None:
    typed.form.body.whole.traps.add.setFocus()
    typed.press(Key.Key_Space)
    typed.write("agenda")
    typed.press(Key.Key_Tab)
    typed.write("es fr")
    typed.press(Key.Key_Tab, times=2)
    assert typed.said == []
    typed.write("not ordre du jour")
    typed.press(Key.Key_Tab)
    trap = typed.said[-1].traps[1]
    assert (trap.term, trap.trap, trap.languages) == ("agenda", "not ordre du jour", ("fr", "es"))
    typed.press(Key.Key_Delete, CONTROL | SHIFT)
    assert typed.form.concept() == FORUM


def test_a_trap_that_was_emptied_comes_back(typed: Typed) -> None:
    typed.form.body.whole.traps.rows[0].stops()[3].setFocus()
    typed.press(Key.Key_A, CONTROL)
    typed.press(Key.Key_Delete)
    typed.beside.setFocus()
    assert typed.form.concept() == FORUM
    assert typed.form.body.whole.traps.rows[0]._fields["trap"].value == "read as letters"


def test_a_reference_is_changed_in_place(typed: Typed) -> None:
    typed.form.focus_where(("external", 0))
    typed.press(Key.Key_End)
    typed.write("X")
    typed.press(Key.Key_Tab)
    assert typed.said[-1].external[0].system == "IATEX"


def test_of_hundreds_of_links_some_are_shown_and_all_are_kept(typed: Typed) -> None:
    related = tuple(Relation(f"c{number}") for number in range(300))
    external = tuple(Reference("IATE", str(number)) for number in range(300))
    concept = replace(FORUM, related=related, external=external)
    typed.form.show_concept(concept)
    whole = typed.form.body.whole
    assert whole.related._more.text() == "and 260 more, not shown"
    assert whole.external._more.text() == "and 280 more, not shown"
    whole.related.chips[0].setFocus()
    typed.press(Key.Key_Delete)
    assert typed.announced() == replace(concept, related=related[1:])
    whole.external.add.setFocus()
    typed.press(Key.Key_Space)
    typed.write("UN")
    typed.press(Key.Key_Tab)
    typed.write("7")
    typed.press(Key.Key_Tab)
    assert len(typed.said[-1].external) == 301
    assert Reference("UN", "7") in typed.said[-1].external


def test_the_language_one_is_in_is_told_outside_terms_too(typed: Typed) -> None:
    typed.form.body.boxes["es"].add.setFocus()
    assert (typed.form.current_language, typed.form.current_term) == ("es", None)
    typed.row("ar").fields["status"].setFocus()
    assert (typed.form.current_language, typed.form.current_term) == ("ar", ("ar", "ar1"))
    typed.beside.setFocus()
    assert typed.form.current_language is None


def test_breaks_pasted_into_a_line_become_spaces(typed: Typed) -> None:
    subject = typed.form.body.whole.subject
    typed.form.show_concept(replace(FORUM, subject="a\nb"))
    assert subject.text() == "a⟨U+000A⟩b"
    subject.setFocus()
    typed.press(Key.Key_End)
    QGuiApplication.clipboard().setText(" one\r\ntwo\u202e")
    typed.press(Key.Key_V, CONTROL)
    assert subject.text() == "a⟨U+000A⟩b one two⟨U+202E⟩"
    typed.press(Key.Key_Backspace)
    typed.press(Key.Key_Tab)
    assert typed.said[-1].subject == "a\nb one two"


def test_the_own_language_stands_first(typed: Typed) -> None:
    typed.form.show_languages(["ar"])
    boxes = typed.form.body.boxes
    assert (boxes["ar"].x(), boxes["ar"].y()) < (boxes["en"].x(), boxes["en"].y())
    typed.form.body.boxes["ar"].add.setFocus()
    typed.press(Key.Key_Tab, times=2)
    assert focus() is typed.row("en").text


def test_nothing_can_be_typed_while_it_is_for_reading_only(typed: Typed) -> None:
    typed.form.set_read_only(read_only=True)
    typed.row("fr").text.setFocus()
    typed.write("x")
    typed.press(Key.Key_Delete, CONTROL | SHIFT)
    typed.press(Key.Key_PageDown, ALT)
    typed.form.new_term("es")
    typed.row("fr").fields["region"].setFocus()
    typed.write("x")
    typed.form.body.whole.note.setFocus()
    typed.press(Key.Key_Return)
    typed.press(Key.Key_Backspace)
    typed.press(Key.Key_V, CONTROL)
    typed.form.body.whole.subject.setFocus()
    typed.press(Key.Key_End)
    typed.press(Key.Key_Backspace)
    assert typed.form.concept() is FORUM
    assert typed.said == []
    typed.form.set_read_only(read_only=False)
    typed.row("fr").text.setFocus()
    typed.write("x")
    assert typed.announced() != FORUM


def test_rows_are_used_again_and_hundreds_are_made_little_by_little(typed: Typed) -> None:
    first = typed.row("en")
    typed.form.show_concept(terms(300))
    assert typed.row("en") is first
    box = typed.form.body.boxes["en"]
    assert len(box.rows) < 50
    typed.qtbot.waitUntil(lambda: len(box.rows) == 300, timeout=30_000)
    assert [row.text.value for row in box.rows] == [f"term {n}" for n in range(300)]
    typed.form.show_concept(COMPACT)
    typed.qtbot.waitUntil(lambda: typed.form.body.is_done)
    shown = [row for row in box.findChildren(TermRow) if row.isVisible()]
    assert len(shown) == 1
    assert len(box.findChildren(TermRow)) < 60


def test_a_row_that_was_not_made_yet_is_made_when_it_is_gone_to(typed: Typed) -> None:
    typed.form.show_concept(terms(200))
    typed.form.focus_where(("languages", "en", "terms", 150, "term"))
    assert focus().accessibleName() == "English term 151"
    assert typed.form.current_term == ("en", "n150")


@pytest.mark.parametrize(
    "text",
    ["a\u202eb", "nul\x00", "<b>bold</b>&amp;", "\ud800 half", "word " * 1000, "x" * 5000],
)
def test_untrusted_text_is_shown_as_it_stands_and_left_alone(typed: Typed, text: str) -> None:
    term = Term(id="1", text=text, source=text, region=text, forms=(text,))
    section = LanguageSection(terms=(term,), definition=text, definition_source=text)
    concept = Concept(
        glossary="g",
        id="x",
        note=text,
        subject=text,
        languages={"en": section, "ar": replace(section, terms=(replace(term, id="2"),))},
    )
    typed.form.show_concept(concept)
    typed.row("en").open_details(is_open=True)
    typed.form.grab()
    typed.row("en").text.setFocus()
    typed.press(Key.Key_Tab, times=12)
    assert typed.form.concept() is concept
    typed.row("en").text.setFocus()
    typed.press(Key.Key_Home, CONTROL)
    typed.write("y")
    typed.press(Key.Key_Tab)
    assert typed.said[-1].section("en").terms[0].text == f"y{text}"


def test_text_without_end_is_shown_in_part_and_kept_whole(typed: Typed) -> None:
    endless = Term(id="1", text="x" * 100_000, status="preferred")
    section = LanguageSection(terms=(endless,))
    typed.form.show_concept(replace(FORUM, id="x", languages={"en": section}))
    typed.row("en").text.setFocus()
    typed.write("y")
    typed.press(Key.Key_PageDown, ALT)
    assert (
        typed.row("en")
        .text.toPlainText()
        .endswith("(90,000 more characters, too long to be changed here)")
    )
    assert typed.announced().section("en").terms == (replace(endless, status="admitted"),)


def test_every_field_has_a_role_and_a_name_that_tells_language_and_field(typed: Typed) -> None:
    names = [stop.accessibleName() for stop in typed.form.body.stops() if stop.isVisible()]
    assert all(names)
    assert len(set(names)) == len(names)
    interface = QAccessible.queryAccessibleInterface(typed.row("ar").text)
    assert interface.text(QAccessible.Text.Name) == "Arabic term 1"
    assert interface.role() == QAccessible.Role.EditableText


class Window(QWidget):
    """A window that notes the keys that come to it."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Key.Key_Control:
            self.pressed.append(event.key())


@pytest.mark.parametrize("name", ["text", "source", "subject", "status"])
def test_keys_of_the_window_are_left_to_it(typed: Typed, qtbot: QtBot, name: str) -> None:
    window = Window()
    qtbot.addWidget(window)
    typed.form.setParent(window)
    window.show()
    window.activateWindow()
    typed.form.show()
    row = typed.row("en")
    fields = {**row.fields, "text": row.text, "subject": typed.form.body.whole.subject}
    fields[name].setFocus()
    qtbot.waitUntil(fields[name].hasFocus)
    keys = [Key.Key_Z, Key.Key_Y, Key.Key_E, Key.Key_K, Key.Key_N, Key.Key_U]
    for key in keys:
        typed.press(key, CONTROL)
    assert window.pressed == keys
    assert typed.form.concept() is FORUM


def test_larger_type_and_another_theme_are_worn_with_a_concept_in_it(typed: Typed) -> None:
    before = typed.row("en").height()
    typed.form.wear(Look(LIGHT, 2.0))
    assert typed.row("en").height() > before
    boxes = typed.form.body.boxes
    assert boxes["fr"].x() == boxes["en"].x()
