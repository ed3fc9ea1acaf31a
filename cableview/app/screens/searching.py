"""Searching and sorting: what the list lists."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app import wording
from cableview.app.keys import key, key_name
from cableview.app.messages import (
    CableChosen,
    KeyWaits,
    RowsWanted,
    SearchFinished,
    SearchFor,
    SearchLeft,
    SearchTyped,
)
from cableview.app.pacing import PacedApp
from cableview.app.panes import Pane
from cableview.app.rows import list_row
from cableview.app.screens.reading import Reading
from cableview.app.sorting import Sort, only
from cableview.app.understanding import understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from cableview.app.rows import ListRow
    from cableview.model.query import Query
    from cableview.search import SearchResult

LIMIT = 2000
"""Hits listed at most; the count on the border is of all."""


class Searching(Reading):
    """Late answers carry an old number and are dropped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("slash", "search", "search", "Search all cables as you type", id="search.open", show=True),
        key("o", "sort(1)", "sort", "Next order of the list", id="list.sort"),
        key("O", "sort(-1)", "sort back", "Previous order of the list", id="list.sort-back"),
    ]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.sort = Sort.NEWEST
        self.hit_sort = Sort.RELEVANCE
        self._number = 0
        """Of the newest wish; an answer to an older one is dropped."""
        self._answered = 0
        """Of the wish that the list answers."""
        self._again = 0
        """Number of a search that only looks again: the cursor stays."""
        self._wanted = ""
        """What is to be searched for next; empty when nothing waits."""
        self._seeking = False
        self._to_first_hit = False
        """Enter was pressed before the answer: the first hit is read when it is there."""
        self._waits: KeyWaits | None = None
        """The first key of a sequence, pressed in the list."""
        self._orders: dict[Sort, array[int]] = {}

    async def _order(self, sort: Sort) -> array[int]:
        if sort not in self._orders:
            self._orders[sort] = await self.session.cables(lambda library: library.order(sort.value))
        return self._orders[sort]

    @work(exclusive=True, group="list", exit_on_error=False)
    async def list_cables(self, *, stay: bool = True) -> None:
        """List what the search found, or every cable, in the order asked for."""
        await self.list_now(stay=stay)

    async def list_now(self, *, stay: bool = True) -> None:
        """List the cables before returning."""
        result = self.result
        if result is None:
            keys = await self._order(self.sort)
        else:
            keys = array("Q", (hit.key for hit in result.hits))
            if self.hit_sort is not Sort.RELEVANCE:
                keys = only(await self._order(self.hit_sort), keys)
        self.cables.show(keys, stay=stay)
        self.header.total = len(await self._order(self.sort))
        self.label_list()

    def orders_changed(self) -> None:
        """Cables came in: the orders are read again when they are wanted."""
        self._orders.clear()

    def cables_changed(self) -> None:
        """Cables came in: order and rows are read again."""
        self.orders_changed()
        self.cables.forget()
        self.list_cables()

    def label_list(self) -> None:
        count, total = len(self.cables.keys), self.header.total
        tagged = len(self.cables.tagged)
        more = f"{tagged:,} tagged · ; acts on them" if tagged else ""
        if self._waits is not None:
            more = f"{key_name(self._waits.first)} …  {'  '.join(map(key_name, self._waits.seconds))}"
        if self.result is None:
            self.list_pane.label(f"Cables {total:,} · {self.sort.value}", more)
            self.list_pane.teach("" if total else wording.EMPTY_LIBRARY)
        else:
            listed = f"{count:,} of {self.result.total:,}" if count < self.result.total else f"{count:,}"
            self.list_pane.label(f"Found {listed} · {self.hit_sort.value}", more or f"of {total:,}")

    @on(KeyWaits)
    def _key_waits(self, message: KeyWaits) -> None:
        self._waits = message if message.first else None
        self.label_list()

    @work(group="rows", exit_on_error=False)
    async def _supply(self, keys: list[int]) -> None:
        self.cables.supply(await self.rows_for(keys))

    @on(RowsWanted)
    def _rows_wanted(self, message: RowsWanted) -> None:
        self._supply(message.keys)

    async def rows_for(self, keys: Sequence[int]) -> list[ListRow]:
        """Read list rows with their marks."""
        from cableview.app.headlines import rows_with_headlines  # noqa: PLC0415 - the rows come after the paint

        rows = await self.session.cables(lambda library: rows_with_headlines(library, keys))
        ids = [row.id for row in rows]
        decisions = await self.session.marks(lambda marks: marks.decisions(ids))
        flags = await self.session.marks(lambda marks: marks.flag_counts(ids))
        seen = await self.session.marks(lambda marks: marks.seen(ids))
        return [
            list_row(
                row, flags=flags.get(row.id, 0), decision=decisions.get(row.id), unread=row.id not in seen
            )
            for row in rows
        ]

    def action_search(self) -> None:
        self.pane = Pane.LIST  # so that the box can be seen
        self.search_box.focus()

    def action_sort(self, step: int) -> None:
        if self.result is None:
            self.sort = self.sort.turn(step, searching=False)
            self.keep_setting("sort", self.sort.value)
        else:
            self.hit_sort = self.hit_sort.turn(step, searching=True)
        self.list_cables()

    @on(SearchFor)
    def _search_for(self, message: SearchFor) -> None:
        self.pane = Pane.LIST
        self.search_box.put(message.text)
        self.search_box.focus()

    @on(SearchTyped)
    def _typed(self, message: SearchTyped) -> None:
        self._number += 1
        self._wanted = message.text.strip() and message.text
        if self._wanted:
            self._seek()
        else:
            self._answered = self._number
            self._settle(None)
            self.list_pane.say()

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
        try:
            while self._wanted:
                number, text, self._wanted = self._number, self._wanted, ""
                result = await self.search(text, hurry=True)
                await self._keys_taken()
                if number == self._number:
                    self.post_message(SearchFinished(number, result))
        finally:
            self._seeking = False

    async def _keys_taken(self) -> None:
        """Let keys that wait come first: to list what was found for less than what was typed is vain."""
        if isinstance(self.app, PacedApp):
            await self.app.keys_taken()

    async def search(self, text: str, limit: int = LIMIT, *, hurry: bool = False) -> SearchResult:
        """Return what ``text`` finds; in a hurry, what is found before the next key may come."""
        from cableview.search import PATIENCE, parse_query  # noqa: PLC0415 - not needed to paint

        query = parse_query(text)
        if has_filters(query):
            query = await self.session.filters(lambda filters: filters.resolve(query))
        patience = PATIENCE if hurry else None
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
        self.list_pane.say(understood(result, self.search_box.scroll_offset.x))
        self.list_pane.teach("" if result.hits else wording.nothing_found(result, busy=self.header.busy))
        self._show_first(result, again=again)

    def _show_first(self, result: SearchResult, *, again: bool) -> None:
        """Bring the best hit into the reader, to be read if Enter was pressed."""
        wanted, self._to_first_hit = self._to_first_hit, False
        if result.hits and wanted:
            self.post_message(CableChosen(result.hits[0].key))
        elif result.hits and not again and self.hit_sort is Sort.RELEVANCE:
            self.preview(result.hits[0].key)

    def _settle(self, result: SearchResult | None, *, stay: bool = False) -> None:
        self.result = result
        self.lit = tuple(sorted(result.lit)) if result else ()
        self.cables.light(self.lit)
        if result is None:
            self.list_pane.teach("")
        if self.page is not None and self.page.lit != self.lit:
            self.show_page(self.page, self.index)
        self.list_cables(stay=stay or result is None)
        self.counted_again()

    def counted_again(self) -> None:
        """Say that another set of cables is found."""

    @on(SearchLeft)
    def _left(self, message: SearchLeft) -> None:
        self.cables.focus()
        if message.to_first_hit and self._answered == self._number:
            self.cables.action_choose()
        else:
            self._to_first_hit = message.to_first_hit


def has_filters(query: Query) -> bool:
    """Tell whether it asks for what the search cache does not know."""
    from cableview.model.query import Filter, leaves  # noqa: PLC0415 - not needed to paint

    return any(isinstance(leaf, Filter) for leaf in leaves(query.root, negated=True))
