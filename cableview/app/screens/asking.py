"""Commands that ask: the line after the colon, help, themes, words to find, export."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from cableview.app.keys import entries, key
from cableview.app.messages import TagByPattern
from cableview.app.pages import index_of
from cableview.app.preferences import write_theme
from cableview.app.screens.importing import Importing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.binding import BindingType

    from cableview.app.keys import Entry


class Asking(Importing):
    """Prompts are modal: the keys of the panes rest while one is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "colon",
            "command",
            "command",
            ":12 a paragraph, :08BEIJING2648 a cable, or a command",
            id="command",
        ),
        key("question_mark", "help", "keys", "The keys of this pane and of all", id="help", show=True),
        key("E", "export", "export", "Write the flagged paragraphs to a file", id="export"),
        key("I", "import", "import", "Take cables in from files, folders, archives", id="import"),
        key("Q", "quit", "quit", "Quit; nothing is ever unsaved", id="quit"),
    ]

    def help_groups(self) -> list[tuple[str, list[Entry]]]:
        """Return the declared keys, those of the focused pane first."""
        panes = [("Cable list", self.cables), ("Reader", self.reader), ("Side panel", self.side)]
        focused = self.focused
        panes.sort(key=lambda pane: focused is None or pane[1] not in focused.ancestors_with_self)
        groups = [(title, entries(widget)) for title, widget in panes]
        side = next(found for title, found in groups if title == "Side panel")
        side += entries(self.side.tab)
        groups.insert(1, ("Every pane", [*entries(self), *entries(self.app)]))
        groups.append(("Search box", entries(self.search_box)))
        return groups

    async def run_entry(self, entry: Entry) -> None:
        """Run a declared key's action as if it had been pressed in its pane."""
        if not await self.app.run_action(entry.action, entry.node):
            self.say(f"There is nothing to {entry.word.lower()} now.")

    async def ask(
        self,
        sign: str,
        hint: str,
        answered: Callable[[str | None], Awaitable[None]],
        value: str = "",
        *,
        names: list[str] | None = None,
        changed: Callable[[str], None] | None = None,
    ) -> None:
        """Ask for one line at the foot of the screen; ``answered`` gets None when it was called off.

        ``changed`` is told every change of the line.

        Returns when the prompt has the keyboard, so that no key typed meanwhile goes astray.
        """
        from textual.suggester import SuggestFromList  # noqa: PLC0415 - the first paint does without it

        from cableview.app.screens.prompt import Prompt  # noqa: PLC0415

        prompt = Prompt(sign, hint, value, SuggestFromList(names or ()), changed=changed)
        await self.app.push_screen(prompt, answered)

    def action_help(self) -> None:
        from cableview.app.screens.help import HelpScreen  # noqa: PLC0415 - the first paint does without it

        self.app.push_screen(HelpScreen(self.help_groups()))

    async def action_command(self) -> None:
        names = [entry.word for _, found in self.help_groups() for entry in found]
        await self.ask(
            ":", "12 · 08BEIJING2648 · import PATH · theme NAME · a command", self._obey, names=names
        )

    async def _obey(self, line: str | None) -> None:
        from cableview.app.commands import (  # noqa: PLC0415
            GoCable,
            GoParagraph,
            Import,
            Run,
            SetTheme,
            read_order,
        )

        order = read_order(line or "")
        if isinstance(order, GoParagraph):
            self._go_paragraph(order.number)
        elif isinstance(order, GoCable):
            self.open_cable(order.cable_id)
        elif isinstance(order, SetTheme):
            self.set_theme(order.name)
        elif isinstance(order, Import):
            await self.import_line(order.line)
        elif isinstance(order, Run):
            await self._run_named(order.name)

    def _go_paragraph(self, number: int) -> None:
        if self.page is None:
            self.say("No cable is open.", wrong=True)
        elif (index := index_of(self.page, number)) is None:
            self.say(f"{self.page.held.id} has no paragraph {number}.", wrong=True)
        else:
            self.open_cable(self.page.held.id, index=index)

    async def _run_named(self, name: str) -> None:
        found = [entry for _, group in self.help_groups() for entry in group]
        for entry in found:
            if name == entry.word.lower():
                await self.run_entry(entry)
                return
        self.say(
            f"No command and no cable is called {name!r}. ? lists the keys, Ctrl+P the commands.", wrong=True
        )

    def set_theme(self, name: str) -> None:
        """Change the theme and remember it."""
        names = sorted(self.app.available_themes)
        if name not in names:
            self.say(f"Themes: {', '.join(names)}", wrong=bool(name))
            return
        self.app.theme = name
        write_theme(name)

    @on(TagByPattern)
    async def _tag_by_pattern(self) -> None:
        await self.ask("tag ", "words as in the search box; nothing: every cable listed", self._tag_words)

    async def _tag_words(self, words: str | None) -> None:
        if words is not None:
            self.tag_found(words)

    async def action_export(self) -> None:
        name = f"{self.session.places.name}-flags.md"
        await self.ask("export to ", "a file: .md Markdown, .jsonl JSON Lines", self._export, name)

    async def _export(self, file_name: str | None) -> None:
        if file_name:
            self._write_file(file_name)

    @work(group="export", exit_on_error=False)
    async def _write_file(self, file_name: str) -> None:
        from cableview.app.exporting import export  # noqa: PLC0415 - the first paint does without it

        said, wrong = await export(self.session, file_name)
        self.say(said, wrong=wrong)

    async def action_import(self) -> None:
        await self.ask("import ", "files, folders, archives, cables.csv", self.import_line)

    async def action_quit(self) -> None:
        await self.write_place_now()
        self.app.exit()
