"""The two themes of cableview and the colours that any theme may override.

Colours of classifications follow the markings printed on paper: orange, red, blue, green.
"""

from __future__ import annotations

from textual.theme import Theme

_DARK_COLOURS = {
    "class-top-secret": "#f0985d",
    "class-secret": "#e5737b",
    "class-confidential": "#74ade6",
    "class-restricted": "#c6a2dd",
    "class-unclassified": "#86bd84",
    "class-unknown": "#8b8f98",
    "flag": "#e3b65f",
    "decision-relevant": "#86bd84",
    "decision-hot": "#f0985d",
    "decision-later": "#74ade6",
    "decision-not-relevant": "#8b8f98",
    "hit-background": "#6b5416",
    "hit-foreground": "#fff2cc",
    "faint": "#8b8f98",
    "rule": "#353a45",
}

_LIGHT_COLOURS = {
    "class-top-secret": "#b04c06",
    "class-secret": "#b02a25",
    "class-confidential": "#1f5c9e",
    "class-restricted": "#774699",
    "class-unclassified": "#2c7333",
    "class-unknown": "#6d6a62",
    "flag": "#8f5b00",
    "decision-relevant": "#2c7333",
    "decision-hot": "#b04c06",
    "decision-later": "#1f5c9e",
    "decision-not-relevant": "#6d6a62",
    "hit-background": "#ffe28a",
    "hit-foreground": "#2b2a27",
    "faint": "#6d6a62",
    "rule": "#cfc7b6",
}

DARK = Theme(
    name="cableview-dark",
    primary="#7da6cf",
    secondary="#9aa7b8",
    accent="#e3b65f",
    warning="#e3b65f",
    error="#e5737b",
    success="#86bd84",
    foreground="#d8d5cd",
    background="#15171c",
    surface="#191c22",
    panel="#232731",
    dark=True,
    variables={
        **_DARK_COLOURS,
        "block-cursor-background": "#2d3442",
        "block-cursor-foreground": "#f1eee6",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#20242d",
        "block-cursor-blurred-foreground": "#d8d5cd",
        "border": "#7da6cf",
        "border-blurred": "#353a45",
        "scrollbar": "#353a45",
        "scrollbar-hover": "#7da6cf",
        "scrollbar-active": "#7da6cf",
        "scrollbar-background": "#15171c",
        "scrollbar-background-hover": "#15171c",
        "scrollbar-background-active": "#15171c",
        "scrollbar-corner-color": "#15171c",
    },
)

LIGHT = Theme(
    name="cableview-light",
    primary="#2d5c8c",
    secondary="#5e6a78",
    accent="#9a5a0c",
    warning="#8f5b00",
    error="#b02a25",
    success="#2c7333",
    foreground="#2b2a27",
    background="#f5f1e8",
    surface="#faf7f0",
    panel="#ebe5d8",
    dark=False,
    variables={
        **_LIGHT_COLOURS,
        "block-cursor-background": "#dde4ea",
        "block-cursor-foreground": "#1b1a18",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#ece6da",
        "block-cursor-blurred-foreground": "#2b2a27",
        "border": "#2d5c8c",
        "border-blurred": "#cfc7b6",
        "scrollbar": "#cfc7b6",
        "scrollbar-hover": "#2d5c8c",
        "scrollbar-active": "#2d5c8c",
        "scrollbar-background": "#f5f1e8",
        "scrollbar-background-hover": "#f5f1e8",
        "scrollbar-background-active": "#f5f1e8",
        "scrollbar-corner-color": "#f5f1e8",
    },
)

THEMES = (DARK, LIGHT)


def default_colours(*, dark: bool) -> dict[str, str]:
    """Return cableview's own colour variables for a theme that does not set them."""
    return dict(_DARK_COLOURS if dark else _LIGHT_COLOURS)
