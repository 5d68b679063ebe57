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
from booth_app.ui.editor.value_words import moment


class SideActs(QObject):
    """Links, mends, takes back; each is a step that undo undoes."""

    merge_wanted = Signal(object, object)
    """The keys of the open concept and of the one to be made one with it."""
    told = Signal(str)
    """What was done, in a sentence: what was told before is no longer the last thing."""

    def __init__(self, editor: RunningEditor, form: ConceptForm) -> None:
        super().__init__()
        self._editor = editor
        self._form = form

    def link(self, key: ConceptKey) -> None:
        """Relate the open concept to another one."""
        concept = self._open_concept()
        if concept is not None and all(each.to != key.id for each in concept.related):
            related = (*concept.related, Relation(key.id))
            self._do(replace(concept, related=related), "linking", "The two concepts are linked.")

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
            self._do(better, "mending", "Mended.")

    def take_back(self, change: Change) -> None:
        """Take one change of the open concept back; later ones stay."""
        concept = self._open_concept()
        if concept is None or change.before is None or change.after is None:
            return
        wanted = carried(change.after, change.before, concept)
        if wanted == concept:
            self.told.emit("Nothing of it is left: it was changed again since.")
        else:
            self._do(wanted, "taking back", "That change is taken back; later ones stay.")

    def restore(self, change: Change) -> None:
        """Have the open concept be again as it was after a change."""
        if self._open_concept() is not None and change.after is not None:
            self._do(
                change.after, "taking back", f"The concept is as it was on {moment(change.at)}."
            )

    def _do(self, concept: Concept, says: str, told: str) -> None:
        if self._editor.save(concept, says):
            self.told.emit(told)

    def _open_concept(self) -> Concept | None:
        """Return the open concept with all that was typed into it."""
        self._form.announce()
        return self._form.concept()
