"""Two-key sequences: a binding whose key is written ``g r`` is run by pressing g, then r.

Textual never sees such a key, so the binding only declares it; help, palette and key maps read it like any
other. ``Chords`` is mixed into widgets and screens, and runs the bindings that are active where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual import events
    from textual.binding import ActiveBinding
    from textual.dom import DOMNode as _Node
else:
    # Textual takes styles and keys from the first base that is a node, so a mixin must not be one.
    _Node = object


class Chords(_Node):
    """Holds a first key until the second comes; stands before the widget or screen among the bases."""

    first_key: str = ""

    def chord_changed(self, first_key: str) -> None:
        """Say that ``first_key`` waits for a second one; empty when it waits for none."""

    def chord_bindings(self) -> dict[str, ActiveBinding]:
        """Return the active two-key bindings by their keys, ``g r``."""
        if not self.is_attached:
            return {}
        return {keys: active for keys, active in self.screen.active_bindings.items() if " " in keys}

    async def on_key(self, event: events.Key) -> None:
        first = self.first_key
        if not first:
            if any(keys.split()[0] == event.key for keys in self.chord_bindings()):
                self._set_first_key(event.key)
                event.stop()
            return
        # A second key that completes nothing must not act on its own: after g, an x is a slip.
        event.stop()
        self._set_first_key("")
        found = self.chord_bindings().get(f"{first} {event.key}")
        if found is not None and found.enabled:
            await self.app.run_action(found.binding.action, found.node)

    def on_blur(self) -> None:
        """Forget the first key."""
        self._set_first_key("")

    def _set_first_key(self, key: str) -> None:
        if key != self.first_key:
            self.first_key = key
            self.chord_changed(key)
