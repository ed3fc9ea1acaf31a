"""Following names and references out of the open cable: their pages, and the ledger of missing cables."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app.keys import key
from cableview.app.messages import (
    ParagraphMoved,
    SearchFor,
    ShowCiting,
    ShowEntity,
    ShowMeanings,
    WalkMentions,
    WordsWanted,
)
from cableview.app.panes import Pane
from cableview.app.screens.comparing import Comparing

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.message import Message


class Trailing(Comparing):
    """The pages open over the panes; Enter in them goes to a paragraph, Ctrl+O comes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("m", "missing", "missing", "The ledger of missing cables: cited and not held", id="missing"),
        key("C", "citing", "citing", "Every paragraph that cites the open cable", id="citing"),
    ]
    ledger_row: int = 0
    """Where the ledger of missing cables was left."""

    @on(ParagraphMoved)
    def _names_of_paragraph(self, message: ParagraphMoved) -> None:
        from cableview.app.widgets.side_entities import EntitiesTab  # noqa: PLC0415 - loaded with the panes

        if self.complete:
            self.side.query_one(EntitiesTab).paragraph = message.index

    @on(WalkMentions)
    def _walk(self, message: WalkMentions) -> None:
        from cableview.app.widgets.side_entities import filter_query  # noqa: PLC0415 - loaded with the panes

        if self.page is None:
            return
        if self.reader.walk(message.kind, message.name):
            if not self.reader.display:
                self.to_pane(Pane.READER)
            return
        for entity in self.page.entities:
            if (entity.type, entity.name) == (message.kind, message.name):
                self.post_message(SearchFor(filter_query(entity, self.page)))

    @on(ShowEntity)
    @work(exclusive=True, group="card", exit_on_error=False)
    async def _show_entity(self, message: ShowEntity) -> None:
        from cableview.app.screens.entity import EntityScreen  # noqa: PLC0415 - not needed to paint
        from cableview.app.trails import read_entity  # noqa: PLC0415

        trail = await read_entity(self.session, message.kind, message.name)
        self._obey_page(await self.app.push_screen_wait(EntityScreen(self.session, trail)))

    @on(ShowCiting)
    @work(exclusive=True, group="card", exit_on_error=False)
    async def _show_citing(self, message: ShowCiting) -> None:
        await self._citing_page(message.cable_id)

    async def _citing_page(self, cable_id: str) -> None:
        from cableview.app.screens.citing import CitingScreen  # noqa: PLC0415 - not needed to paint
        from cableview.app.trails import read_citing  # noqa: PLC0415

        trail = await read_citing(self.session, cable_id)
        self._obey_page(await self.app.push_screen_wait(CitingScreen(self.session, trail)))

    @on(WordsWanted)
    @work(exclusive=True, group="words", exit_on_error=False)
    async def _supply_words(self, message: WordsWanted) -> None:
        from cableview.app.trails import MORE, read_citers  # noqa: PLC0415 - not needed to paint
        from cableview.app.widgets.side_references import CitedByTab  # noqa: PLC0415

        cable_id = message.cable_id
        if self.page is None or self.page.held.id != cable_id:
            return
        citers = list(dict.fromkeys(citation.cable_id for citation in self.page.cited_by))[:MORE]
        self.side.query_one(CitedByTab).supply(cable_id, await read_citers(self.session, cable_id, citers))

    @on(ShowMeanings)
    async def _show_meanings(self, message: ShowMeanings) -> None:
        from cableview.app.screens.glossary import GlossaryScreen  # noqa: PLC0415 - not needed to paint

        if self.page is not None:
            screen = GlossaryScreen(self.page, message.index, card=message.card)
            await self.app.push_screen(screen, self._obey_page)

    def action_citing(self) -> None:
        if self.page is None:
            self.say("No cable is open.", wrong=True)
        else:
            self.post_message(ShowCiting(self.page.held.id))

    @work(exclusive=True, group="card", exit_on_error=False)
    async def action_missing(self) -> None:
        from cableview.app.screens.missing import MissingScreen  # noqa: PLC0415 - not needed to paint

        screen = MissingScreen(self.session, self.ledger_row)
        answer = await self.app.push_screen_wait(screen)
        self.ledger_row = screen.row
        self._obey_page(answer)

    def _obey_page(self, answer: Message | None) -> None:
        """Do what was chosen on a page."""
        if answer is not None:
            self.post_message(answer)
