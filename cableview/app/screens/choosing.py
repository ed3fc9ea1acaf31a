"""A list over the panes to choose one line of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from cableview.app.keys import key
from cableview.app.screens.dialog import Dialog
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.side_tab import Act, faint
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.widgets.side_tab import Line

ROOM = 74
"""Cells of a line."""


class Choosing(Dialog[Message | None]):
    """Answers with the message of the line that was chosen, None when nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "dismiss", "close", "Close the list", id="choosing.close", show=True),
        key("j", "move('down')", "down", "Next line", id="choosing.down"),
        key("k", "move('up')", "up", "Previous line", id="choosing.up"),
    ]
    HINTS: ClassVar[tuple[str, ...]] = ("Enter goes there",)

    def __init__(self, title: str, lines: Sequence[Line], said: str = "") -> None:
        super().__init__()
        self.heading = title
        self.lines = lines
        self.said = said

    def compose(self) -> ComposeResult:
        with DialogBox(classes="dialog choosing") as dialog:
            dialog.border_title = Content(visible_line(self.heading))
            dialog.hint(*(self.HINTS if self.lines else ()), "Esc closes")
            if self.said:
                yield Static(faint(self.said), classes="known", markup=False)
            if self.lines:
                yield OptionList(*map(Act, self.lines), compact=True, markup=False)

    def action_move(self, where: str) -> None:
        for choices in self.query(OptionList):
            getattr(choices, f"action_cursor_{where}")()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if isinstance(event.option, Act):
            self.dismiss(event.option.message)
