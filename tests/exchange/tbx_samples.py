"""Where the public TBX schemas and samples are: beside a checkout, where somebody put them."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "tbx"

needs_samples = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"the public TBX schemas and samples are not in {FOLDER}"
)
"""They have no licence and are not part of Booth."""
