"""Pieces to documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cableview.model.batch import Skipped
from cableview.model.document import Document
from cableview.sources.decode import decode
from cableview.sources.limits import Limits, size_text
from cableview.sources.page import is_too_deep, read_page
from cableview.sources.piece import FilePiece, OnSkip, Piece, RowsPiece, shown
from cableview.sources.plan import plan
from cableview.sources.several import cables_of
from cableview.sources.sniff import HEAD, Kind, sniff
from cableview.sources.table import documents_of_rows

DEFAULT_LIMITS = Limits()


def _ignore(skipped: Skipped) -> None:
    """Take no notice."""


def iter_documents(
    paths: Sequence[str], limits: Limits = DEFAULT_LIMITS, on_skip: OnSkip = _ignore
) -> Iterator[Document]:
    """Yield one document a cable from files, folders, tables, archives, saved pages and ``-`` (stdin).

    Lazy, with flat memory. Whatever is not taken is reported to ``on_skip`` in one line; nothing is raised
    for what a source holds.
    """
    for piece in plan(paths, limits, on_skip):
        yield from documents_of(piece, limits, on_skip)


def documents_of(piece: Piece, limits: Limits, on_skip: OnSkip) -> Iterator[Document]:
    """Yield the documents of one piece."""
    if isinstance(piece, RowsPiece):
        yield from documents_of_rows(piece, on_skip)
        return
    if isinstance(piece, FilePiece):
        name = shown(piece.path)
        try:
            with open(piece.path, "rb") as file:  # noqa: PTH123 - the path may be no valid str
                data = file.read(limits.document + 1)
        except OSError as error:
            on_skip(Skipped(name, f"cannot be read: {error.strerror}; check its permissions"))
            return
    else:
        name, data = piece.name, piece.data
    yield from _document(name, data, limits, on_skip)


def _document(name: str, data: bytes, limits: Limits, on_skip: OnSkip) -> Iterator[Document]:
    # The file may have changed since it was planned, so what it is gets asked where it is read.
    kind, reason = sniff(data[:HEAD])
    text, encoding, problems = decode(data)
    if reason or not text.strip():
        on_skip(Skipped(name, reason or "nothing but blanks; there is no cable in it"))
    elif kind is not Kind.PAGE:
        yield from cables_of(Document(name, text, encoding, None, problems))
    elif len(data) > limits.page:
        limit = size_text(limits.page)
        on_skip(
            Skipped(name, f"{size_text(len(data))}, above the limit of {limit} for one web page; split it")
        )
    elif is_too_deep(text):
        on_skip(Skipped(name, "elements nested hundreds deep: not a saved page of a cable; import its text"))
    else:
        page, site = read_page(text)
        if page.strip():
            yield Document(name, page, encoding, site, problems)
        else:
            on_skip(Skipped(name, "a web page without text; save the page of one cable"))
