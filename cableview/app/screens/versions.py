"""The versions of the open cable, and how two of them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, work
from textual.content import Content
from textual.widgets import OptionList, Static

from cableview.app.comparing import Compared, Versions, read_versions
from cableview.app.keys import key
from cableview.app.screens.dialog import Dialog
from cableview.app.typeset.words import day
from cableview.app.widgets.dialog_box import DialogBox
from cableview.app.widgets.differences import Differences, Differing
from cableview.app.widgets.side_tab import faint, plain
from cableview.store import StoreError
from cableview.versions import summary

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from cableview.app.session import Session
    from cableview.store.records import Held, Version

ONE_VERSION = (
    "This cable has one version. When another text of it is imported, from another site or with parts "
    "taken out, both are kept, and D shows here what differs, paragraph by paragraph, and why."
)


class VersionsScreen(Dialog[int | None]):
    """Answers with the position of the paragraph to go to in the current version."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,D", "dismiss", "close", "Close the versions", id="versions.close", show=True),
        key("full_stop,right", "other(1)", "other version", "Compare with an older version",
            id="versions.next"),
        key("comma,left", "other(-1)", "previous version", "Compare with a newer version",
            id="versions.previous"),
    ]  # fmt: skip
    held_versions = getters.query_one(".held", Static)
    said = getters.query_one(".said", Static)
    differences = getters.query_one(Differences)

    def __init__(self, session: Session, current: Held) -> None:
        super().__init__()
        self.session = session
        self.current = current
        self.versions: Versions | None = None
        self.shown = 0
        """Which of the other versions is compared, the newest being 0."""

    def compose(self) -> ComposeResult:
        with DialogBox(classes="dialog versions") as dialog:
            dialog.border_title = Content(f"Versions of {plain(self.current.id).plain}")
            yield Static(classes="held", markup=False)
            yield Static(faint("Comparing…"), classes="said", markup=False)
            yield Differences()

    def on_mount(self) -> None:
        self.read()

    @work(exclusive=True)
    async def read(self) -> None:
        """Read and compare the versions: a long cable takes a moment."""
        try:
            self.versions = await read_versions(self.session, self.current)
        except StoreError as error:
            self.said.update(plain(str(error)))
            return
        self.show_versions()

    @property
    def compared(self) -> Compared | None:
        """The two versions that are shown."""
        found = self.versions.compared if self.versions else ()
        return found[self.shown % len(found)] if found else None

    def show_versions(self) -> None:
        """List the versions and compare two of them."""
        compared = self.compared
        lines = [self._line(version, compared) for version in self.current.versions]
        self.held_versions.update(Content("\n").join(lines))
        self.differences.display = compared is not None
        dialog = self.query_one(DialogBox)
        dialog.set_class(compared is not None, "-comparing")
        if compared is None:
            self.said.update(plain(ONE_VERSION))
            dialog.hint("Esc closes")
            return
        self.said.update(plain(summary(compared.comparison).capitalize(), "bold"))
        others = ", . another version" if len(self.current.versions) > 2 else ""
        dialog.hint("j k differences", "Enter goes there", others, "Esc closes")
        self.differences.compared = compared
        self.differences.focus()

    def _line(self, version: Version, compared: Compared | None) -> Content:
        sides = {compared.old.version: "older", compared.new.version: "newer"} if compared else {}
        which = sides.get(version.id, "")
        taken = self.versions.days.get(version.batch) if self.versions else None
        facts = [
            "current" if version.current else "",
            f"{version.paragraphs} ¶",
            f"{version.characters:,} characters",
            f"taken in {day(taken)}" if taken else "",
        ]
        return Content.assemble(
            plain(f"{'▸' if which else ' '} {which:<7}" if sides else "", "bold $accent"),
            plain(version.source, "bold" if which else ""),
            faint("  " + " · ".join(filter(None, facts))),
        )

    def action_other(self, step: int) -> None:
        if self.versions is not None and len(self.versions.compared) > 1:
            self.shown = (self.shown + step) % len(self.versions.compared)
            self.show_versions()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        compared = self.compared
        if compared is None or not isinstance(event.option, Differing):
            return
        pair = event.option.pair
        index = pair.new if compared.new.version == self.current.version else pair.old
        if index is None:
            self.notify("This paragraph is not in the current version.", markup=False, timeout=4)
        else:
            self.dismiss(index)
