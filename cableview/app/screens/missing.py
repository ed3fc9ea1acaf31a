"""The ledger of missing cables: what is cited and not held, of when, by whom; to be asked for elsewhere."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.screens.citing import CitingScreen
from cableview.app.screens.dialog import Dialog
from cableview.app.screens.prompt import Prompt
from cableview.app.trails import read_citing
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.ledger import Ledger
from cableview.app.widgets.side_tab import faint, plain
from cableview.model.visible import visible, visible_line
from cableview.store.ledger import Order

if TYPE_CHECKING:
    from array import array

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.session import Session
    from cableview.store.library import Library

NOTHING = """Nothing is missing: every cable that is cited here is held.

The more cables a library holds, the more they cite. Esc, then I, takes in more."""
NONE_SO = """None of them has all of that.

A word is part of the id, of the title or of a citer's subject; 2007-08 or August 2007 is a month."""

TYPED_REST = 0.15
"""Seconds without a letter before the list is narrowed: half a million references take twice as long."""


class MissingScreen(Dialog[Message | None]):
    """Enter shows who cites a cable; a place chosen there is the answer of this screen too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "leave", "close", "End the filter; close the list", id="missing.close", show=True),
        key("slash", "filter", "filter", "Only those of an id, a post, a month or a title",
            id="missing.filter", show=True),
        key("o", "turn", "order", "Most cited first, or by post and number", id="missing.order", show=True),
        key("E", "export", "export", "Write the list to a file: .csv, or .md for a records request",
            id="missing.export", show=True),
    ]  # fmt: skip
    ledger = getters.query_one(Ledger)

    def __init__(self, session: Session, row: int = 0) -> None:
        super().__init__()
        self.session = session
        self.order = Order.CITED
        self.wanted = ""
        """Only those that have all of this are listed."""
        self._keys: dict[Order, array[int]] = {}
        self._first_row = row

    @property
    def row(self) -> int:
        """Where the cursor is, to come back to."""
        return self.ledger.row if self.order is Order.CITED and not self.wanted else 0

    def compose(self) -> ComposeResult:
        with DialogBox(classes="trail") as dialog:
            dialog.border_title = Content("Missing cables")
            dialog.hint("Esc closes")
            yield Static(faint("Looking through the references…"), classes="known", markup=False)
            yield Ledger()

    def on_mount(self) -> None:
        self.ledger.focus()
        self.list_missing(self._first_row)

    @work(exclusive=True, group="ledger", exit_on_error=False)
    async def list_missing(self, row: int = 0, rest: float = 0) -> None:
        """List the keys, after ``rest`` seconds; what is said of each is read when it is looked at."""
        await asyncio.sleep(rest)
        order, wanted = self.order, self.wanted
        if order not in self._keys:
            self._keys[order] = await self.session.cables(lambda library: library.missing_keys(order))
        keys = self._keys[order]

        def narrowed(library: Library) -> array[int]:
            # Of what was typed on meanwhile, the older words wait in the queue for nobody.
            return library.missing_with(keys, wanted) if wanted == self.wanted else keys

        shown = await self.session.cables(narrowed)
        self.ledger.list_keys(shown, row)
        more = ("Enter shows who cites it", "/ filter", "o order", "E export") if keys else ()
        self.query_one(DialogBox).hint(*more, "Esc shows all" if wanted else "Esc closes")
        self.query_one(".known", Static).update(self._said(len(keys), len(shown)))

    def _said(self, total: int, shown: int) -> Content:
        if not total:
            return plain(NOTHING)
        count = f"{total:,} cable{'s are' if total > 1 else ' is'} cited here and not held"
        if not self.wanted:
            return Content.assemble(plain(count, "bold"), faint(f" · {self.order.value}"))
        said = plain(f"{shown:,} with {visible_line(self.wanted)}", "bold")
        of = Content.assemble(said, faint(f" · of {total:,} · {self.order.value}"))
        return of if shown else Content.assemble(of, "\n\n", plain(NONE_SO))

    @on(Ledger.Wanted)
    @work(group="entries", exit_on_error=False)
    async def _supply(self, message: Ledger.Wanted) -> None:
        keys = message.keys
        self.ledger.supply(await self.session.cables(lambda library: library.missing_entries(keys)))

    @on(Ledger.Chosen)
    @work(exclusive=True, group="ledger", exit_on_error=False)
    async def _chosen(self, message: Ledger.Chosen) -> None:
        trail = await read_citing(self.session, message.cable_id)
        answer = await self.app.push_screen_wait(CitingScreen(self.session, trail))
        if answer is not None:
            self.dismiss(answer)

    def action_turn(self) -> None:
        self.order = Order.NUMBER if self.order is Order.CITED else Order.CITED
        self.list_missing()

    async def action_filter(self) -> None:
        hint = "id, post, month (2007-08) or title · Enter keeps, Esc shows all"
        prompt = Prompt("filter ", hint, self.wanted, changed=self._typed)
        await self.app.push_screen(prompt, lambda wanted: self._narrow(wanted or ""))

    def _typed(self, wanted: str) -> None:
        self._narrow(wanted, TYPED_REST)

    def _narrow(self, wanted: str, rest: float = 0) -> None:
        if wanted.strip() != self.wanted:
            self.wanted = wanted.strip()
            self.list_missing(rest=rest)

    def action_leave(self) -> None:
        if self.wanted:
            self._narrow("")
        else:
            self.dismiss()

    @work(exclusive=True, group="export", exit_on_error=False)
    async def action_export(self) -> None:
        from cableview.app.exporting_missing import export_missing  # noqa: PLC0415 - loads the formats

        name = f"{self.session.places.name}-missing.md"
        hint = "a file: .md for a records request, .csv for a table"
        file_name = await self.app.push_screen_wait(Prompt("export to ", hint, name))
        if file_name:
            said, wrong = await export_missing(self.session, file_name, self.ledger.keys)
            self.notify(visible(said), severity="warning" if wrong else "information", markup=False)
