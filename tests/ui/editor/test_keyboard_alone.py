"""Ways through the editor that nobody may need a mouse for."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.ui.booth.key_presses import pressed
from tests.editing.made_glossaries import concept
from tests.ui.editor.typing_editor import ALT, CONTROL, NONE, SHIFT, Key, Typing

_COMMANDS = (
    *((key, CONTROL) for key in (Key.Key_Down, Key.Key_Up, Key.Key_PageDown, Key.Key_PageUp)),
    *((key, CONTROL) for key in (Key.Key_Return, Key.Key_Z, Key.Key_E, Key.Key_N, Key.Key_F)),
    *((key, ALT) for key in (Key.Key_Left, Key.Key_Right, Key.Key_4)),
    *((key, NONE) for key in (Key.Key_F1, Key.Key_F2, Key.Key_F3, Key.Key_F6, Key.Key_F8)),
)


def approvals(of: Concept | None) -> set[str]:
    assert of is not None
    return {term.approval for _, term in of.terms()}


def test_the_open_concept_is_approved_from_the_list_beside_it_and_no_other(typing: Typing) -> None:
    typing.press(Key.Key_N, CONTROL)
    typing.type("migrant caravans")
    typing.until(lambda: [s.concept.id for s in typing.window.view.similar.shown] == ["c1"])
    opened = typing.id
    typing.press(Key.Key_F6)
    typing.press(Key.Key_Return, CONTROL)
    assert typing.id == opened
    assert approvals(typing.stored(opened)) == {"approved"}
    assert approvals(typing.stored("c1")) == {"draft"}


def test_what_is_similar_is_similar_to_the_term_that_the_keyboard_is_in(typing: Typing) -> None:
    def similar() -> list[str]:
        return [one.concept.id for one in typing.window.view.similar.shown]

    typing.press(Key.Key_N, CONTROL)
    typing.type("migrant caravans")
    typing.until(lambda: similar() == ["c1"])
    opened = typing.id
    typing.window.view.form.new_term("fr")
    typing.type("plan de zonage")
    typing.until(lambda: typing.stored(opened) and "c1" not in similar())
    typing.press(Key.Key_F2)  # back in the first term: nothing is typed there
    typing.until(lambda: similar() == ["c1"])
    typing.type("s")
    typing.press(Key.Key_F6)  # what was typed is stored by that; the list stays the same term's
    typing.until(lambda: typing.window.view.history.changes > 2)
    assert similar() == ["c1"]


def test_a_page_that_is_left_gives_the_keyboard_back_where_it_was(typing: Typing) -> None:
    typing.press(Key.Key_F2)
    field, page = typing.focus, QLineEdit()
    typing.window.show_page(page)
    assert typing.focus is page
    typing.press(Key.Key_Escape)
    assert typing.focus is field
    page.setFocus()  # as a page does that makes itself ready before it is shown again
    typing.window.show_page(page)
    typing.press(Key.Key_Escape)
    assert typing.focus is field
    typing.window.show_page(page)
    field.hide()  # as a row of a term that is no more
    typing.press(Key.Key_Escape)
    assert typing.focus is typing.window.view.concepts.view


def test_what_the_booth_added_meanwhile_is_counted_when_one_comes_back(typing: Typing) -> None:
    typing.until(lambda: typing.window.view.bar.booth.text() == "In&box 0")
    typing.termbase.pairs.add(("en", "caravan"), ("fr", "caravane"))
    typing.window.raise_it()
    assert typing.window.view.bar.booth.text() == "In&box 1"


def test_a_key_leads_from_language_to_language_and_to_what_all_have_in_common(
    typing: Typing,
) -> None:
    typing.window.open_concept(concept("c3").key)  # it has an English term alone
    body = typing.window.view.form.body
    begins = [
        body.boxes["en"].rows[0].text,
        *(body.boxes[lang].add for lang in body.languages[1:]),
        body.whole.note,
    ]
    typing.press(Key.Key_F3)  # from the list
    assert typing.focus is begins[0]
    for stop in (*begins[1:], begins[0]):
        typing.press(Key.Key_Tab)
        typing.press(Key.Key_F3)
        assert typing.focus is stop
    typing.press(Key.Key_F3, SHIFT)
    assert typing.focus is begins[-1]
    for stop in (begins[-2], begins[-3]):
        typing.press(Key.Key_F3, SHIFT)
        assert typing.focus is stop


def test_an_empty_list_says_why_it_is(typing: Typing) -> None:
    empty = typing.window.view.concepts.empty
    assert not empty.isVisible()
    typing.type("zon")
    typing.press(Key.Key_5, ALT)
    assert empty.isVisible()
    assert empty.text() == "“\u2068zon\u2069” finds nothing under “Twins”. Esc empties the field."
    typing.press(Key.Key_Escape)
    assert empty.text() == "No concept under “Twins”."
    typing.press(Key.Key_1, ALT)
    assert not empty.isVisible()


def test_enter_presses_the_button_that_has_the_keyboard(typing: Typing) -> None:
    approve = typing.window.view.bar.approve
    approve.setFocus()
    typing.press(Key.Key_Return, CONTROL | SHIFT)  # a command of its own, not the button
    assert approvals(typing.stored("c2")) == {"draft"}
    typing.press(Key.Key_Return)
    assert approvals(typing.stored("c2")) == {"approved"}


def test_a_change_is_come_to_and_compared_by_tab_and_enter(typing: Typing) -> None:
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_S, CONTROL)
    history = typing.window.view.history
    typing.until(lambda: history.changes == 2)
    typing.press(Key.Key_F6)
    while not history.isAncestorOf(typing.focus):
        typing.press(Key.Key_Tab)
    typing.press(Key.Key_Down)
    typing.press(Key.Key_Tab)
    with typing.qtbot.waitSignal(typing.window.comparison_wanted) as compared:
        typing.press(Key.Key_Return)
    assert compared.args[0].rev == 1


def test_no_letter_is_underlined_twice(typing: Typing) -> None:
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_S, CONTROL)
    typing.until(lambda: typing.window.view.history.changes == 2)
    typing.press(Key.Key_F6)  # in a narrow window what stands beside the form is seen so
    buttons = [b for b in typing.window.findChildren(QAbstractButton) if b.isVisible()]
    letters = [key for b in buttons if (key := QKeySequence.mnemonic(b.text()).toString())]
    assert len(letters) > 6
    assert sorted(letters) == sorted(set(letters))


def test_what_can_be_done_with_the_history_stays_in_sight(typing: Typing) -> None:
    many = replace(concept("c7", en="zoning plan"), note="a note")
    terms = tuple(Term(id=f"t{n}", text=f"zoning  plan {n}") for n in range(30))
    typing.termbase.save(replace(many, languages={"en": LanguageSection(terms=terms)}), "typed")
    typing.window.resize(1440, 600)
    typing.window.open_concept(many.key)
    view = typing.window.view
    typing.until(lambda: len(view.checks.lines) > 20)
    typing.qtbot.wait(100)  # it is laid out once all of it was shown
    assert view.side.verticalScrollBar().maximum() == 0
    compare = next(b for b in view.history.findChildren(QAbstractButton) if "ompare" in b.text())
    assert not compare.visibleRegion().isEmpty()


def test_a_link_that_was_followed_is_come_back_from(typing: Typing) -> None:
    typing.window.open_concept(concept("c4").key)
    typing.window.view.form.body.whole.related.chips[0].setFocus()
    typing.press(Key.Key_Return)
    assert typing.id == "c3"
    typing.press(Key.Key_Left, ALT)
    assert typing.id == "c4"
    typing.press(Key.Key_Right, ALT)
    assert typing.id == "c3"
    typing.press(Key.Key_Right, ALT)
    assert (typing.id, typing.message) == ("c3", "This is the last one.")
    typing.press(Key.Key_Left, ALT)
    typing.press(Key.Key_D, CONTROL | SHIFT)
    typing.press(Key.Key_Right, ALT)
    typing.press(Key.Key_Left, ALT)
    assert typing.id != "c4"


def test_the_next_concept_is_gone_to_from_everywhere(typing: Typing) -> None:
    ids = []
    typing.press(Key.Key_F2)
    for _ in range(2):
        typing.press(Key.Key_Down, CONTROL)
        ids.append(typing.id)
        typing.until(lambda: typing.window.view.history.changes)
        typing.press(Key.Key_F6)
    assert ids == ["c3", "c1"]
    typing.press(Key.Key_Up, CONTROL)
    assert typing.id == "c3"


def test_every_command_reaches_the_window_from_wherever_the_keyboard_is(
    typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing.press(Key.Key_F2)
    typing.type("s")
    typing.press(Key.Key_Return, ALT)  # the fields that are closed otherwise, too
    typing.until(lambda: typing.window.view.history.changes == 2)
    typing.window.resize(1440, 900)
    given: list[str] = []
    monkeypatch.setattr(typing.window.keys, "press", lambda event: given.extend(pressed(event)[:1]))
    stops: list[QWidget] = []
    while typing.focus not in stops:
        stops.append(typing.focus)
        for key, held in _COMMANDS:
            given.clear()
            typing.press(key, held)
            assert given, (typing.focus, typing.focus.accessibleName(), key)
        typing.press(Key.Key_Tab)
    assert len(stops) > 50
    assert "Changes, newest first" in {stop.accessibleName() for stop in stops}
