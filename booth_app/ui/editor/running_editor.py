"""The editor at work: what each command and each panel's announcement does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from booth_app.editing.edits import Step, carried
from booth_app.editing.new_parts import new_concept
from booth_app.termbase import Change
from booth_app.terminology.concept import Concept, ConceptKey, Relation
from booth_app.terminology.mends import mended
from booth_app.terminology.problem import Problem
from booth_app.ui.editor.desk_view import DeskView
from booth_app.ui.editor.editing_desk import READ_ONLY, Around, EditingDesk
from booth_app.ui.editor.editor_wording import counting_line, standing_line
from booth_app.ui.editor.many_approvals import ManyApprovals


class RunningEditor(QObject):
    """Holds what is open, changes it by command, and has the view show it.

    `key_of` tells the key of a command, to be named in a sentence.
    """

    told = Signal(str)
    merge_wanted = Signal(object, object)
    """The keys of the open concept and of the one to be made one with it."""

    def __init__(self, desk: EditingDesk, view: DeskView, key_of: Callable[[str], str]) -> None:
        super().__init__()
        self.desk = desk
        self.approvals = ManyApprovals(desk)
        self._view = view
        self._key_of = key_of
        self._saved: datetime | None = None
        self._version = ""
        self._at_problem = -1
        self._is_problem_wanted = False

    @property
    def concept(self) -> Concept | None:
        """The open concept as the form says it; None where none is."""
        return self._view.form.concept()

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command that changes or opens something does."""
        return {
            "new_concept": self.new_concept,
            "new_term": self.new_term,
            "save": self.save_now,
            "undo": self.undo,
            "redo": partial(self._go_back, self.desk.redo, "done again"),
            "delete_concept": self.delete,
            "next_problem": self.next_problem,
            "approve": self.approve,
            "approve_all": self.approve_all,
        }

    def open(self, glossary: str) -> None:
        """Work on `glossary`, beginning with its first concept."""
        self._view.form.announce()
        if glossary != self.desk.glossary:
            self._view.form.show_concept(None)
            self._view.concepts.follow("")
        self.desk.open(glossary)
        self._version = self.desk.last_version
        self._view.bar.show_glossaries(self.desk.glossaries, glossary)
        self.say_what_is_possible()

    def say_what_is_possible(self) -> None:
        """Let be typed in only what can be stored."""
        can_save = self.desk.can_save
        self._view.form.set_read_only(read_only=not can_save)
        self.told.emit("" if can_save else READ_ONLY)
        self._enable()

    def open_concept(self, id_: str) -> None:
        """Show the concept `id_` in the form."""
        self._at_problem = -1
        self._view.form.show_concept(self.desk.concept(self.desk.key(id_)))
        self._view.concepts.follow(id_)
        self.look_around()

    def show_survey(self) -> None:
        """Show the list and the counts as they are known now."""
        survey = self.desk.survey
        if survey is not None:
            self._view.concepts.show_survey(survey)
            self._view.bar.show_waiting(self.desk.waiting)
            self._enable()
            self.say_standing()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the concepts are counted."""
        self._view.say(counting_line(done, total))

    def show_renewed(self, ids: list[str]) -> None:
        """Show these concepts as they are stored now."""
        self._view.concepts.renew(ids)
        concept = self.concept
        if concept is not None and concept.id in ids:
            stored = self.desk.concept(concept.key)
            if stored is not None and stored != concept:
                self._view.form.show_concept(stored)

    def show_around(self, around: Around) -> None:
        """Show the problems of the open concept, and what else was found around it."""
        view, concept = self._view, self.concept
        if concept is None or concept.key != around.concept.key:
            return
        view.similar.show_similar(around.similar, self.desk.glossary)
        before = view.checks.lines
        view.checks.show_problems(around.concept, around.problems)
        view.history.show_changes(around.changes)
        if around.changes:
            view.form.show_revision(around.changes[-1].rev, around.changes[-1].at)
        if concept == around.concept:
            view.form.show_problems(around.problems)
        if view.checks.lines != before:
            self._at_problem = -1
        if self._is_problem_wanted:
            self._is_problem_wanted = False
            self._go_to_problem()

    def look_around(self) -> None:
        """Have found what there is to say about the open concept."""
        concept = self.concept
        if concept is None:
            self._view.similar.show_similar((), self.desk.glossary)
            self._view.checks.show_problems(None, ())
            self._view.history.show_changes(())
            return
        current = self._view.form.current_term
        lang = current[0] if current else next(iter(concept.languages), self.desk.languages[0])
        terms = concept.section(lang).terms
        term = next((each for each in terms if current == (lang, each.id)), None)
        term = term or concept.section(lang).preferred
        self.desk.look_around(concept, term.text if term else "", lang)

    # What is typed

    def save(self, concept: Concept) -> None:
        """Store what the form announced."""
        stored = self.desk.save(concept)
        if stored is not None:
            self._show_stored(stored)
        self.look_around()

    def save_now(self) -> None:
        """Store what was typed a moment ago."""
        self._view.form.announce()
        self.say_standing()

    def new_concept(self) -> None:
        """Begin a concept; it is stored with its first term."""
        if not self.desk.can_save:
            self.told.emit(READ_ONLY)
            return
        concept = new_concept(self.desk.glossary)
        self._view.form.show_concept(concept)
        self._view.concepts.follow(concept.id)
        self.look_around()
        self._view.form.new_term(self.desk.languages[0])

    def new_term(self) -> None:
        """Begin a term in the language that the keyboard is in."""
        current = self._view.form.current_term
        self._view.form.new_term(current[0] if current else self.desk.languages[0])

    def delete(self) -> None:
        """Delete the open concept; undo brings it back."""
        self._view.form.announce()
        concept = self.concept
        if concept is None or not self.desk.delete(concept.key):
            return
        self.told.emit(f"The concept is deleted; {self._key_of('undo')} brings it back.")
        self.approvals.forget()
        self._leave(concept.key)

    def undo(self) -> None:
        """Undo the last thing that was done, and show the concept that it was done to."""
        self._view.form.announce()
        if self.approvals.undoable:
            self.approvals.undo()
        else:
            self._go_back(self.desk.undo, "undone")

    def link(self, key: ConceptKey) -> None:
        """Relate the open concept to another one."""
        concept = self.concept
        if concept is not None and all(each.to != key.id for each in concept.related):
            self.save(replace(concept, related=(*concept.related, Relation(key.id))))

    def merge(self, key: ConceptKey) -> None:
        """Have the open concept and another one made one."""
        self._view.form.announce()
        if self.concept is not None:
            self.merge_wanted.emit(self.concept.key, key)

    def mend(self, problem: Problem) -> None:
        """Mend a problem of the open concept."""
        self._view.form.announce()
        concept = self.concept
        better = mended(concept, problem) if concept else None
        if better is not None:
            self.save(better)

    def take_back(self, change: Change) -> None:
        """Take one change of the open concept back; later ones stay."""
        self._view.form.announce()
        concept = self.concept
        if concept is not None and change.before is not None and change.after is not None:
            self.save(carried(change.after, change.before, concept))

    def restore(self, change: Change) -> None:
        """Have the open concept be again as it was after a change."""
        self._view.form.announce()
        if self.concept is not None and change.after is not None:
            self.save(change.after)

    # Review

    def approve(self) -> None:
        """Approve the terms of the open concept."""
        self._view.form.announce()
        concept = self.concept
        stored = self.desk.approve(concept) if concept is not None else None
        if stored is not None:
            self.told.emit("")
            self._show_stored(stored)
            self.look_around()
        elif concept is not None and self.desk.can_save:
            self.told.emit("Every term of this concept is approved already.")

    def approve_all(self) -> None:
        """Count what is listed and not approved; asked once more, approve it."""
        self._view.form.announce()
        listed = [self.desk.key(id_) for id_ in self._view.concepts.listed()]
        self.approvals.ask(listed, self._key_of("approve_all"), self._key_of("undo"))

    def show_approved(self) -> None:
        """Show what many approvals changed."""
        self._view.concepts.renew(())
        self.desk.catch_up()
        stored = self.desk.concept(self.concept.key) if self.concept is not None else None
        if stored is not None:
            self._view.form.show_concept(stored)
        self.look_around()

    def next_problem(self) -> None:
        """Go on to the next problem of this concept, then to the next concept that has one."""
        self._view.form.announce()
        if self._go_to_problem():
            return
        self._is_problem_wanted = self._view.concepts.next_under("problems")
        if not self._is_problem_wanted:
            self.told.emit("No problem among the concepts that are listed.")

    def go_to(self, problem: Problem) -> None:
        """Go to the field that a problem is about."""
        self._view.form.focus_where(problem.where)

    def say_standing(self) -> None:
        """Say in the line below when was saved, how much there is, and what is released."""
        survey = self.desk.survey
        counts = survey.counts() if survey is not None else {}
        self._view.say(standing_line(self._saved, counts, self._version))

    def _show_stored(self, stored: Concept) -> None:
        self._saved = datetime.now().astimezone()
        self.approvals.forget()
        self.say_standing()
        self._view.concepts.follow(stored.id)
        self._view.concepts.renew([stored.id])
        self._view.form.show_concept(stored)

    def _go_back(self, step_back: Callable[[], Step | None], words: str) -> None:
        self._view.form.announce()
        step = step_back()
        if step is None:
            self.told.emit(f"Nothing to be {words}." if self.desk.can_save else READ_ONLY)
            return
        self._saved = datetime.now().astimezone()
        self.told.emit(f"{step.says[:1].upper()}{step.says[1:]}: {words}.")
        self._view.concepts.renew([step.key.id])
        if self.desk.concept(step.key) is not None:
            self.open_concept(step.key.id)
        else:
            self._leave(step.key)

    def _leave(self, key: ConceptKey) -> None:
        """Open what is listed after a concept that is no more."""
        self._view.form.show_concept(None)
        self.desk.leave_out(key.id)
        self._view.concepts.open_next()
        if self.concept is None:
            self.look_around()

    def _go_to_problem(self) -> bool:
        """Go to the next problem of the open concept; False where there is no more."""
        lines = [line for line in self._view.checks.lines if line.severity != "info"]
        self._at_problem += 1
        if self._at_problem >= len(lines):
            self._at_problem = -1
            return False
        if self._at_problem == 0:
            self.go_to(lines[0].problem)
        else:
            self._view.checks.go_to_next()
        return True

    def _enable(self) -> None:
        survey = self.desk.survey
        counts = survey.counts() if survey is not None else {}
        self._view.bar.enable(problems=counts.get("problems", 1) > 0, approvable=self.desk.can_save)
