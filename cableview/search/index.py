"""The search cache as its writer sees it: add, delete, commit with a watermark.

One process writes at a time; the engine's own lock decides which. The watermark is a document of its own,
replaced in the same commit as the cables it speaks of, so that the two never disagree after a crash.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import TracebackType
from typing import Self

import tantivy

from cableview.model.cable import Cable
from cableview.search import folder as folders
from cableview.search import schema
from cableview.search.documents import Entry, entry_of, to_document
from cableview.search.engine import count_of
from cableview.search.sections import FILE
from cableview.search.snapshot import Snapshot
from cableview.search.vocabulary import Vocabulary

_HEAP = 300_000_000
"""Bytes that gather before a segment is written: some 30,000 cables, more than between two commits, so that
a commit makes one segment."""
_THREADS = 1
"""Each thread makes segments of its own: with two there are twice as many, and merging them again and again
takes longer than one thread needs to index what all workers parse."""
COMMITTED_EVERY = 12_000
"""Cables after which a long feed commits. Each commit makes a segment, and eight of about one size are
merged, in memory that grows with them: these merge early and often enough to stay small."""
_BUSY = "another cableview is writing the search cache; try again when it is done"


class IndexBusyError(RuntimeError):
    """Another running cableview is writing this search cache."""


class Index:
    """Made by ``open_index``. Not for several threads at once."""

    def __init__(self, folder: Path, index: tantivy.Index, *, readonly: bool = False) -> None:
        self.folder = folder
        self._readonly = readonly
        self._index = index
        self._writer: tantivy.IndexWriter | None = None
        self._read_state()

    def _read_state(self) -> None:
        self._index.reload()
        searcher = self._index.searcher()
        self._searcher = searcher
        self._watermark = Snapshot(self._index).watermark()
        highest = searcher.aggregate(tantivy.Query.all_query(), {"top": {"max": {"field": schema.KEY}}})
        self._highest = int(highest["top"]["value"] or 0)

    @property
    def watermark(self) -> int:
        """The highest library version that is committed; 0 for an empty index."""
        return self._watermark

    def __len__(self) -> int:
        """How many cables are committed."""
        kind = tantivy.Query.term_query(self._index.schema, schema.KIND, schema.CABLE)
        return count_of(self._searcher, kind)

    @property
    def writable(self) -> bool:
        """True when this instance may write; asks for the lock, and holds it from then on."""
        try:
            self._open_writer()
        except IndexBusyError:
            return False
        return True

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._readonly:
            raise IndexBusyError("the search cache is open for reading only")
        if self._writer is None:
            try:
                self._writer = self._index.writer(_HEAP, _THREADS)
            except ValueError as error:
                raise IndexBusyError(_BUSY) from error
            self._read_state()
        return self._writer

    def add(self, cable_key: int, cable: Cable) -> None:
        """Hold ``cable`` under its library key, in place of what the key held. Seen after ``commit``.

        Raises IndexBusyError when another process writes.
        """
        self.add_entry(cable_key, entry_of(cable))

    def add_entry(self, cable_key: int, entry: Entry) -> None:
        """As ``add``, for a cable that another process has made the entry of."""
        writer = self._open_writer()
        if cable_key <= self._highest:
            self.delete(cable_key)
        else:
            self._highest = cable_key
        writer.add_document(to_document(cable_key, entry))

    @property
    def origin(self) -> str:
        """Whose cables these are and who read them, as ``begin`` was told; empty when that is not known."""
        return folders.read_origin(self.folder)

    def begin(self, origin: str) -> None:
        """Forget every cable, and keep where those that follow are from.

        Raises IndexBusyError when another process writes.
        """
        self._open_writer().delete_all_documents()
        self.commit(0)
        (self.folder / FILE).unlink(missing_ok=True)
        folders.write_origin(self.folder, origin)

    def delete(self, cable_key: int) -> None:
        """Forget the cable under a key, if there is one. Seen after ``commit``."""
        # By query: a deletion by term takes the key for a signed number and deletes nothing.
        held = tantivy.Query.term_query(self._index.schema, schema.KEY, cable_key)
        self._open_writer().delete_documents_by_query(held)

    def commit(self, watermark: int) -> None:
        """Make what was added and deleted visible, with the library version that it brings the index to."""
        writer = self._open_writer()
        writer.delete_documents_by_term(schema.KIND, schema.WATERMARK)
        mark = tantivy.Document()
        mark.add_text(schema.KIND, schema.WATERMARK)
        mark.add_unsigned(schema.MARK, watermark)
        writer.add_document(mark)
        writer.commit()
        self._read_state()

    @property
    def has_vocabulary(self) -> bool:
        """True when the words of what is committed are saved, or there are none."""
        saved = Vocabulary.load(self.folder)
        return not self._watermark or (saved is not None and saved.stamp == self._watermark)

    def save_vocabulary(self) -> None:
        """Write the committed words, for typing and typos: 20 seconds for a quarter of a million cables."""
        terms = self._searcher.terms_with_prefix(schema.BODY, "")
        Vocabulary.build(terms, stamp=self._watermark).save(self.folder)

    def close(self) -> None:
        """Let merges end and give up the lock. What is not committed is lost."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.rollback()
            writer.wait_merging_threads()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_index(folder: Path, *, readonly: bool = False) -> Index:
    """Open the search cache in ``folder``; whatever cannot be used gives an empty index.

    ``readonly`` leaves the folder as it is.
    """
    place = folders.index_folder(folder)
    try:
        with folders.damage_is_one_error():
            return Index(folder, folders.open_sound(place), readonly=readonly)
    except folders.IndexDamagedError:
        if readonly:
            return Index(folder, tantivy.Index(schema.build_schema()), readonly=True)
        _remove(folder)
        return Index(folder, folders.create(place))


def drop_index(folder: Path) -> None:
    """Remove the search cache in ``folder``, of whatever version; nothing there is no error.

    Raises IndexBusyError while another process writes it.
    """
    with contextlib.suppress(folders.IndexDamagedError):
        with folders.damage_is_one_error():
            sound = Index(folder, folders.open_sound(folders.index_folder(folder)))
        if not sound.writable:
            raise IndexBusyError(_BUSY)
        sound.close()
    _remove(folder)


def _remove(folder: Path) -> None:
    if folder.is_dir():
        folders.put_aside(folders.index_folder(folder))
        folders.remove_old_versions(folder)
        (folder / FILE).unlink(missing_ok=True)
