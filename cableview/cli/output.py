"""What the commands print: data on stdout, talk on stderr, both through the sanitiser."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from cableview.model.visible import visible, visible_json, visible_line


def put(text: str) -> None:
    """Print data. On a terminal what it would obey or hide is shown as symbols; a pipe gets it as it is."""
    click.echo(visible(text) if sys.stdout.isatty() else text)


def put_json(record: Any) -> None:
    """Print one JSON object on one line."""
    click.echo(visible_json(json.dumps(record, ensure_ascii=False)))


def talk(text: str) -> None:
    """Tell the person something, one line on stderr."""
    click.echo(visible_line(text), err=True)


class Unreadable(click.ClickException):
    """Input that cannot be read or does not exist: exit code 2."""

    exit_code = 2

    def format_message(self) -> str:
        return visible_line(self.message)


def nothing_found(message: str) -> None:
    """Say so on stderr and end with exit code 1."""
    talk(message)
    click.get_current_context().exit(1)
