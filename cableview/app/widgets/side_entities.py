"""The tab of names: what the cable talks about, grouped by type and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cableview import data
from cableview.app.messages import SearchFor
from cableview.app.widgets.side_tab import Line, SideTab, heading, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cableview.app.page import Page
    from cableview.entities import Entity

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


FORMS = 4
"""Spellings looked for at most."""


class EntitiesTab(SideTab):
    """Enter looks for the name in every cable."""

    TITLE = "Entities"
    EMPTY = "No names found."

    def lines(self, page: Page, width: int) -> list[Line]:
        lines: list[Line] = []
        for kind, title in _GROUPS.items():
            found = [entity for entity in page.entities if entity.type == kind]
            if found:
                lines.append(Line(spread(title, str(len(found)), width, "bold $primary")))
            lines += (
                Line(spread(f" {entity.name}", str(entity.count), width), SearchFor(forms_query(entity)))
                for entity in found
            )
        return lines + tag_lines(page.held.cable.tags, width)


def quoted(name: str) -> str:
    """Return the query that looks for exactly this name."""
    return '"' + " ".join(name.replace('"', " ").split()) + '"'


def forms_query(entity: Entity) -> str:
    """Return the query that looks for an entity by its name and by the forms this cable uses."""
    forms: dict[str, str] = {}
    for form in (entity.name, *(mention.text for mention in entity.mentions)):
        forms.setdefault(quoted(form).casefold(), quoted(form))
    return " OR ".join(list(forms.values())[:FORMS])


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
