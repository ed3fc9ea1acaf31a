"""Widths are counted twice, by the typesetting and by the terminal library: they must agree."""

from __future__ import annotations

import unicodedata

from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from cableview.app.typeset import typeset
from cableview.app.typeset.cells import cell_width
from cableview.app.widgets.reader_paint import paint, with_cursor
from cableview.model.visible import visible
from tests.support.pages import made_page

SCRIPTS = "aé漢字かなкирил عربى עברית हिन्दी ภาษาไทย 한국어 각 ①★⚑─│ 😀 ﷺ e\u0301\u0302"


def test_common_scripts_take_the_cells_the_terminal_gives_them() -> None:
    assert cell_width(SCRIPTS) == cell_len(SCRIPTS)


@given(st.text(st.characters(categories=("L", "M", "Nd", "P", "Zs")), max_size=60))
def test_any_letters_take_the_cells_the_terminal_gives_them(text: str) -> None:
    shown = visible(text)
    # Characters younger than one of the two tables are left out: only the terminal knows their width.
    assume(all(unicodedata.category(char) != "Cn" for char in shown))
    assert cell_width(shown) == cell_len(shown)


def test_painting_changes_no_character_and_fills_the_column_below_the_cursor() -> None:
    sheet = typeset(made_page(["漢字 and words", "more"], lit=("words",)), 40)
    line = sheet.line(sheet.row_of(0, 0))
    plain = paint(line, (), Style(), lambda name: Style())
    assert plain.text == line.text
    under = paint(with_cursor(line, sheet.left, sheet.right), (), Style(), lambda name: Style(bold=True))
    assert under.text.rstrip() == line.text[: sheet.left] + "▌" + line.text[sheet.left + 1 :]
    assert under.cell_length == sheet.right
