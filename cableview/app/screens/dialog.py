"""What lies over the panes and is closed by an answer."""

from __future__ import annotations

from textual import on
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType
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
