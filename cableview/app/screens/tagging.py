"""Tagged cables: one key after ; decides about all of them, in one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app.keys import key
from cableview.app.messages import TagsChanged
from cableview.app.screens.correcting import Correcting
from cableview.model.marks import Decision

if TYPE_CHECKING:
    from textual.binding import BindingType

    from cableview.store.library import Library

CHUNK = 500
"""Rows read at once."""


class Tagging(Correcting):
    """Tags live as long as the app runs; acting on the tagged cables takes them away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("semicolon a", "decide_tagged('relevant')", "tagged relevant", "All tagged: relevant",
            id="tagged.a"),
        key("semicolon x", "decide_tagged('not-relevant')", "tagged not", "All tagged: not relevant",
            id="tagged.x"),
        key("semicolon s", "decide_tagged('later')", "tagged later", "All tagged: decide later",
            id="tagged.s"),
        key("semicolon exclamation_mark", "decide_tagged('hot')", "tagged hot", "All tagged: hot",
            id="tagged.hot"),
        key("semicolon U", "see_tagged", "tagged read/unread", "All tagged: read or unread",
            id="tagged.seen"),
        key("semicolon t", "untag", "untag all", "Tag no cable any more", id="tagged.untag"),
    ]  # fmt: skip

    @on(TagsChanged)
    def _tags_changed(self) -> None:
        self.label_list()

    @work(group="decide", exit_on_error=False)
    async def tag_found(self, text: str) -> None:
        """Tag the listed cables that a search for ``text`` finds; all of them when it is empty."""
        found = set(self.cables.keys)
        if text:
            limit = max(1, self.header.total)
            result = await self.search(text, limit)
            found &= {hit.key for hit in result.hits}
        if found:
            self.cables.tag(self.cables.tagged | found)
        self.say(f"{len(found):,} of the listed cables tagged." if found else "No listed cable has that.")

    def action_untag(self) -> None:
        self.cables.tag(frozenset())

    def action_decide_tagged(self, decision: str) -> None:
        self.last_decision = Decision(decision)
        self._decide_tagged(self.last_decision, self.cables.tagged)

    @work(group="decide", exit_on_error=False)
    async def _decide_tagged(self, decision: Decision, tagged: frozenset[int]) -> None:
        async with self._turn:
            tagged &= self.cables.tagged
            if ids := await self._tagged_ids(tagged):
                await self.session.marks(lambda marks: marks.decide(ids, decision))
                words = f"{len(ids):,} cables: {decision.value.replace('-', ' ')}. u takes it back."
                await self._acted(tagged, words)

    @work(group="decide", exit_on_error=False)
    async def action_see_tagged(self) -> None:
        async with self._turn:
            tagged = self.cables.tagged
            if ids := await self._tagged_ids(tagged):
                seen = await self.session.marks(lambda marks: marks.seen(ids))
                read = len(seen) < len(ids)
                await self.session.marks(lambda marks: marks.see(ids, seen=read))
                self.read_now -= tagged
                await self._acted(tagged, f"{len(ids):,} cables {'read' if read else 'unread'}.")

    async def _tagged_ids(self, tagged: frozenset[int]) -> list[str]:
        keys = sorted(tagged)
        if not keys:
            self.say("Nothing is tagged: t in the list tags a cable, T by pattern.")
        return await self.session.cables(lambda library: _ids(library, keys))

    async def _acted(self, tagged: frozenset[int], words: str) -> None:
        """Take away the tags that were acted on; a cable tagged meanwhile keeps its own."""
        self.cables.tag(self.cables.tagged - tagged)
        self.cables.forget()
        await self.marks_changed([])
        self.say(words)


def _ids(library: Library, keys: list[int]) -> list[str]:
    chunks = (keys[at : at + CHUNK] for at in range(0, len(keys), CHUNK))
    return [row.id for chunk in chunks for row in library.rows(chunk)]
