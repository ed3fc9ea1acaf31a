"""The first line and the last: where we stand, and what the next key may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from cableview.app.keys import key_name
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from textual.screen import Screen

_BAR = 12


class HeaderLine(Widget):
    """The library's name on the left; on the right progress, or what is being done."""

    library: reactive[str] = reactive("")
    total: reactive[int] = reactive(0)
    decided: reactive[int] = reactive(0)
    busy: reactive[str] = reactive("")
    """Work in the background, in words; empty when there is none."""

    def render(self) -> Content:
        left = Content.assemble(
            Content(" cableview").stylize("bold $primary"), Content(f" · {visible_line(self.library)}")
        )
        right = Content(self.busy).stylize("$accent") if self.busy else self._progress()
        gap = self.size.width - cell_len(left.plain) - cell_len(right.plain) - 1
        return left if gap < 1 else Content.assemble(left, " " * gap, right, " ")

    def _progress(self) -> Content:
        if not self.total:
            return Content("")
        share = min(1.0, self.decided / self.total)
        filled = round(share * _BAR)
        if self.decided and not filled:
            filled = 1
        return Content.assemble(
            Content(f"{self.total:,} cables · {max(0, self.total - self.decided):,} undecided ").stylize(
                "$faint"
            ),
            Content("━" * filled).stylize("$primary"),
            Content("━" * (_BAR - filled)).stylize("$rule"),
            Content(f" {share:.0%}").stylize("$faint"),
        )


class KeyLine(Widget):
    """The keys that matter now, read from the active bindings; each can be clicked."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        parts: list[Content] = []
        width = 0
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            name = binding.id or binding.action
            if not binding.show or not active.enabled or name in seen:
                continue
            seen.add(name)
            keys = binding.key_display or key_name(binding.key)
            click = Style.from_meta({"@click": f"screen.press({binding.key!r})"})
            part = Content.assemble(
                " ",
                Content(keys).stylize("bold $accent"),
                " ",
                Content(binding.description).stylize("$faint"),
                " ",
            ).stylize(click)
            if width + len(part) > self.size.width:
                break
            parts.append(part)
            width += len(part)
        return Content.assemble(*parts)
