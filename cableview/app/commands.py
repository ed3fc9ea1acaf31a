"""What a line after the colon means: a paragraph, a cable, or a command by name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoParagraph:
    """``:12``"""

    number: int


@dataclass(frozen=True, slots=True)
class GoCable:
    """``:08BEIJING2648``, in any spelling."""

    cable_id: str


@dataclass(frozen=True, slots=True)
class SetTheme:
    """``:theme NAME``; without a name, say which there are."""

    name: str


@dataclass(frozen=True, slots=True)
class Import:
    """``:import PATH...``"""

    line: str


@dataclass(frozen=True, slots=True)
class Run:
    """A command by its name, an id such as ``list.sort`` or the words of the footer."""

    name: str


ALSO = {"help": "keys", "q": "quit"}
"""Names from other programs, and ours for the same."""

Order = GoParagraph | GoCable | SetTheme | Import | Run


def read_order(line: str) -> Order | None:
    """Return what ``line`` asks for, None when it is empty."""
    from cableview.parse import canonical_id  # noqa: PLC0415 - not needed to paint

    words = line.strip().removeprefix(":").split()
    if not words:
        return None
    text = " ".join(words)
    if text.isdecimal() and len(text) < 6:
        return GoParagraph(int(text))
    if words[0].lower() == "theme":
        return SetTheme(" ".join(words[1:]).lower())
    if words[0].lower() == "import" and len(words) > 1:
        return Import(line.strip().removeprefix(":").split(maxsplit=1)[1])
    cable_id = canonical_id(text)
    name = text.lower()
    return GoCable(cable_id) if cable_id else Run(ALSO.get(name, name))
