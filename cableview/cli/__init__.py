"""The command line: stdout is data, stderr is talk; heavy imports stand inside the functions."""

from __future__ import annotations

import os
import sys
from typing import TextIO, cast

from cableview.cli.opening import open_or_say_why


def main() -> None:
    """Run the command line, or without any argument the app."""
    # What is made is for its owner only, also by libraries that set no rights of their own.
    os.umask(0o077)
    _mend_streams()
    if len(sys.argv) == 1:
        # The app is what people wait for: it opens without loading the commands.
        open_or_say_why()
        return
    from cableview.cli.commands import cli

    cli(prog_name="cableview")


def _mend_streams() -> None:
    """Give closed streams an end, and let every stream take every text, whatever the locale says."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = cast("TextIO | None", getattr(sys, name))
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):
            errors = "replace" if mode == "r" else "backslashreplace"
            stream.reconfigure(encoding="utf-8", errors=errors)
