"""What lies over the panes and is closed by an answer."""

from __future__ import annotations

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input
from textual.worker import Worker

from cableview.app.failing import failure
from cableview.model.visible import visible


class Dialog(ModalScreen[ScreenResultType]):
    """Closes once, and itself only: a second answer, or Esc just after one, leaves what lies below alone."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        return super().dismiss(result) if self.is_active else AwaitComplete()

    @on(Worker.StateChanged)
    def _work_failed(self, event: Worker.StateChanged) -> None:
        """Say what the disk would not do: the screen below does not hear of it."""
        if said := failure(event):
            self.notify(visible(said), severity="warning", markup=False, timeout=4)


class LineDialog(Dialog[ScreenResultType]):
    """Has one line to type into."""

    def on_key(self, event: events.Key) -> None:
        """Take a letter that came before the line had the keyboard."""
        line = self.query_one(Input)
        if event.is_printable and event.character and self.focused is None:
            event.stop()
            line.insert_text_at_cursor(event.character)
