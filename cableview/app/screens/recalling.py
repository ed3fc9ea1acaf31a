"""Earlier searches, searches kept under a name, and the page about the query language."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app.keys import key
from cableview.app.messages import ForgetSearch, SearchFor, SearchLeft
from cableview.app.screens.finding import Finding

if TYPE_CHECKING:
    from textual.binding import BindingType

    from cableview.store.searches import SavedSearch


class Recalling(Finding):
    """A search counts as made when its hits are gone to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("S", "searches", "searches", "The searches kept under a name, and the last ones", id="searches"),
        key("ctrl+n", "name_search", "keep search", "Keep this search under a name", id="search.keep"),
        key("f1", "language", "search help", "What can be asked in the search box", id="search.help"),
    ]

    async def read_searches(self) -> None:
        """Let the box know the earlier searches."""
        self.search_box.past = await self.session.marks(lambda marks: marks.last_searches())

    async def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches kept under a name."""
        return await self.session.marks(lambda marks: marks.saved_searches())

    @on(SearchLeft)
    def _left_box(self) -> None:
        self._remember(self.search_box.value)

    @work(group="searches", exit_on_error=False)
    async def _remember(self, text: str) -> None:
        if text.strip() and self.search_box.past[:1] != (text.strip(),) and not self.session.readonly:
            await self.session.marks(lambda marks: marks.remember_search(text))
            await self.read_searches()

    async def action_name_search(self) -> None:
        query = self.search_box.value.strip()
        if not query:
            self.say("There is no search to keep: / searches.")
            return

        async def answered(name: str | None) -> None:
            if name:
                await self.session.marks(lambda marks: marks.save_search(name, query))
                self.say(f"Kept as {name}. Ctrl+P finds it by name; in the list S does.")

        await self.ask("keep as ", f"a name for: {query}", answered)

    @work(exclusive=True, group="card", exit_on_error=False)
    async def action_searches(self) -> None:
        from cableview.app.screens.searches import SearchesScreen  # noqa: PLC0415 - not needed to paint

        await self.read_searches()
        screen = SearchesScreen(await self.saved_searches(), self.search_box.past)
        chosen = await self.app.push_screen_wait(screen)
        if isinstance(chosen, ForgetSearch):
            await self.session.marks(lambda marks: marks.drop_search(chosen.name))
            self.say(f"The search {chosen.name} is no longer kept.")
            self.action_searches()
        elif isinstance(chosen, SearchFor):
            self.post_message(chosen)
            self._remember(chosen.text)

    def action_language(self) -> None:
        from cableview.app.screens.language import LanguageScreen  # noqa: PLC0415 - not needed to paint

        self.app.push_screen(LanguageScreen())
