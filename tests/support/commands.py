"""The command line run inside the test, as a person would run it."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from cableview.cli.commands import cli
from cableview.resources import resource_dir

SEEDS = str(resource_dir("seeds"))


def run(*words: str, stdin: str | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(cli, words, input=stdin, prog_name="cableview")


def records(result: Result) -> list[dict[str, object]]:
    """Return the JSON objects on stdout, one a line."""
    return [json.loads(line) for line in result.stdout.splitlines()]
