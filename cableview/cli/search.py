"""Search the library: by a query, by a file of queries, or for what is like a cable."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from cableview.cli.extracting import searcher_for
from cableview.cli.like import print_like
from cableview.cli.output import Unreadable, limited, nothing_found, put, put_row
from cableview.cli.queries import forget_query, print_queries, saved_query
from cableview.cli.query_file import run_file
from cableview.cli.read import as_json, pass_session
from cableview.cli.session import must_be_sound
from cableview.cli.understood import asks_nothing, point, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cableview.cli.session import Session
    from cableview.model.cable import Cable
    from cableview.search import Hit, Reason, SearchResult
    from cableview.store.library import Library
    from cableview.store.records import CableRow

SORTS = ("relevance", "newest", "oldest", "station", "cited")
_WAYS = ("--like ID", "--file FILE", "--saved NAME", "--forget NAME", "--kept", "--history")
_SHOWN = 8
"""Paragraphs that a reason names."""


class _Language(click.Command):
    """A command whose help ends with the page on the query language."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from cableview.search.language import language_lines

        with formatter.section("The query language"):
            for line in language_lines(formatter.width):
                formatter.write(f"{line}\n")


@click.command(
    cls=_Language, context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]}
)
@as_json
@limited(20, "How many cables at most.")
@click.option(
    "--sort", type=click.Choice(SORTS), default=SORTS[0], show_default=True, help="The order of the cables."
)
@click.option("--explain", "explained", is_flag=True, help="Say why each cable stands where it stands.")
@click.option("--like", metavar="ID", help="Cables like this one, or like its paragraph N.")
@click.option("--paragraph", type=int, metavar="N", help="With --like: paragraphs like the one numbered N.")
@click.option(
    "--file", "queries", type=click.File(encoding="utf-8"), help="Run the queries of a file, one a line."
)
@click.option("--save", "kept_name", metavar="NAME", help="Keep the query under a name.")
@click.option("--saved", "saved_name", metavar="NAME", help="Run the query kept under a name.")
@click.option("--forget", metavar="NAME", help="Forget the query kept under a name.")
@click.option("--kept", is_flag=True, help="Print the kept queries, with their names.")
@click.option("--history", is_flag=True, help="Print the last queries of the app, the last one first.")
@click.argument("query", nargs=-1, metavar="[QUERY...]")
@pass_session
def search(session: Session, /, query: tuple[str, ...], json_wanted: bool, limit: int, **given: Any) -> None:
    """Search the library; misspelt words find their neighbours, ids are found in any spelling.

    Says on stderr how the query was understood; a query of a file gives one line with its count and the
    first cable found.
    """
    if odd := next((word for word in query if word.startswith("--")), None):
        raise click.NoSuchOption(odd)
    _check(query, given)
    like, queries, saved, name = given["like"], given["queries"], given["saved_name"], given["kept_name"]
    if given["forget"] is not None:
        forget_query(session, given["forget"])
    elif given["kept"] or given["history"]:
        print_queries(session, history=given["history"], json_wanted=json_wanted)
    elif like is not None:
        print_like(session, like, given["paragraph"], limit, json_wanted=json_wanted)
    elif queries is not None:
        run_file(session, queries, limit, json_wanted=json_wanted)
    else:
        text = " ".join(query) if saved is None else saved_query(session, saved)
        if name is not None:
            with session.marks() as marks:
                marks.save_search(name, text)
        _one(session, text, limit, given["sort"], explained=given["explained"], json_wanted=json_wanted)


def _check(query: tuple[str, ...], given: dict[str, Any]) -> None:
    """Raise a usage error for options that do not go together: none is passed over in silence."""
    ways = [query, *(given[name] for name in ("like", "queries", "saved_name", "forget", "kept", "history"))]
    if sum(bool(way) or way == "" for way in ways) != 1:
        raise click.UsageError(f"give one of: a query, {', '.join(_WAYS)}")
    if given["paragraph"] is not None and given["like"] is None:
        raise click.UsageError("--paragraph goes with --like")
    name = given["kept_name"]
    for_one = name is not None or given["explained"] or given["sort"] != SORTS[0]
    if for_one and not (query or given["saved_name"]):
        raise click.UsageError("--save, --sort and --explain go with a query")
    if name is not None and not name.strip():
        raise click.UsageError("--save needs a name")


def _one(session: Session, text: str, limit: int, sort: str, *, explained: bool, json_wanted: bool) -> None:
    from cableview.search import parse_query

    asked = parse_query(text, typing=False)
    if asks_nothing(asked):
        point(asked)
        raise Unreadable("nothing is left of the query to search for")
    searcher = searcher_for(session, asked)
    with session.cables() as library:
        # Another order than by relevance needs all that is found before it is cut.
        result = searcher.search(asked, limit=limit if sort == SORTS[0] else max(1, library.count()))
        must_be_sound(searcher)
        hits = _ordered(library, result, sort)[:limit]
        tell(result)
        rows = {row.key: row for row in library.rows([hit.key for hit in hits])}
        for hit in hits:
            if row := rows.get(hit.key):
                _put_hit(library, result, hit, row, explained=explained, json_wanted=json_wanted)
    if not hits:
        near = f"; near it: {', '.join(result.near)}" if result.near else ""
        nothing_found(
            near.removeprefix("; ") or "nothing found; fewer words, or part of a word with *, find more"
        )


def _ordered(library: Library, result: SearchResult, sort: str) -> Sequence[Hit]:
    if sort == SORTS[0]:
        return result.hits
    found = {hit.key: hit for hit in result.hits}
    return [found[key] for key in library.order(sort) if key in found]


def _put_hit(
    library: Library, result: SearchResult, hit: Hit, row: CableRow, *, explained: bool, json_wanted: bool
) -> None:
    from cableview.search import explain

    held = library.load(row.id) if explained else None
    why = explain(result, hit, held.cable) if held else None
    more = {"why": asdict(why)} if why else {}
    put_row(row, json_wanted=json_wanted, score=hit.score, **more)
    if held and why and not json_wanted:
        put(f"    {_reason(why, held.cable)}")


def _reason(why: Reason, cable: Cable) -> str:
    parts = ["exact" if why.exact else "corrected", why.place]
    if why.subject:
        parts.append(f"subject: {', '.join(dict.fromkeys(why.subject))}")
    if why.paragraphs:
        numbers = [cable.paragraphs[position].number for position in why.paragraphs[:_SHOWN]]
        more = " ..." if len(why.paragraphs) > _SHOWN else ""
        parts.append(" ".join(f"¶{'-' if number is None else number}" for number in numbers) + more)
    parts.append(f"{'BM25' if why.exact else 'BM25 and likeness'} {why.score:.2f}")
    return "; ".join(parts)


COMMANDS = (search,)
