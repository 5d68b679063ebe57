from collections.abc import Iterator

import pytest

from booth_app.store import reviews
from booth_app.store.batches import Batch
from booth_app.store.history import BUNDLED, TAKEN_BACK
from booth_app.store.judging import Brought, Wanted
from booth_app.store.review_age import keep_applied, outdate, said_by
from booth_app.store.reviews import Review
from booth_app.store.said import Source
from booth_app.store.store import Store
from booth_app.terminology.concept_document import to_json
from tests.store.samples import concept


@pytest.fixture
def texts() -> Iterator[str]:
    """Yield a text that nothing said yet, each time."""
    return (f"text {number}" for number in range(100))


def came(store: Store, text: str, file: str = "list.csv", format_: str = "csv") -> Review:
    """Return the review of a file that says something of a concept; nothing is stored."""
    review = Review(id="", glossary="g", file=file, format=format_)
    batch = Batch(store, "g", "import", file, review=review, only_judged=True)
    batch.add([Brought("one", to_json(concept("one", text)))])
    batch.show()
    [found] = [one for one in reviews.reviews(store.reader) if one.id == batch.id]
    return found


def stored(store: Store, text: str, note: str, origin: str = "import") -> str:
    """Return the batch that stored a file without asking."""
    batch = Batch(store, "g", origin, note)
    batch.add([Brought("one", to_json(concept("one", text)), marks=("none of ours",))])
    batch.add([Brought(text.replace(" ", ""), to_json(concept(text.replace(" ", ""), text)))])
    batch.show()
    return batch.id


def is_older(store: Store, review: Review) -> bool:
    source = said_by(store.reader, review)
    at = review.at[:16].replace("T", " ")
    assert source in (Source("import", review.file), Source("import", f"{review.file}, {at}"))
    return source.note != review.file


def test_a_review_is_the_word_of_its_file(store: Store, texts: Iterator[str]) -> None:
    assert said_by(store.reader, came(store, next(texts))) == Source("import", "list.csv")
    for format_ in ("release", BUNDLED):
        review = came(store, next(texts), "g", format_)
        assert said_by(store.reader, review) == Source(format_)


def test_it_is_an_older_word_once_the_file_came_again(store: Store, texts: Iterator[str]) -> None:
    first = came(store, next(texts))
    came(store, next(texts), "another.csv")
    stored(store, next(texts), "another.csv")
    assert not is_older(store, first)
    second = came(store, next(texts))
    assert (is_older(store, first), is_older(store, second)) == (True, False)
    stored(store, next(texts), "list.csv")
    assert is_older(store, second)


def test_every_release_is_the_word_of_the_glossary(store: Store, texts: Iterator[str]) -> None:
    first = came(store, next(texts), "g-1.boothglossary", "release")
    stored(store, next(texts), "g-2.boothglossary", "release")
    assert said_by(store.reader, first).origin == "import"
    assert said_by(store.reader, first).note.startswith("g-1.boothglossary, ")


def test_what_carried_it_out_is_no_newer_word(store: Store, texts: Iterator[str]) -> None:
    review = came(store, next(texts))
    applied = [stored(store, next(texts), "list.csv") for _ in range(2)]
    with store.writing() as connection:
        keep_applied(connection, review.id, applied[0])
    assert is_older(store, review)
    with store.writing() as connection:
        keep_applied(connection, review.id, applied[1])
    assert not is_older(store, review)


def test_what_is_taken_back_of_another_kind_is_no_word(store: Store, texts: Iterator[str]) -> None:
    review = came(store, next(texts))
    batch = Batch(store, "g", TAKEN_BACK, "list.csv")
    batch.add([Wanted("two", None, to_json(concept("two")))])
    batch.show()
    assert not is_older(store, review)


def test_a_folder_that_is_written_again_leaves_its_open_reviews_behind(
    store: Store, texts: Iterator[str]
) -> None:
    review, other = came(store, next(texts), "out/g"), came(store, next(texts), "else/g")
    with store.writing() as connection:
        keep_applied(connection, review.id, "a batch")
        outdate(connection, "g", "out/g")
        outdate(connection, "h", "else/g")
    assert (is_older(store, review), is_older(store, other)) == (True, False)
    [(document,)] = store.reader.rows("SELECT document FROM review WHERE id = ?", (review.id,))
    assert '"a batch"' in document, "what was kept of it before stays"
