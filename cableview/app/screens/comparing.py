"""The key that shows the versions of the open cable."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from cableview.app.keys import key
from cableview.app.screens.upkeep import Upkeep

if TYPE_CHECKING:
    from textual.binding import BindingType


class Comparing(Upkeep):
    """The versions open over the panes; Enter in them goes to a paragraph."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("D", "versions", "versions", "The versions of this cable, and how they differ", id="versions"),
    ]

    async def action_versions(self) -> None:
        from cableview.app.screens.versions import VersionsScreen  # noqa: PLC0415 - not needed to paint

        page = self.page
        if page is None:
            self.say("No cable is open.", wrong=True)
            return

        def answered(index: int | None) -> None:
            if index is not None:
                self.open_cable(page.held.id, index=index)

        await self.app.push_screen(VersionsScreen(self.session, page.held), answered)
