from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from booth_app.languages import Lang
from booth_app.meeting.meeting import Item, Meeting, Text, Wording
from booth_app.translation.suggestion import Phrase, Suggestion
from booth_app.ui.booth.suggesting import Suggesting
from tests.ui.booth.hits import meeting

MEETING = meeting()


class Words:
    """The look-up panel: notes what is expected."""

    def __init__(self) -> None:
        self.field = self
        self.typed: list[str] = []
        self.expected: list[str] = []

    def begin_with(self, sign: str) -> None:
        self.typed.append(sign)

    def expect_suggestion(self, phrase: str) -> None:
        self.expected.append(phrase)


class View:
    def __init__(self) -> None:
        self.words = Words()


class Suggestions:
    """Knows every phrase at once, and notes how it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Lang, Lang]] = []

    def phrase(self, text: str, source: Lang, target: Lang) -> Phrase:
        self.asked.append((text, source, target))
        return Phrase(text, text, (source, target), ready=Suggestion(text))


class Backing:
    def __init__(self) -> None:
        self.opened = Suggestions()

    def language_of(self, text: str) -> Lang | None:
        known: dict[str, Lang] = {"los alcaldes": "es", "migration": "en"}
        return known.get(text)

    def suggestions(self, of: Callable[[], Meeting]) -> Suggestions:
        return self.opened


class Sitting:
    meeting = MEETING
    item: Item | None = MEETING.items[0]


class Booth(QObject):
    """What is needed of the running booth, which shows nothing."""

    target: Lang = "en"
    floor: Lang = "fr"

    def __init__(self) -> None:
        super().__init__()
        self.sitting = Sitting()
        self.view, self.backing = View(), Backing()
        self.suggesting = Suggesting(self, self.view, self.backing)  # type: ignore[arg-type]
        self.give = self.suggesting.commands()

    @property
    def asked(self) -> list[tuple[str, Lang, Lang]]:
        return self.backing.opened.asked


@pytest.fixture
def booth(qapp: QApplication) -> Booth:
    return Booth()


@pytest.mark.parametrize(
    ("phrase", "source"), [("los alcaldes", "es"), ("the unknown", "fr"), ("migration", "fr")]
)
def test_a_phrase_comes_from_its_language_else_from_the_floors(
    booth: Booth, phrase: str, source: Lang
) -> None:
    booth.suggesting.suggest(phrase)
    assert booth.asked == [(phrase, source, "en")]


def text(**said: bool) -> Text:
    """Return a text in the languages named, each with whether it is the original."""
    return {lang: Wording(f"in {lang}", verified=ok) for lang, ok in said.items()}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("title", "source"),
    [
        (text(en=True, es=True, ar=False), "es"),  # an original goes before a translation
        (text(fr=False, es=True), "es"),
        (text(fr=True, es=True), "fr"),  # the floor's goes first
        (text(es=False), "es"),
    ],
)
def test_an_items_title_comes_from_its_original(booth: Booth, title: Text, source: Lang) -> None:
    booth.sitting.item = replace(MEETING.items[0], title=title)
    booth.give["suggest_title"]()
    assert booth.asked == [(f"in {source}", source, "en")]
    assert booth.view.words.expected == [f"in {source}"]


def test_where_there_is_nothing_to_translate_nothing_is_asked(booth: Booth) -> None:
    booth.sitting.item = replace(MEETING.items[0], title=text(en=True), question={})
    booth.give["suggest_title"]()
    booth.give["suggest_question"]()
    booth.sitting.item = None
    booth.give["suggest_title"]()
    assert booth.asked == []
    assert booth.view.words.expected == []


def test_the_machines_sign_is_put_before_the_text(booth: Booth) -> None:
    booth.give["ask_machine"]()
    assert booth.view.words.typed == ["="]
