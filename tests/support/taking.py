"""Documents of some paths, with what was not taken."""

from __future__ import annotations

from pathlib import Path

from cableview.model.document import Document
from cableview.sources import Limits, iter_documents


def take(*paths: Path | str, limits: Limits | None = None) -> tuple[list[Document], dict[str, str]]:
    """Return the documents and, by the last part of the name, the reasons."""
    skipped: dict[str, str] = {}

    def note(item: object) -> None:
        name, reason = getattr(item, "name", ""), getattr(item, "reason", "")
        assert "\n" not in reason, reason
        skipped[name.rsplit("/", 1)[-1]] = reason

    found = list(iter_documents([str(path) for path in paths], limits or Limits(), note))
    return found, skipped
