"""The report of an import: what came in, what could not be read, and every file that was skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.content import Content
from textual.widgets import Static

from cableview.app.importing import report_text
from cableview.app.keys import key
from cableview.app.screens.dialog import Dialog
from cableview.app.typeset.words import day
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.lines import Lines, Said
from cableview.app.widgets.side_tab import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.model.batch import Batch


class ReportScreen(Dialog[None]):
    """Scrolls like the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,R,enter", "dismiss", "close", "Close the report", id="report.close", show=True),
        key("j,down", "scroll(1)", "down", "Scroll down", id="report.down"),
        key("k,up", "scroll(-1)", "up", "Scroll up", id="report.up"),
        key("space,pagedown", "scroll(10)", "page", "A page down", id="report.page"),
        key("b,pageup", "scroll(-10)", "page up", "A page up", id="report.page-up"),
    ]
    lines = getters.query_one(Lines)

    def __init__(self, batch: Batch) -> None:
        super().__init__()
        self.told = batch

    def compose(self) -> ComposeResult:
        batch = self.told
        with DialogBox(classes="dialog report") as dialog:
            started = batch.started.astimezone()
            dialog.border_title = Content(f"Import {batch.id} · {day(started)} {started:%H:%M}")
            dialog.hint("j k scroll", "R opens it again", "Esc closes")
            yield Static(self._known(), classes="known", markup=False)
            yield Lines(list(said(batch)))

    def _known(self) -> Content:
        text = plain(report_text(self.told), "bold")
        if self.told.finished is not None:
            return text
        on = "Stopped before its end. What is in can be read; importing the same paths again goes on."
        return Content.assemble(text, "\n", plain(on, "$warning"))

    def action_scroll(self, rows: int) -> None:
        self.lines.scroll_relative(y=rows, animate=False)


def said(batch: Batch) -> Iterator[Said]:
    """Yield the lines of the report below its first one."""
    for source in batch.sources:
        yield Said(f"from {source}", faint=True)
    if batch.problems:
        yield from (Said(""), Said("Cables with something not read, or in doubt"))
        yield from (Said(f"{count:>7,} × {field}", faint=True) for field, count in batch.problems)
    if batch.skipped:
        yield from (Said(""), Said("Skipped"))
    for item in batch.skipped:
        yield Said(item.name, indent=1)
        yield Said(item.reason, faint=True, indent=4)
