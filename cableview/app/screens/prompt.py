"""One line asked for at the foot of the screen: a command, a file name, words to find."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from cableview.app.keys import key
from cableview.app.screens.dialog import LineDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.suggester import Suggester


class Prompt(LineDialog[str | None]):
    """Returns what was typed, or None when it was called off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss", "call off", "Close without doing anything", id="prompt.escape", show=True)
    ]

    def __init__(
        self,
        sign: str,
        hint: str,
        value: str = "",
        suggester: Suggester | None = None,
        *,
        changed: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self.sign = sign
        self.hint = hint
        self.value = value
        self.suggester = suggester
        self.changed = changed

    def compose(self) -> ComposeResult:
        with Vertical(classes="prompt"):
            yield Static(Content(self.sign), classes="sign")
            yield Input(self.value, placeholder=self.hint, suggester=self.suggester, compact=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.changed is not None and event.value != self.value:
            self.value = event.value
            self.changed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
