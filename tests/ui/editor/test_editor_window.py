"""The editor's window, worked by the keyboard alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from booth_app.editing import surveying
from booth_app.editing.survey import Survey
from booth_app.store.faults import DatabaseUnusable
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept
from booth_app.ui.editor.concept_list import ConceptList
from booth_app.ui.editor.editor_keys import COMMANDS
from booth_app.ui.theme import DARK, SCALES, Look
from tests.editing.made_glossaries import NAME, WHOLE, concept, opened
from tests.ui.editor.typing_editor import ALT, CONTROL, SHIFT, Key, Typing, is_time


def approvals(of: Concept | None) -> set[str]:
    assert of is not None
    return {term.approval for _, term in of.terms()}


# The list


def test_it_opens_on_the_first_concept_with_the_counts(typing: Typing) -> None:
    assert typing.id == "c2"
    assert typing.rows[0].startswith("asylum seeker. demandeur d’asile")
    assert typing.counts == {
        **dict.fromkeys(("in_review", "twins", "booth"), 0),
        **dict.fromkeys(("all", "draft", "changed"), 4),
        **dict.fromkeys(("missing", "problems"), 1),
    }
    assert typing.line == "4 concepts, 0 official in all four languages · not yet released"
    assert typing.focus is typing.window.view.concepts.search


def test_a_screen_has_room_for_the_window_with_its_frame(typing: Typing) -> None:
    screen = typing.window.screen().availableSize()
    assert typing.window.height() <= screen.height() - 48
    assert typing.window.width() < screen.width()


def test_what_is_typed_finds_a_concept_and_enter_goes_to_it(typing: Typing) -> None:
    typing.type("caravana")
    assert typing.rows == ["migrant caravan. caravane. not read"]
    typing.press(Key.Key_Return)
    assert typing.id == "c1"
    typing.type("!")
    typing.until(lambda: "!" in str(typing.stored("c1")))
    typing.press(Key.Key_F, CONTROL)
    typing.press(Key.Key_Escape)
    assert len(typing.rows) == 4


def test_arrows_walk_the_list(typing: Typing) -> None:
    typing.press(Key.Key_Down)
    typing.press(Key.Key_Down)
    typing.until(lambda: typing.id == "c1")
    typing.press(Key.Key_PageUp, CONTROL)
    assert typing.id == "c3"
    typing.press(Key.Key_PageDown, CONTROL)
    typing.press(Key.Key_PageDown, CONTROL)
    typing.press(Key.Key_PageDown, CONTROL)
    assert typing.id == "c4"


def test_letters_typed_in_the_list_are_looked_up(typing: Typing) -> None:
    typing.press(Key.Key_F6, SHIFT)
    typing.press(Key.Key_F6)
    assert typing.focus is typing.window.view.concepts.view
    typing.type("zon")
    assert typing.window.view.concepts.search.text() == "zon"
    assert typing.rows == ["zoning plan. zonage. not read"]


def test_tab_goes_through_the_list_on_to_the_concept_and_back(typing: Typing) -> None:
    view = typing.window.view
    for _ in range(2):
        typing.press(Key.Key_Tab)
    assert typing.focus is view.concepts.view
    typing.press(Key.Key_Tab)
    assert typing.focus.accessibleName() == "English term 1"
    typing.press(Key.Key_F6, SHIFT)
    typing.press(Key.Key_Tab, SHIFT)
    assert view.concepts.filters.isAncestorOf(typing.focus)


def test_filters_have_a_key_each(typing: Typing) -> None:
    typing.press(Key.Key_4, ALT)
    assert typing.rows == ["host city. 3 problems"]
    typing.until(lambda: typing.id == "c3")
    typing.press(Key.Key_5, ALT)
    assert typing.rows == []
    typing.press(Key.Key_1, ALT)
    assert len(typing.rows) == 4


def test_the_list_has_a_current_row_whenever_it_has_rows(typing: Typing) -> None:
    view = typing.window.view.concepts.view
    for keys in ((Key.Key_4, ALT), (Key.Key_1, ALT), (Key.Key_D, CONTROL | SHIFT)):
        typing.press(*keys)
        typing.qtbot.wait(100)
        assert view.currentIndex().isValid()


def test_another_glossary_is_opened(typing: Typing) -> None:
    other = replace(concept("o1", en="other"), glossary="other & more")
    typing.termbase.save(other, "typed")
    typing.window.editor.open("other & more")
    typing.until(lambda: typing.id == "o1")
    assert typing.rows == ["other. 3 problems"]
    typing.window.open_concept(concept("c1").key)
    typing.until(lambda: typing.rows != [] and typing.id == "c1")


# Typing


def test_a_concept_is_made_and_found_at_once(typing: Typing) -> None:
    typing.press(Key.Key_N, CONTROL)
    typing.type("border crossing")
    typing.press(Key.Key_S, CONTROL)
    assert is_time(typing.line.split(" · ")[0].removeprefix("Saved "))
    made = typing.id
    assert made.startswith("c_")
    assert typing.termbase.look_up("border cross")[0].concept == typing.stored(made)
    typing.until(lambda: typing.counts["all"] == 5)
    assert typing.rows[1] == "border crossing. 3 problems"
    assert typing.window.view.concepts.view.currentIndex().row() == 1
    typing.type("s")
    typing.press(Key.Key_T, CONTROL)
    typing.type("frontier")
    typing.press(Key.Key_S, CONTROL)
    stored = typing.stored(made)
    assert stored is not None
    assert [term.text for term in stored.section("en").terms] == ["border crossings", "frontier"]
    assert [term.status for term in stored.section("en").terms] == ["preferred", "admitted"]


def test_a_new_concept_without_a_term_is_none(typing: Typing) -> None:
    typing.press(Key.Key_N, CONTROL)
    typing.press(Key.Key_F, CONTROL)
    typing.press(Key.Key_Down)
    typing.until(lambda: typing.id in ("c2", "c3"))
    assert typing.termbase.store.reader.rows("SELECT count(*) FROM concept") == [(4,)]


def test_undo_goes_back_across_saves_and_concepts(typing: Typing) -> None:
    first, second = typing.stored("c2"), typing.stored("c3")
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_S, CONTROL)
    typing.press(Key.Key_PageDown, CONTROL)
    typing.press(Key.Key_F2)
    typing.type("!")
    typing.press(Key.Key_Z, CONTROL)
    assert typing.message == "Typing: undone."
    assert typing.stored("c3") == second == typing.concept
    typing.press(Key.Key_Z, CONTROL)
    assert typing.stored("c2") == first == typing.concept
    typing.press(Key.Key_Z, CONTROL)
    assert typing.message == "Nothing to be undone."
    typing.press(Key.Key_Z, CONTROL | SHIFT)
    typing.press(Key.Key_Y, CONTROL)
    assert "host city!" in str(typing.stored("c3"))
    assert typing.id == "c3"


def test_a_concept_is_deleted_and_comes_back(typing: Typing) -> None:
    before = typing.stored("c2")
    typing.press(Key.Key_D, CONTROL | SHIFT)
    assert typing.stored("c2") is None
    assert "Ctrl+Z" in typing.message
    typing.until(lambda: typing.counts["all"] == 3)
    assert typing.id == "c3"
    typing.press(Key.Key_Z, CONTROL)
    typing.until(lambda: typing.counts["all"] == 4)
    assert typing.stored("c2") == before == typing.concept


def test_a_save_that_fails_is_told_and_what_was_typed_stays(
    typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DatabaseUnusable(Path("booth.db"), "disk is full")

    monkeypatch.setattr(Termbase, "save", full)
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_S, CONTROL)
    assert "disk is full" in typing.message
    assert "asylum seekers" in str(typing.concept)


# Review


def test_the_next_problem_is_gone_to_where_it_is(typing: Typing) -> None:
    typing.press(Key.Key_F8)
    typing.until(lambda: typing.id == "c3")
    typing.until(lambda: typing.window.view.form.isAncestorOf(typing.focus))
    typing.press(Key.Key_5, ALT)
    for _ in range(3):  # two more of this concept, then on
        typing.press(Key.Key_F8)
    assert typing.message == "No problem among the concepts that are listed."


def test_approving_and_typing_on(typing: Typing) -> None:
    typing.press(Key.Key_Return, CONTROL)
    assert approvals(typing.stored("c2")) == {"approved"}
    typing.press(Key.Key_Return, CONTROL)
    assert typing.message == "Every term of this concept is approved already."
    typing.until(lambda: typing.counts["draft"] == 3)
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_S, CONTROL)
    assert approvals(typing.stored("c2")) == {"approved", "in_review"}
    typing.until(lambda: typing.counts["in_review"] == 1)
    typing.press(Key.Key_Z, CONTROL)
    typing.press(Key.Key_Z, CONTROL)
    assert approvals(typing.stored("c2")) == {"draft"}


def test_all_that_is_listed_is_approved_after_a_count_and_undone_in_one(typing: Typing) -> None:
    typing.press(Key.Key_Return, CONTROL | SHIFT)
    typing.until(lambda: typing.message.startswith("13 terms of 4 concepts"))
    typing.press(Key.Key_Escape)
    typing.press(Key.Key_Return, CONTROL | SHIFT)
    typing.until(lambda: typing.message.startswith("13 terms of 4 concepts"))
    assert approvals(typing.stored("c1")) == {"draft"}
    typing.press(Key.Key_Return, CONTROL | SHIFT)
    typing.until(lambda: typing.counts["draft"] == 0)
    assert approvals(typing.stored("c1")) == {"approved"} == approvals(typing.concept)
    assert "approved; Ctrl+Z takes that back" in typing.message
    typing.press(Key.Key_Z, CONTROL)
    typing.until(lambda: typing.counts["draft"] == 4)
    assert approvals(typing.stored("c1")) == {"draft"} == approvals(typing.concept)


def test_many_approvals_are_undone_after_what_was_typed_since(typing: Typing) -> None:
    for counted in ("13 terms of 4 concepts", "13 terms"):
        typing.press(Key.Key_Return, CONTROL | SHIFT)
        typing.until(lambda said=counted: typing.message.startswith(said))  # type: ignore[misc]
    typing.until(lambda: typing.counts["draft"] == 0)
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_S, CONTROL)
    assert approvals(typing.stored("c2")) == {"approved", "in_review"}
    typing.press(Key.Key_Z, CONTROL)
    assert approvals(typing.stored("c2")) == {"approved"}
    assert typing.counts["draft"] == 0
    typing.press(Key.Key_Z, CONTROL)
    typing.until(lambda: typing.counts["draft"] == 4)
    assert approvals(typing.stored("c1")) == {"draft"} == approvals(typing.stored("c2"))
    typing.press(Key.Key_Z, CONTROL)
    assert typing.message == "Nothing to be undone."


def test_what_is_like_it_is_told_while_a_term_is_typed(typing: Typing) -> None:
    typing.press(Key.Key_N, CONTROL)
    typing.type("migrant caravans")
    typing.until(lambda: [s.concept.id for s in typing.window.view.similar.shown] == ["c1"])
    typing.press(Key.Key_F6)
    typing.press(Key.Key_L)
    concept = typing.concept
    assert concept is not None
    assert [relation.to for relation in concept.related] == ["c1"]
    assert typing.stored(concept.id) == concept
    typing.press(Key.Key_Return)
    assert typing.id == "c1"


def test_a_problem_is_mended_by_its_key_and_undone(typing: Typing) -> None:
    typing.termbase.save(concept("c0", en="a  stray space", **WHOLE), "typed")
    typing.window.desk.catch_up()
    typing.until(lambda: typing.counts["problems"] == 3)  # they share terms with c1
    typing.window.open_concept(concept("c0").key)
    typing.until(lambda: typing.window.view.checks.lines)
    typing.until(lambda: any("space" in each.said for each in typing.window.view.checks.lines))
    typing.press(Key.Key_F8)
    for _ in typing.window.view.checks.lines:
        current = typing.window.view.checks
        if "a stray space" in str(typing.stored("c0")):
            break
        typing.press(Key.Key_Period, CONTROL)
        current.go_to_next()
    assert "a stray space" in str(typing.stored("c0"))
    typing.press(Key.Key_Z, CONTROL)
    assert "a  stray space" in str(typing.stored("c0"))


def test_a_change_is_taken_back_from_the_history(typing: Typing) -> None:
    first = typing.stored("c2")
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_S, CONTROL)
    assert typing.stored("c2") != first
    typing.until(lambda: typing.window.view.history.changes == 2)
    typing.window.view.history.change_taken_back.emit(
        typing.termbase.history(concept("c2").key)[-1]
    )
    assert typing.stored("c2") == first == typing.concept
    typing.press(Key.Key_Z, CONTROL)
    assert "asylum seekers" in str(typing.stored("c2"))


def test_a_large_glossary_is_listed_before_it_is_counted(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "SMALL", 2)
    listed: list[int] = []
    show = ConceptList.show_survey

    def watched(self: ConceptList, survey: Survey) -> None:
        show(self, survey)
        listed.append(self.count if not survey.is_counted else -self.count)

    monkeypatch.setattr(ConceptList, "show_survey", watched)
    typing = Typing(qtbot, tmp_path)
    assert listed[:2] == [4, -4]
    assert typing.rows[0].startswith("asylum seeker")  # in order now
    typing.close()


# What others do


def test_what_others_store_is_shown(typing: Typing) -> None:
    found = typing.stored("c2")
    assert found is not None
    typing.termbase.save(replace(found, note="from elsewhere"), "import")
    typing.termbase.save(concept("c0", en="aaa"), "booth")
    typing.window.desk.catch_up()
    typing.until(lambda: typing.counts["booth"] == 1)
    assert typing.rows[0] == "aaa. 3 problems"
    assert typing.concept == typing.stored("c2")
    typing.press(Key.Key_7, ALT)
    assert typing.rows == ["aaa. 3 problems"]


def test_what_waits_from_the_booth_is_counted_and_asked_for(typing: Typing) -> None:
    bar = typing.window.view.bar
    assert bar.booth.accessibleName() == "Inbox: 0 wait from the booth"
    typing.termbase.pairs.add(("en", "border shelter"), ("fr", "abri frontalier"))
    typing.termbase.save(concept("c0", en="aaa"), "typed")
    typing.window.desk.catch_up()
    typing.until(lambda: bar.booth.accessibleName() == "Inbox: 1 waits from the booth")
    with typing.qtbot.waitSignal(typing.window.inbox_wanted):
        typing.press(Key.Key_B, CONTROL)


def test_reading_only_says_so_until_more_is_possible(qtbot: QtBot, tmp_path: Path) -> None:
    typing = Typing(qtbot, tmp_path, write=False)
    assert "Nothing can be saved yet" in typing.message
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_N, CONTROL)
    typing.press(Key.Key_D, CONTROL | SHIFT)
    assert typing.concept == typing.stored("c2") != None  # noqa: E711
    reading, typing.termbase = typing.termbase, opened(tmp_path)
    typing.window.take_in(typing.termbase)
    reading.close()
    assert typing.message == ""
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_S, CONTROL)
    assert "asylum seekers" in str(typing.stored("c2"))
    typing.until(lambda: typing.counts["all"] == 4)
    typing.close()


# The window


def test_every_command_of_the_table_does_something(typing: Typing) -> None:
    assert set(typing.window._commands()) == {command.name for command in COMMANDS}


def test_closing_it_stores_what_was_typed_and_asks_for_the_booth(typing: Typing) -> None:
    wanted: list[str] = []
    typing.window.command_wanted.connect(wanted.append)
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.window.close()
    assert "asylum seekers" in str(typing.stored("c2"))
    assert wanted == ["to_booth"]


def test_the_booths_commands_are_the_booths(typing: Typing) -> None:
    wanted: list[str] = []
    typing.window.command_wanted.connect(wanted.append)
    typing.press(Key.Key_Plus, CONTROL)
    typing.press(Key.Key_F9)
    typing.press(Key.Key_E, CONTROL)
    assert wanted == ["larger", "next_theme", "to_booth"]


def test_the_keys_are_shown_and_put_away(typing: Typing) -> None:
    typing.press(Key.Key_F1)
    assert not typing.window.view.is_at_desk
    typing.press(Key.Key_Down)
    assert typing.window.view.keys.table.chosen.name == "next_concept"
    typing.press(Key.Key_Escape)
    assert typing.window.view.is_at_desk
    typing.press(Key.Key_F1)
    typing.press(Key.Key_F1)
    assert typing.window.view.is_at_desk


def test_on_a_page_no_command_changes_the_concept_that_is_not_seen(typing: Typing) -> None:
    before = typing.stored("c2")
    typing.window.show_page(QLineEdit())
    for key in (Key.Key_Return, Key.Key_N, Key.Key_J, Key.Key_Period):
        typing.press(key, CONTROL)
    typing.press(Key.Key_D, CONTROL | SHIFT)
    assert typing.message == "That is done at the desk; Esc leads back to it."
    assert not typing.window.view.bar.isVisible()
    typing.press(Key.Key_Escape)
    assert (typing.stored("c2"), typing.id) == (before, "c2")
    assert typing.window.view.bar.isVisible()


def test_the_keys_are_shown_over_a_page_and_give_it_back(typing: Typing) -> None:
    page = QLineEdit()
    typing.window.show_page(page)
    for closing in (Key.Key_F1, Key.Key_Escape):
        typing.press(Key.Key_F1)
        assert typing.window.view.are_keys_shown
        typing.press(closing)
        assert typing.focus is page


def test_panes_are_reached_in_turn(typing: Typing) -> None:
    view = typing.window.view
    panes = (view.form, view.side, view.left)
    for pane in panes:
        typing.press(Key.Key_F6)
        assert pane.isAncestorOf(typing.focus), pane
    typing.press(Key.Key_F6, SHIFT)
    assert view.side.isAncestorOf(typing.focus)


def test_files_has_what_somebody_answers(typing: Typing) -> None:
    bar, done = typing.window.view.bar, list[str]()
    assert not bar.file.isVisible()
    typing.window.answer("export", lambda: done.append("export"))
    assert bar.file.isVisible()
    assert [name for name, entry in bar.entries.items() if entry.isVisible()] == ["export"]
    bar.entries["export"].trigger()
    assert done == ["export"]


def test_every_control_has_a_name_and_every_label_takes_text_as_it_is(typing: Typing) -> None:
    window = typing.window
    for kind in (QAbstractButton, QLineEdit):
        for widget in window.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    assert window.view.concepts.view.accessibleName() == "Concepts"
    labels = window.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_it_can_become_narrow_at_any_size(typing: Typing) -> None:
    for scale in SCALES:
        typing.window.wear(Look(DARK, scale))
        QApplication.processEvents()
        typing.window.resize(1024, 600)
        assert typing.window.width() <= 1024, scale
    view = typing.window.view
    typing.press(Key.Key_F6)
    typing.press(Key.Key_F6)
    assert view.left.currentWidget() is view.side
    typing.press(Key.Key_F, CONTROL)
    assert view.left.currentWidget() is view.concepts
    typing.window.wear(Look(DARK))
    typing.window.resize(1440, 900)
    assert view.left.count() == 1


def test_untrusted_texts_break_nothing(typing: Typing) -> None:
    odd = "a\x00\u202e<b>x</b>\ud800" + "y" * 100_000
    typing.termbase.save(concept("odd", en=odd, ar="ق" * 1000), "import")
    typing.window.desk.catch_up()
    typing.until(lambda: typing.counts["all"] == 5)
    typing.window.open_concept(concept("odd").key)
    assert typing.id == "odd"
    assert not typing.window.view.grab().isNull()
    assert typing.window.desk.glossary == NAME
