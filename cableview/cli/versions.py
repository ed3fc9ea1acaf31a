"""The command that lists the versions of a cable and says how they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cableview.cli.output import put, put_json, talk
from cableview.cli.read import as_json, pass_session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cableview.cli.session import Session
    from cableview.model.cable import Cable, Span
    from cableview.store.records import Held, Version
    from cableview.versions import Comparison, Pair


@click.command()
@as_json
@click.argument("cable_id", metavar="ID")
@pass_session
def versions(session: Session, json_wanted: bool, cable_id: str) -> None:
    """List the versions of a cable and compare each with the current one, paragraph by paragraph.

    Another text of a cable that is held already is kept as a version. Every difference has its cause:
    redacted, reworded, scanned or wrapped otherwise. [-old-] and {+new+} stand around what differs.
    """
    from cableview.versions import compare

    current = session.held(cable_id)
    with session.cables() as library:
        others = [library.load(current.id, version.id) for version in current.versions]
    compared = [
        (old, new, compare(old.cable, old.raw, new.cable, new.raw))
        for old, new in (_in_order(other, current) for other in others if other and not _same(other, current))
    ]
    if json_wanted:
        put_json(_record(current, compared))
        return
    for version in current.versions:
        put(_line(version))
    for old, new, comparison in compared:
        put("\n" + "\n".join(_plain(old, new, comparison)))
    if not compared:
        talk(f"{current.id} has one version; another text of it, imported, becomes a second one")


def _same(one: Held, other: Held) -> bool:
    return one.version == other.version


def _in_order(one: Held, other: Held) -> tuple[Held, Held]:
    return (one, other) if one.version < other.version else (other, one)


def _line(version: Version) -> str:
    mark = "*" if version.current else " "
    counts = f"{version.paragraphs:>4} paragraphs {version.characters:>8} characters"
    return f"{mark} {version.id:<6} {counts}  batch {version.batch:<4} {version.source}"


def _plain(old: Held, new: Held, comparison: Comparison) -> Iterator[str]:
    from cableview.versions import Cause, cause_words, summary

    yield f"{old.version} and {new.version}: {summary(comparison)}"
    for change in comparison.fields:
        yield f"  {change.name} {cause_words(change.cause)}: [-{change.old or ''}-] {{+{change.new or ''}+}}"
    for rule, before, after in comparison.cuts:
        yield f"  cut as {rule}: {before} and {after} places"
    for pair in comparison.pairs:
        if pair.cause is not Cause.IDENTICAL or pair.detail:
            yield from _pair(old.cable, new.cable, pair)


def _pair(old: Cable, new: Cable, pair: Pair) -> Iterator[str]:
    from cableview.versions import pair_words

    cable, index = (new, pair.new) if pair.new is not None else (old, pair.old)
    number = cable.paragraphs[index].number if index is not None else None
    yield f"  {'¶' + str(number) if number is not None else 'no number'} {pair_words(pair)}"
    if pair.differences or pair.new is None:
        yield f"    - {_lit(old, pair.old, [item.old for item in pair.differences], '[-', '-]')}"
    if pair.differences or pair.old is None:
        yield f"    + {_lit(new, pair.new, [item.new for item in pair.differences], '{+', '+}')}"


def _lit(cable: Cable, index: int | None, spans: list[Span], left: str, right: str) -> str:
    from cableview.versions import excerpt

    text = cable.paragraphs[index].text if index is not None else ""
    pieces = excerpt(text, spans) if spans else [(text, False)]
    return " ".join("".join(f"{left}{part}{right}" if lit else part for part, lit in pieces).split())


def _record(current: Held, compared: list[tuple[Held, Held, Comparison]]) -> dict[str, Any]:
    from dataclasses import asdict

    from cableview.versions import summary

    return {
        "id": current.id,
        "versions": [asdict(version) for version in current.versions],
        "comparisons": [
            {
                "old": old.version,
                "new": new.version,
                "summary": summary(comparison),
                "fields": [asdict(change) for change in comparison.fields],
                "cuts": [
                    {"rule": rule, "old": before, "new": after} for rule, before, after in comparison.cuts
                ],
                "paragraphs": [asdict(pair) for pair in comparison.pairs],
            }
            for old, new, comparison in compared
        ],
    }


COMMANDS = (versions,)
