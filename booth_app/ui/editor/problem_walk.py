"""The way from problem to problem: through those of the open concept, then on to the next one."""

from booth_app.ui.editor.desk_view import DeskView


class ProblemWalk:
    """Remembers which problem of the open concept was gone to last. Notes are passed over."""

    def __init__(self, view: DeskView) -> None:
        self._view = view
        self._at = -1
        self._is_wanted = False

    def begin(self) -> None:
        """Begin anew: another concept is open, or its problems are others."""
        self._at = -1

    def go_on(self) -> bool:
        """Go to the next problem, of the listed concept that has one next; False: there is none."""
        if self._go_on_here():
            return True
        self._is_wanted = self._view.concepts.next_under("problems")
        return self._is_wanted

    def arrive(self) -> None:
        """Go to the first problem of the concept that `go_on` opened, once they are known."""
        if self._is_wanted:
            self._is_wanted = False
            self._go_on_here()

    def _go_on_here(self) -> bool:
        lines = [line for line in self._view.checks.lines if line.severity != "info"]
        self._at += 1
        if self._at >= len(lines):
            self.begin()
            return False
        if self._at == 0:
            self._view.form.focus_where(lines[0].problem.where)
        else:
            self._view.checks.go_to_next()
        return True
