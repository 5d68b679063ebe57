"""What is done to the open concept from the panels beside the form."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from booth_app.editing.edits import carried
from booth_app.termbase import Change
from booth_app.terminology.concept import Concept, ConceptKey, Relation
from booth_app.terminology.mends import mended
from booth_app.terminology.problem import Problem
from booth_app.ui.editor.concept_form import ConceptForm
from booth_app.ui.editor.running_editor import RunningEditor


class SideActs(QObject):
    """Links, mends, takes back; each is a step that undo undoes."""

    merge_wanted = Signal(object, object)
    """The keys of the open concept and of the one to be made one with it."""

    def __init__(self, editor: RunningEditor, form: ConceptForm) -> None:
        super().__init__()
        self._editor = editor
        self._form = form

    def link(self, key: ConceptKey) -> None:
        """Relate the open concept to another one."""
        concept = self._open_concept()
        if concept is not None and all(each.to != key.id for each in concept.related):
            related = (*concept.related, Relation(key.id))
            self._editor.save(replace(concept, related=related), "linking")

    def merge(self, key: ConceptKey) -> None:
        """Have the open concept and another one made one."""
        concept = self._open_concept()
        if concept is not None:
            self.merge_wanted.emit(concept.key, key)

    def mend(self, problem: Problem) -> None:
        """Mend a problem of the open concept."""
        concept = self._open_concept()
        better = mended(concept, problem) if concept else None
        if better is not None:
            self._editor.save(better, "mending")

    def take_back(self, change: Change) -> None:
        """Take one change of the open concept back; later ones stay."""
        concept = self._open_concept()
        if concept is not None and change.before is not None and change.after is not None:
            self._editor.save(carried(change.after, change.before, concept), "taking back")

    def restore(self, change: Change) -> None:
        """Have the open concept be again as it was after a change."""
        if self._open_concept() is not None and change.after is not None:
            self._editor.save(change.after, "taking back")

    def _open_concept(self) -> Concept | None:
        """Return the open concept with all that was typed into it."""
        self._form.announce()
        return self._form.concept()
