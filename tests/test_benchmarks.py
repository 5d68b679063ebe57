"""What the benchmarks say of files that they cannot measure."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.given_files import query_table, term_table, text_file

TERMS = b"concept_id\tlang\tterm\tkind\n1\ten\troad\tmain\n"


@pytest.mark.parametrize(
    ("read", "content", "said"),
    [
        (term_table, b"a\tb\n", "has not the header concept_id lang term kind"),
        (query_table, TERMS, "has not the header qid class"),
        (term_table, b"\xff\xfe", "cannot be read: it is not UTF-8"),
        (term_table, None, "cannot be read: No such file"),
        (text_file, b" \n", "is empty"),
    ],
)
def test_a_file_that_cannot_be_measured_is_told(
    tmp_path: Path, read: Callable[[str], Path], content: bytes | None, said: str
) -> None:
    path = tmp_path / "given"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(argparse.ArgumentTypeError, match=re.escape(f"{path} {said}")):
        read(str(path))


def test_a_term_table_may_have_been_saved_anywhere(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_bytes(TERMS.replace(b"\n", b"\r\n"))
    assert term_table(str(path)) == path
