"""The searches kept under a name, and the last ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import OptionList

from cableview.app.keys import key
from cableview.app.messages import ForgetSearch, SearchFor
from cableview.app.screens.choosing import ROOM, Choosing
from cableview.app.widgets.side_tab import Act, Line, cut, faint, heading, plain, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from cableview.store.searches import SavedSearch

LATELY = 20
"""Earlier searches listed; the box goes further back."""
_NAME = 24


class SearchesScreen(Choosing):
    """Answers with the search to make, or the kept one to forget."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("X,delete", "forget", "forget", "Keep this search no longer", id="searches.forget", show=True),
    ]
    HINTS: ClassVar[tuple[str, ...]] = ("Enter searches", "X forgets a kept one")

    def __init__(self, saved: Sequence[SavedSearch], past: Sequence[str]) -> None:
        said = "" if saved or past else "Nothing was searched for yet: / searches, Ctrl+N keeps a search."
        super().__init__("Searches", list(_lines(saved, past[:LATELY])), said)

    def action_forget(self) -> None:
        for choices in self.query(OptionList):
            option = choices.highlighted_option
            if isinstance(option, Act) and isinstance(option.about, str):
                self.dismiss(ForgetSearch(option.about))


def _lines(saved: Sequence[SavedSearch], past: Sequence[str]) -> Iterator[Line]:
    if saved:
        yield heading("Kept")
    for one in saved:
        text = Content.assemble(
            plain(f" {cut(one.name, _NAME)} ", "bold"), faint(shortened(one.query, ROOM - _NAME - 4))
        )
        yield Line(text, SearchFor(one.query), about=one.name)
    if past:
        yield heading("Last")
    for query in past:
        yield Line(plain(f" {shortened(query, ROOM - 2)}"), SearchFor(query))
