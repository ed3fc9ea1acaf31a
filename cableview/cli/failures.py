"""Every failure a person can meet, said in one line with what to do, and the exit code that goes with it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from cableview.cli.output import Unreadable, talk
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells have it."""


def explained(error: BaseException) -> str | None:
    """Return what to tell a person about a failure of the surroundings; None for a fault of the program."""
    from cableview.store.errors import StoreError

    if isinstance(error, StoreError):
        return str(error)
    if isinstance(error, OSError):
        place = os.fsdecode(error.filename) if error.filename else "reading or writing"
        return f"{place}: {error.strerror or error}; check the rights and the free space there"
    if isinstance(error, MemoryError):
        return "out of memory; close other programs, or import with --workers 1"
    from cableview.importing import WorkerDiedError
    from cableview.search import IndexBusyError

    return str(error) if isinstance(error, (WorkerDiedError, IndexBusyError)) else None


class Commands(click.Group):
    """A group whose commands fail in one clear line, end in silence on a closed pipe, and obey Ctrl+C."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the command line; see ``click.Group``."""
        with _said():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; see ``click.Group``."""
        with _said():
            return super().invoke(ctx)


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except click.UsageError as error:
        # The wrong word itself is part of the message, and may come from a file name.
        raise click.UsageError(visible_line(error.format_message()), error.ctx) from None
    except BrokenPipeError:
        # Python flushes stdout once more at exit; with the pipe gone that would print a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
    except KeyboardInterrupt:
        talk("stopped")
        raise click.exceptions.Exit(INTERRUPTED) from None
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as error:
        said = explained(error)
        if said is None:
            raise
        raise Unreadable(said) from error
