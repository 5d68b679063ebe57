import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.lookup.sound import sounds
from booth_app.terminology.folding import fold


@pytest.mark.parametrize(
    ("heard", "name"),
    [
        ("gunarson", "Gunnarsson"),
        ("bitorino", "Vitorino"),
        ("riyalan", "Riallant"),
        ("zanuzo", "Zanuso"),
        ("viyareal", "Villarreal"),
        ("munyos", "Muñoz"),
        ("martelo", "Martello"),
        ("jenifer", "Jeniffer"),
        ("keito", "Quito"),
        ("shakira", "Chakira"),
        ("kworanteen", "quarantine"),
        ("فيتورينو", "فيطورينو"),
    ],
)
def test_names_spelt_as_heard_share_a_sound(heard: str, name: str) -> None:
    assert sounds(fold(heard)) & sounds(fold(name))


@pytest.mark.parametrize(("one", "other"), [("migration", "mitigation"), ("Young", "Skim")])
def test_others_do_not(one: str, other: str) -> None:
    assert not sounds(fold(one)) & sounds(fold(other))


@given(st.text(max_size=20))
def test_any_word_can_be_heard(text: str) -> None:
    for word in fold(text).split():
        assert "" not in sounds(word)
