"""Files appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def written_atomically(path: Path) -> Iterator[TextIO]:
    """Yield a UTF-8 text file (LF line ends) that takes the place of ``path`` when the block ends well.

    When it ends with an exception, ``path`` is as it was. The file is readable by its owner only, because
    quotes and notes may need protection. Raises OSError, which names ``path``, when it cannot be written.
    """
    path = path.expanduser().absolute()
    with _naming(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with _naming(path):
            part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let errors name the file that was asked for: nobody knows the one it is written to meanwhile."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise
