"""A form of a concept, typed in as a person does: keys go to whatever has the keyboard."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.lookup.terms import Matched
from booth_app.termbase import Hit
from booth_app.terminology.concept import (
    Concept,
    ConceptKey,
    LanguageSection,
    Reference,
    Relation,
    Term,
    Trap,
)
from booth_app.ui.editor.concept_form import ConceptForm
from booth_app.ui.editor.term_row import TermRow
from booth_app.ui.theme import Look

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key

FORUM = Concept(
    glossary="g",
    id="imrf",
    subject="process",
    note="Spell out in Arabic.",
    since="2022-05-20",
    related=(Relation("gcm", "broader"),),
    external=(Reference("IATE", "12"),),
    traps=(Trap(id="t", term="IMRF", trap="read as letters", languages=("ar",)),),
    languages={
        "en": LanguageSection(
            terms=(
                Term(id="en1", text="Review Forum", status="preferred", type="full_form"),
                Term(id="en2", text="IMRF", type="acronym", source="A/RES/73/195"),
            ),
            definition="A forum.",
        ),
        "fr": LanguageSection(terms=(Term(id="fr1", text="Forum d'examen", status="preferred"),)),
        "ar": LanguageSection(terms=(Term(id="ar1", text="منتدى الهجرة", status="preferred"),)),
    },
    extra={"projectSubset": "GFMD"},
)
COMPACT = Concept(
    glossary="g",
    id="gcm",
    languages={"en": LanguageSection(terms=(Term(id="g1", text="Global Compact"),))},
)


class Glossary:
    """Concepts to look up, without a term base."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = {concept.key: concept for concept in concepts}

    def concept(self, key: ConceptKey) -> Concept | None:
        return self.concepts.get(key)

    def look_up(self, text: str, limit: int = 10, /) -> Sequence[Hit]:
        found = (
            Hit(concept.glossary, concept, None, Matched(lang, term.text), "exact", "glossary")  # type: ignore[arg-type]
            for concept in self.concepts.values()
            for lang, term in concept.terms()
            if text.casefold() in term.text.casefold()
        )
        return list(found)[:limit]


class Typed:
    """The form with what it announced, and hands."""

    def __init__(self, qtbot: QtBot, look: Look, concept: Concept | None = FORUM) -> None:
        self.qtbot = qtbot
        self.form = ConceptForm(Glossary([FORUM, COMPACT]), look)
        self.said: list[Concept] = []
        self.wanted: list[ConceptKey] = []
        self.form.changed.connect(self.said.append)
        self.form.concept_wanted.connect(self.wanted.append)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.form.setParent(self.window)
        self.beside = QLineEdit(self.window)
        self.window.resize(900, 900)
        self.form.resize(800, 800)
        self.beside.move(0, 850)
        self.window.show()
        self.window.activateWindow()
        self.beside.setFocus()
        qtbot.waitUntil(self.beside.hasFocus)
        self.form.show_concept(concept)

    def row(self, lang: Lang, at: int = 0) -> TermRow:
        return self.form.body.boxes[lang].rows[at]

    def texts(self, lang: Lang) -> list[str]:
        concept = self.form.concept()
        return [term.text for term in concept.section(lang).terms] if concept else []

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(focus(), key, held)

    def write(self, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, NONE, letter)
                QCoreApplication.sendEvent(focus(), event)

    def announced(self) -> Concept:
        """Wait for what was typed to be announced, and return it."""
        self.qtbot.waitUntil(lambda: bool(self.said))
        return self.said[-1]


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
