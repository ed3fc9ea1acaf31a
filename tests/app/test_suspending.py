"""Ctrl+Z: back to a shell that has jobs, and nowhere else."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.driving import driving
from tests.support.libraries import seed_library
from tests.support.screen_text import screen_text
from tests.support.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PROMPT = "what now>"
ON_SCREEN = ("Iranian procurement", "Zhang praised")
IN_HELP = "Cable list"


@pytest.mark.parametrize(
    ("started", "expected"),
    [({}, "False"), ({"process_group": 0}, "True"), ({"start_new_session": True}, "False")],
)
def test_only_a_shell_with_jobs_can_bring_it_back(started: dict[str, Any], expected: str) -> None:
    asking = "from cableview.app.suspending import has_shell; print(has_shell())"
    said = subprocess.run(
        [sys.executable, "-c", asking], capture_output=True, text=True, check=True, **started
    )
    assert said.stdout.strip() == expected


async def test_without_a_shell_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cableview.app.app.has_shell", lambda: False)
    async with driving(seed_library()) as d:
        await d.press("ctrl+z")
        await d.until(lambda: "no shell" in screen_text(d.app), "why it stays")
        await d.press("question_mark", "ctrl+z", "escape", "j")
        await d.until(lambda: d.app.screen is d.main, "the panes")


def test_a_job_is_stopped_and_comes_back(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "CABLEVIEW_HOME": str(tmp_path),
        "TERM": "xterm-256color",
        "TEXTUAL_ANIMATIONS": "none",
        "PS1": PROMPT,
    }
    terminal = Terminal(["bash", "--norc", "--noprofile", "-i"], environment)
    terminal.read_until(PROMPT)
    terminal.press(f"{shlex.join([sys.executable, '-m', 'cableview'])}\n")
    for words in ("Five sample cables", *ON_SCREEN):
        terminal.read_until(words)
    _there_and_back(terminal, ON_SCREEN)
    terminal.press("?")
    terminal.read_until(IN_HELP)
    _there_and_back(terminal, ("Enter read", IN_HELP))
    terminal.press("\x1b")
    terminal.read_until(ON_SCREEN[1])
    terminal.seen = b""
    terminal.press("Q")
    terminal.read_until(PROMPT)
    terminal.press("exit 7\n")
    assert terminal.read_to_end() == 7


def _there_and_back(terminal: Terminal, painted: tuple[str, ...]) -> None:
    """Stop the job and bring it back; all that stood on its screen must be painted again."""
    terminal.press("\x1a")
    terminal.read_until("Stopped")
    terminal.seen = b""
    terminal.press("fg\n")
    for words in painted:
        terminal.read_until(words)
    terminal.seen = b""
