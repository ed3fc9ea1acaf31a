"""The one setting that the first paint needs: the theme, in a small file of its own."""

from __future__ import annotations

from contextlib import suppress

from cableview import locations


def read_theme() -> str:
    """Return the name of the remembered theme, empty when there is none."""
    try:
        return (locations.config_dir() / "theme").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def write_theme(name: str) -> None:
    """Remember the theme; a machine that cannot keep it is no reason to stop."""
    folder = locations.config_dir()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "theme").write_text(f"{name}\n", encoding="utf-8")
