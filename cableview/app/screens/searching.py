"""Searching: what is typed is looked for, and answered in the order it was typed."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work

from cableview.app import wording
from cableview.app.bursts import Bursts
from cableview.app.keys import key
from cableview.app.messages import (
    SearchFinished,
    SearchFor,
    SearchLeft,
    SearchTyped,
)
from cableview.app.pacing import PacedApp
from cableview.app.panes import Pane
from cableview.app.screens.listing import Listing, first_of
from cableview.app.sorting import Sort
from cableview.app.understanding import understood

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from textual.binding import BindingType

    from cableview.model.query import Query
    from cableview.search import SearchResult

LIMIT = 2000
"""Hits listed by relevance at most; the count on the border is of all."""
REST = 0.5
"""Seconds typing must rest before the others are fetched, or counted: the next key would wait for that."""
SOON = 0.05
"""Seconds after which the list says that it does not answer what is typed yet."""
LET_GO = 3.0
"""Seconds without a key after an answer until the memory it took is given back: the next key would wait."""
LONGER = 0.7
"""Seconds that a search may take for all that was not looked at, or counted, in a hurry."""


class Searching(Listing):
    """Late answers carry an old number and are dropped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("slash", "search", "search", "Search all cables as you type", id="search.open", show=True),
    ]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._number = 0
        """Of the newest wish; an answer to an older one is dropped."""
        self._answered = 0
        """Of the wish that the list answers."""
        self._again = 0
        """Number of a search that only looks again: the cursor stays."""
        self._wanted = ""
        """What is to be searched for next; empty when nothing waits."""
        self._seeking = False
        self._bursts = Bursts()
        self._to_first_hit = False
        """Enter was pressed before the answer: the first hit is read when it is listed."""

    def action_search(self) -> None:
        self.pane = Pane.LIST  # so that the box can be seen
        self.search_box.focus()

    @on(SearchFor)
    def _search_for(self, message: SearchFor) -> None:
        """Go to what was asked for by a name: the next keys are for the hits, not for more words."""
        self.pane = Pane.LIST
        self.search_box.put(message.text)
        self.post_message(SearchLeft())

    @on(SearchTyped)
    def _typed(self, message: SearchTyped) -> None:
        self.stay_put()
        self.workers.cancel_group(self, "let-go")
        self._bursts.letter()
        self._number += 1
        self._wanted = message.text.strip() and message.text
        if self._wanted:
            self._seek()
        else:
            self._answered = self._number
            if self.result is not None:
                self._settle(None)
                self.light_soon()
                self._let_go()

    def search_again(self) -> None:
        """Run the search once more: the cache, or what was decided, has changed."""
        if self.search_box.value.strip():
            self._number += 1
            self._again = self._number
            self._wanted = self.search_box.value
            self._seek()
        else:
            self.counted_again()

    def _seek(self) -> None:
        """Search at once, or as soon as the search that runs is done: then for what is typed by then."""
        if not self._seeking:
            self._seeking = True
            self._find()

    @work(group="search", exit_on_error=False)
    async def _find(self) -> None:
        from cableview.search import PATIENCE  # noqa: PLC0415 - not needed to paint

        try:
            await self._bursts.over()
            while self._wanted:
                number, text, self._wanted = self._number, self._wanted, ""
                result = await self._told_if_late(self.search(text, first_of(self.header.total), PATIENCE))
                await self._keys_taken()
                if number == self._number:
                    self.post_message(SearchFinished(number, result))
                elif not self._wanted:  # the search was cleared: nothing is looked for any more
                    self.label_list()
                await self._bursts.over()
        finally:
            self._seeking = False

    async def _told_if_late(self, search: Coroutine[Any, Any, SearchResult]) -> SearchResult:
        """Return what is found; say so meanwhile if that takes longer than a moment."""
        searching = asyncio.create_task(search)
        try:
            await asyncio.wait([searching], timeout=SOON)
            if not searching.done():
                await self._keys_taken()  # to paint between keys would hold the next ones up
            if not searching.done():
                self.list_pane.label("Looking…", "")
            return await searching
        finally:
            searching.cancel()  # by then it is done, or nobody waits for it any more

    async def _keys_taken(self) -> None:
        """Let keys that wait come first: to list what was found for less than what was typed is vain."""
        if isinstance(self.app, PacedApp):
            await self.app.keys_taken()

    async def search(self, text: str, limit: int = LIMIT, patience: float | None = None) -> SearchResult:
        """Return what ``text`` finds; with ``patience`` what is found within so many seconds."""
        from cableview.model.query import filters_in  # noqa: PLC0415 - not needed to paint
        from cableview.search import parse_query  # noqa: PLC0415 - not needed to paint

        query = parse_query(text)
        if filters_in(query.root):
            query = await self.session.filters(lambda filters: filters.resolve(query))
        result, damaged = await self.session.search(
            lambda searcher: (searcher.search(query, limit, patience), searcher.damaged)
        )
        if damaged:
            self.cache_damaged()
        return result

    def cache_damaged(self) -> None:
        """Build the search cache anew: a search has found it damaged."""

    @on(SearchFinished)
    def _finished(self, message: SearchFinished) -> None:
        if message.number != self._number:
            return
        self._answered = message.number
        result = message.result
        again = message.number == self._again
        self._settle(result, stay=again)
        if result.hits and not again and not self._to_first_hit and self.hit_sort is Sort.RELEVANCE:
            self.preview(result.hits[0].key)
        else:
            self.light_soon()
        cut = len(result.hits) == first_of(self.header.total) < result.total
        if cut or not (result.whole or again):
            self.set_timer(REST, partial(self._find_others, message.number, result.query.text))
        self._let_go()

    @work(group="let-go", exclusive=True, exit_on_error=False)
    async def _let_go(self) -> None:
        await asyncio.sleep(LET_GO)
        await self.session.search(lambda searcher: searcher.let_go())

    @work(group="search-others", exclusive=True, exit_on_error=False)
    async def _find_others(self, number: int, text: str) -> None:
        """List more than the first hits, unless another search was asked for meanwhile."""
        if number != self._number:
            return
        result = await self.search(text, LIMIT, LONGER)
        if number == self._number:
            self._again = number
            self.post_message(SearchFinished(number, result))

    def _settle(self, result: SearchResult | None, *, stay: bool = False) -> None:
        self.result = result
        self.lit = tuple(sorted(result.lit)) if result else ()
        self.list_cables(stay=stay or result is None)
        self.counted_again()

    def counted_again(self) -> None:
        """Say that another set of cables is found."""

    @on(SearchLeft)
    def _left(self, message: SearchLeft) -> None:
        self.cables.focus()
        self._to_first_hit = message.to_first_hit
        if self.listed is self.result:
            self.was_listed()

    def was_listed(self) -> None:
        if self._to_first_hit and self._answered == self._number:
            self._to_first_hit = False
            self.cables.action_choose()

    def work_changed(self) -> None:
        """Say anew what to try: work that may still bring hits has begun or ended."""
        if self.result is not None and self.result is self.listed and not self.result.hits:
            self.tell_result(self.result)

    def tell_result(self, result: SearchResult) -> None:
        self.list_pane.say(understood(result, self.search_box.scroll_offset.x))
        more = self.may_bring_hits(result.query)
        self.cables.teach("" if result.hits else wording.nothing_found(result, busy=more))

    def may_bring_hits(self, query: Query) -> str:
        """Return in words the work that may still bring hits for ``query``; empty when there is none."""
        return self.header.busy
