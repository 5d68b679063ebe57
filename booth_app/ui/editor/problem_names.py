"""Problems that lie between two concepts, told with the name of the other one."""

import re
from collections.abc import Iterable
from dataclasses import replace

from booth_app.terminology.problem import Problem
from booth_app.ui.editor.value_words import Called


def by_name(problems: Iterable[Problem], called: Called) -> list[Problem]:
    """Return `problems`; where a sentence names a concept by its id it says what it is called."""
    return [_named(problem, called) if problem.other else problem for problem in problems]


def _named(problem: Problem, called: Called) -> Problem:
    name = called(problem.other)
    if not name:
        return problem
    id_ = re.compile(rf"(?<= of ){re.escape(problem.other)}(?=$|[, .])")
    return replace(problem, message=id_.sub(lambda _: f"“{name}”", problem.message))
