from booth_app.ui.booth.walk_back import WalkBack

WALK = WalkBack(("imrf", "gcm", "traite"))


def test_up_goes_back_as_far_as_there_is_and_down_comes_forth() -> None:
    walk, seen = WALK, []
    for step in (-1, -1, -1, -1, 1, 1, 1):
        walk = walk.walked(step, "draf")
        seen.append(walk.text)
    assert seen == ["traite", "gcm", "imrf", "imrf", "gcm", "traite", "draf"]
    assert not walk.is_under_way


def test_after_a_look_up_it_goes_to_the_one_before() -> None:
    assert WALK.walked(-1, "  traite ").text == "gcm"
    assert WalkBack(("imrf",)).walked(-1, "imrf").text == "imrf"


def test_nowhere_to_go() -> None:
    assert WALK.walked(1, "x") == WALK
    assert WalkBack().walked(-1, "x") == WalkBack()


def test_it_says_where_it_is() -> None:
    walk = WALK.walked(-1, "").walked(-1, "")
    assert (walk.place, walk.total) == (2, 3)
    assert walk.is_at("gcm")
    assert not walk.is_at("gcmx")
    assert walk.left() == WALK


def test_another_meetings_queries_begin_it_anew() -> None:
    walk = WALK.walked(-1, "")
    assert walk.through(WALK.queries) == walk
    assert walk.through(("x",)) == WalkBack(("x",))
