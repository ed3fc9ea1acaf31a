"""How much of a source is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep memory flat whatever is fed in; sizes in bytes.

    The largest published cable has 66 kB and the whole table of 251,287 cables 1.7 GB.
    """

    document: int = 64 * MIB
    """One cable: a file, an archive member, a row of a table."""
    page: int = 8 * MIB
    """One saved web page."""
    entries: int = 300_000
    """Members of one archive."""
    total: int = 8 * GIB
    """One archive, unpacked."""
    ratio: int = 100
    """Unpacked size over packed size of one archive."""
    ratio_from: int = 64 * MIB
    """Unpacked size from which ``ratio`` counts: a small archive does no harm."""
    lines: int = 1_000
    """Members of one archive refused by name; the rest of them are counted in one line."""


def size_text(size: int) -> str:
    """Return ``66.0 kB``, ``1.7 GB`` and the like."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < KIB:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= KIB
    return f"{amount:.1f} GB"
