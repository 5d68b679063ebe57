from booth_app.terminology.concept import ConceptKey
from booth_app.ui.editor.trail import Trail

A, B, C = (ConceptKey("g", id_) for id_ in "abc")


def test_one_goes_back_and_on_along_the_same_concepts() -> None:
    trail = Trail()
    assert (trail.step(-1), trail.step(1)) == (None, None)
    for key in (A, B, B, C):
        trail.visit(key)
    assert [trail.step(-1), trail.step(-1), trail.step(-1)] == [B, A, None]
    assert [trail.step(1), trail.step(1), trail.step(1)] == [B, C, None]


def test_another_way_is_gone_on_from_where_one_stands() -> None:
    trail = Trail()
    for key in (A, B):
        trail.visit(key)
    assert trail.step(-1) == A
    trail.visit(A)  # what opening it says, too
    assert trail.step(1) == B
    trail.step(-1)
    trail.visit(C)
    assert (trail.step(1), trail.step(-1)) == (None, A)


def test_a_long_trail_forgets_its_beginning() -> None:
    trail = Trail()
    for at in range(500):
        trail.visit(ConceptKey("g", str(at)))
    steps = 0
    while trail.step(-1):
        steps += 1
    assert steps == 199
