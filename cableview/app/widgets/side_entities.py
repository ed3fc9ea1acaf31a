"""The tab of names: what the paragraph and the cable talk about, by type, counted here and in the library."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import var

from cableview import data
from cableview.app.corrections import TYPE_WORDS
from cableview.app.keys import key
from cableview.app.messages import CorrectEntity, SearchFor, ShowEntity, WalkMentions
from cableview.app.widgets.side_tab import Line, SideTab, cut, faint, heading, plain, spread
from cableview.model.mention import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.timer import Timer

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
REST = 0.06
"""Seconds the paragraph cursor must rest before its names are listed: filling the tab would hold up keys."""
_HERE, _LIBRARY = 4, 7
"""Cells of the two counts."""


class EntitiesTab(SideTab):
    """Enter goes from mention to mention in the reader; after the last it looks for the name everywhere."""

    TITLE = "Entities"
    EMPTY = "No names found."
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "next mention", "Next mention in the reader; after the last, filter the list",
            id="side.choose", show=True),
        key("f", "filter", "filter", "List the cables that name it", id="side.filter", show=True),
        key("p", "page", "all paragraphs", "Every paragraph of the library that names it", id="side.page",
            show=True),
        key("M", "correct('merge')", "merge", "It is the same as another name", id="side.merge", show=True),
        key("e", "correct('rename')", "rename", "Give it another name", id="side.rename"),
        key("T", "correct('retype')", "type", "It is of another type", id="side.retype"),
        key("X", "correct('hide')", "not this", "Hide it, or say that it is not the same as elsewhere",
            id="side.hide"),
        key("A", "correct('forms')", "all forms", "Its spellings in this cable; one can be split off",
            id="side.forms"),
    ]  # fmt: skip
    paragraph: var[int] = var(-1, init=False)
    """Position of the paragraph whose names stand first."""
    _timer: Timer | None = None

    def lines(self, page: Page, width: int) -> list[Line]:
        lines: list[Line] = []
        here = in_paragraph(page, self.paragraph)
        if here:
            number = page.held.cable.paragraphs[self.paragraph].number
            title = "In this paragraph" if number is None else f"In ¶{number}"
            lines.append(Line(_counted(title, "here", "library", width, "bold $accent")))
            lines += (self._line(page, entity, width, "paragraph") for entity in here)
        for kind, title in _GROUPS.items():
            found = [entity for entity in page.entities if entity.type == kind]
            if found:
                lines.append(heading(f"{title} {len(found)}"))
            lines += (self._line(page, entity, width, "cable") for entity in found)
        return lines + tag_lines(page.held.cable.tags, width)

    def _line(self, page: Page, entity: Entity, width: int, where: str) -> Line:
        name = folded(entity.name)
        cables = page.named.get((entity.type, name))
        text = _counted(f" {entity.name}", str(entity.count), "" if cables is None else f"{cables:,}", width)
        message = WalkMentions(entity.type, entity.name)
        return Line(text, message, f"{where}/{entity.type}/{name}", entity)

    def row_of(self, name: str, lines: list[Line]) -> int | None:
        """Follow an entity that is no longer in the paragraph to its place in the cable."""
        at = super().row_of(name, lines)
        _, _, rest = name.partition("/")
        return at if at is not None else super().row_of(f"cable/{rest}", lines)

    def watch_paragraph(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(REST, self._other_paragraph)

    def _other_paragraph(self) -> None:
        """List the names of the paragraph, unless the cursor stands among those of the one before."""
        chosen = self.chosen if self.option_count else None
        among = self.has_focus and chosen is not None and (chosen.id or "").startswith("paragraph/")
        if self.display and self.page is not None and self._filled[1] and not among:
            self.list_again(stay=self.has_focus)

    def on_blur(self) -> None:
        self.watch_paragraph()

    def on_show(self) -> None:
        self.watch_paragraph()

    @property
    def entity(self) -> Entity | None:
        """The entity under the cursor."""
        about = self.chosen.about if self.chosen else None
        return about if about is not None and hasattr(about, "mentions") else None  # type: ignore[return-value]

    def action_filter(self) -> None:
        if entity := self.entity:
            self.post_message(SearchFor(filter_query(entity, self.page)))
        elif self.chosen and self.chosen.message:
            self.post_message(self.chosen.message)

    def action_page(self) -> None:
        if entity := self.entity:
            self.post_message(ShowEntity(entity.type, entity.name))

    def action_correct(self, how: str) -> None:
        if (entity := self.entity) and entity.type in TYPE_WORDS:
            self.post_message(CorrectEntity(entity, how))


def in_paragraph(page: Page, index: int) -> list[Entity]:
    """Return the entities that paragraph ``index`` names, by type in the order of the tab."""
    paragraphs = page.held.cable.paragraphs
    if not 0 <= index < len(paragraphs):
        return []
    starts = [paragraph.source[0] for paragraph in paragraphs]
    order = list(_GROUPS)
    named = [
        entity
        for entity in page.entities
        if entity.type in _GROUPS
        and any(bisect_right(starts, mention.source[0]) - 1 == index for mention in entity.mentions)
    ]
    return sorted(named, key=lambda entity: order.index(entity.type))


def _counted(name: str, here: str, library: str, width: int, style: str = "") -> Content:
    """Set one line: a name, how often it is named here, and in how many cables of the library."""
    room = max(1, width - _HERE - _LIBRARY - 3)
    numbers = Content.assemble(
        faint(f" {here:>{_HERE}}") if style else plain(f" {here:>{_HERE}}"),
        faint(f" {library:>{_LIBRARY}} "),
    )
    return Content.assemble(plain(cut(name, room), style), numbers)


def quoted(name: str) -> str:
    """Return the query that looks for exactly this name."""
    return '"' + " ".join(name.replace('"', " ").split()) + '"'


def filter_query(entity: Entity, page: Page | None) -> str:
    """Return the query for the cables that name an entity; by its words as long as it is not counted."""
    counted = page is not None and (entity.type, folded(entity.name)) in page.named
    return f"entity:{quoted(entity.name)}" if counted else forms_query(entity)


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
        text = spread(f" {code:<6} {short}", "", width)
        lines.append(Line(text, SearchFor(f"tag:{code}"), f"tag/{code}"))
    return [heading("TAGS · Enter filters"), *lines] if lines else []
