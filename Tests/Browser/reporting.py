"""How tests say what they found."""

from __future__ import annotations

import pytest


def expect_none(faults: list[str]) -> None:
    """Fails a test with its list of faults, one a line and nothing else."""
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
