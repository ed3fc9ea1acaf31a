"""What a worker could not do, for the user: a disk may fail, anything else is a fault of the program."""

from __future__ import annotations

from textual.worker import Worker, WorkerState


def failure(event: Worker.StateChanged) -> str:
    """Return what the disk would not do, or nothing. Raises any other error that ended the worker."""
    if event.state is not WorkerState.ERROR or event.worker.error is None:
        return ""
    from cableview.store import StoreError  # noqa: PLC0415 - loaded with the first work

    if not isinstance(event.worker.error, StoreError):
        raise event.worker.error
    return str(event.worker.error)
