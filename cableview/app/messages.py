"""What widgets tell the screen: messages go up, reactive data comes down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from cableview import locations
    from cableview.app.page import Page
    from cableview.search.searcher import SearchResult


@dataclass
class CableHighlighted(Message):
    """The list cursor stands on another cable; ``key`` is the library's."""

    key: int

    def can_replace(self, message: Message) -> bool:
        """Keep only the newest while a key is held down."""
        return isinstance(message, CableHighlighted)


@dataclass
class CableChosen(Message):
    """Enter in the list: read it."""

    key: int


@dataclass
class TagsChanged(Message):
    """Other cables are tagged in the list."""


@dataclass
class TagByPattern(Message):
    """Ask for words; the listed cables that have them are tagged."""


@dataclass
class RowsWanted(Message):
    """The list is about to show cables whose rows it does not have."""

    keys: list[int]


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
    last: int | None = None
    """Of a range: its last paragraph."""


@dataclass
class CodeParagraphs(Message):
    """Give the paragraph, or the range up to ``last``, the code 1 to 9, or take it away."""

    index: int
    code: int
    last: int | None = None


@dataclass
class EditNote(Message):
    """Write the note of the flag on this paragraph anew."""

    index: int


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
class GoToParagraph(Message):
    """Stand on a paragraph of the open cable; ``index`` counts from 0."""

    index: int


@dataclass
class SearchFor(Message):
    """Put ``text`` into the search box and look for it."""

    text: str


@dataclass
class SearchTyped(Message):
    """The text of the search box has settled."""

    text: str


@dataclass
class SearchLeft(Message):
    """Leave the search box for the list."""

    to_first_hit: bool = False
    """Enter: read the cable under the cursor as well."""


@dataclass
class FindInCable(Message):
    """Ask for words to find in the open cable."""


@dataclass
class EndReached(Message):
    """Reading on past the last line: the next undecided cable, please."""


@dataclass
class SearchFinished(Message):
    """A worker has answered the query; late answers carry an older number and are dropped."""

    number: int
    result: SearchResult


@dataclass
class OpenLibrary(Message):
    """Leave the open library for another one, and take these paths into it."""

    places: locations.Library
    paths: tuple[str, ...] = ()
