"""Correcting entities from the side panel: merge, rename, retype, split, hide, not the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from cableview.app.messages import CorrectEntity
from cableview.app.screens.sharing import Sharing
from cableview.model.mention import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cableview.app.page import Page
    from cableview.entities import Entity
    from cableview.model.correction import Correction
    from cableview.store.corrections import Corrected
    from cableview.store.library import Library
    from cableview.store.records import EntityCount

SUGGESTED = 12


class Correcting(Sharing):
    """The panel asks; the name changes once the marks have the correction."""

    @on(CorrectEntity)
    async def _asked_to_correct(self, message: CorrectEntity) -> None:
        from cableview.app.corrections import is_bare, to_hide, to_retype, to_split  # noqa: PLC0415
        from cableview.app.screens.correct import ChooseCorrection, NameCorrection  # noqa: PLC0415

        page, entity = self.page, message.entity
        if page is None:
            return
        cable_id, name = page.held.id, entity.name
        asked: ChooseCorrection | NameCorrection
        if message.how == "rename":
            asked = NameCorrection("Rename", entity, cable_id)
        elif message.how == "merge":

            async def suggest(start: str) -> Sequence[EntityCount]:
                return await self._names_like(page, entity, start)

            asked = NameCorrection("The same as", entity, cable_id, suggest)
        elif message.how == "hide":
            asked = ChooseCorrection("Not this", name, to_hide(entity, cable_id))
        elif message.how == "retype":
            where = cable_id if is_bare(entity) else None
            asked = ChooseCorrection("Of another type", name, to_retype(entity, where))
        else:
            said = f"How {cable_id} spells {name}. Enter splits a spelling off: it is something else."
            asked = ChooseCorrection("All forms", said, to_split(entity, cable_id))

        def answered(correction: Correction | None) -> None:
            if correction is not None:
                self._correct(page, correction)

        await self.app.push_screen(asked, answered)

    async def _names_like(self, page: Page, entity: Entity, start: str) -> Sequence[EntityCount]:
        """Return the names of its type that begin so: those of the cable, then those of the library."""
        from cableview.entities.corrections import Corrections  # noqa: PLC0415
        from cableview.store.corrected import Names  # noqa: PLC0415
        from cableview.store.records import EntityCount  # noqa: PLC0415

        here = [
            EntityCount(one.type, one.name, 0)
            for one in page.entities
            if one.type == entity.type and folded(one.name).startswith(folded(start))
        ]
        corrections = Corrections(await self.session.marks(_kept))

        def listed(library: Library) -> Sequence[EntityCount]:
            return Names(library, corrections).entities(entity.type, start, SUGGESTED)

        known = {folded(one.name): one for one in await self.session.cables(listed)}
        mine = [known.pop(folded(one.name), one) for one in here]
        return [*mine, *known.values()][: 2 * SUGGESTED]

    @work(group="decide", exit_on_error=False)
    async def _correct(self, page: Page, correction: Correction) -> None:
        async with self._turn:
            await self.session.marks(lambda marks: marks.correct(correction))
            await self.marks_changed([page.held.key])
        self.say(f"{correction.words} · u takes it back")


def _kept(marks: Corrected) -> tuple[Correction, ...]:
    return marks.corrections()
