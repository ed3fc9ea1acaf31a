"""Take the pictures of the README from the real app on the sample cables.

    python docs/screenshots.py [FOLDER]

Writes ``reader-dark.svg`` and ``reader-light.svg``; and in the dark theme the names in the side panel, the
card of a cited cable, the page of a name, and the ledger of missing cables.
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
from cableview.importing import extract_entities, import_seeds

SIZE = (140, 40)
TO_7 = ("colon", "7", "enter")
TRAILS = {
    "panel": ((*TO_7, "alt+3", "j", "enter"), None),
    "peek": ((*TO_7, "enter"), "CableCard"),
    "entity": ((*TO_7, "alt+3", "j", "j", "j", "j", "j", "j", "j", "j", "j", "p"), "EntityScreen"),
    "missing": (("m",), "MissingScreen"),
}
"""Name of each picture, the keys that lead there, and the screen that must be open then."""
SEARCHES = {
    "search": ("alt+1", "slash", *"norinko", "space", *"exports"),
    "facets": ("alt+1", "slash", *"missile", "enter", "g", "f"),
    "find": ("alt+2", "slash", *"syria", "enter", "n"),
}
"""The search with corrections, the facets, words found in a cable: the keys that lead there."""
# The pictures must look the same without a network, so they name fonts but fetch none.
NEEDLESS = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*|[ \t]+$", re.DOTALL | re.MULTILINE)


async def until(pilot: Pilot[None], happened: Callable[[], bool]) -> None:
    """Wait for a condition of the app."""
    while not happened():
        await pilot.pause(0.02)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def take(target: Path, theme: str, cable: str, keys: tuple[str, ...], shown: str | None = None) -> None:
    """Write one picture: open ``cable``, press ``keys``, and wait for the screen called ``shown``."""
    app = CableviewApp(locations.Library(locations.SAMPLE_LIBRARY))
    async with app.run_test(size=SIZE, notifications=False) as pilot:
        await until(pilot, lambda: any(reader.page for reader in app.screen.query(Reader)))
        reader = app.screen.query_one(Reader)
        app.theme = theme
        await pilot.press("colon", *cable, "enter")
        await until(pilot, lambda: reader.page is not None and reader.page.held.id == cable)
        for name in keys:
            await pilot.press(name)
            await pilot.pause(0.3)
        while shown not in {None, type(app.screen).__name__}:
            await pilot.pause(0.02)  # the work that opened a screen goes on as long as it is open
        await pilot.pause(1)
        if shown is None:
            await app.workers.wait_for_complete()
        picture = app.export_screenshot(title="cableview", simplify=True)
    target.write_text(NEEDLESS.sub("", picture), encoding="utf-8")


async def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    with tempfile.TemporaryDirectory() as home:
        os.environ["CABLEVIEW_HOME"] = home
        sample = locations.Library(locations.SAMPLE_LIBRARY)
        import_seeds(sample)
        extract_entities(sample, workers=1)
        for theme in ("dark", "light"):
            keys = ("alt+2", *"jjjj", "f")
            await take(folder / f"reader-{theme}.svg", f"cableview-{theme}", "08BEIJING2648", keys)
        for name, (keys, shown) in TRAILS.items():
            await take(folder / f"{name}.svg", "cableview-dark", "08BEIJING2648", keys, shown)
        for name, keys in SEARCHES.items():
            await take(folder / f"{name}.svg", "cableview-dark", "08BEIJING2648", keys)


if __name__ == "__main__":
    asyncio.run(main())
