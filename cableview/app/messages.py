"""What widgets tell the screen: messages go up, reactive data comes down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, dataclass_transform

from textual.message import Message

if TYPE_CHECKING:
    from cableview import locations
    from cableview.entities import Entity
    from cableview.search.searcher import SearchResult


@dataclass_transform()
class Told(Message):
    """A message made of its annotated fields.

    To the type checker a dataclass; making two dozen real ones would hold up the first paint.
    """

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__()
        fields = type(self).__annotations__
        for name, value in (*zip(fields, values, strict=False), *named.items()):
            setattr(self, name, value)

    def __eq__(self, other: object) -> bool:
        fields = type(self).__annotations__
        return type(other) is type(self) and all(getattr(self, n) == getattr(other, n) for n in fields)

    __hash__ = Message.__hash__


class CableHighlighted(Told):
    """The list cursor stands on another cable; ``key`` is the library's."""

    key: int

    def can_replace(self, message: Message) -> bool:
        """Keep only the newest while a key is held down."""
        return isinstance(message, CableHighlighted)


class CableChosen(Told):
    """Enter in the list: read it."""

    key: int


class TagsChanged(Told):
    """Other cables are tagged in the list."""


class TagByPattern(Told):
    """Ask for words; the listed cables that have them are tagged."""


class KeyWaits(Told):
    """A first key waits for one of ``seconds``; ``first`` is empty when none waits any more."""

    first: str
    seconds: tuple[str, ...] = ()


class RowsWanted(Told):
    """The list is about to show cables whose rows it does not have."""

    keys: list[int]


class ParagraphMoved(Told):
    """The paragraph cursor stands on another paragraph; ``index`` counts from 0."""

    index: int


class FlagParagraph(Told):
    """Flag the paragraph, or take its flag away; ``with_note`` asks for a note."""

    index: int
    with_note: bool = False
    last: int | None = None
    """Of a range: its last paragraph."""


class CodeParagraphs(Told):
    """Give the paragraph, or the range up to ``last``, the code 1 to 9, or take it away."""

    index: int
    code: int
    last: int | None = None


class EditNote(Told):
    """Write the note of the flag on this paragraph anew."""

    index: int


class CorrectEntity(Told):
    """Say what is wrong about an entity of the open cable."""

    entity: Entity
    how: str
    """``merge``, ``rename``, ``retype``, ``hide`` or ``forms``."""


class FollowReference(Told):
    """Peek at a cable, or go there when ``go`` is true; it need not be held."""

    cable_id: str
    paragraph: int | None = None
    """True number of the paragraph to open at."""
    index: int | None = None
    """Or its position from 0; of a peek, the position of the citing paragraph in the open cable."""
    go: bool = True


class GoToParagraph(Told):
    """Stand on a paragraph of the open cable; ``index`` counts from 0."""

    index: int


class ShowEntity(Told):
    """Show every paragraph that names an entity."""

    kind: str
    name: str


class WalkMentions(Told):
    """Go to the next place in the open cable that names an entity; after the last, filter by it."""

    kind: str
    name: str


class ShowMeanings(Told):
    """Explain the short words of a paragraph; with ``card``, those of the header too."""

    index: int
    card: bool


class WordsWanted(Told):
    """The citing words of a cable are about to be shown."""

    cable_id: str


class ShowCiting(Told):
    """Show every paragraph that cites a cable, held or not."""

    cable_id: str


class SearchFor(Told):
    """Put ``text`` into the search box and look for it."""

    text: str


class SearchTyped(Told):
    """The text of the search box has settled."""

    text: str


class SearchLeft(Told):
    """Leave the search box for the list."""

    to_first_hit: bool = False
    """Enter: read the cable under the cursor as well."""


class FacetsWanted(Told):
    """Count the cables found by station, year and so on."""


class NarrowTo(Told):
    """Narrow the search to a condition such as ``station:BEIJING``; again: widen it."""

    condition: str


class ForgetSearch(Told):
    """Keep the search of this name no longer."""

    name: str


class FindInCable(Told):
    """Ask for words to find in the open cable."""


class EndReached(Told):
    """Reading on past the last line: the next undecided cable, please."""


class SearchFinished(Told):
    """A worker has answered the query; late answers carry an older number and are dropped."""

    number: int
    result: SearchResult


class OpenLibrary(Told):
    """Leave the open library for another one, and take these paths into it."""

    places: locations.Library
    paths: tuple[str, ...] = ()
