from pathlib import Path

import pytest

from booth_app.exchange.read_file import closed_on_fault


def test_a_file_whose_beginning_cannot_be_read_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"begins")
    with path.open("rb") as file:
        with closed_on_fault(file):
            assert file.read() == b"begins"
        assert not file.closed
        with pytest.raises(KeyError), closed_on_fault(file):
            raise KeyError
        assert file.closed
