"""What widgets tell the screen: messages go up, reactive data comes down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from cableview.app.page import Page
    from cableview.search.searcher import SearchResult


@dataclass
class CableHighlighted(Message):
    """The list cursor stands on another cable."""

    cable_id: str

    def can_replace(self, message: Message) -> bool:
        """Keep only the newest while a key is held down."""
        return isinstance(message, CableHighlighted)


@dataclass
class CableChosen(Message):
    """Enter in the list: read it."""

    cable_id: str


@dataclass
class CableLoaded(Message):
    """A worker has read a cable from the library."""

    page: Page


@dataclass
class ParagraphMoved(Message):
    """The paragraph cursor stands on another paragraph; ``index`` counts from 0."""

    index: int


@dataclass
class FlagParagraph(Message):
    """Flag the paragraph, or take its flag away; ``with_note`` asks for a note."""

    index: int
    with_note: bool = False


@dataclass
class FollowReference(Message):
    """Peek at a cable, or go there when ``go`` is true; it need not be held."""

    cable_id: str
    paragraph: int | None = None
    """True number of the paragraph to open at."""
    index: int | None = None
    """Or its position from 0."""
    go: bool = True


@dataclass
class EndReached(Message):
    """Reading on past the last line: the next undecided cable, please."""


@dataclass
class SearchFinished(Message):
    """A worker has answered the query; late answers carry an older number and are dropped."""

    number: int
    result: SearchResult
