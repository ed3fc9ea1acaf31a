"""The library a command works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cableview import locations
from cableview.cli.output import Unreadable, talk_skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cableview.entities.corrections import Corrections
    from cableview.model.batch import Skipped
    from cableview.model.cable import Cable
    from cableview.model.document import Document
    from cableview.model.mention import Mention
    from cableview.search.searcher import Searcher
    from cableview.store.library import Library
    from cableview.store.marks import Marks
    from cableview.store.records import Held


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line on one library."""

    library: locations.Library

    @property
    def is_sample(self) -> bool:
        return self.library.name == locations.SAMPLE_LIBRARY

    def fill_sample(self) -> None:
        """Take the bundled seeds in when the sample library is asked for and is not there yet."""
        if self.is_sample and not self.library.exists():
            from cableview.importing import import_seeds

            import_seeds(self.library)

    def cables(self) -> Library:
        """Open the library for reading. Raises Unreadable when it was never filled, and StoreError."""
        from cableview.store import open_library

        self.fill_sample()
        if not self.library.exists():
            raise Unreadable(
                f"library {self.library.name!r} is empty: fill it with 'cableview --library "
                f"{self.library.name} import PATH'"
            )
        return open_library(self.library.cables, readonly=True)

    def marks(self) -> Marks:
        """Open the marks. Raises StoreError."""
        from cableview.store import open_marks

        self.library.make()
        return open_marks(self.library.marks)

    def corrections(self) -> Corrections:
        """Return what the reader has corrected about entities. Raises StoreError."""
        from cableview.entities.corrections import Corrections

        with self.marks() as marks:
            return Corrections(marks.corrections())

    def searcher(self) -> Searcher:
        """Open the search cache, after bringing it up to the library."""
        from cableview.search import Filters, Searcher, catch_up, open_index

        with self.cables() as library, open_index(self.library.cache) as index:
            catch_up(library, index)
        return Searcher(self.library.cache, Filters(self.cables, self.marks))

    def held(self, text: str) -> Held:
        """Return the cable a person means by ``text``. Raises Unreadable when it is not held."""
        with self.cables() as library:
            found = library.resolve(text)
            held = library.load(found) if found else None
            near = library.near_ids(self.cable_id(text))
        if held is None:
            advice = f"near it: {', '.join(near)}" if near else f"who cites it: cableview cited-by '{text}'"
            raise Unreadable(f"{text}: not in library {self.library.name!r}; {advice}")
        return held

    def mentions_of(self, held: Held) -> tuple[Mention, ...]:
        """Return the entities of a held cable, with what other cables tell. Raises StoreError."""
        with self.cables() as library:
            return library.mentions_of(held)

    @staticmethod
    def cable_id(text: str) -> str:
        """Return the canonical id of any spelling; text that is no cable id comes back as it is."""
        from cableview.parse import canonical_id

        return canonical_id(text) or text


def must_be_sound(searcher: Searcher) -> None:
    """Raise Unreadable when a search has met damage: what it found is not all there is."""
    if searcher.damaged:
        raise Unreadable("the search cache is damaged; build it anew with: cableview rebuild")


def position_of(held: Held, number: int) -> int:
    """Return the position (from 0) of the paragraph with a true number. Raises Unreadable for another one."""
    numbers = [item.number for item in held.cable.paragraphs]
    if number not in numbers:
        raise Unreadable(f"{held.id} has no paragraph {number}")
    return numbers.index(number)


def read_paths(paths: tuple[str, ...], skipped: list[Skipped]) -> Iterator[tuple[Document, Cable]]:
    """Yield every document of ``paths`` with its cable; what is not taken is said and added to skipped."""
    from cableview.parse import parse_document
    from cableview.sources import iter_documents

    def say(item: Skipped) -> None:
        skipped.append(item)
        talk_skipped(item)

    for document in iter_documents(paths, on_skip=say):
        yield document, parse_document(document)
