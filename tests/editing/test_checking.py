from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from booth_app.editing.checking import Checking
from booth_app.editing.remembered import keep_house_style
from booth_app.jobs import JobCancelled, Progress
from booth_app.languages import LANGUAGES
from booth_app.paths import DataFolder
from booth_app.termbase import Termbase
from booth_app.terminology.checks import problems
from booth_app.terminology.concept import Concept, LanguageSection, Relation, Term
from booth_app.terminology.house_style import HouseStyle
from booth_app.terminology.problem import Problem


def concept(name: str, **texts: str) -> Concept:
    """A sound concept with one term in each language, these texts among them."""
    sections = {
        lang: LanguageSection(
            terms=(
                Term(
                    id=f"{name}.{lang}",
                    text=texts.get(lang, f"{name} {lang}"),
                    status="preferred",
                    source="A/1",
                ),
            )
        )
        for lang in LANGUAGES
    }
    return Concept(glossary="mine", id=name, subject="s", languages=sections)


STORED = [
    concept("alpha", fr="réfugié"),
    concept("beta", en="two  words", es="alpha es"),
    replace(concept("gamma"), related=(Relation("alpha"), Relation("nobody"))),
]


@pytest.fixture
def termbase(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Termbase]:
    folder = tmp_path_factory.mktemp("checking")
    (folder / "none").mkdir()
    data = DataFolder(folder / "data")
    termbase = Termbase.open(data, "Ana", write=True, glossaries=folder / "none")
    for each in STORED:
        termbase.save(each, "typed")
    yield termbase
    termbase.close()


def found(checked: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.check, problem.concept) for problem in checked]


def test_a_stored_glossary_is_checked_in_a_child(termbase: Termbase) -> None:
    told: list[Progress] = []
    pieces = Checking(termbase).job("mine").pieces(told.append)
    checked = [problem for piece in pieces for problem in piece]
    assert Counter(found(checked)) == Counter(found(list(problems(STORED))))
    assert told[-1] == Progress(3, 3)


def test_a_glossary_of_another_name_is_not_looked_at(termbase: Termbase) -> None:
    assert [p for piece in Checking(termbase).job("other").pieces() for p in piece] == []


def test_it_can_be_cancelled(termbase: Termbase) -> None:
    job = Checking(termbase).job("mine")
    job.cancel()
    with pytest.raises(JobCancelled):
        list(job.pieces())


def test_a_concept_is_checked_as_it_is_typed(termbase: Termbase) -> None:
    checking = Checking(termbase)
    assert checking.of(STORED[0]) == [
        problem for problem in problems(STORED) if problem.concept == "alpha"
    ]
    typed = concept("new", fr="Réfugié", ar="كلمة, كلمة")
    assert found(checking.of(typed)) == [("latin_comma", "new"), ("same_preferred", "new")]


def test_what_was_saved_a_moment_ago_counts(termbase: Termbase) -> None:
    checking = Checking(termbase)
    typed = concept("new", en="delta")
    assert checking.of(typed) == []
    termbase.save(concept("later", en="delta"), "typed")
    [problem] = checking.of(typed)
    assert (problem.check, problem.other) == ("same_preferred", "later")


def test_a_concept_of_another_glossary_is_no_twin(termbase: Termbase) -> None:
    elsewhere = replace(concept("new", fr="réfugié"), glossary="theirs")
    assert Checking(termbase).of(elsewhere) == []


def test_relations_are_followed(termbase: Termbase) -> None:
    [problem] = Checking(termbase).of(STORED[2])
    assert (problem.check, problem.where) == ("dangling_relation", ("related", 1, "to"))


def test_the_house_decides(termbase: Termbase) -> None:
    typed = concept("new", ar="عام ٢٠٣٠")
    western = HouseStyle(digits="western")
    [problem] = Checking(termbase, lambda _: western).of(typed)
    assert (problem.check, problem.mended) == ("house_digits", "عام 2030")
    assert Checking(termbase).of(typed) == []


def test_the_stored_style_counts_where_nobody_says(termbase: Termbase) -> None:
    keep_house_style(termbase, "mine", HouseStyle(digits="western"))
    assert found(Checking(termbase).of(concept("new", ar="عام ٢٠٣٠"))) == [("house_digits", "new")]
