"""The real app on a real pseudo-terminal: no byte of a hostile cable reaches it as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = """\
O 071042Z JUL 08
FM AMEMBASSY BEIJING
TO SECSTATE WASHDC

C O N F I D E N T I A L BEIJING 009999

E.O. 12958: DECL: 07/07/2033
TAGS: [PARM](#) PREL CH
SUBJECT: ALPHA [/x] [bold]OMEGA \x1b[31m RED \x9b32m GREEN

REF: [A] BEIJING 1

¶1. (C) Clip \x1b]52;c;aGFja2Vk\x07 title \x1b]0;owned\x07 eight \x1bP1$r\x1b\\ end.

¶2. (C) Reverse \u202egnp.exe\u202c bare [/] [/x] [red] [link=a](b) \x9d52;c;aGFja2Vk\x9c done.

¶3. (C) Bell \x07 back \x08\x08\x08 delete \x7f null \x00 zero\u200bwidth final words.
"""
MARKUP = ("[/x]", "[bold]OMEGA", "[link=a](b)")
"""Text that a markup parser would eat."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "CABLEVIEW_HOME": str(tmp_path / "home"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_ANIMATIONS": "none",
    }


def test_nothing_of_a_hostile_cable_reaches_the_terminal(tmp_path: Path, environment: dict[str, str]) -> None:
    name = "evil\x1b]0;name\x07.txt"
    (tmp_path / name).write_text(HOSTILE, encoding="utf-8")
    cableview = [sys.executable, "-m", "cableview", "--library", "hostile"]
    taken = subprocess.run(
        [*cableview, "import", str(tmp_path / name)], env=environment, capture_output=True, check=True
    )
    assert b"\x1b" not in taken.stderr
    terminal = Terminal(cableview, environment)
    terminal.read_until("final words")
    for eaten in (*MARKUP, "]52;c;aGFja2Vk", "↤gnp.exe", "zero∅width"):
        assert eaten in terminal.text(), eaten
    terminal.press("\t")
    terminal.read_until("read on")
    terminal.press("\\")
    terminal.read_until("␛]52;c;aGFja2Vk␇")
    terminal.read_until("␦52;c;aGFja2Vk␦")
    for tab in ",,,,,":
        terminal.press(tab)
    terminal.press("Q")
    assert terminal.read_to_end() == 0
    for evil in (
        b"\x1b]52",
        b"]0;owned\x07",
        b"]0;name\x07",
        b"\xc2\x9b",
        b"\xc2\x9d",
        b"\x1bP1$r",
        "\u202e".encode(),
    ):
        assert evil not in terminal.seen, evil
    assert b"\x1b[31m RED" not in terminal.seen


def test_alt_and_a_digit_reach_the_panes_as_terminals_send_them(environment: dict[str, str]) -> None:
    terminal = Terminal([sys.executable, "-m", "cableview"], environment)
    terminal.read_until("PolOff delivered")
    terminal.press("\x1b3")
    terminal.read_until("Enter next mention")
    terminal.press("\x1b2")
    terminal.read_until("read on")
    terminal.press("Q")
    assert terminal.read_to_end() == 0
