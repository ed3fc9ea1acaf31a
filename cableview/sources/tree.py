"""Folder trees: every file in a stable order; links are not followed, hidden files are not taken."""

from __future__ import annotations

import os
from collections.abc import Iterator

from cableview.model.batch import Skipped
from cableview.sources.piece import OnSkip, shown

_TEXT = {"", ".txt", ".text", ".md", ".markdown", ".cable", ".ocr", ".asc"}
_PAGES = {".html", ".htm", ".xhtml"}
BULK = (".csv", ".zip", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz")
"""Extensions of files that hold many cables."""
_TOLD_BY_CONTENT = {".pdf", ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".rtf", ".doc", ".docx"}
_TAKEN = {*_TEXT, *_PAGES, *BULK, *_TOLD_BY_CONTENT}
"""Extensions that are opened; what the content really is decides afterwards."""


def walk(folder: str, on_skip: OnSkip) -> Iterator[str]:
    """Yield the paths of the files below ``folder`` that may hold cables, sorted, depth first."""
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            with os.scandir(current) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            on_skip(Skipped(shown(current), f"cannot be read: {error.strerror}; check its permissions"))
            continue
        folders = []
        for entry in entries:
            if problem := _problem(entry):
                on_skip(Skipped(shown(entry.path), problem))
            elif entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                yield entry.path
        pending.extend(reversed(folders))


def _problem(entry: os.DirEntry[str]) -> str | None:
    if entry.name.startswith("."):
        return "hidden; name it on the command line to import it"
    if entry.is_symlink():
        return "a symbolic link, not followed; name its target to import it"
    if entry.is_dir(follow_symlinks=False):
        return None
    if not entry.is_file(follow_symlinks=False):
        return "not a file but a device, pipe or socket"
    extension = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - the name may be no valid str
    if _is_serial(extension) or extension in _TAKEN:
        return None
    return f"{extension} files are not read in a folder; name it on the command line to import it"


def _is_serial(extension: str) -> bool:
    """Tell whether the dot belongs to the name, as in ``NO.2648`` or ``ST. PETERSBURG 12``."""
    return not extension[1:].isalnum() or extension[1:].isdigit()
