"""Every kind of key reaches its command on each layout: pressed on a real X11 keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.xvfb.desk import BoothOnDesk, Desk, booth_on, until

PAIRS = {
    "us": "blue tent = tienda azul",
    "fr": "forêt = bosque",
    "es": "niño = child",
    "ara": "قط = سنور",
}
AT = {
    "us": ("shift+11",),
    "fr": ("ISO_Level3_Shift+19",),
    "es": ("ISO_Level3_Shift+11",),
    "ara": ("shift+11",),
}
"""The keys that write @."""
SETTINGS = {"target": "en", "keys": {"edit": [], "next_theme": ["Ctrl+E"]}}


@pytest.fixture(scope="module")
def booth(a_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoothOnDesk]:
    folder: Path = tmp_path_factory.mktemp("data")
    (folder / "settings.json").write_text(json.dumps(SETTINGS))
    a_desk.lay_out("us")
    with booth_on(a_desk, folder) as running:
        first = running.standing.item
        a_desk.press("F9", "F9")
        until(lambda: running.standing.item not in ("", first), "F9")
        yield running


@pytest.fixture(params=["us", "fr", "es", "ara"])
def layout(request: pytest.FixtureRequest, booth: BoothOnDesk) -> str:
    layout: str = request.param
    booth.desk.lay_out(layout)
    booth.desk.press("Escape", "alt+19")
    until(lambda: booth.standing.speaker == "", "Alt+0 by its place")
    return layout


def test_keys_reach_their_commands(booth: BoothOnDesk, layout: str) -> None:
    _function_keys(booth)
    _digits(booth, layout)
    _letters(booth)
    _signs(booth)
    _arrows(booth)


def test_writing_stays_writing(booth: BoothOnDesk, layout: str) -> None:
    desk = booth.desk
    for write_at in (AT[layout], ("ctrl+30",)):  # @ itself, and its twin Ctrl+U
        desk.press(*write_at, "Return")
        until(lambda: booth.standing.speaker, f"{write_at} finds people")
        desk.press("alt+19")
        until(lambda: not booth.standing.speaker, "Alt+0")
    before = booth.new_terms()
    desk.press("ctrl+57")  # Ctrl+N writes the plus sign
    desk.type(PAIRS[layout])
    desk.press("Return")
    until(lambda: booth.new_terms() == before + 1, "a new term")
    desk.press("ctrl+25" if layout == "fr" else "ctrl+52")  # where Z is on the cap, or would be
    until(lambda: booth.new_terms() == before, "Ctrl+Z takes it back")


def test_five_keys_at_once(booth: BoothOnDesk, layout: str) -> None:
    booth.desk.hold("38", "39", "40", "41", "F4")
    until(lambda: booth.setting("target") == "es", "F4 among others")
    booth.desk.press("Escape", "F2")
    until(lambda: booth.setting("target") == "en", "F2")


def _function_keys(booth: BoothOnDesk) -> None:
    for key, target in (("F3", "fr"), ("shift+F12", "ar"), ("F2", "en")):
        booth.desk.press(key)
        until(lambda key=key, target=target: booth.setting("target") == target, key)


def _digits(booth: BoothOnDesk, layout: str) -> None:
    """Unshifted on every layout, with Shift too where that writes the digit; the number pad."""
    first = _confirmed(booth, "alt+10")
    second = _confirmed(booth, "ctrl+88")
    assert first != second
    assert _confirmed(booth, "alt+10" if layout != "fr" else "alt+shift+10") == first
    assert _confirmed(booth, "alt+11") == second


def _confirmed(booth: BoothOnDesk, key: str) -> str:
    """Press a key that confirms another person than the one before; return who."""
    before = booth.standing.speaker
    booth.desk.press(key)
    until(lambda: booth.standing.speaker != before, key)
    return booth.standing.speaker


def _letters(booth: BoothOnDesk) -> None:
    """With Ctrl and with Alt; Ctrl+E, which a line edit on X11 would take."""
    booth.desk.type("9")
    for key, setting in (("ctrl+46", "floor"), ("ctrl+26", "theme"), ("ctrl+41", "floor")):
        before = booth.setting(setting)
        booth.desk.press(key)
        until(lambda before=before, of=setting: booth.setting(of) != before, key)
    last = _confirmed(booth, "alt+28")
    assert _confirmed(booth, "alt+27") != last


def _signs(booth: BoothOnDesk) -> None:
    for key, scale in (
        ("ctrl+plus", 1.15),
        ("ctrl+minus", 1.0),
        ("ctrl+minus", 0.85),
        ("ctrl+19", 1),
    ):
        booth.desk.press(key)
        until(lambda scale=scale: booth.setting("scale") == scale, f"{key} to {scale}")


def _arrows(booth: BoothOnDesk) -> None:
    before = booth.standing.item
    booth.desk.press("ctrl+Up", "F10")
    until(lambda: booth.standing.item != before, "Ctrl+Up and F10")
    booth.desk.press("F9")
    until(lambda: booth.standing.item == before, "F9")
