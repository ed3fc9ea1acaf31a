"""Dialogs that correct an entity: a name to type, or a line to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cableview.app.corrections import Choice, is_bare, merged
from cableview.app.keys import key
from cableview.app.screens.dialog import Dialog, LineDialog
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.side_tab import faint, plain
from cableview.model.correction import Correction
from cableview.model.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.entities import Entity
    from cableview.store.records import EntityCount

    Suggest = Callable[[str], Awaitable[Sequence[EntityCount]]]


class _Correcting(Dialog[Correction | None]):
    """Returns the correction, or None when it was called off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss", "call off", "Leave the name as it is", id="correct.escape", show=True)
    ]


class ChooseCorrection(_Correcting):
    """A few lines; Enter takes the one under the cursor."""

    def __init__(self, title: str, said: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.heading = title
        self.said = said
        self.choices = choices

    def compose(self) -> ComposeResult:
        with DialogBox(classes="dialog") as dialog:
            dialog.border_title = Content(visible_line(self.heading))
            dialog.hint("Enter takes it", "Esc calls off")
            yield Static(plain(self.said), classes="known")
            yield OptionList(*(plain(choice.text) for choice in self.choices), compact=True, markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.choices[event.option_index].correction)


class _Name(Option):
    """A name that is listed already, with the number of its cables."""

    def __init__(self, count: EntityCount) -> None:
        cables = f"  {count.cables:,} cable{'s' * (count.cables != 1)}" if count.cables else ""
        super().__init__(Content.assemble(plain(count.name), faint(cables)))
        self.count = count


class NameCorrection(_Correcting, LineDialog[Correction | None]):
    """The name that an entity is to have: typed, or one of those listed below as it is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab", "turn", "where", "Everywhere, or in this cable only", id="correct.where", show=True),
        key("down,ctrl+n", "move(1)", "down", "Next name", id="correct.down"),
        key("up,ctrl+p", "move(-1)", "up", "Previous name", id="correct.up"),
    ]

    def __init__(self, title: str, entity: Entity, cable_id: str, suggest: Suggest | None = None) -> None:
        super().__init__()
        self.heading = title
        self.entity = entity
        self.cable_id = cable_id
        self.suggest = suggest
        """Names that are listed already; without it the entity is only renamed."""
        self.here_only = is_bare(entity)
        self.names: Sequence[EntityCount] = ()
        self.answered: str | None = None
        """What ``names`` begin with: older than the line while the answer is on its way."""

    def compose(self) -> ComposeResult:
        with DialogBox(classes="dialog") as dialog:
            dialog.border_title = Content(visible_line(self.heading))
            yield Static(plain(self.entity.name, "bold"), classes="known")
            yield Input("" if self.suggest else self.entity.name, placeholder="its name", compact=True)
            yield OptionList(compact=True, markup=False)

    def on_mount(self) -> None:
        self._label()
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._list()

    def action_turn(self) -> None:
        self.here_only = not self.here_only
        self._label()

    def action_move(self, step: int) -> None:
        names = self.query_one(OptionList)
        (names.action_cursor_down if step > 0 else names.action_cursor_up)()

    def _label(self) -> None:
        where = f"only in {self.cable_id}" if self.here_only else "in every cable"
        self.query_one(DialogBox).hint(f"{where} (Tab)", "Enter", "Esc")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._list()

    @work(exclusive=True, exit_on_error=False)
    async def _list(self, *, take: bool = False) -> None:
        if self.suggest is None:
            return
        start = self._typed
        found = await self.suggest(start)
        self.names = [one for one in found if (one.type, one.name) != (self.entity.type, self.entity.name)]
        names = self.query_one(OptionList)
        names.set_options(map(_Name, self.names))
        names.highlighted = 0 if self.names else None
        self.answered = start
        if take:
            self._take_chosen()

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value.strip()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if isinstance(event.option, _Name):  # not by its row: other names may stand there by now
            self._take(event.option.count.name, event.option.count.type)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.suggest is None or self.answered == self._typed:
            self._take_chosen()
        else:
            self._list(take=True)

    def _take_chosen(self) -> None:
        chosen = self.query_one(OptionList).highlighted
        if chosen is not None and chosen < len(self.names):
            self._take(self.names[chosen].name, self.names[chosen].type)
        else:
            self._take(self._typed, None)

    def _take(self, name: str, kind: str | None) -> None:
        if name and (kind, name) != (None, self.entity.name):
            self.dismiss(merged(self.entity, name, self.cable_id if self.here_only else None, kind))
        else:
            self.dismiss(None)
