"""Pictures of the real window in its states, to be looked at.

    uv run python -m tests.pictures DIR

DIR is made where it is missing. Every picture is taken of the whole program on a data folder of
its own, offscreen, with the bundled fonts.
"""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from booth_app.ui.editor.review_page import ReviewPage
from tests.benchmarks.typing_booth import DOCKED, SIZE, booth, press, settle, until
from tests.language_packs import install_packs

if TYPE_CHECKING:
    from booth_app.ui.main_window import MainWindow

Step = Callable[["MainWindow"], None]


class Picture(NamedTuple):
    """A state of the window: its name, how it is reached, its size in pixels, packs or none.

    `editor`: it is the terminology editor's window that is shown.
    """

    name: str
    steps: tuple[Step, ...]
    size: tuple[int, int] = (1440, 900)
    packs: bool = True
    editor: bool = False


def commands(*names: str) -> Step:
    """Return a step that gives commands by name."""

    def step(window: "MainWindow") -> None:
        for name in names:
            window.booth.commands[name]()

    return step


def typing(text: str) -> Step:
    """Return a step that types `text` into the field."""

    def step(window: "MainWindow") -> None:
        for letter in text:
            press(window, letter)

    return step


def answered(asking: Step) -> Step:
    """Return a step that does `asking` and waits for what the machine says."""

    def step(window: "MainWindow") -> None:
        answers: list[object] = []
        window.booth.suggesting.worker.suggested.connect(answers.append)
        asking(window)
        until(lambda: answers)

    return step


def with_items(count: int) -> Step:
    """Return a step that gives the meeting `count` items, the last of them after midnight."""

    def step(window: "MainWindow") -> None:
        booth = window.booth
        meeting = booth.sitting.meeting
        length = timedelta(minutes=10)
        items = tuple(
            replace(
                meeting.items[n % len(meeting.items)],
                id=f"i{n}",
                start=meeting.start + n * length,
                end=meeting.start + (n + 1) * length,
            )
            for n in range(count)
        )
        end = meeting.start + count * length
        booth.sit(booth.sitting.of_meeting(replace(meeting, items=items, end=end)))

    return step


def elsewhere(window: "MainWindow") -> None:
    """Let another program have the keyboard."""
    window.view.words.field.show_keyboard(is_here=False)


def pressing(*codes: Qt.Key) -> Step:
    """Return a step that presses keys in the field."""

    def step(window: "MainWindow") -> None:
        for code in codes:
            event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(window.view.words.field, event)
            settle(0.05)

    return step


def looking_up(*texts: str) -> Step:
    """Return a step that looks each text up and leaves it."""

    def step(window: "MainWindow") -> None:
        for text in texts:
            typing(text)(window)
            commands("clear")(window)

    return step


def pinning(*texts: str) -> Step:
    """Return a step that looks each text up and pins its answer."""

    def step(window: "MainWindow") -> None:
        for text in texts:
            typing(text)(window)
            commands("pin", "clear")(window)

    return step


def resting(window: "MainWindow") -> None:
    """Type nothing until a number has come."""
    settle(0.5)


def editing(*names: str) -> Step:
    """Return a step that opens the terminology editor and gives its commands by name."""

    def step(window: "MainWindow") -> None:
        window.editor.open()
        until(lambda: window.editor.window is not None)
        editor = window.editor.window
        assert editor is not None
        until(lambda: editor.view.concepts.filters.counts["all"] is not None)
        until(lambda: editor.editor.concept is not None)
        for name in names:
            settle(0.3)
            editor.keys.give(name)
        settle(0.5)

    return step


def writing(text: str) -> Step:
    """Return a step that types `text` where the editor's keyboard is."""

    def step(_window: "MainWindow") -> None:
        for letter in text:
            field = QApplication.focusWidget()
            assert field is not None
            code = Qt.Key.Key_unknown
            event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(field, event)
        settle(0.8)

    return step


def in_vain(*texts: str) -> Step:
    """Return a step that looks `texts` up, which nothing knows, and waits until that is kept."""

    def step(window: "MainWindow") -> None:
        looking_up(*texts)(window)
        settle(0.5)

    return step


def merging(kept: str, other: str) -> Step:
    """Return a step that holds two concepts of the open glossary side by side."""

    def step(window: "MainWindow") -> None:
        editor = window.editor.window
        assert editor is not None
        editor.merge_wanted.emit(editor.desk.key(kept), editor.desk.key(other))
        settle(0.5)

    return step


def comparing(concept: str, field: str, text: str) -> Step:
    """Return a step that changes a text of a concept and holds what it was against it."""

    def step(window: "MainWindow") -> None:
        editor = window.editor.window
        assert editor is not None
        key = editor.desk.key(concept)
        editor.open_concept(key)
        before = editor.desk.concept(key)
        assert before is not None
        editor.editor.save(replace(before, **{field: text}))
        editor.open_concept(key)
        settle(0.5)
        editor.comparison_wanted.emit(editor.desk.termbase.history(key)[0])
        settle(0.5)

    return step


def importing(rows: str) -> Step:
    """Return a step that reads a table into the open glossary, to be reviewed."""

    def step(window: "MainWindow") -> None:
        pages, editor = window.editor._pages, window.editor.window
        assert pages is not None
        assert editor is not None
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "colleague.csv"
            table.write_text(rows, "utf-8")
            pages.files_in.open_file(table)
            until(lambda: isinstance(editor.view.pages.currentWidget(), ReviewPage))
            settle(0.5)

    return step


COLLEAGUE = """\
concept_id;English;Français;Español;العربية
imrf;International Migration Review Forum;Forum d’examen;Foro de Examen;منتدى الاستعراض
;host city;ville d’accueil;ciudad de acogida;مدينة مضيفة
;mayor;maire;alcalde;عمدة
;migration;migration;;
"""
"""A table as a colleague sends it: a concept said otherwise, a new one, one that is there."""

ROUND_ONE = ("next_item", "clock_far_on", "next_item", "clock_on", "clock_on", "clock_on")
"""In round one of the meeting, three minutes into it."""
IN_VAIN = ("exode climatique", "télétravail", "exode climatique")
"""Look-ups that find nothing."""
PICTURES = (
    Picture("first-start", ()),
    Picture("dark-en-idle", (commands("target_en", *ROUND_ONE),)),
    Picture("dark-en-answer", (commands("target_en", *ROUND_ONE), typing("examen migr"))),
    Picture("dark-fr-answer", (commands("target_fr", *ROUND_ONE), typing("gcm"))),
    Picture("dark-es-answer", (commands("target_es", *ROUND_ONE), typing("recovery"))),
    Picture("dark-ar-idle", (commands("target_ar", *ROUND_ONE),)),
    Picture("dark-ar-answer", (commands("target_ar", *ROUND_ONE), typing("relevem"))),
    Picture("light-en-idle", (commands("target_en", "next_theme", *ROUND_ONE),)),
    Picture(
        "light-en-answer", (commands("target_en", "next_theme", *ROUND_ONE), typing("examen migr"))
    ),
    Picture("light-ar-answer", (commands("target_ar", "next_theme", *ROUND_ONE), typing("lrg"))),
    Picture("dim-en-idle", (commands("target_en", "next_theme", "next_theme", *ROUND_ONE),)),
    Picture(
        "dim-en-answer",
        (commands("target_en", "next_theme", "next_theme", *ROUND_ONE), typing("traite")),
    ),
    Picture("trap", (commands("target_en", *ROUND_ONE), typing("trafic illicite"))),
    Picture("later-than-the-meeting", (commands("target_en"), typing("progress declaration"))),
    Picture("heard-not-said", (commands("target_en"), typing("ميثاق مراكش"))),
    Picture("nothing-found", (commands("target_en"), typing("zzqx"))),
    Picture(
        "overrun",
        (commands("target_en", *ROUND_ONE, *["clock_far_on"] * 2, "hand_over"),),
    ),
    Picture("speaker", (commands("target_en", *ROUND_ONE, "confirm_2"),)),
    Picture("speaker-ar", (commands("target_ar", *ROUND_ONE, "confirm_2"),)),
    Picture("person", (commands("target_en"), typing("gunnarson"))),
    Picture("people", (commands("target_en"), typing("@"))),
    Picture("new-term", (commands("target_en"), typing("+ caravane migrante = migrant caravan"))),
    Picture(
        "suggestion",
        (commands("target_ar", *ROUND_ONE), answered(typing("=nous remercions les villes"))),
    ),
    Picture(
        "withheld",
        (
            commands("target_ar", *ROUND_ONE),
            answered(typing("=the Nordic Council of Ministers gathers")),
        ),
    ),
    Picture(
        "no-packs",
        (commands("target_en", *ROUND_ONE), answered(commands("suggest_question"))),
        packs=False,
    ),
    Picture("long-answer", (commands("target_fr", *ROUND_ONE), typing("objective 17"))),
    Picture("longest-answer", (commands("target_en", *ROUND_ONE), typing("ministère délégué"))),
    Picture("acronym", (commands("target_en", *ROUND_ONE), typing("femi"))),
    Picture("false-friends", (commands("target_en", *ROUND_ONE), typing("traite"))),
    Picture("false-friends-ar", (commands("target_ar", *ROUND_ONE), typing("trafic illicite"))),
    Picture(
        "open-trap", (commands("target_en", *ROUND_ONE), typing("mondial"), commands("open_trap"))
    ),
    Picture("number-ar", (commands("target_ar", *ROUND_ONE), typing("2.5bn"), resting)),
    Picture("number-two-readings", (commands("target_en", *ROUND_ONE), typing("1.500"), resting)),
    Picture("number-beside-hits", (commands("target_en", *ROUND_ONE), typing("10"), resting)),
    Picture(
        "history",
        (
            commands("target_en", *ROUND_ONE),
            looking_up("imrf", "relevement", "traite"),
            pressing(Qt.Key.Key_Up, Qt.Key.Key_Up),
        ),
    ),
    Picture(
        "let-go",
        (commands("target_en", *ROUND_ONE), typing("relevem"), pressing(Qt.Key.Key_Return)),
    ),
    Picture("wrong-layout", (commands("target_en", *ROUND_ONE), typing("هةقب"))),
    Picture(
        "scratch-line",
        (
            commands("target_en", *ROUND_ONE),
            typing("A/RES/73/195"),
            commands("park", "clear"),
            typing("relevem"),
        ),
    ),
    Picture(
        "pins",
        (commands("target_en", *ROUND_ONE), pinning("glr", "traite", "trafic illicite", "femi")),
    ),
    Picture(
        "only-what-i-read",
        (commands("target_en", *ROUND_ONE, "read_en", "read_es"), typing("examen migr")),
    ),
    Picture("other-program", (commands("target_en", *ROUND_ONE), typing("gcm"), elsewhere)),
    Picture("keys", (commands("target_en", "show_keys"),)),
    Picture("glossaries", (commands("target_en", "show_glossaries"),)),
    Picture("glossaries-large", (commands("target_en", "show_glossaries", *["larger"] * 8),)),
    Picture(
        "200-percent-answer",
        (commands("target_en", *ROUND_ONE, *["larger"] * 5), typing("examen migr")),
        (1920, 1080),
    ),
    Picture(
        "200-percent-idle", (commands("target_fr", *ROUND_ONE, *["larger"] * 5),), (1920, 1080)
    ),
    Picture(
        "300-percent-answer",
        (commands("target_ar", *ROUND_ONE, *["larger"] * 7), typing("gcm")),
        (1920, 1080),
    ),
    Picture(
        "docked-en",
        (commands("target_en", *ROUND_ONE, "hand_over", "confirm_2"), typing("examen migr")),
        DOCKED,
    ),
    Picture("docked-fr", (commands("target_fr", *ROUND_ONE), typing("gcm")), DOCKED),
    Picture(
        "docked-es",
        (commands("target_es", "next_theme", *ROUND_ONE, "confirm_3"), typing("recovery")),
        DOCKED,
    ),
    Picture(
        "docked-ar", (commands("target_ar", *ROUND_ONE, "confirm_2"), typing("relevem")), DOCKED
    ),
    Picture("docked-idle", (commands("target_en", *ROUND_ONE, "confirm_2"),), DOCKED),
    Picture(
        "docked-dim",
        (commands("target_ar", "next_theme", "next_theme", *ROUND_ONE), typing("traite")),
        DOCKED,
    ),
    Picture(
        "docked-long",
        (commands("target_fr", *ROUND_ONE, "confirm_1"), typing("network for migration")),
        DOCKED,
    ),
    Picture("docked-least", (commands("target_en", *ROUND_ONE), typing("examen migr")), (360, 600)),
    Picture(
        "docked-200-percent",
        (commands("target_en", *ROUND_ONE, "confirm_2", *["larger"] * 5), typing("gcm")),
        (420, 768),
    ),
    Picture(
        "docked-address",
        (commands("target_fr", *ROUND_ONE, "confirm_2", "edit_address"),),
        DOCKED,
    ),
    Picture(
        "small-screen",
        (commands("target_en", *ROUND_ONE, "confirm_2"), typing("examen migr")),
        (1024, 600),
    ),
    Picture(
        "300-percent-small-screen",
        (commands("target_en", *ROUND_ONE, *["larger"] * 7), typing("gcm")),
        (1024, 600),
    ),
    Picture(
        "300-percent-idle",
        (commands("target_en", *ROUND_ONE, "confirm_2", *["larger"] * 7),),
        (1440, 900),
    ),
    Picture(
        "speaker-known",
        (
            commands("target_fr", *ROUND_ONE, "confirm_2", "next_speaks", "next_speech"),
            commands("page_side"),
        ),
    ),
    Picture(
        "speaker-relay-ar",
        (commands("target_ar", *ROUND_ONE, "confirm_2", *["next_speaks"] * 2, "next_relay"),),
    ),
    Picture("swap-offered", (commands("target_en", *ROUND_ONE, "confirm_2", "next_speaks"),)),
    Picture("no-agenda", (commands("target_en"), with_items(0))),
    Picture("sixty-items", (commands("target_en"), with_items(60), commands(*["next_item"] * 30))),
    Picture("narrow", (commands("target_en", *ROUND_ONE), typing("examen migr")), (900, 700)),
    *(
        Picture(f"docked-words-{name}", (commands("target_en", *ROUND_ONE), *steps), (360, 768))
        for name, steps in (
            ("answer", (typing("femi"),)),
            ("long-answer", (commands("target_fr"), typing("objective 17"))),
            ("false-friends", (typing("traite"),)),
            ("open-trap", (typing("migr"), commands("open_trap"))),
            ("number", (commands("target_ar"), typing("2.5bn"), resting)),
            ("scratch-line", (typing("12 400"), commands("park", "clear"), typing("relevem"))),
            ("pins", (pinning("glr", "traite", "trafic illicite"),)),
            ("300-percent", (commands(*["larger"] * 7), typing("femi"))),
        )
    ),
    Picture(
        "look-ups-in-vain",
        (commands("target_en", *ROUND_ONE), in_vain(*IN_VAIN), commands("release_missed")),
    ),
    *(
        Picture(f"editor-{name}", steps, size, packs=False, editor=True)
        for name, steps, size in (
            ("first", (commands("next_theme"), editing()), SIZE),
            (
                "light",
                (commands("next_theme"), editing("search"), writing("review forum")),
                SIZE,
            ),
            ("dark", (editing("search"), writing("review forum")), SIZE),
            ("dim", (commands("next_theme", "next_theme"), editing("next_concept")), SIZE),
            ("ar", (commands("target_ar", "next_theme"), editing("next_concept")), SIZE),
            ("twins", (commands("next_theme"), editing("filter_twins", "next_problem")), SIZE),
            (
                "new-concept",
                (commands("next_theme"), editing("new_concept"), writing("migration review forum")),
                SIZE,
            ),
            (
                "approved",
                (commands("next_theme"), editing("approve", "next_concept", "approve_all")),
                SIZE,
            ),
            ("keys", (commands("next_theme"), editing("show_keys")), SIZE),
            ("merge", (commands("next_theme"), editing(), merging("imrf", "rmrf")), SIZE),
            (
                "history",
                (
                    commands("next_theme"),
                    editing(),
                    comparing("imrf", "note", "Le FEMI est rare; dites «forum d’examen»."),
                ),
                SIZE,
            ),
            ("review", (commands("next_theme"), editing(), importing(COLLEAGUE)), SIZE),
            ("review-dark", (editing(), importing(COLLEAGUE)), SIZE),
            (
                "inbox",
                (
                    commands("target_en", "next_theme", *ROUND_ONE),
                    typing("+ migrant caravan = caravane de migrants"),
                    pressing(Qt.Key.Key_Return),
                    in_vain(*IN_VAIN, "الذكاء الاصطناعي"),
                    commands("release_missed", "release_missed"),
                    editing("from_booth"),
                ),
                SIZE,
            ),
            (
                "200-percent",
                (commands("next_theme", *["larger"] * 5), editing("next_concept")),
                SIZE,
            ),
            (
                "200-percent-beside",
                (commands(*["larger"] * 5), editing("next_problem", "next_pane")),
                SIZE,
            ),
            ("300-percent", (commands(*["larger"] * 7), editing("next_concept")), (1920, 1080)),
            ("small-screen", (commands("next_theme"), editing("next_concept")), (1024, 600)),
        )
    ),
)


def take(picture: Picture, file: Path) -> None:
    """Open a booth, bring it to the picture's state, and save what it shows."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        if picture.packs:
            install_packs(data / "packs")
        with booth(data) as window:
            window.resize(*picture.size)
            for step in picture.steps:
                step(window)
                settle(0.05)
            shown: QWidget = window
            if picture.editor and window.editor.window is not None:
                shown = window.editor.window
                shown.resize(*picture.size)
            settle(0.2)
            shown.grab().save(str(file))


def main() -> None:
    """Take the pictures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only pictures whose name contains this")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        if given.only in picture.name:
            take(picture, given.folder / f"{picture.name}.png")
            print(picture.name, flush=True)


if __name__ == "__main__":
    main()
