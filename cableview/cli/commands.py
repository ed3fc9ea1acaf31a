"""The group of all commands and what they share."""

from __future__ import annotations

import click

from cableview import __version__, locations
from cableview.cli import correct, entities, keep, mark, missing, read, search, trails, versions
from cableview.cli.failures import Commands
from cableview.cli.opening import open_app
from cableview.cli.session import Session


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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

    Exit codes: 0 done or found, 1 nothing found, 2 wrong usage or something that cannot be read or
    written, 130 stopped with Ctrl+C.
    """
    try:
        context.obj = Session(locations.choose(library_name))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if context.invoked_subcommand is None:
        open_app(context.obj.library)


for module in (read, search, trails, missing, entities, correct, versions, mark, keep):
    for command in module.COMMANDS:
        cli.add_command(command)
