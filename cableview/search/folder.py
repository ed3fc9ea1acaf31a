"""The folder of the search cache: open what is sound, put aside and remove what is not."""

from __future__ import annotations

import contextlib
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import tantivy

from cableview.search import schema

_PREFIX = "index-"
_ORIGIN = "origin.bin"


def index_folder(folder: Path) -> Path:
    """Return where the index of this version stands inside the cache folder."""
    return folder / f"{_PREFIX}{schema.SCHEMA_VERSION}"


class IndexDamagedError(Exception):
    """The index cannot be read; it has to be built again."""


@contextlib.contextmanager
def damage_is_one_error() -> Iterator[None]:
    """Turn whatever the engine, or a lookup of words, throws at a damaged file into IndexDamagedError.

    A panic of the engine arrives as ``PanicException``, which is a BaseException and has no importable name.
    """
    try:
        yield
    except (ValueError, IndexError, OSError, RuntimeError) as error:
        raise IndexDamagedError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise IndexDamagedError(str(error)) from error


def open_sound(folder: Path) -> tantivy.Index:
    """Open the index in ``folder``, reading a little of every segment; else raise IndexDamagedError."""
    if not (folder / "meta.json").is_file():
        raise IndexDamagedError(f"no index in {folder.name}")
    with damage_is_one_error():
        index = tantivy.Index.open(str(folder))
        schema.register(index)
        index.config_reader("manual")
        index.reload()
        searcher = index.searcher()
        everything = tantivy.Query.all_query()
        hits = searcher.search(everything, limit=1).hits
        searcher.fast_field_values(schema.MARK, [place for _, place in hits])
        searcher.terms_with_prefix(schema.KIND, "")
        for field in (schema.BODY, schema.SUBJECT, schema.ID):
            searcher.doc_freq(field, "a")
    return index


def create(folder: Path) -> tantivy.Index:
    """Make an empty index in a folder that holds none."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    index = tantivy.Index(schema.build_schema(), path=str(folder))
    schema.register(index)
    index.config_reader("manual")
    return index


def put_aside(folder: Path) -> None:
    """Rename ``folder`` out of the way, then remove it: never half of an old index beside a new one."""
    if folder.exists():
        aside = folder.with_name(f"old-{uuid.uuid4().hex}")
        folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)


def read_origin(folder: Path) -> str:
    """Return where the cables of the index are from; empty when nothing usable says so."""
    try:
        return (index_folder(folder) / _ORIGIN).read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def write_origin(folder: Path, origin: str) -> None:
    """Keep where the cables of the index are from; it goes when the index goes."""
    (index_folder(folder) / _ORIGIN).write_text(origin, encoding="ascii")


def remove_old_versions(folder: Path) -> None:
    """Remove indexes of other versions and what an interrupted removal left."""
    current = index_folder(folder).name
    for child in folder.iterdir() if folder.is_dir() else ():
        if child.is_dir() and child.name != current and child.name.startswith((_PREFIX, "old-")):
            shutil.rmtree(child, ignore_errors=True)
