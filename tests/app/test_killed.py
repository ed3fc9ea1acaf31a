"""The real app on a real terminal, killed as soon as the screen shows a mark: the mark is on the disk."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cableview.model.marks import Decision
from cableview.store import open_marks
from tests.support.libraries import made_pair, make_library
from tests.support.terminal import Terminal


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}


def started(environment: dict[str, str]) -> Terminal:
    terminal = Terminal([sys.executable, "-m", "cableview", "--library", "test"], environment)
    terminal.read_until("port opened")
    return terminal


def test_a_flag_that_was_seen_is_kept(environment: dict[str, str]) -> None:
    places = make_library(made_pair())
    terminal = started(environment)
    terminal.press("\r")
    terminal.read_until("read on")
    terminal.press("f")
    terminal.read_until("⚑")
    terminal.kill()
    with open_marks(places.marks) as marks:
        assert [(flag.cable_id, flag.paragraph) for flag in marks.flags()] == [("08ROME200", 1)]
        assert marks.check() == ()


def test_decisions_that_were_seen_are_kept(environment: dict[str, str]) -> None:
    places = make_library(made_pair())
    terminal = started(environment)
    terminal.press("a")
    terminal.read_until("1 undecided")
    terminal.press("!")
    terminal.read_until("0 undecided")
    terminal.kill()
    with open_marks(places.marks) as marks:
        assert marks.decisions() == {"08ROME200": Decision.RELEVANT, "08ROME100": Decision.HOT}
        assert marks.check() == ()
    again = started(environment)
    again.press("u")
    again.read_until("1 undecided")
    again.kill()
    with open_marks(places.marks) as marks:
        assert marks.decisions() == {"08ROME200": Decision.RELEVANT}
