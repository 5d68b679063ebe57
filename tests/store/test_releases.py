from booth_app.store.releases import Recorded, last, record, versions
from booth_app.store.store import Store


def release(version: str, seq: int) -> Recorded:
    return Recorded(
        glossary="g", version=version, person="Ana", at="2026-11-24", checksum="c", seq=seq
    )


def test_the_last_release_is_the_one_that_holds_most(store: Store) -> None:
    assert last(store.reader, "g") is None
    with store.writing() as connection:
        from sqlalchemy import insert

        from booth_app.store.tables import glossary

        connection.execute(insert(glossary).values(name="g"))
        record(connection, release("2026.11.24", 4))
        record(connection, release("2026.11.24.2", 9))
        record(connection, release("2026.11.24", 5))
    assert last(store.reader, "g") == release("2026.11.24.2", 9)
    assert versions(store.reader, "g") == {"2026.11.24", "2026.11.24.2"}
    assert versions(store.reader, "h") == set()
