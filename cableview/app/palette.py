"""The palette: every declared key as a command, and the themes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits


class Commands(Provider):
    """Offers what the main screen offers, wherever the keyboard is."""

    def _all(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Yield (what it does, its keys, how to run it)."""
        from cableview.app.screens.main import MainScreen  # noqa: PLC0415 - the screen names this provider

        screen = self.screen
        if not isinstance(screen, MainScreen) or not screen.complete:
            return
        for _, entries in screen.help_groups():
            for entry in entries:
                yield (
                    f"{entry.word.capitalize()} · {entry.help_line}",
                    entry.keys,
                    partial(screen.run_entry, entry),
                )
        for theme in sorted(screen.app.available_themes):
            yield f"Theme · {theme}", "", partial(screen.set_theme, theme)

    async def discover(self) -> Hits:
        for text, keys, run in self._all():
            yield DiscoveryHit(text, run, help=keys or None)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for text, keys, run in self._all():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(text), run, help=keys or None)
