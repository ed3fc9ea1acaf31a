"""The page of an entity: every paragraph that names it, by date, with a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.messages import FollowReference, SearchFor
from cableview.app.passage_text import passage_blocks
from cableview.app.screens.dialog import Dialog
from cableview.app.trails import MORE, read_naming
from cableview.app.widgets.blocks import Block, Blocks
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.side_entities import quoted
from cableview.app.widgets.side_tab import faint, plain
from cableview.app.widgets.timeline import Timeline
from cableview.model.months import MONTHS

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.session import Session
    from cableview.app.trails import EntityTrail
    from cableview.store.passages import Passage


class EntityScreen(Dialog[Message | None]):
    """Reads the paragraphs as they are scrolled to; Enter goes to one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "leave", "close", "All months again, or close the page", id="entity.close",
            show=True),
        key("left_square_bracket,comma,left", "month(-1)", "earlier", "The month before, that has any",
            id="entity.earlier"),
        key("right_square_bracket,full_stop,right", "month(1)", "later", "The next month that has any",
            id="entity.later"),
        key("o", "turn", "order", "Oldest first, or newest first", id="entity.order", show=True),
        key("f", "filter", "filter", "List the cables that name it", id="entity.filter", show=True),
    ]  # fmt: skip
    blocks = getters.query_one(Blocks)
    timeline = getters.query_one(Timeline)

    def __init__(self, session: Session, trail: EntityTrail) -> None:
        super().__init__()
        self.session = session
        self.trail = trail
        self.month: int | None = None
        self.oldest_first = False
        self._keys: array[int] = trail.dated.keys
        self._read = 0
        """How many of ``_keys`` are on the page, or on their way."""

    def compose(self) -> ComposeResult:
        trail = self.trail
        with DialogBox(classes="trail") as dialog:
            kind = trail.kind.lower().replace("_", " ")
            dialog.border_title = Content(plain(f"{trail.name} · {kind}").plain)
            there = ("Enter goes there", ", . months", "o order") if trail.dated.keys else ()
            dialog.hint(*there, "f filter", "Esc closes")
            yield Static(self._known(), classes="known", markup=False)
            if trail.dated.months:
                yield Timeline()
            yield Blocks()

    def on_mount(self) -> None:
        if self.trail.dated.months:
            self.timeline.months = self.trail.dated.months
        if self.trail.dated.keys:
            self._read_more(anew=True)
        else:
            self.blocks.show([Block(plain(self._nothing()))])
        self.blocks.focus()

    def _known(self) -> Content:
        dated = self.trail.dated
        count = len(self._keys)
        said = f"Named in {count:,} cable{'s' * (count != 1)}"
        if self.month is not None:
            when = f" in {month_name(self.month)}, of {len(dated.keys):,}"
        elif dated.months:
            first, last = dated.months[0][0], dated.months[-1][0]
            when = f", {month_name(first)}" + (f" to {month_name(last)}" if first != last else "")
        else:
            when = ""
        order = "oldest first" if self.oldest_first else "newest first"
        parts: list[Content | str] = [plain(said + when, "bold"), faint(f" · {order}")]
        if self.trail.behind:
            parts.append(faint(f" · {self.trail.behind:,} cables are not counted yet"))
        return Content.assemble(*parts)

    def _nothing(self) -> str:
        if self.trail.behind:
            waiting = f"{self.trail.behind:,} cables still wait to be counted; f searches their text for it."
            return f"No counted cable names it yet.\n\n{waiting}"
        return "No cable of this library names it.\n\nf searches the text of all cables for it."

    def _show(self, passages: Iterable[Passage]) -> None:
        self.blocks.show(passage_blocks(passages), more=self._read < len(self._keys))

    @on(Blocks.MoreWanted)
    def _more_wanted(self) -> None:
        self._read_more()

    @work(exclusive=True, group="passages", exit_on_error=False)
    async def _read_more(self, *, anew: bool = False) -> None:
        start = 0 if anew else self._read
        keys = self._keys[start : start + (1 if anew else MORE)]
        self._read = start + len(keys)
        passages = await read_naming(self.session, self.trail.kind, self.trail.name, keys)
        if anew:
            self._show(passages)
        else:
            self.blocks.add(passage_blocks(passages), more=self._read < len(self._keys))

    def _turn_to(self, month: int | None) -> None:
        self.month = month
        dated = self.trail.dated
        keys = dated.keys if month is None else dated.of_month(month)
        self._keys = keys[::-1] if self.oldest_first else keys
        self.timeline.chosen = month
        self.query_one(".known", Static).update(self._known())
        self._read_more(anew=True)

    def action_month(self, step: int) -> None:
        months = [month for month, _ in self.trail.dated.months]
        if not months:
            return
        if self.month is None:
            self._turn_to(months[-1] if step < 0 else months[0])
        else:
            at = months.index(self.month) + step
            if 0 <= at < len(months):
                self._turn_to(months[at])

    def action_turn(self) -> None:
        if self.trail.dated.months:
            self.oldest_first = not self.oldest_first
            self._turn_to(self.month)

    def action_filter(self) -> None:
        name = quoted(self.trail.name)
        self.dismiss(SearchFor(f"entity:{name}" if self.trail.dated.keys else name))

    def action_leave(self) -> None:
        if self.month is None:
            self.dismiss(None)
        else:
            self._turn_to(None)

    @on(Timeline.Chosen)
    def _month_chosen(self, message: Timeline.Chosen) -> None:
        self._turn_to(message.month)

    @on(FollowReference)
    def _go(self, message: FollowReference) -> None:
        message.stop()
        self.dismiss(message)


def month_name(month: int) -> str:
    """Return ``Jul 2008`` for a month given as ``year * 12 + month - 1``."""
    return f"{MONTHS[month % 12]} {month // 12}"
