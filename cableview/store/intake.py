"""The part of ``Library`` that takes texts in, and renews what was read in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cableview.model.batch import Batch, Doubt, Skipped
from cableview.model.document import Document
from cableview.store import batches, doubts, versions, writing
from cableview.store.part import Part
from cableview.store.prepared import Prepared
from cableview.store.records import Stored


class Intake(Part):
    """Batches and the documents in them. Each method may raise StoreError."""

    def start_batch(self, sources: Sequence[str]) -> int:
        """Return the number of a new batch, or of one with the same sources that was stopped half-way."""
        return batches.start(self._database, sources)

    def add(self, batch_id: int, prepared: Iterable[Prepared], *, identical: int = 0) -> list[Stored]:
        """Keep documents in one transaction and return, in their order, what became of each.

        The same text of the same cable is ``identical`` whatever its file is called; if a newer parser
        read it, what was read is renewed. Another text of a held cable becomes a version. The version with
        more paragraphs is the current one, and of two with as many the newer. ``identical`` counts
        documents left out beforehand because ``unknown`` has not returned them.
        """
        return writing.add(self._database, batch_id, prepared, identical)

    def skip(self, batch_id: int, skipped: Iterable[Skipped]) -> None:
        """Report files that were not taken in."""
        batches.skip(self._database, batch_id, skipped)

    def finish_batch(self, batch_id: int, skipped: Iterable[Skipped] = ()) -> Batch:
        """Say that the sources were read to their end, and return the report."""
        batches.skip(self._database, batch_id, skipped)
        batches.finish(self._database, batch_id)
        return batches.batches(self._database, batch_id)[0]

    def batches(self) -> tuple[Batch, ...]:
        """Return every batch with its report, newest first; ``finished`` is None if it was stopped."""
        return batches.batches(self._database)

    def doubts(self, batch_id: int, limit: int = 20) -> tuple[Doubt, ...]:
        """Return the documents of a batch whose encoding or id had to be guessed, in the order they came."""
        return doubts.doubts(self._database, batch_id, limit)

    def unknown(self, documents: Iterable[Document], parser: int = 0) -> list[Document]:
        """Return the documents worth parsing: those not held, or held as an older parser read them.

        The same text under another id of a site is not held: the notice that a site puts in the place of a
        withdrawn text stands for many cables.
        """
        return versions.unknown(self._database, documents, parser)

    def outdated_count(self, parser: int) -> int:
        """Return how many texts, older versions included, were last read by a parser before ``parser``."""
        return versions.outdated_count(self._database, parser)

    def outdated(self, parser: int) -> Iterator[tuple[str, Document]]:
        """Yield (id, document) of those texts in the order they came in, unparsed."""
        return versions.outdated(self._database, parser)

    def renew(self, prepared: Iterable[Prepared]) -> None:
        """Keep what a newer parser read in texts that are held: rows and references, in one transaction."""
        writing.renew(self._database, prepared)
