from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import repeat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from booth_app.editing.releasing import Releasing
from booth_app.editing.reviews import Reviews
from booth_app.exchange.columns import guess
from booth_app.meetings import Meetings
from booth_app.paths import DataFolder
from booth_app.store import missed
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term
from booth_app.ui.editor import concepts_out
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.column_mapper import ColumnMapper
from booth_app.ui.editor.desk_pages import DeskPages
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.file_drops import FileDrops
from booth_app.ui.editor.inbox_page import InboxPage
from booth_app.ui.editor.review_page import ReviewPage
from booth_app.ui.editor.sides_page import SidesPage
from booth_app.ui.theme import LIGHT, SCALES, Look


def concept(name: str, **terms: str) -> Concept:
    sections = {
        lang: LanguageSection(terms=(Term(id=f"{name}.{lang}.1", text=text, status="preferred"),))
        for lang, text in terms.items()
    }
    return Concept(glossary="mine", id=name, languages=sections)  # type: ignore[arg-type]


FORUM = concept("forum", en="review forum", fr="forum d’examen", ar="منتدى")
TWIN = concept("twin", en="review meeting", es="reunión de examen")

TABLE = (
    "English;Français;Español\nreview forum;forum d’examen;foro de examen\nmayor;maire;alcalde\n"
)


@pytest.fixture
def termbase(tmp_path: Path) -> Iterator[Termbase]:
    none = tmp_path / "none"
    none.mkdir()
    opened = Termbase.open(DataFolder(tmp_path / "data"), "Ana", write=True, glossaries=none)
    for each in (FORUM, TWIN):
        opened.save(each, "typed")
    yield opened
    opened.close()


@pytest.fixture
def window(termbase: Termbase, qtbot: QtBot) -> Iterator[EditorWindow]:
    window = EditorWindow(termbase, Look(LIGHT), glossary="mine")
    window.show()
    qtbot.waitUntil(lambda: window.desk.survey is not None)
    yield window
    window.stop()
    window.deleteLater()


@pytest.fixture
def pages(window: EditorWindow) -> Iterator[DeskPages]:
    made = DeskPages(window, Look(LIGHT))
    yield made
    made.stop()


Done = Callable[[], None]


@pytest.fixture
def done(pages: DeskPages, qtbot: QtBot) -> Done:
    return lambda: qtbot.waitUntil(lambda: not pages.working.is_busy, timeout=20_000)


def shown(window: EditorWindow) -> object:
    return window.view.pages.currentWidget()


def reviewed(window: EditorWindow, qtbot: QtBot) -> ReviewPage:
    """Return the page of a review once it lists rows."""
    qtbot.waitUntil(lambda: isinstance(shown(window), ReviewPage), timeout=20_000)
    page = shown(window)
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.list.current is not None)
    return page


def test_a_table_is_reviewed_applied_and_taken_back(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    table = tmp_path / "terms.csv"
    table.write_text(TABLE, "utf-8")
    pages.files_in.read(table)
    done()
    qtbot.waitUntil(lambda: isinstance(shown(window), ReviewPage))
    assert termbase.look_up("alcalde") == []  # nothing is applied before somebody says so
    [review] = Reviews(termbase).open_ones()
    pages.files_in.apply(review)
    done()
    qtbot.waitUntil(lambda: window.view.is_at_desk)
    forum = termbase.concept(FORUM.key)
    assert forum is not None
    assert [term.text for term in forum.section("es").terms] == ["foro de examen"]
    assert [hit.matched.term for hit in termbase.look_up("alcalde")] == ["alcalde"]
    assert Reviews(termbase).open_ones() == []
    pages.files_in.batches.show_batches()
    page = pages.files_in.batches.page
    qtbot.waitUntil(lambda: shown(window) is page)
    assert "terms.csv" in page.lines.item(0).text()
    qtbot.mouseClick(page.buttons["back"], Qt.MouseButton.LeftButton)
    done()
    qtbot.waitUntil(lambda: termbase.look_up("alcalde") == [])
    assert termbase.concept(FORUM.key) == FORUM
    qtbot.waitUntil(lambda: window.view.is_at_desk)
    assert window.view.message.text() == "Taken back: 2 concepts are as they were before."
    pages.show_style()
    assert window.view.message.text() == ""


def test_a_review_is_left_and_gone_on_with(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("English;Français\nreview forum;forum de l’examen\n", "utf-8")
    pages.files_in.read(table)
    done()
    page = reviewed(window, qtbot)
    qtbot.mouseClick(page.buttons["mine"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.view.is_at_desk
    pages.files_in.reviews.show()
    listed = shown(window)
    assert isinstance(listed, ChoicePage)
    qtbot.keyClick(listed.lines, Qt.Key.Key_Return)
    assert isinstance(shown(window), ReviewPage)
    [review] = Reviews(termbase).open_ones()
    [row] = Reviews(termbase).rows(review)
    assert row.decision == "mine"
    pages.files_in.apply(review)
    done()
    qtbot.waitUntil(lambda: window.view.is_at_desk)
    assert termbase.concept(FORUM.key) == FORUM


def test_columns_are_asked_for_once_and_remembered(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    for name in ("one.csv", "other.csv"):
        (tmp_path / name).write_text("Col A;Col B\nmayor;maire\ncity;ville\n", "utf-8")
    pages.files_in.read(tmp_path / "one.csv")
    qtbot.waitUntil(lambda: isinstance(shown(window), ColumnMapper), timeout=20_000)
    mapper = shown(window)
    assert isinstance(mapper, ColumnMapper)
    for choice, lang in zip(mapper.choices, ("en", "fr"), strict=True):
        choice.setCurrentIndex(choice.findData(lang))
    qtbot.keyClick(mapper, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shown(window), ReviewPage), timeout=20_000)
    pages.files_in.read(tmp_path / "other.csv")
    qtbot.waitUntil(lambda: len(Reviews(termbase).open_ones()) == 2, timeout=20_000)
    done()


def test_a_wrong_guess_is_corrected_from_the_review_and_remembered(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    for name in ("one.csv", "other.csv"):
        (tmp_path / name).write_text("English;Français;Shade\nmayor;maire;elected\n", "utf-8")
    pages.files_in.read(tmp_path / "one.csv")
    page = reviewed(window, qtbot)
    assert '"note"' not in str(page.list.current)
    qtbot.mouseClick(page.columns, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(shown(window), ColumnMapper), timeout=20_000)
    mapper = shown(window)
    assert isinstance(mapper, ColumnMapper)
    assert "--map" not in window.view.message.text()
    mapper.choices[2].setCurrentIndex(mapper.choices[2].findData("note"))
    qtbot.keyClick(mapper, Qt.Key.Key_Return)
    page = reviewed(window, qtbot)
    done()
    assert '"note":"elected"' in str(page.list.current)
    assert [one.file for one in Reviews(termbase).open_ones()] == ["one.csv"]
    pages.files_in.read(tmp_path / "other.csv")
    done()
    qtbot.waitUntil(lambda: len(Reviews(termbase).open_ones()) == 2, timeout=20_000)
    assert '"note":"elected"' in str(reviewed(window, qtbot).list.current)


def test_a_file_that_says_nothing_new_is_no_review(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("English;Français\nreview forum;forum d’examen\n", "utf-8")
    pages.files_in.read(table)
    told = "Nothing new: 0 new, 0 changed, 1 as they were"
    qtbot.waitUntil(lambda: window.view.message.text() == told, timeout=20_000)
    assert Reviews(termbase).open_ones() == []


def test_a_folder_of_concept_files_is_reviewed_for_the_glossary_it_names(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    text = "id: mayor\nlanguages:\n  en:\n    terms:\n      - id: mayor.en.1\n        term: mayor\n"
    (folder / "mayor.yaml").write_text(text, "utf-8")
    pages.files_in.read(folder)
    page = reviewed(window, qtbot)
    assert page._heading.text() == "ours into ours"


def all_pages(pages: DeskPages) -> list[QWidget]:
    """Return the pages about files, each with something to show."""
    files_in, files_out = pages.files_in, pages.files_out
    line = "a long line of a file with its name, its glossary, a time and a person " * 3
    lists = [files_in.reviews.page, files_in.batches.page, files_in.releases.page]
    for page in lists:
        page.show_lines(line, line, [line])
    header = ["English", "Terme français", "a header of some length", ""]
    files_in._columns.page.show_columns("terms.xlsx", guess(header, [header]), [header])
    pages.working._page.begin(line)
    asking = [files_out._export_page, files_out._publish_page, pages._style_page]
    return [files_in._review_page, files_in._columns.page, pages.working._page, *lists, *asking]


def bring_into_sight(button: QAbstractButton) -> None:
    """Let the keyboard come to it: a page that is higher than the window scrolls there."""
    QApplication.processEvents()  # what became narrower is laid out once more
    if button.isEnabled():
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()


def test_every_page_fits_a_small_window_at_any_size_of_type(
    window: EditorWindow, pages: DeskPages
) -> None:
    for scale in SCALES:
        for part in (window, pages):
            part.wear(Look(LIGHT, scale))
        for page in all_pages(pages):
            window.show_page(page)
            window.resize(1000, 700)
            QApplication.processEvents()
            name = (scale, page.accessibleName())
            assert window.width() <= 1000, name
            assert window.height() <= 700 or scale > 2, name
            for button in page.findChildren(QAbstractButton):
                if not button.isHidden():
                    bring_into_sight(button)
                    right = button.mapTo(window, button.rect().bottomRight())
                    assert window.rect().contains(right), (*name, button.text())


def test_no_letter_means_two_things_on_a_page(window: EditorWindow, pages: DeskPages) -> None:
    for page in all_pages(pages):
        window.show_page(page)
        controls = (*window.findChildren(QAbstractButton), *window.findChildren(QLabel))
        texts = [
            control.text()
            for control in controls
            if control.isVisible() and control.isEnabled()
            if isinstance(control, QAbstractButton) or control.buddy() is not None
        ]
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        given = [letter for letter in letters if letter]
        assert given, page
        assert len(set(given)) == len(given), texts


def test_questions_go_to_a_colleague_and_come_back(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    table, sent = tmp_path / "terms.csv", tmp_path / "questions.xlsx"
    table.write_text("English;Français\nreview forum;forum de l’examen\n", "utf-8")
    pages.files_in.read(table)
    done()
    page = reviewed(window, qtbot)
    page.question.setText("Which of the two?")
    qtbot.keyClick(page.question, Qt.Key.Key_Return)
    [review] = Reviews(termbase).open_ones()
    pages.files_in.send_questions(review, sent)
    done()
    qtbot.waitUntil(lambda: str(sent) in window.view.message.text())
    pages.files_in.read_answers(review, sent)
    done()
    qtbot.waitUntil(lambda: [r.id for r in Reviews(termbase).open_ones()] != [review.id])
    [answers] = Reviews(termbase).open_ones()
    assert answers.file == "questions.xlsx"


def test_a_large_group_is_decided_about_beside_the_window(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    table = tmp_path / "terms.csv"
    lines = ("English;Français", *(f"word {n};mot {n}" for n in range(600)))
    table.write_text("\n".join(lines), "utf-8")
    pages.files_in.read(table)
    done()
    page = reviewed(window, qtbot)
    page.whole.setChecked(True)
    with qtbot.waitSignal(page.group_meant):
        qtbot.mouseClick(page.buttons["mine"], Qt.MouseButton.LeftButton)
    done()
    [review] = Reviews(termbase).open_ones()
    counts = Reviews(termbase).counts(review)
    assert counts == {("new", "", "mine"): 600}
    qtbot.waitUntil(lambda: isinstance(shown(window), ReviewPage))


def test_what_cannot_be_read_is_told_at_the_desk(
    window: EditorWindow, pages: DeskPages, done: Done, qtbot: QtBot, tmp_path: Path
) -> None:
    pages.files_in.read(tmp_path / "none.tbx")
    done()
    qtbot.waitUntil(lambda: "none.tbx" in window.view.message.text())
    assert window.view.is_at_desk


def test_two_concepts_become_one(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot
) -> None:
    window.merge_wanted.emit(FORUM.key, TWIN.key)
    page = shown(window)
    assert isinstance(page, SidesPage)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    kept = termbase.concept(FORUM.key)
    assert kept is not None
    assert [term.text for _, term in kept.terms()] == [
        *("review forum", "review meeting", "forum d’examen", "reunión de examen", "منتدى"),
    ]
    assert termbase.concept(TWIN.key) is None
    assert window.view.is_at_desk
    window.keys.give("undo")
    assert [termbase.concept(one.key) for one in (FORUM, TWIN)] == [FORUM, TWIN]


def test_an_earlier_value_is_taken_back(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot
) -> None:
    window.open_concept(FORUM.key)
    termbase.save(concept("forum", en="review", fr="forum d’examen", ar="منتدى"), "typed")
    window.open_concept(FORUM.key)
    window.comparison_wanted.emit(termbase.history(FORUM.key)[0])
    page = shown(window)
    assert isinstance(page, SidesPage)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert termbase.concept(FORUM.key) == FORUM


def test_the_inbox_is_emptied_by_key(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot
) -> None:
    termbase.pairs.add(("en", "migrant caravan"), ("fr", "caravane de migrants"))
    window.inbox_wanted.emit()
    page = shown(window)
    assert isinstance(page, ChoicePage)
    assert "migrant caravan = caravane de migrants" in page.lines.item(0).text()
    qtbot.mouseClick(page.buttons["new"], Qt.MouseButton.LeftButton)
    assert page.lines.count() == 0
    [hit] = termbase.look_up("caravan")
    assert hit.glossary == "mine"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    window.keys.give("undo")
    window.inbox_wanted.emit()
    assert page.lines.count() == 1, "it waits again"
    qtbot.mouseClick(page.buttons["dismiss"], Qt.MouseButton.LeftButton)
    assert (page.lines.count(), termbase.look_up("caravan")) == (0, [])
    told = (
        "“migrant caravan = caravane de migrants” is dismissed; Ctrl+Z at the desk brings it back."
    )
    assert window.view.message.text() == told
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    window.keys.give("undo")
    assert termbase.look_up("caravan")


def test_a_look_up_in_vain_says_in_which_meeting_and_of_which_day(
    window: EditorWindow, pages: DeskPages, termbase: Termbase
) -> None:
    Meetings(termbase.store)
    with termbase.store.writing() as connection:
        for meeting in ("gfmd-mayors-2021", "gone"):
            missed.count(connection, "reunión", "es", meeting)
            missed.release(connection, meeting)
    termbase.pairs.add(("en", "migrant caravan"), ("fr", "caravane de migrants"))
    window.inbox_wanted.emit()
    page = shown(window)
    assert isinstance(page, InboxPage)
    lines = (page.lines.item(at).text().strip("\u2068\u2069") for at in range(2))
    missed_line, made = (line.replace("\u200e", "") for line in lines)
    met = "GFMD Mayors Mechanism networking meeting, 22 Jan 2021"
    assert f" · {met} · gone" in missed_line
    assert made.endswith(" · Ana")


def test_what_waits_goes_into_another_concept_than_the_open_one(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot
) -> None:
    with termbase.store.writing() as connection:
        missed.count(connection, "reunión", "es", "gfmd")
        missed.release(connection, "gfmd")
    window.open_concept(FORUM.key)
    window.inbox_wanted.emit()
    page = shown(window)
    assert isinstance(page, InboxPage)
    qtbot.mouseClick(page.buttons["another"], Qt.MouseButton.LeftButton)
    assert page.finder.found.count() == 1, "what is waiting is looked up at once"
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Escape)
    assert page.finder.isHidden()
    qtbot.mouseClick(page.buttons["another"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.finder.field, "review meet")
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Return)
    twin = termbase.concept(TWIN.key)
    assert twin is not None
    assert [term.text for term in twin.section("es").terms] == ["reunión de examen", "reunión"]
    assert page.lines.count() == 0
    assert window.view.message.text() == "“reunión” stands in “review meeting” now."


def test_two_earlier_states_are_compared_and_a_value_comes_back(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot
) -> None:
    for text in ("review", "final"):
        termbase.save(concept("forum", en=text, fr="forum d’examen", ar="منتدى"), "typed")
    window.open_concept(FORUM.key)
    window.two_wanted.emit(*termbase.history(FORUM.key)[:2])
    page = shown(window)
    assert isinstance(page, SidesPage)
    assert [row.sides for row in page.rows] == [("review forum", "review")]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert termbase.concept(FORUM.key) == FORUM


def test_a_look_up_in_vain_becomes_a_form_of_the_open_concepts_term(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot
) -> None:
    with termbase.store.writing() as connection:
        for text, lang in (("منتديات", "ar"), ("foros", "es")):
            missed.count(connection, text, lang, "gfmd")
        missed.release(connection, "gfmd")
    window.open_concept(FORUM.key)
    window.inbox_wanted.emit()
    page = shown(window)
    assert isinstance(page, ChoicePage)
    qtbot.mouseClick(page.buttons["form"], Qt.MouseButton.LeftButton)
    assert page.lines.count() == 2, "the concept has no Spanish"
    says = [label.text() for label in page.findChildren(QLabel)]
    assert "The most frequent first. Enter takes one into the open concept, “review forum”." in says
    assert "form" in window.view.message.text()
    page.lines.setCurrentRow(1)
    qtbot.mouseClick(page.buttons["form"], Qt.MouseButton.LeftButton)
    assert page.lines.count() == 1
    forum = termbase.concept(FORUM.key)
    assert forum is not None
    assert forum.section("ar").terms[0].forms == ("منتديات",)


def test_a_house_style_is_kept(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, qtbot: QtBot
) -> None:
    from booth_app.editing.remembered import house_style

    pages.show_style()
    page = pages._style_page
    page.choose("digits", "arabic")
    page.choose("fr", "lower")
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    style = house_style(termbase, "mine")
    assert (style.digits, dict(style.posts)) == ("arabic", {"fr": "lower"})
    assert window.view.is_at_desk


def test_a_glossary_is_counted_and_published(
    window: EditorWindow, pages: DeskPages, termbase: Termbase, done: Done, qtbot: QtBot
) -> None:
    pages.files_out.show_publish()
    done()
    page = pages.files_out._publish_page
    qtbot.waitUntil(lambda: shown(window) is page)
    assert "2 concepts go out" in page._told.text()
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    done()
    qtbot.waitUntil(lambda: window.view.is_at_desk)
    for count in (1, 2):  # the second one of the day changes no concept
        files = sorted(termbase.store.data.glossaries.glob("mine-*.boothglossary"))
        assert len(files) == count
        version = min((file.stem for file in files), key=len).removeprefix("mine-")
        newest = version if count == 1 else f"{version}.2"
        qtbot.waitUntil(lambda newest=newest: f"released as {newest}," in window.view.line.text())
        if count == 1:
            pages.files_out.show_publish()
            done()
            qtbot.waitUntil(lambda: shown(window) is page)
            qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
            done()
            qtbot.waitUntil(lambda: window.view.is_at_desk)


def test_a_release_without_news_says_so_and_is_taken_over(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    released = Releasing(termbase, "mine").write(datetime(2026, 11, 24, tzinfo=UTC), tmp_path)
    window.findChild(FileDrops).dropped.emit(released.file)
    done()
    page = pages.files_in.releases.page
    qtbot.waitUntil(lambda: shown(window) is page)
    assert "It is the first one opened here: no concept changes." in page._how.text()
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    done()
    qtbot.waitUntil(lambda: window.view.is_at_desk)
    assert window.view.message.text().startswith("Release 2026.11.24")


def test_losses_are_told_before_a_file_is_written(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    termbase.save(Concept(glossary="mine", id="note", note="a note"), "typed")
    pages.files_out.show_export()
    done()
    page = pages.files_out._export_page
    qtbot.waitUntil(lambda: shown(window) is page)
    page.choose("format", "csv")
    assert not page.button.isEnabled()  # not before what is lost is told
    qtbot.waitUntil(page.button.isEnabled)
    assert "note" in page._told.text()
    done()
    pages.files_out.export(tmp_path / "mine.csv")
    done()
    qtbot.waitUntil(lambda: (tmp_path / "mine.csv").exists())
    pages.files_out.print_sheet(tmp_path / "mine.pdf")
    done()
    qtbot.waitUntil(lambda: (tmp_path / "mine.pdf").exists(), timeout=20_000)
    done()
    qtbot.waitUntil(lambda: window.view.message.text().endswith("mine.pdf was written: 1 page."))


def test_the_keyboard_walks_along_the_formats_without_waiting(
    window: EditorWindow, pages: DeskPages, done: Done, qtbot: QtBot
) -> None:
    pages.files_out.show_export()
    done()
    page = pages.files_out._export_page
    qtbot.waitUntil(lambda: shown(window) is page)
    box = page.choices["format"]
    for _ in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert shown(window) is page
    assert page.chosen("format") == "sheet"
    qtbot.waitUntil(page.button.isEnabled)
    done()
    assert shown(window) is page


def test_a_sheet_whose_printing_is_cancelled_leaves_the_old_one(
    window: EditorWindow,
    pages: DeskPages,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(concepts_out, "exported", lambda *_: repeat((FORUM, None)))
    sheet = tmp_path / "mine.pdf"
    sheet.write_bytes(b"the last one")
    pages.files_out.print_sheet(sheet)
    qtbot.keyClick(shown(window), Qt.Key.Key_Escape)
    done()
    qtbot.waitUntil(lambda: window.view.is_at_desk)
    assert window.view.message.text().startswith("Cancelled")
    assert sheet.read_bytes() == b"the last one"


def test_a_file_that_cannot_be_written_says_what_to_do(
    window: EditorWindow, pages: DeskPages, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    pages.files_out.export(tmp_path / "file" / "mine.tbx")
    said = "Make room there, or choose another place."
    qtbot.waitUntil(lambda: window.view.message.text().endswith(said), timeout=20_000)
    assert window.view.is_at_desk


def test_a_concept_that_is_gone_cannot_be_merged(window: EditorWindow, pages: DeskPages) -> None:
    window.merge_wanted.emit(FORUM.key, ConceptKey("mine", "gone"))
    assert window.view.is_at_desk
    assert "gone" in window.view.message.text()


def test_a_release_shows_its_news_and_is_taken_over(
    window: EditorWindow,
    pages: DeskPages,
    termbase: Termbase,
    done: Done,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    other = Termbase.open(
        DataFolder(tmp_path / "other"), "Eva", write=True, glossaries=tmp_path / "none"
    )
    other.save(concept("forum", en="review forum", fr="forum d’examen", ar="منتدى"), "typed")
    other.save(concept("host", en="host city", fr="ville d’accueil"), "typed")
    released = Releasing(other, "mine").write(datetime(2026, 11, 24, tzinfo=UTC), tmp_path / "out")
    other.close()
    pages.files_in.open_file(released.file)
    done()
    page = pages.files_in.releases.page
    qtbot.waitUntil(lambda: shown(window) is page)
    assert [page.lines.item(n).text() for n in range(page.lines.count())] == [
        "\u2068host city: English host city is new; French ville d’accueil is new\u2069"
    ]
    qtbot.keyClick(page.lines, Qt.Key.Key_Return)
    done()
    qtbot.waitUntil(lambda: window.view.is_at_desk)
    assert [hit.matched.term for hit in termbase.look_up("ville")] == ["ville d’accueil"]
    assert termbase.concept(TWIN.key) == TWIN
