from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPdfWriter

from booth_app.ui.printed.pages import Pages
from tests.ui.printed.printing_sheet import pages_on, row


@pytest.fixture
def pages(device: QPdfWriter) -> Pages:
    return pages_on(device)


def test_without_rows_there_is_an_empty_page(pages: Pages) -> None:
    (page,) = pages.of([])
    assert not page.slices


def test_no_row_is_cut_and_no_page_holds_more_than_fits(pages: Pages, device: QPdfWriter) -> None:
    made = list(pages.of(row(f"term {n} " * (n % 40 + 1)) for n in range(100)))
    parts = [part for page in made for _, part in page.slices]
    assert len(made) > 3
    assert len(parts) == 100
    assert all(part.is_last for part in parts)
    assert all(page.height < device.height() for page in made)


def test_rows_follow_each_other_without_overlap(pages: Pages) -> None:
    (page,) = pages.of([row("one"), row("two", notes="a note"), row("three")])
    ends = [y + part.height for y, part in page.slices]
    assert [y for y, _ in page.slices] == [0.0, *ends[:-1]]
    lettered, noted, plain = (part.height for _, part in page.slices)
    assert plain < noted < lettered  # a note below it, a letter above


def test_a_row_higher_than_a_page_begins_one_and_goes_on(pages: Pages) -> None:
    made = list(pages.of([row("before"), row("long " * 5_000), row("after")]))
    first, *between, last = made
    assert [part.is_last for _, part in first.slices] == [True]
    assert len(between) > 2
    assert not any(part.is_last for page in between for _, part in page.slices)
    assert [part.is_last for _, part in last.slices] == [True, True]


def test_pages_are_made_one_at_a_time(pages: Pages) -> None:
    met = list[int]()

    def endless() -> Iterator[object]:
        while True:
            met.append(1)
            yield row("term")

    next(pages.of(endless()))  # type: ignore[arg-type]
    assert 5 < len(met) < 100
