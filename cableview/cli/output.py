"""What the commands print: data on stdout, talk on stderr, both through the sanitiser."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from cableview.model.visible import visible, visible_json, visible_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from cableview.model.batch import Skipped
    from cableview.store.records import CableRow


_MOST = 1_000_000


def limited(default: int, words: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option ``--limit``: from 1 up to more lines than anybody reads."""
    return click.option(
        "--limit", type=click.IntRange(1, _MOST), default=default, show_default=True, help=words
    )


def put(text: str) -> None:
    """Print data. On a terminal what it would obey or hide is shown as symbols; a pipe gets it as it is."""
    click.echo(visible(text) if sys.stdout.isatty() else text)


def put_json(record: Any) -> None:
    """Print one JSON object on one line."""
    click.echo(visible_json(json.dumps(record, ensure_ascii=False)))


def put_row(row: CableRow, *, json_wanted: bool, **more: Any) -> None:
    """Print one line of a list of cables; ``more`` goes into the JSON only."""
    if json_wanted:
        sent = row.sent.isoformat() if row.sent else None
        put_json(
            {"id": row.id, "sent": sent, "classification": row.classification, "subject": row.subject, **more}
        )
    else:
        put(f"{row.id:<20} {f'{row.sent:%Y-%m-%d}' if row.sent else '':<10}  {row.subject or ''}")


def talk(text: str) -> None:
    """Tell the person something, one line on stderr."""
    click.echo(visible_line(text), err=True)


def talk_skipped(item: Skipped) -> None:
    """Tell what was not taken, and why."""
    talk(f"{item.name}: {item.reason}")


class Unreadable(click.ClickException):
    """Input that cannot be read or does not exist: exit code 2."""

    exit_code = 2

    def format_message(self) -> str:
        return visible_line(self.message)


def nothing_found(message: str) -> None:
    """Say so on stderr and end with exit code 1."""
    talk(message)
    click.get_current_context().exit(1)
