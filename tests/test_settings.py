import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.settings import TURNS, Settings, SettingsNotSaved, load, save, signing_person

languages = st.sampled_from(LANGUAGES)
sizes, places = st.integers(1, 9_999), st.integers(-9_999, 9_999)
boxes = st.tuples(places, places, sizes, sizes)
all_settings = st.builds(
    Settings,
    target=st.none() | languages,
    previous_target=st.none() | languages,
    floor=languages,
    theme=st.sampled_from(("light", "dark", "dim")),
    scale=st.floats(0.5, 3.0),
    turn_minutes=st.sampled_from(TURNS),
    person=st.text(),
    meeting=st.text(),
    keys=st.dictionaries(st.text(), st.lists(st.text()).map(tuple)),
    pause_seconds=st.floats(2.0, 10.0),
    reads=st.permutations(LANGUAGES).map(lambda all_: tuple(all_[:2])),
    switched_off=st.lists(st.sampled_from(["booth", "oim", "المنظمة"]), unique=True).map(tuple),
    docked=st.booleans(),
    maximised=st.booleans(),
    docked_place=st.none() | boxes,
    window_place=st.none() | boxes,
    editor_place=st.none() | boxes,
    editor_maximised=st.booleans(),
    unknown=st.dictionaries(st.from_regex("x_[a-z]{1,5}", fullmatch=True), st.integers()),
)


@given(all_settings)
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    save(file, settings)
    assert load(file) == (settings, None)
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_defaults_where_nothing_was_saved(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == (Settings(), None)


def test_one_key_of_a_command_need_not_stand_in_a_list(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"keys": {"clear": "F4", "dock": ["F9", "Alt+W"], "nobody": []}}))
    keys = load(file).settings.keys
    assert keys == {"clear": ("F4",), "dock": ("F9", "Alt+W"), "nobody": ()}


def test_unknown_keys_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"target": "ar", "fonts": {"latin": "x"}, "later": [1, None]}))
    settings, told = load(file)
    assert (settings.target, told) == ("ar", None)
    save(file, replace(settings, target="en"))
    stored = json.loads(file.read_text())
    assert (stored["fonts"], stored["later"], stored["target"]) == ({"latin": "x"}, [1, None], "en")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("target", "xx"),
        ("target", ["en"]),
        ("floor", None),
        ("theme", "pink"),
        ("theme", []),
        ("scale", "big"),
        ("docked", 1),
        ("docked_place", [0, 0, 0, 900]),
        ("docked_place", [0, 0, 390]),
        ("window_place", [0, 0, 1e9, 900]),
        ("window_place", "left"),
        ("editor_place", [0, 0, 1e9, 900]),
        ("editor_maximised", 1),
        ("scale", True),
        ("scale", 40),
        ("scale", float("nan")),
        ("turn_minutes", 17),
        ("turn_minutes", True),
        ("turn_minutes", "30"),
        ("person", 3),
        ("meeting", None),
        ("keys", []),
        ("keys", {"clear": None}),
        ("keys", {"clear": ["F4", 4]}),
        ("pause_seconds", 1.9),
        ("pause_seconds", 11),
        ("pause_seconds", "3"),
        ("reads", []),
        ("reads", ["en", "en"]),
        ("reads", ["en", 4]),
        ("reads", "en"),
        ("switched_off", "booth"),
        ("switched_off", ["booth", 4]),
        ("switched_off", ["\ud800"]),
    ],
)
def test_a_value_of_the_wrong_kind_becomes_the_default(
    tmp_path: Path, name: str, value: object
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({name: value}))
    assert load(file) == (Settings(), None)


@pytest.mark.parametrize(
    "content", [b"{", b"[1]", b"\xff\xfe", b"", b"null", b"[" * 100_000], ids=range(6)
)
def test_a_damaged_file_is_moved_aside_and_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings, told = load(file)
    assert settings == Settings()
    (aside,) = tmp_path.iterdir()
    assert aside.name.startswith("settings.damaged-")
    assert aside.read_bytes() == content
    assert told is not None
    assert str(aside) in told


def test_what_cannot_be_saved_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    save(file, Settings(target="fr"))
    (tmp_path / "settings.json.new").mkdir()
    with pytest.raises(SettingsNotSaved, match="were not saved"):
        save(file, Settings(target="en"))
    assert load(file).settings.target == "fr"


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "settings.json"
    folder.mkdir()
    settings, told = load(folder)
    assert settings == Settings()
    assert told is not None
    assert "cannot be read" in told
    assert folder.is_dir()


@pytest.mark.parametrize("name", ["meeting", "person"])
def test_half_a_character_is_no_text(tmp_path: Path, name: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(f'{{"{name}": "\\ud800", "target": "fr"}}', encoding="utf-8")
    assert load(file).settings == Settings(target="fr")


def test_who_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "account")
    assert signing_person(Settings()) == "account"
    assert signing_person(Settings(person="Ana")) == "Ana"
    monkeypatch.setenv("BOOTH_PERSON", "Ben")
    assert signing_person(Settings(person="Ana")) == "Ben"
