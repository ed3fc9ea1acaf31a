"""The command line: stdout is data, stderr is talk; heavy imports stand inside the functions."""

from __future__ import annotations

import os
import sys

from cableview import locations


def main() -> None:
    """Run the command line; a closed pipe ends it in silence, Ctrl+C with code 130."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if len(sys.argv) == 1:
        # The app is what people wait for: it opens without loading the commands.
        open_app(locations.choose())
        return
    from cableview.cli.commands import cli

    try:
        cli(prog_name="cableview")
    except BrokenPipeError:
        # Python flushes stdout once more at exit; with the pipe gone that would print a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def open_app(library: locations.Library) -> None:
    """Open the app on a library and stay until the user quits."""
    from cableview.app.app import CableviewApp

    CableviewApp(library).run()
