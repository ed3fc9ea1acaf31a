from __future__ import annotations

import pytest

from tests.support.commands import SEEDS, run


@pytest.fixture
def library() -> None:
    """The seeds, imported into the main library."""
    assert run("import", SEEDS).exit_code == 0
