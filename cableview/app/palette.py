"""The palette: every declared key as a command, and the themes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content
from textual.markup import escape

from cableview.app.messages import SearchFor
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits

    from cableview.app.screens.main import MainScreen
    from cableview.store.searches import SavedSearch


class Commands(Provider):
    """Offers what the main screen offers, wherever the keyboard is."""

    @property
    def _main(self) -> MainScreen | None:
        """The main screen, once it can do everything."""
        from cableview.app.screens.main import MainScreen  # noqa: PLC0415 - the screen names this provider

        screen = self.screen
        return screen if isinstance(screen, MainScreen) and screen.complete else None

    def _all(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Yield (what it does, its keys, how to run it)."""
        screen = self._main
        if screen is None:
            return
        for _, entries in screen.help_groups():
            for entry in entries:
                yield (
                    f"{entry.word.capitalize()} · {entry.help_line}",
                    entry.keys,
                    partial(screen.run_entry, entry),
                )
        for saved in self._saved:
            put = partial(screen.post_message, SearchFor(saved.query))
            yield f"Search · {visible_line(saved.name)} · {visible_line(saved.query)}", "", put
        for theme in sorted(screen.app.available_themes):
            yield f"Theme · {theme}", "", partial(screen.set_theme, theme)

    _saved: tuple[SavedSearch, ...] = ()

    async def startup(self) -> None:
        screen = self._main
        if screen is not None:
            self._saved = await screen.saved_searches()

    async def discover(self) -> Hits:
        for text, keys, run in self._all():
            yield DiscoveryHit(Content(text), run, text, help=keys or None)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for text, keys, run in self._all():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(escape(text)), run, help=keys or None)
