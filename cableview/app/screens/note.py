"""The note of a flag, asked for in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Input, Static

from cableview.app.keys import key
from cableview.app.screens.dialog import LineDialog
from cableview.app.widgets.dialog_box import DialogBox
from cableview.model.visible import visible, visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.model.cable import Paragraph

QUOTE = 240
"""Characters of the paragraph shown above the note."""


class NoteScreen(LineDialog[str | None]):
    """Returns the note, or None when it was called off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss", "call off", "Leave flag and note as they are", id="note.escape", show=True)
    ]

    def __init__(self, cable_id: str, paragraphs: Sequence[Paragraph], note: str) -> None:
        super().__init__()
        self.cable_id = cable_id
        self.paragraphs = paragraphs
        self.note = note

    def compose(self) -> ComposeResult:
        first = self.paragraphs[0]
        more = len(self.paragraphs) - 1
        with DialogBox(classes="dialog") as dialog:
            place = "" if first.number is None else f" ¶{first.number}"
            place += f" and {more} more" if more else ""
            dialog.border_title = Content(visible_line(f"Note on {self.cable_id}{place}"))
            dialog.hint("Enter keeps it", "Esc calls off")
            yield Static(
                Content(visible(first.text[:QUOTE]) + ("…" if len(first.text) > QUOTE else "")),
                classes="known",
            )
            yield Input(self.note, placeholder="What to remember about this paragraph", compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
