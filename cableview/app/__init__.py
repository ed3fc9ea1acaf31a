"""The Textual app: screens, widgets, commands and messages."""

import os

os.environ.setdefault("TEXTUAL_FPS", "240")
"""Paints at most so often a second, as Textual reads when it is imported.

What is found is painted with the next beat but one after the letter itself: 17 to 33 ms at Textual's own 60.
"""
