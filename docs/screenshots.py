"""Take the pictures of the README from the real app on the sample cables.

    python docs/screenshots.py [FOLDER]

Writes ``reader-dark.svg`` and ``reader-light.svg``.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from textual.pilot import Pilot

from cableview import locations
from cableview.app.app import CableviewApp
from cableview.app.widgets.reader import Reader

SIZE = (140, 40)
# The pictures must look the same without a network, so they name fonts but fetch none.
NEEDLESS = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*|[ \t]+$", re.DOTALL | re.MULTILINE)


async def until(pilot: Pilot[None], happened: Callable[[], bool]) -> None:
    """Wait for a condition of the app."""
    while not happened():
        await pilot.pause(0.02)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def take(target: Path, theme: str, cable: str, keys: tuple[str, ...]) -> None:
    app = CableviewApp(locations.Library(locations.SAMPLE_LIBRARY))
    async with app.run_test(size=SIZE, notifications=False) as pilot:
        await until(pilot, lambda: any(reader.page for reader in app.screen.query(Reader)))
        reader = app.screen.query_one(Reader)
        app.theme = theme
        await pilot.press("colon", *cable, "enter")
        await until(pilot, lambda: reader.page is not None and reader.page.held.id == cable)
        await pilot.press(*keys)
        await pilot.pause(0.5)
        await app.workers.wait_for_complete()
        picture = app.export_screenshot(title="cableview", simplify=True)
    target.write_text(NEEDLESS.sub("", picture), encoding="utf-8")


async def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    with tempfile.TemporaryDirectory() as home:
        os.environ["CABLEVIEW_HOME"] = home
        for theme in ("dark", "light"):
            keys = ("alt+2", *"jjjj", "f")
            await take(folder / f"reader-{theme}.svg", f"cableview-{theme}", "08BEIJING2648", keys)


if __name__ == "__main__":
    asyncio.run(main())
