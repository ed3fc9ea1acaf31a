"""Listing: which cables the list shows, in which order, and what its border says."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app import wording
from cableview.app.keys import key, key_name
from cableview.app.messages import KeyWaits, RowsWanted
from cableview.app.rows import list_row
from cableview.app.screens.filling import Filling
from cableview.app.sorting import Sort, only

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from cableview.app.rows import ListRow
    from cableview.search import SearchResult


FIRST = 500
"""Hits asked for at every key: fetching thousands takes longer than finding them."""
FIRST_OF_MANY = 200
"""The same in a library of ``MANY`` cables, where it takes longer to fetch every hundred."""
MANY = 50_000
"""So many cables make a library large; the search itself leaves more for a rest of the keys from there on."""


def first_of(cables: int) -> int:
    """Return how many hits to ask for at every key in a library of so many cables."""
    return FIRST_OF_MANY if cables >= MANY else FIRST


class Listing(Filling):
    """Lists every cable, or those that the search found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("o", "sort(1)", "sort", "Next order of the list", id="list.sort"),
        key("O", "sort(-1)", "sort back", "Previous order of the list", id="list.sort-back"),
    ]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.sort = Sort.NEWEST
        self.hit_sort = Sort.RELEVANCE
        self.listed: SearchResult | None = None
        """What the list shows; ``result`` is ahead of it while its rows are read."""
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
        elif self.hit_sort is Sort.RELEVANCE:
            keys = array("Q", (hit.key for hit in result.hits))
        else:
            keys = await self._ordered(result)
        if not stay:
            # All that can be seen, so that it is painted once.
            top = [cable_key for cable_key in keys[: self.cables.seen] if self.cables.held(cable_key) is None]
            if top:
                self.cables.supply(await self.rows_for(top))
        total = len(await self._order(self.sort))
        if result is not self.result:
            return  # another answer has come, and is listed for itself
        self.cables.light(self.lit)
        self.cables.show(keys, stay=stay)
        self.header.total = total
        self.label_list()
        self.listed = result
        self.was_listed()

    async def _ordered(self, result: SearchResult) -> array[int]:
        """Return the keys of all that was found, not of the best of it alone, in the order asked for."""
        order = await self._order(self.hit_sort)
        keys: Sequence[int] = [hit.key for hit in result.hits]
        if FIRST < len(keys) < result.total:
            keys = await self.session.search(lambda searcher: searcher.found(result.query).keys())
        return await self.session.alone(lambda: only(order, keys))

    def was_listed(self) -> None:
        """Do what waited for the list."""

    def tell_result(self, result: SearchResult) -> None:
        """Say how the search was understood, and what to do when it found nothing."""

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
            self.list_pane.say()
            self.cables.teach("" if total else wording.empty_library(self.session.places))
        else:
            self.tell_result(self.result)
            found = wording.found(count, self.result)
            self.list_pane.label(f"{found} · {self.hit_sort.value}", more or f"of {total:,}")

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
        decisions, flags, seen = await self.session.marks(
            lambda marks: (marks.decisions(ids), marks.flag_counts(ids), marks.seen(ids))
        )
        return [
            list_row(
                row, flags=flags.get(row.id, 0), decision=decisions.get(row.id), unread=row.id not in seen
            )
            for row in rows
        ]

    def action_sort(self, step: int) -> None:
        if self.result is None:
            self.sort = self.sort.turn(step, searching=False)
            self.keep_setting("sort", self.sort.value)
        else:
            self.hit_sort = self.hit_sort.turn(step, searching=True)
        self.list_cables()
