from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime

import pytest
from rich.cells import cell_len
from rich.style import Style

from cableview.app.rows import level, list_row, subject_line, top_line
from cableview.model.marks import Decision
from cableview.store.records import CableRow

STYLES: dict[str, Style] = defaultdict(Style)


def a_row(**changes: object) -> CableRow:
    values: dict[str, object] = {
        "key": 1,
        "id": "08BEIJING2648",
        "sent": datetime(2008, 7, 7, 10, 42, tzinfo=UTC),
        "classification": "SECRET",
        "precedence": None,
        "sender": None,
        "subject": "China provides response",
        "station": "BEIJING",
        "tags": (),
        "paragraphs": 17,
        "words": 900,
        "problems": 0,
        "versions": 1,
    }
    return CableRow(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "colour", "letter"),
    [
        ("SECRET//NOFORN", "secret", "S"),
        ("TOP SECRET", "top-secret", "T"),
        ("CONFIDENTIAL", "confidential", "C"),
        ("UNCLASSIFIED", "unclassified", "U"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "unclassified", "F"),
        ("LIMITED OFFICIAL USE", "restricted", "L"),
        ("", "unknown", "·"),
        (None, "unknown", "·"),
        ("EYES ONLY", "unknown", "·"),
    ],
)
def test_a_classification_has_a_colour_and_a_letter(printed: str | None, colour: str, letter: str) -> None:
    assert level(printed) == (colour, letter)


def test_two_lines_say_what_triage_needs() -> None:
    row = list_row(a_row(), flags=2, decision=Decision.HOT, unread=False)
    top = "".join(segment.text for segment in top_line(row, 40, STYLES, Style(), "▌"))
    assert top.split() == ["▌", "S", "08BEIJING2648", "7", "Jul", "08", "⚑2", "!"]
    assert "China provides response" in "".join(
        segment.text for segment in subject_line(row, 40, STYLES, Style(), " ")
    )


@pytest.mark.parametrize("width", [5, 20, 33, 34, 40, 80])
@pytest.mark.parametrize("subject", ["x" * 200, "漢字" * 60, "e\u0301" * 90, "", None])
def test_lines_are_exactly_as_wide_as_the_pane(width: int, subject: str | None) -> None:
    row = list_row(a_row(subject=subject, id="UNIDENTIFIED-0123abcd"), flags=12, decision=None, unread=True)
    for paint in (top_line, subject_line):
        assert sum(cell_len(segment.text) for segment in paint(row, width, STYLES, Style(), "▌")) == width


@pytest.mark.parametrize(("width", "date"), [(38, "7 Jul 08"), (36, " Jul 08"), (30, "")])
def test_a_long_id_is_worth_more_than_the_date(width: int, date: str) -> None:
    row = list_row(a_row(id="UNIDENTIFIED-0123abcd"), flags=0, decision=None, unread=False)
    top = "".join(segment.text for segment in top_line(row, width, STYLES, Style(), " "))
    assert top.split("UNIDENTIFIED-0123abcd")[1].strip() == date.strip()
    assert date in top


@pytest.mark.parametrize(("flags", "dated"), [(0, True), (2, False)])
def test_the_date_goes_where_no_flags_are_wanted(flags: int, dated: bool) -> None:
    row = list_row(a_row(id="08USUNNEWYORK123"), flags=flags, decision=Decision.HOT, unread=False)
    top = "".join(segment.text for segment in top_line(row, 33, STYLES, Style(), " "))
    assert "08USUNNEWYORK123" in top
    assert ("7 Jul 08" in top) is dated
    assert top.rstrip().endswith("!")


def test_what_a_terminal_would_obey_is_shown() -> None:
    row = list_row(a_row(subject="a\x1b]52;c;x\x07b\nc"), flags=0, decision=None, unread=True)
    assert row.subject == "a␛]52;c;x␇b␊c"
