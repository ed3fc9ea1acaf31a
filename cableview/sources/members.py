"""What zip and tar archives share: which members are taken, and how the refused ones are told."""

from __future__ import annotations

import re
from collections import Counter

from cableview.model.batch import Skipped
from cableview.sources.limits import Limits, size_text
from cableview.sources.piece import OnSkip
from cableview.sources.sniff import Kind

_OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")


class Refusals:
    """Reports refused members of one archive by name, up to a limit, and counts the rest."""

    def __init__(self, archive: str, limits: Limits, on_skip: OnSkip) -> None:
        self._archive = archive
        self._left = limits.lines
        self.limits = limits
        self.on_skip = on_skip
        self._more: Counter[str] = Counter()

    def full_name(self, member: str) -> str:
        """Return ``archive!member``."""
        return f"{self._archive}!{member}"

    def refuse(self, member: str, reason: str) -> None:
        """Report a member that is not taken, and why."""
        if self._left:
            self._left -= 1
            self.on_skip(Skipped(self.full_name(member), reason))
        else:
            self._more[reason.partition(";")[0][:80]] += 1

    def close(self) -> None:
        """Report how many more were refused."""
        for reason, count in self._more.most_common(10):
            self.on_skip(Skipped(self._archive, f"{count:,} more members not taken: {reason}"))


def name_problem(name: str) -> str | None:
    """Return why a member's name is refused; None for a name inside the archive that is not hidden."""
    if _OUTSIDE.search(name):
        return "its name points outside the archive; pack it again with plain names"
    if any(part.startswith(".") for part in re.split(r"[/\\]", name) if part not in {"", "."}):
        return "hidden file; rename it to import it"
    if "__MACOSX" in name:
        return "a resource fork that macOS adds, not a text"
    return None


def member_problem(kind: Kind, size: int, limits: Limits) -> str | None:
    """Return why a member that holds this, in ``size`` bytes, is refused."""
    if kind in {Kind.ZIP, Kind.TAR}:
        return "an archive inside an archive; unpack the outer one and import the folder"
    if size > limits.document:
        limit = size_text(limits.document)
        return f"{size_text(size)}, above the limit of {limit} for one cable; unpack and split it"
    return None


def archive_problem(entries: int, unpacked: int, packed: int, limits: Limits) -> str | None:
    """Return why a whole archive is refused: more entries, more bytes or a higher ratio than allowed."""
    if entries > limits.entries:
        return f"more than {limits.entries:,} members; split the archive, or unpack it and import the folder"
    if unpacked > limits.total:
        return f"unpacks to more than {size_text(limits.total)}; unpack it and import the folder"
    if unpacked > limits.ratio_from and unpacked > limits.ratio * max(packed, 1):
        return f"unpacks to more than {limits.ratio} times its size, as an archive made to do harm does"
    return None
