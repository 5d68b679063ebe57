"""The editor at work: what each command and each panel's announcement does."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from booth_app.editing.edits import TYPING, Step
from booth_app.editing.new_parts import new_concept
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.problem import Problem
from booth_app.ui.editor.desk_view import DeskView
from booth_app.ui.editor.editing_desk import READ_ONLY, Around, EditingDesk
from booth_app.ui.editor.editor_wording import progress_line, standing_line
from booth_app.ui.editor.many_approvals import ManyApprovals
from booth_app.ui.editor.problem_names import by_name
from booth_app.ui.editor.problem_walk import ProblemWalk
from booth_app.ui.editor.trail import Trail


class RunningEditor(QObject):
    """Holds what is open, changes it by command, and has the view show it.

    `key_of` tells the key of a command, to be named in a sentence.
    """

    told = Signal(str)

    def __init__(self, desk: EditingDesk, view: DeskView, key_of: Callable[[str], str]) -> None:
        super().__init__()
        self.desk = desk
        self.approvals = ManyApprovals(desk)
        self._view = view
        self._key_of = key_of
        self._saved: datetime | None = None
        self._version = ""
        self._walk = ProblemWalk(view)
        self.trail = Trail()

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
            self._view.show_no_concept()
            self._view.concepts.follow("")
        self.desk.open(glossary)
        self._version = self.desk.last_version
        self._view.bar.show_glossaries(self.desk.glossaries, glossary)
        self.say_what_is_possible()

    def catch_up(self) -> None:
        """Show what was stored meanwhile, by whomever, and how much waits from the booth."""
        self.desk.catch_up()
        self._view.bar.show_waiting(self.desk.waiting)

    def say_what_is_possible(self) -> None:
        """Let be typed in only what can be stored."""
        can_save = self.desk.can_save
        self._view.form.set_read_only(read_only=not can_save)
        self.told.emit("" if can_save else READ_ONLY)
        self._enable()

    def open_concept(self, id_: str) -> None:
        """Show the concept `id_` in the form."""
        self._walk.begin()
        self.trail.visit(self.desk.key(id_))
        self._view.form.show_concept(self.desk.concept(self.desk.key(id_)))
        self._view.concepts.follow(id_)
        self.look_around()

    def show_survey(self) -> None:
        """Show the list and the counts as they are known now."""
        survey = self.desk.survey
        if survey is not None:
            self._view.concepts.show_survey(survey)
            self._version = self.desk.last_version
            self._view.bar.show_waiting(self.desk.waiting)
            self._enable()
            self.say_standing()

    def show_progress(self, work: str, done: int, total: int) -> None:
        """Say how far `work` on the concepts is."""
        self._view.say(progress_line(work, done, total))

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
        view.share_side()
        problems = by_name(around.problems, self.desk.called)
        before = view.checks.lines
        view.checks.show_problems(around.concept, problems)
        view.history.show_changes(around.changes, self.desk.called)
        if around.changes:
            view.form.show_revision(around.changes[-1].rev, around.changes[-1].at)
        if concept == around.concept:
            view.form.show_problems(problems)
        if view.checks.lines != before:
            self._walk.begin()
        self._walk.arrive()

    def look_around(self) -> None:
        """Have found what there is to say about the open concept and the term that is meant."""
        concept = self.concept
        if concept is None:
            self._view.similar.show_similar((), self.desk.glossary)
            self._view.checks.show_problems(None, ())
            self._view.history.show_changes(())
            return
        meant = self._view.form.meant.term
        lang = meant[0] if meant else next(iter(concept.languages), self.desk.languages[0])
        terms = concept.section(lang).terms
        term = next((each for each in terms if meant == (lang, each.id)), None)
        term = term or concept.section(lang).preferred
        self.desk.look_around(concept, term.text if term else "", lang)

    # What is typed

    def save(self, concept: Concept, says: str = TYPING) -> bool:
        """Store what the form announced, or what was done to it otherwise: undo calls it `says`.

        Tell whether it could be stored.
        """
        stored = self.desk.save(concept, says)
        if stored is not None:
            self._show_stored(stored)
        self.look_around()
        return stored is not None

    def together(
        self, says: str, does: Callable[[], Concept | None], *keys: ConceptKey
    ) -> Concept | None:
        """Do what changes the concepts `keys`, or makes one: undo calls it `says`."""
        stored = self.desk.together(says, does, *keys)
        if stored is not None:
            self._saved = datetime.now().astimezone()
            self.approvals.forget()
            self._view.bar.show_waiting(self.desk.waiting)
        return stored

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
        listed = self._view.concepts.model.numbers
        self.approvals.ask(listed, self._key_of("approve_all"), self._key_of("undo"))

    def show_approved(self) -> None:
        """Show what many approvals changed."""
        self._view.concepts.renew(())
        self.catch_up()
        self.say_standing()
        stored = self.desk.concept(self.concept.key) if self.concept is not None else None
        if stored is not None:
            self._view.form.show_concept(stored)
        self.look_around()

    def next_problem(self) -> None:
        """Go on to the next problem of this concept, then to the next concept that has one."""
        self._view.form.announce()
        if not self._walk.go_on():
            self.told.emit("No problem among the concepts that are listed.")

    def go_to(self, problem: Problem) -> None:
        """Go to the field that a problem is about."""
        self._view.form.focus_where(problem.where)

    def show_released(self) -> None:
        """Say which release is the last one now, though no concept may have changed by it."""
        self._version = self.desk.last_version
        self.say_standing()

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
        if step.key.glossary != self.desk.glossary:
            self.look_around()  # it waits in the inbox again, or no more
        elif self.desk.concept(step.key) is not None:
            self.open_concept(step.key.id)
        else:
            self._leave(step.key)

    def _leave(self, key: ConceptKey) -> None:
        """Open what is listed after a concept that is no more."""
        self._view.show_no_concept()
        self.desk.leave_out(key.id)
        self._view.concepts.open_next()
        if self.concept is None:
            self.look_around()

    def _enable(self) -> None:
        survey = self.desk.survey
        counts = survey.counts() if survey is not None else {}
        self._view.bar.enable(problems=counts.get("problems", 1) > 0, approvable=self.desk.can_save)
