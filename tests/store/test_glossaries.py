from sqlalchemy import insert

from booth_app.store import glossaries, tables
from booth_app.store.store import Store


def test_the_style_of_a_glossary_is_kept_with_it(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(insert(tables.glossary), [{"name": "g"}, {"name": "h"}])
        glossaries.keep_style(connection, "g", "{}")
        glossaries.keep_style(connection, "none", "lost")
    styles = [glossaries.style(store.reader, name) for name in ("g", "h", "none")]
    assert styles == ["{}", "", ""]


def test_columns_are_kept_by_their_header(store: Store) -> None:
    with store.writing() as connection:
        glossaries.keep_columns(connection, "k", "one")
        glossaries.keep_columns(connection, "k", "two")
    assert glossaries.columns(store.reader, "k") == "two"
    assert glossaries.columns(store.reader, "other") == ""
