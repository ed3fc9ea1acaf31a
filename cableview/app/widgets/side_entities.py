"""The tab of names: what the cable talks about, grouped by type and counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cableview import data
from cableview.app.messages import SearchFor
from cableview.app.widgets.side_tab import Line, SideTab, heading, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cableview.app.page import Page
    from cableview.model.mention import Mention

_GROUPS = {
    "ORGANIZATION": "Organizations",
    "PERSON": "People",
    "PLACE": "Places",
    "MATERIAL_OR_ITEM": "Materials and items",
    "TREATY_OR_LAW": "Treaties and laws",
    "VESSEL": "Vessels",
    "ROLE_TITLE": "Roles",
    "MONEY": "Money",
    "QUANTITY": "Quantities",
    "DATE": "Dates",
}


class EntitiesTab(SideTab):
    """Enter looks for the name in every cable."""

    TITLE = "Entities"
    EMPTY = "No names found."

    def lines(self, page: Page, width: int) -> list[Line]:
        groups = group_names(page.mentions)
        lines: list[Line] = []
        for group, title in _GROUPS.items():
            names = groups.get(group)
            if not names:
                continue
            lines.append(Line(spread(title, str(len(names)), width, "bold $primary")))
            lines += (
                Line(spread(f" {name}", str(count), width), SearchFor(quoted(name))) for name, count in names
            )
        return lines + tag_lines(page.held.cable.tags, width)


def group_names(mentions: Iterable[Mention]) -> dict[str, list[tuple[str, int]]]:
    """Return for each type its (name, how often), the most frequent first, then in order of place."""
    counts: dict[str, Counter[str]] = {}
    spelt: dict[tuple[str, str], str] = {}
    for mention in mentions:
        name = " ".join(mention.name.split())
        folded = name.casefold()
        spelt.setdefault((mention.type, folded), name)
        counts.setdefault(mention.type, Counter())[folded] += 1
    return {
        group: [(spelt[group, folded], count) for folded, count in counter.most_common()]
        for group, counter in counts.items()
    }


def quoted(name: str) -> str:
    """Return the query that looks for exactly this name."""
    return '"' + name.replace('"', " ") + '"'


def tag_lines(codes: Iterable[str], width: int) -> list[Line]:
    """Return the TAGS with what they mean; Enter looks for other cables under the same one."""
    lines: list[Line] = []
    for code in codes:
        tag = data.tags().get(code)
        meaning = (tag["name"] if tag else None) or "unknown"
        room = max(1, width - 8)
        short = meaning if len(meaning) <= room else meaning[: room - 1].rstrip() + "…"
        lines.append(Line(spread(f" {code:<6} {short}", "", width), SearchFor(f"tag:{code}")))
    return [heading("TAGS"), *lines] if lines else []
