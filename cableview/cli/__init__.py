"""The command line: stdout is data, stderr is talk; heavy imports stand inside the functions."""

from __future__ import annotations

import os
import sys

import click

from cableview import __version__
from cableview.cli import keep, mark, read
from cableview.cli.session import Session


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cableview")
@click.option(
    "--library",
    "library_name",
    metavar="NAME",
    help="Work on the library NAME (default: your main one, or the sample while that is empty).",
)
@click.pass_context
def cli(context: click.Context, library_name: str | None) -> None:
    """Read U.S. diplomatic cables in the terminal.

    Without a command, opens the app on your library. While nothing has been imported it shows five
    sample cables. Take in your own with: cableview import FOLDER

    Exit codes: 0 done or found, 1 nothing found, 2 wrong usage or unreadable input.
    """
    try:
        context.obj = Session.choose(library_name)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if context.invoked_subcommand is None:
        context.obj.run_app()


for module in (read, mark, keep):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Run the command line; a closed pipe ends it in silence, Ctrl+C with code 130."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli(prog_name="cableview")
    except BrokenPipeError:
        # Python flushes stdout once more at exit; with the pipe gone that would print a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
