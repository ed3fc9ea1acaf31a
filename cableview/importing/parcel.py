"""What a worker hands back for some pieces of a source, and how it travels between processes."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from cableview.model.batch import Skipped
from cableview.model.document import Document
from cableview.parse import PARSER_VERSION, parse_document
from cableview.search.documents import Entry, entry_of
from cableview.sources import Limits, Piece, documents_of
from cableview.sources.piece import FilePiece
from cableview.store import Library, Prepared, prepare

_PLAIN = (Prepared, Skipped)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Some pieces of a source, read."""

    items: tuple[tuple[Prepared, Entry], ...]
    identical: int
    """Documents left out because the library has their text."""
    skipped: tuple[Skipped, ...]
    bulk: int
    """Bytes it stands for of sources that hold many cables in one file."""
    name: str
    """The last document in it."""


def read_pieces(pieces: tuple[Piece, ...], library: Library, limits: Limits, *, fresh: bool) -> Parcel:
    """Read, parse and pack the documents of ``pieces``; those the library has are only counted.

    ``fresh`` says that it was empty when the import began, so that none need be asked for: the writer
    knows a text that comes twice.
    """
    skipped: list[Skipped] = []
    documents = [document for piece in pieces for document in documents_of(piece, limits, skipped.append)]
    unknown = documents if fresh else library.unknown(documents, PARSER_VERSION)
    return Parcel(
        tuple(_prepared(unknown, skipped)),
        len(documents) - len(unknown),
        tuple(skipped),
        sum(piece.weight for piece in pieces if not isinstance(piece, FilePiece)),
        documents[-1].name if documents else "",
    )


def _prepared(documents: list[Document], skipped: list[Skipped]) -> Iterator[tuple[Prepared, Entry]]:
    for document in documents:
        try:
            cable = parse_document(document)
            item = prepare(document, cable, parser=PARSER_VERSION), entry_of(cable)
        except Exception as error:
            skipped.append(Skipped(document.name, f"could not be parsed ({error!r}); please report it"))
            continue
        yield item


def pack(value: object) -> bytes:
    """Pickle a parcel or pieces; records go as their constructor and its values, which loads quickest."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {kind: _reducer(kind) for kind in _PLAIN}
    pickler.dump(value)
    return out.getvalue()


def _reducer(kind: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    values = attrgetter(*(item.name for item in fields(kind)))
    return lambda record: (kind, values(record))


def unpack(data: bytes) -> Any:
    """Undo ``pack``. For bytes of our own processes only."""
    return pickle.loads(data)  # noqa: S301 - written by a process this one has started
