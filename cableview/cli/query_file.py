"""A file of queries, one a line: each is run, and its count printed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from cableview.cli.extracting import searcher_for
from cableview.cli.output import Unreadable, nothing_found, put, put_json
from cableview.cli.session import must_be_sound
from cableview.cli.understood import asks_nothing, point

if TYPE_CHECKING:
    from cableview.cli.session import Session


def run_file(session: Session, lines: TextIO, limit: int, *, json_wanted: bool) -> None:
    """Run the queries of a file; print for each its count and the first cable found.

    Raises Unreadable when the file is no text.
    """
    from cableview.search import SearchResult, describe, parse_query

    asked = [parse_query(text, typing=False) for text in _queries(lines)]
    searcher = searcher_for(session, *asked)
    found = 0
    with session.cables() as library:
        for query in asked:
            result = SearchResult(query) if asks_nothing(query) else searcher.search(query, limit=limit)
            must_be_sound(searcher)
            found += bool(result.hits)
            ids = [row.id for row in library.rows([hit.key for hit in result.hits])]
            if json_wanted:
                put_json(
                    {
                        "query": query.text,
                        "understood": describe(result.query, result.corrections),
                        "total": result.total,
                        "ids": ids,
                        "corrections": {word: list(meant) for word, meant in result.corrections.items()},
                        "problems": [asdict(problem) for problem in result.query.problems],
                    }
                )
            else:
                point(query)
                put(f"{result.total:>7}  {ids[0] if ids else '-':<20}  {query.text}")
    if not found:
        nothing_found("no query of the file found anything")


def _queries(lines: TextIO) -> list[str]:
    try:
        texts = [line.strip() for line in lines]
    except UnicodeDecodeError as error:
        raise Unreadable(f"{lines.name}: it is no text in UTF-8") from error
    return [text for text in texts if text and not text.startswith("#")]
