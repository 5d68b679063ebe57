from pathlib import Path

import pytest

from booth_app.editing.exporting import FORMATS, Format, export, exported
from booth_app.jobs import JobCancelled
from booth_app.termbase import Termbase
from tests.editing.made_glossaries import NAME


def stopped() -> None:
    raise JobCancelled("It was stopped.")


@pytest.mark.parametrize("format_", ["xlsx", "sheet"])
def test_what_is_stopped_while_it_is_packed_leaves_the_old_file(
    desk_termbase: Termbase, tmp_path: Path, format_: Format
) -> None:
    path = tmp_path / "out"
    path.write_text("old")
    with pytest.raises(JobCancelled):
        export(path, format_, NAME, exported(desk_termbase, NAME), stopped)
    assert path.read_text() == "old"


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_written_where_nobody_stops_it(
    desk_termbase: Termbase, tmp_path: Path, format_: Format
) -> None:
    path = tmp_path / "out"
    export(path, format_, NAME, exported(desk_termbase, NAME), lambda: None)
    assert path.stat().st_size > 100
