import pytest

from booth_app.store.opened_releases import is_older, opened_version, remember
from booth_app.store.store import Store


@pytest.mark.parametrize(
    ("version", "other", "older"),
    [
        ("2026.11.24", "2026.11.24.2", True),
        ("2026.11.24.9", "2026.11.24.10", True),
        ("2026.11.24.2", "2026.11.24", False),
        ("2026.11.24", "2026.11.24", False),
        ("2025.12.31", "2026.1.1", True),
        ("2026.11.24", "", False),
        ("", "2026.11.24", False),
        ("draft", "2026.11.24", False),
    ],
)
def test_versions_follow_one_another(version: str, other: str, older: bool) -> None:
    assert is_older(version, other) is older


def test_the_newest_that_was_opened_is_kept(store: Store) -> None:
    assert opened_version(store.reader, "g") == ""
    for version in ("2026.11.24", "2026.11.24.2", "2026.11.24"):
        with store.writing() as connection:
            remember(connection, "g", version)
    assert opened_version(store.reader, "g") == "2026.11.24.2"
    assert opened_version(store.reader, "h") == ""
