"""The first line and the last: where we stand, and what the next key may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from cableview.app.keys import declared, key_name
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.binding import Binding
    from textual.screen import Screen

_BAR = 12


class HeaderLine(Widget):
    """The library's name on the left; on the right progress, and what is being done."""

    library: reactive[str] = reactive("")
    total: reactive[int] = reactive(0)
    decided: reactive[int] = reactive(0)
    busy: reactive[str] = reactive("")
    """Work in the background, in words; empty when there is none."""

    def render(self) -> Content:
        left = Content.assemble(
            Content(" cableview").stylize("bold $primary"), Content(f" · {visible_line(self.library)}")
        )
        room = self.size.width - left.cell_length - 2
        right = next((said for said in self._right() if said.cell_length <= room), Content(""))
        return Content.assemble(left, " " * (room + 1 - right.cell_length), right, " ")

    def _right(self) -> Iterator[Content]:
        """Yield progress and work in words, from all that there is to say down to the least."""
        progress = [self._progress(), self._undecided()] if self.total else []
        if not self.busy:
            yield from progress
            return
        work = [Content.styled(words, "$accent") for words in (self.busy, self.busy.split(" · ")[0])]
        yield from (Content.assemble(done, "  ", doing) for doing in work for done in progress)
        yield from work

    def _undecided(self) -> Content:
        return Content.styled(f"{max(0, self.total - self.decided):,} undecided", "$faint")

    def _progress(self) -> Content:
        share = min(1.0, self.decided / self.total)
        filled = round(share * _BAR)
        if self.decided and not filled:
            filled = 1
        return Content.assemble(
            Content.styled(f"{self.total:,} cable{'s' * (self.total != 1)} · ", "$faint"),
            self._undecided(),
            " ",
            Content("━" * filled).stylize("$primary"),
            Content("━" * (_BAR - filled)).stylize("$rule"),
            Content(f" {share:.0%}").stylize("$faint"),
        )


class KeyLine(Widget):
    """The keys that matter now, read from the active bindings; each can be clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, str]] = []
        """Where each key stands: first column, column after it, the key."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        parts: list[Content] = []
        self._places = []
        width = 0
        wanted = self._wanted()
        last = wanted.pop("help", None)  # where all keys are explained: there is always room for it
        room = self.size.width - (0 if last is None else _key_part(last).cell_length)
        for binding in [*wanted.values(), *([last] if last else [])]:
            part = _key_part(binding)
            if binding is not last and width + part.cell_length > room:
                room = 0  # what matters less does not stand in for it
                continue
            parts.append(part)
            self._places.append((width, width + part.cell_length, _first_key(binding)))
            width += part.cell_length
        return Content.assemble(*parts)

    def _wanted(self) -> dict[str, Binding]:
        """Return the active bindings to show by id, as declared, those of the focused pane first."""
        wanted: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            name = active.binding.id
            if active.binding.show and active.enabled and name and name not in wanted:
                wanted[name] = declared(type(active.node)).get(name, active.binding)
        return wanted

    def on_click(self, event: events.Click) -> None:
        for start, end, name in self._places:
            if start <= event.x < end:
                self.app.simulate_key(name)


def _first_key(binding: Binding) -> str:
    return binding.key.split(",")[0].strip()


def _key_part(binding: Binding) -> Content:
    return Content.assemble(
        " ",
        Content(key_name(_first_key(binding))).stylize("bold $accent"),
        " ",
        Content(binding.description).stylize("$faint"),
        " ",
    )
