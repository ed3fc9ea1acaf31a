"""The list of what differs between two versions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cableview.app.comparing import Compared
from cableview.app.keys import key
from cableview.app.widgets.difference_text import field_text, pair_text, run_text
from cableview.app.widgets.side_tab import faint
from cableview.versions import Cause

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.content import Content

    from cableview.versions import Pair

_WEIGHTY = frozenset(
    {Cause.REDACTION, Cause.WORDING, Cause.MARKING, Cause.ONLY_OLD, Cause.ONLY_NEW, Cause.SCANNING}
)


class Differing(Option):
    """A paragraph that differs; one can go there."""

    def __init__(self, text: Content, pair: Pair) -> None:
        super().__init__(text)
        self.pair = pair


class Differences(OptionList):
    """Header fields, what cleaning cut, then the paragraphs; those that differ in nothing share a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "cursor_down", "next", "Next difference", id="versions.down", show=True),
        key("k,up", "cursor_up", "previous", "Previous difference", id="versions.up"),
        key("g,home", "first", "top", "First difference", id="versions.top"),
        key("G,end", "last", "bottom", "Last difference", id="versions.bottom"),
        key("enter", "select", "go", "Go to this paragraph", id="versions.go", show=True),
    ]
    compared: var[Compared | None] = var(None, init=False)

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self._width = 0

    def watch_compared(self) -> None:
        self._fill()

    def on_resize(self) -> None:
        if self.scrollable_content_region.width != self._width:
            self._fill()

    def _fill(self) -> None:
        width = self.scrollable_content_region.width
        if self.compared is None or width < 1:
            return
        row = self.highlighted if self._width else None
        self._width = width
        self.set_options(_options(self.compared, width))
        if row is None or row >= self.option_count:
            row = next((n for n, option in enumerate(self.options) if not option.disabled), None)
        self.highlighted = row


def _options(compared: Compared, width: int) -> Iterator[Option]:
    comparison = compared.comparison
    for change in comparison.fields:
        yield Option(field_text(change, width))
    for rule, old, new in comparison.cuts:
        words = f"{rule.replace('-', ' ')}: {old} in the older, {new} in the newer"
        yield Option(faint(f"cut as {words}"), disabled=True)
    for shown, run in groupby(
        comparison.pairs, lambda pair: (pair.cause, pair.detail, bool(pair.differences))
    ):
        pairs = list(run)
        if shown[0] in _WEIGHTY or shown[1] or shown[2]:
            yield from (Differing(pair_text(compared, pair, width), pair) for pair in pairs)
        else:
            yield Option(run_text(compared, pairs), disabled=True)
