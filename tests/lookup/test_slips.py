import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.lookup.slips import Range, beginning, is_slip, slipped, slipped_first

WORDS = sorted(["migrant", "migrants", "migration", "mitigation", "recovery", "مهاجر", "هجره"])
LETTERS = "abcdef"


def meant(ranges: list[Range]) -> set[str]:
    return {WORDS[at] for found in ranges for at in range(found.start, found.end)}


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("migratoin", "migration"),
        ("mgration", "migration"),
        ("miggration", "migration"),
        ("migretion", "migration"),
        ("recpvery", "recovery"),
        ("recver", "recovery"),
        ("مهاحر", "مهاجر"),
    ],
)
def test_one_slip_is_seen_through(typed: str, word: str) -> None:
    assert word in meant(list(slipped(WORDS, typed)))


def test_the_first_letter_is_another_matter() -> None:
    assert "migration" not in meant(list(slipped(WORDS, "nigration")))
    assert "migration" in meant(list(slipped_first(WORDS, "nigration")))
    assert "migration" in meant(list(slipped_first(WORDS, "imgration")))


def test_a_range_tells_whether_the_word_is_whole_and_the_slip_likely() -> None:
    [found] = slipped(WORDS, "recpvery")  # o and p are neighbours
    assert (found.whole, found.likely) == (True, True)
    [found] = slipped(WORDS, "rexov")  # x and c are too
    assert (found.whole, found.likely) == (False, True)
    [found] = slipped(WORDS, "recwvery")
    assert not found.likely


@given(
    st.lists(st.text(LETTERS, min_size=3, max_size=8), min_size=1, max_size=300, unique=True),
    st.text(LETTERS, min_size=4, max_size=8),
)
def test_both_ways_of_looking_find_the_same(words: list[str], typed: str) -> None:
    """The neighbourhoods are searched by repairs above a size and one by one below it."""
    words.sort()
    found = {words[at] for r in slipped(words, typed) for at in range(r.start, r.end)}
    # Whatever begins so needs no repair, and may be found beside it.
    exact = beginning(words, typed)
    found -= set(words[exact.start : exact.end])
    expected = {w for w in words if w[0] == typed[0] and _one_edit(w, typed)}
    assert found == expected - set(words[exact.start : exact.end])


def _one_edit(word: str, typed: str) -> bool:
    """The same by brute force, after the first letter."""
    repairs = set()
    for at in range(1, len(typed) + 1):
        before, after = typed[:at], typed[at:]
        repairs |= {before + letter + after for letter in LETTERS}
        if after:
            repairs |= {before + letter + after[1:] for letter in LETTERS} | {before + after[1:]}
        if len(after) > 1:
            repairs.add(before + after[1] + after[0] + after[2:])
    return any(word.startswith(repair) for repair in repairs)


@given(st.text(LETTERS, max_size=8), st.text(LETTERS, max_size=8))
def test_is_slip_agrees(word: str, typed: str) -> None:
    if is_slip(word, typed):
        assert not word.startswith(typed)
