"""The survey stays in order, and counts what is under each filter, whatever changes."""

from hypothesis import given
from hypothesis import strategies as st

from booth_app.editing.survey import Columns, Survey
from booth_app.editing.survey_facts import BITS, FILTERS, Facts, Filter

IDS = st.text("abcé", min_size=1, max_size=2)
KEYS = st.text("xyzع ", max_size=3)
FACTS = st.builds(Facts, IDS, KEYS, bits=st.integers(0, 255), problems=st.integers(0, 255))


def listed(survey: Survey, chosen: Filter = "all") -> list[str]:
    return survey.ids(survey.numbers(chosen))


def wanted(known: dict[str, Facts], chosen: Filter = "all") -> list[str]:
    kept = [f for f in known.values() if chosen == "all" or f.bits & BITS[chosen]]
    return [fact.id for fact in sorted(kept, key=lambda each: (each.key, each.id))]


@given(
    st.lists(FACTS, unique_by=lambda each: each.id),
    st.lists(st.dictionaries(IDS, FACTS | st.none(), max_size=4), max_size=6),
)
def test_what_changes_is_laid_over_what_is_packed(
    first: list[Facts], changes: list[dict[str, Facts | None]]
) -> None:
    known = {fact.id: fact for fact in first}
    survey = Survey(Columns.of(first), 1)
    for at, change in enumerate(changes, 2):
        news = {id_: fact and fact._replace(id=id_) for id_, fact in change.items()}
        survey.take(news, at)
        known |= {id_: fact for id_, fact in news.items() if fact is not None}
        for id_ in [id_ for id_, fact in news.items() if fact is None]:
            known.pop(id_, None)
        for chosen in FILTERS:
            assert listed(survey, chosen) == wanted(known, chosen)
        assert survey.seq == at
    again = Survey(survey.packed(), survey.seq)
    assert (listed(again), again.counts()) == (listed(survey), survey.counts())
    assert len(survey) == len(known)
    for id_, fact in known.items():
        number = survey.number(id_)
        assert number is not None
        assert survey.id(number) == id_
        assert survey.problems(number) == fact.problems
    counts = survey.counts()
    assert counts["all"] == len(known)
    assert counts["official"] == sum(bool(f.bits & BITS["official"]) for f in known.values())
    assert counts["twins"] == len(wanted(known, "twins"))


def test_nothing_is_counted_that_is_not_known() -> None:
    survey = Survey.uncounted(["b", "a", "c"], 7)
    assert listed(survey) == ["b", "a", "c"]
    assert survey.counts() == {}
    assert [survey.number(id_) for id_ in "abcd"] == [1, 0, 2, None]


def test_a_filter_is_asked_of_some() -> None:
    found = [Facts("a", "a", BITS["draft"], 0), Facts("b", "b", 0, 0)]
    survey = Survey(Columns.of(found), 1)
    assert survey.are_under(survey.numbers(), "draft").tolist() == [True, False]
    assert survey.are_under(survey.numbers(), "all").tolist() == [True, True]
    assert [survey.is_under(n, "draft") for n in (0, 1)] == [True, False]


def test_what_comes_before_the_count_is_listed_last() -> None:
    survey = Survey.uncounted(["b", "a"], 7)
    survey.take({"0": Facts("0", "", 0, 0), "b": None}, 7)
    assert listed(survey) == ["a", "0"]
    survey.take({"b": Facts("b", "", 0, 0)}, 7)
    assert listed(survey) == ["a", "0", "b"]
