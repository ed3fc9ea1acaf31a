"""Searching and sorting: what the list lists."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app import wording
from cableview.app.keys import key
from cableview.app.messages import RowsWanted, SearchFinished, SearchFor, SearchLeft, SearchTyped
from cableview.app.panes import Pane
from cableview.app.rows import list_row
from cableview.app.screens.reading import Reading
from cableview.app.sorting import Sort, only

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from cableview.app.rows import ListRow
    from cableview.model.query import Query
    from cableview.search import Searcher, SearchResult

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
        self._again = 0
        """Number of a search that only looks again: the cursor stays."""
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
        if self.result is None:
            self.list_pane.label(f"Cables {total:,} · {self.sort.value}", more)
            self.list_pane.teach("" if total else wording.EMPTY_LIBRARY)
        else:
            listed = f"{count:,} of {self.result.total:,}" if count < self.result.total else f"{count:,}"
            self.list_pane.label(f"Found {listed} · {self.hit_sort.value}", more or f"of {total:,}")

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
        if message.text.strip():
            self._find(self._number, message.text)
        else:
            self.workers.cancel_group(self, "search")
            self._settle(None)
            self.list_pane.say("")

    def search_again(self) -> None:
        """Run the search once more: the cache has changed."""
        if self.search_box.value.strip():
            self._number += 1
            self._again = self._number
            self._find(self._number, self.search_box.value)

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _find(self, number: int, text: str) -> None:
        result = await self.session.search(lambda searcher: _search(searcher, text))
        self.post_message(SearchFinished(number, result))

    @on(SearchFinished)
    def _finished(self, message: SearchFinished) -> None:
        if message.number != self._number:
            return
        self._settle(message.result, stay=message.number == self._again)
        self.list_pane.say(wording.understood(message.result))
        if message.result.hits:
            self.list_pane.teach("")
        else:
            self.list_pane.teach(wording.nothing_found(message.result, busy=self.header.busy))

    def _settle(self, result: SearchResult | None, *, stay: bool = False) -> None:
        self.result = result
        self.lit = tuple(sorted(result.lit)) if result else ()
        if result is None:
            self.list_pane.teach("")
        if self.page is not None and self.page.lit != self.lit:
            self.show_page(self.page, self.index)
        self.list_cables(stay=stay or result is None)

    @on(SearchLeft)
    def _left(self, message: SearchLeft) -> None:
        self.cables.focus()
        if message.to_first_hit:
            self.cables.action_choose()


def _search(searcher: Searcher, text: str) -> SearchResult:
    from cableview.search import parse_query  # noqa: PLC0415 - not needed to paint

    query: Query = parse_query(text)
    return searcher.search(query, limit=LIMIT)
