"""What stands on the screen, as text."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.widget import Widget


def screen_text(app: App[Any]) -> str:
    """Return the rows of the whole screen."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def widget_text(widget: Widget) -> str:
    """Return the rows of one widget as it draws them."""
    return "\n".join(strip.text.rstrip() for strip in widget.render_lines(widget.size.region))
