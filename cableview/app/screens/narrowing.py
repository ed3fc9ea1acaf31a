"""Facets: counting the cables found, and narrowing the search to some of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app.counting import Counted, count, count_entities
from cableview.app.keys import key
from cableview.app.messages import FacetsWanted, NarrowTo
from cableview.app.panes import Pane
from cableview.app.screens.searching import Searching

if TYPE_CHECKING:
    from textual.binding import BindingType

REST = 0.12
"""Seconds without a new answer before it is counted."""


class Narrowing(Searching):
    """Counts are made only while the tab that shows them can be seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("g f", "facets", "facets", "Count what was found by station, year, TAGS, names", id="facets"),
    ]

    def action_facets(self) -> None:
        from cableview.app.widgets.side_facets import FacetsTab  # noqa: PLC0415 - comes with the panel

        self.side.show_tab(FacetsTab)
        self.pane = Pane.LIST  # of two panes the other one: it shows what each step narrows
        self.to_pane(Pane.SIDE)

    def counted_again(self) -> None:
        if self.complete:
            self.side.ask_for_counts()

    @on(FacetsWanted)
    def _facets_wanted(self) -> None:
        self._count()

    @work(exclusive=True, group="facets", exit_on_error=False)
    async def _count(self) -> None:
        result, text = self.result, self.search_box.value
        if self.side.counted != Counted():
            await asyncio.sleep(REST)
        counted, found = await count(self.session, result, text)
        self.side.counted = counted
        self.side.counted = await count_entities(self.session, result, found, counted)

    @on(NarrowTo)
    def _narrow(self, message: NarrowTo) -> None:
        from cableview.search import toggled  # noqa: PLC0415 - loaded with the search itself

        self.search_box.put(toggled(self.search_box.value, message.condition))
