"""Bring the search cache up to the library, from wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from cableview.model.cable import Cable
from cableview.model.progress import Pace, Progress
from cableview.search.index import COMMITTED_EVERY, Index

_SHOWN_EVERY = 200


class Streams(Protocol):
    """The part of the library that is needed here."""

    def identity(self) -> str:
        """Return what tells the library from others."""

    def latest_version(self) -> int:
        """Return the highest version held."""

    def count(self) -> int:
        """Return how many cables are held."""

    def stream(self, after_version: int) -> Iterator[tuple[int, int, Cable]]:
        """Yield (version, key, cable) of what changed after a version, in the order of versions."""


def behind(library: Streams, index: Index) -> int:
    """Return how many versions of texts the index lacks: all, if it is of another library or parser.

    One when only the list of its words is missing.
    """
    reached = index.watermark if index.origin == _origin(library) else 0
    return max(0 if index.has_vocabulary else 1, library.latest_version() - reached)


def holds_all(library: Streams, index: Index) -> bool:
    """Tell whether the index holds every text of the library; the list of its words may be missing."""
    return index.origin == _origin(library) and index.watermark >= library.latest_version()


def _origin(library: Streams) -> str:
    from cableview.parse import PARSER_VERSION  # noqa: PLC0415 - a search needs no parser: start without it

    return f"{library.identity()} {PARSER_VERSION}"


def catch_up(
    library: Streams,
    index: Index,
    on_progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Index what the library holds beyond the index's watermark and return how many cables that was.

    An index made from another library, or by another version of the parser, is filled anew. Stops soon
    after ``cancelled`` says so, keeping what is done. Does nothing when another process writes the index,
    and takes no lock when there is nothing to do.
    """
    if index.origin != _origin(library):
        if not index.writable:
            return 0
        index.begin(_origin(library))
    pace = Pace("indexing", None if index.watermark else library.count())
    done = version = 0
    for version, key, cable in library.stream(index.watermark):
        if not done and not index.writable:
            return 0
        index.add(key, cable)
        done += 1
        if done % COMMITTED_EVERY == 0:
            index.commit(version)
        if done % _SHOWN_EVERY == 0:
            on_progress(pace.at(done))
        if cancelled():
            break
    if done:
        index.commit(version)
    if done or (not index.has_vocabulary and index.writable):
        index.save_vocabulary()
    return done
