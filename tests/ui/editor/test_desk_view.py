import pytest

from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import Concept, LanguageSection, Term
from tests.editing.made_glossaries import CONCEPTS, NAME
from tests.ui.editor.typing_editor import Key, Typing

SOURCED = Concept(
    glossary=NAME,
    id="c9",
    languages={
        lang: LanguageSection(terms=(Term(id=lang, text=f"zebra {lang}", source="a book"),))
        for lang in LANGUAGES
    },
)


@pytest.mark.parametrize("width", [900, 1500], ids=["narrow", "wide"])
@pytest.mark.parametrize(
    ("concept", "name"),
    [(SOURCED, "Changes, newest first"), (CONCEPTS[2], "Problems of this concept")],
    ids=["no problem", "problems"],
)
def test_beside_the_form_the_first_list_that_has_anything_is_come_to(
    typing: Typing, width: int, concept: Concept, name: str
) -> None:
    typing.window.resize(width, 800)
    typing.termbase.save(concept, "typed")
    typing.window.open_concept(concept.key)
    typing.until(lambda: bool(typing.window.view.checks.lines) == (concept is not SOURCED))
    typing.press(Key.Key_F6)
    typing.press(Key.Key_F6)
    assert typing.focus.accessibleName() == name
    assert typing.focus.isVisible()
