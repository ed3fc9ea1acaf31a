"""A cable made to harm: what every widget shows of it."""

from __future__ import annotations

import unicodedata

from textual.widget import Widget

from cableview.app.screens.card import CableCard
from cableview.app.screens.citing import CitingScreen
from cableview.app.screens.glossary import GlossaryScreen
from cableview.app.screens.missing import MissingScreen
from cableview.app.widgets.side_panel import TABS
from cableview.model.document import Document
from tests.support.driving import Driver, driving
from tests.support.libraries import make_library
from tests.support.screen_text import screen_text

ESCAPES = "\x1b]52;c;aGk=\x07 \x1b[2J \x9b31m \x7f"
TEXT = f"""C O N F I D E N T I A L ROME 000300

SIPDIS

E.O. 12958: DECL: 01/02/2018
TAGS: [PREL](#), IT
SUBJECT: PORTS [/x] [b]OF {ESCAPES} \u202eEMOR\u202c

REF: A. 08 ROME 100 [TITLE] {ESCAPES}

Classified By: Ann [Example], reason 1.4 (b).

1. (C) See [/etc/passwd] and [link=x]y[/link], ref A. Minister Abu [Ali] {ESCAPES} spoke.

2. (C) Nothing [sic] more.

EXAMPLE {ESCAPES}
"""


def _harmless(text: str) -> None:
    wrong = {c for c in text if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs"}}
    assert not wrong, wrong


async def _look(d: Driver) -> str:
    await d.pilot.pause()
    text = screen_text(d.app)
    _harmless(text)
    for widget in d.app.screen.walk_children(Widget):
        _harmless(str(widget.border_title or "") + str(widget.border_subtitle or ""))
    return text


async def test_nothing_is_obeyed_and_nothing_is_eaten() -> None:
    places = make_library([Document("evil\x1b[2J.txt", TEXT)])
    async with driving(places, (200, 60)) as d:
        await d.until(lambda: d.main.page is not None, "the cable")
        text = await _look(d)
        assert "[/x] [b]OF" in text
        assert "[/etc/passwd]" in text
        for _ in TABS:
            await d.press("alt+3", "right_square_bracket")
            await _look(d)
        await d.press("alt+2", "f")
        await d.until(lambda: d.main.page and d.main.page.flags, "the flag")
        await _look(d)
        d.main.show_card("08ROME100")
        await d.until(lambda: isinstance(d.app.screen, CableCard), "the card")
        assert "[/x]" in await _look(d)
        await d.press("c")
        await d.until(lambda: isinstance(d.app.screen, CitingScreen), "who cites it")
        assert "[/etc/passwd]" in await _look(d)
        await d.press("escape", "m")
        await d.until(lambda: isinstance(d.app.screen, MissingScreen), "the ledger")
        await d.until(lambda: "cited by 1" in screen_text(d.app), "its entries")
        await _look(d)
        await d.press("escape", "alt+2", "g", "d")
        await d.until(lambda: isinstance(d.app.screen, GlossaryScreen), "the meanings")
        await _look(d)
        await d.press("escape", "F")
        await d.type("x")
        await _look(d)
        await d.press("escape", "slash", "escape", "alt+1", "slash")
        await d.type('[/x] [b] " (')
        await d.until(lambda: d.main.result is not None, "an answer")
        await _look(d)
        d.main.say(f"[/x] {ESCAPES}")
        assert "[/x]" in await _look(d)
