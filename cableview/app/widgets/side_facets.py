"""The tab of facets: how the cables found spread, and Enter narrows the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import var

from cableview import data
from cableview.app.counting import Counted
from cableview.app.keys import key
from cableview.app.messages import NarrowTo
from cableview.app.widgets.side_tab import Line, SideTab, faint, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widgets import OptionList

    from cableview.app.page import Page
    from cableview.search import Facet

FEW = 6
"""Values listed of a field until more are wanted."""
_TITLES = {
    "class": "Classification",
    "date": "Years",
    "station": "Stations",
    "tag": "TAGS",
    "ORGANIZATION": "Organizations",
    "PERSON": "People",
    "PLACE": "Places",
    "MATERIAL_OR_ITEM": "Materials and items",
}
_WHOLE = frozenset({"class", "date"})
"""Fields of few values: all are listed at once."""


class FacetsTab(SideTab):
    """Lists counts that are exact; what narrows the search already has a tick."""

    TITLE = "Facets"
    EMPTY = "Nothing found to count."
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "narrow", "Narrow the search to it; again: widen it", id="side.choose",
            show=True),
    ]  # fmt: skip
    counted: var[Counted] = var(Counted(), init=False)

    def __init__(self) -> None:
        super().__init__()
        self._whole = set(_WHOLE)

    def watch_counted(self) -> None:
        if self.display and self._filled[1]:
            self.list_again()

    def stays(self, before: object) -> bool:
        return True  # the counts are about the cables found, whichever of them is open

    def lines(self, page: Page, width: int) -> list[Line]:
        facets, entities = self.counted.facets, self.counted.entities
        if facets is None:
            return [Line(faint("Counting…"))]
        groups: dict[str, Sequence[Facet]] = {**facets.groups, **(entities or {})}
        lines = [
            line for name in _TITLES if groups.get(name) for line in self._group(name, groups[name], width)
        ]
        if entities is None:
            lines.append(Line(faint(" counting names…")))
        return lines

    def _group(self, name: str, group: Sequence[Facet], width: int) -> Iterator[Line]:
        from cableview.search import narrowed  # noqa: PLC0415 - loaded with the search itself
        from cableview.search.entity_facets import MOST as MOST_NAMES  # noqa: PLC0415 - as above
        from cableview.search.entity_facets import TYPES as NAMED  # noqa: PLC0415 - as above
        from cableview.search.facets import MOST  # noqa: PLC0415 - as above

        more = "+" * (len(group) >= (MOST_NAMES if name in NAMED else MOST))  # those beyond are not listed
        yield Line(spread(_TITLES[name], f"{len(group):,}{more}", width, "bold $primary"))
        few = len(group) if name in self._whole or len(group) == FEW + 1 else FEW
        rest = 0
        for place, facet in enumerate(group):
            chosen = narrowed(self.counted.text, facet.condition)
            if place >= few and not chosen:
                rest += 1
                continue
            sign, style = ("✓", "bold $accent") if chosen else (" ", "")
            text = spread(f"{sign} {_named(name, facet.value)}", f"{facet.cables:,}", width, style)
            yield Line(text, NarrowTo(facet.condition), facet.condition)
        if rest:
            yield Line(faint(f"  … {rest:,} more"), NarrowTo(""), f"more {name}", name)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        chosen = self.chosen
        if chosen is not None and isinstance(chosen.about, str):
            event.stop()
            event.prevent_default()
            self._whole.add(chosen.about)
            self.list_again()


def _named(name: str, value: str) -> str:
    """Return a value with what it means, where that is not plain."""
    if name == "tag":
        tag = data.tags().get(value)
        return f"{value:<5} {tag['name']}" if tag and tag["name"] else value
    return "FOR OFFICIAL USE ONLY" if value == "FOUO" else value
