from booth_app.terminology.problem import Problem
from booth_app.ui.editor.problem_names import by_name

NAMES = {"c_01M": "quarantine", "bus": "night bus"}


def called(id_: str) -> str:
    return NAMES.get(id_, "")


def said(message: str, other: str) -> str:
    found = Problem(check="twins", severity="warning", message=message, concept="c1", other=other)
    [named] = by_name([found], called)
    assert named.other == other
    return named.message


def test_the_other_concept_is_called_by_its_name() -> None:
    assert said("“x” is the preferred term of c_01M too", "c_01M") == (
        "“x” is the preferred term of “quarantine” too"
    )
    assert said("“x” is forbidden here, and the preferred term of c_01M", "c_01M") == (
        "“x” is forbidden here, and the preferred term of “quarantine”"
    )
    assert said("“bus” reads like “bus” of bus, of the same subject", "bus") == (
        "“bus” reads like “bus” of “night bus”, of the same subject"
    )


def test_what_has_no_name_here_is_told_as_it_was() -> None:
    assert said("“x” is the preferred term of gone too", "gone").endswith(" of gone too")
    lone = Problem(check="sources", severity="note", message="“x” has no source")
    assert by_name([lone], called) == [lone]
