"""The terminal app."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, InvalidModeError
from textual.binding import Binding
from textual.notifications import Notify

from cableview.app.keys import key
from cableview.app.messages import OpenLibrary
from cableview.app.pacing import PacedApp
from cableview.app.preferences import read_theme
from cableview.app.screens.main import MainScreen
from cableview.app.session import Session
from cableview.app.suspending import has_shell
from cableview.app.themes import DARK, THEMES, default_colours
from cableview.resources import resource_dir

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.screen import Screen

    from cableview import locations

STYLES = ("app.tcss", "list.tcss")
"""What the first paint needs; the screen reads the rest with the panes they are for."""
MODE_NAMES = ("library", "other-library")
"""Each open library has a main screen of its own; the one that is left is taken down."""


def _commands() -> type[Provider]:
    from cableview.app.palette import Commands  # noqa: PLC0415 - the first paint does without it

    return Commands


class CableviewApp(PacedApp):
    """Opens one library; paints before it reads anything.

    Without the bindings of its base, because Ctrl+Q never reaches a program behind flow control.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "help_quit", show=False, system=True),
        Binding("ctrl+z", "suspend_process", show=False, system=True, priority=True),
        key("ctrl+p", "command_palette", "palette", "Every command by name", id="palette"),
    ]

    CSS_PATH: ClassVar = [resource_dir("styles") / name for name in STYLES]
    TITLE = "cableview"
    DEFAULT_MODE = MODE_NAMES[0]
    COMMANDS: ClassVar = {_commands}
    ENABLE_COMMAND_PALETTE = True
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - typed so by Textual

    def __init__(self, library: locations.Library) -> None:
        super().__init__()
        self.session = Session(library)
        self._paths: tuple[str, ...] = ()
        for theme in THEMES:
            self.register_theme(theme)
        wanted = read_theme()
        self.set_reactive(App.theme, wanted if wanted in self.available_themes else DARK.name)
        self._colours = self.get_css_variables()
        self.stylesheet.set_variables(self._colours)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        theme = self.get_theme(self.theme)
        return default_colours(dark=theme is None or theme.dark)

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the styles again; parse them again only if the theme has really changed.

        Textual asks for it once at the start, with the colours that the first parse had.
        """
        colours = self.get_css_variables()
        if colours != self._colours:
            self._colours = colours
            super().refresh_css(animate)
        else:
            self.stylesheet.update(self, animate=animate)

    def get_default_screen(self) -> Screen[None]:
        return MainScreen(self.session, self._paths)

    @on(OpenLibrary)
    async def _open_library(self, message: OpenLibrary) -> None:
        before, mode = self.session, self.current_mode
        self.session = Session(message.places)
        self._paths = message.paths
        other = next(name for name in MODE_NAMES if name != mode)
        self.add_mode(other, self.get_default_screen)
        await self.switch_mode(other)
        with suppress(InvalidModeError):  # the mode of the start has no entry, and only entries can go
            self.add_mode(mode, self.get_default_screen)
        await self.remove_mode(mode)
        await before.alone(before.close)

    def on_notify(self, event: Notify) -> None:
        """Drop what was said before, so that one line is enough; warnings stay their time, once each."""
        for said in [*self._notifications]:
            if said.severity == "information" or said.message == event.notification.message:
                self._unnotify(said, refresh=False)

    def action_help_quit(self) -> None:
        self.notify("Q quits; Esc closes what lies over the panes.", markup=False, timeout=4)

    def action_suspend_process(self) -> None:
        if has_shell():
            super().action_suspend_process()
        else:
            self.notify("There is no shell to go back to; Q quits.", markup=False, timeout=4)

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, self._paint_again)

    def _paint_again(self, _resumed: App[Any]) -> None:
        """Paint every cell: the shell has written over them while the app was stopped."""
        self.refresh(layout=True)

    async def on_unmount(self) -> None:
        self.session.close()
