"""Collections of garbage wait for a pause in typing."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tests.support.driving import driving
from tests.support.libraries import seed_library

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def whole() -> Iterator[list[str]]:
    """Hold a line for each collection of everything, as long as the test runs."""
    seen: list[str] = []

    def noted(phase: str, told: dict[str, int]) -> None:
        if phase == "start" and told["generation"] == len(gc.get_threshold()) - 1:
            seen.append(phase)

    gc.callbacks.append(noted)
    yield seen
    gc.callbacks.remove(noted)


async def test_a_pause_is_used_and_the_usual_way_comes_back(whole: list[str]) -> None:
    usual = gc.get_threshold()
    async with driving(seed_library()) as d:
        await d.until(lambda: d.main.started, "the start")
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[2] > usual[2]
        whole.clear()
        await d.press("j", "k", "j")
        await d.until(lambda: bool(whole), "a collection after the keys")
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() == 0
