"""Opening the app from the command line."""

from __future__ import annotations

import sys

from cableview import locations


def open_app(library: locations.Library) -> None:
    """Open the app on a library and stay until the user quits. Raises OSError when it has no home."""
    from cableview.app.app import CableviewApp

    library.make()
    CableviewApp(library).run()


def open_or_say_why() -> None:
    """Open the app on the library of one's own, or the sample; what is in the way is said in one line."""
    try:
        open_app(locations.choose())
    except Exception as error:
        from cableview.cli.failures import explained
        from cableview.cli.output import talk

        said = explained(error)
        if said is None:
            raise
        talk(f"Error: {said}")
        sys.exit(2)
