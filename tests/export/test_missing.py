"""The ledger of missing cables as CSV and Markdown, with text that means harm."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from cableview.export.missing import COLUMNS, MissingRecord, write_csv, write_markdown
from cableview.store.ledger import Citer, Entry, Standing
from cableview.store.passages import Passage
from cableview.store.records import Dating
from tests.support.stored import moment

SENT = moment("2008-03-20")


def record(
    title: str | None, *, standing: Standing = Standing.OLDER, one_month: bool = True
) -> MissingRecord:
    citer = Citer("08ROME1", SENT, (2,), "A", "07 ROME 5", title)
    dating = Dating(date(2007, 8, 2), date(2007, 8 if one_month else 9, 30), "serials")
    passage = Passage("08ROME1", SENT, "SECRET", None, 1, 2, "See ref A on *ports*.", ((4, 9),), "A", title)
    return MissingRecord(Entry(1, "07ROME5", 1, (citer,), dating, standing), (passage,))


def rows(*records: MissingRecord) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert write_csv(records, out) == len(records)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_a_row_has_every_column() -> None:
    (row,) = rows(record("PORTS"))
    assert tuple(row) == COLUMNS
    assert row == {
        "id": "07ROME5",
        "post": "Embassy Rome",
        "year": "2007",
        "serial": "5",
        "earliest": "2007-08-02",
        "latest": "2007-08-30",
        "date_from": "serials",
        "older_than_citers": "yes",
        "citers": "1",
        "cited_in": "08ROME1 para. 2",
        "called": "PORTS",
        "words": "See ref A on *ports*.",
        "quoted_cells": "",
    }


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(sign: str) -> None:
    (row,) = rows(record(f'{sign}HYPERLINK("x")'))
    assert row["called"] == f'\'{sign}HYPERLINK("x")'
    assert row["quoted_cells"] == "called"


def test_controls_are_shown_and_lines_stay_lines() -> None:
    (row,) = rows(record("\x1b]0;x\x07 and\r\n=1+1"))
    assert row["called"] == "␛]0;x␇ and =1+1"


@pytest.mark.parametrize(
    ("standing", "one_month", "said"),
    [
        (Standing.OLDER, True, "- Sent in: August 2007\n"),
        (Standing.OLDER, False, "- Sent between: 02 August 2007 and 30 September 2007\n"),
        (Standing.YOUNGER, True, "may be misprinted"),
    ],
)
def test_markdown_says_when_and_escapes(standing: Standing, one_month: bool, said: str) -> None:
    out = io.StringIO()
    assert write_markdown([record("[x](y)", standing=standing, one_month=one_month)], out) == 1
    text = out.getvalue()
    assert said in text
    assert r"- Called: \[x\](y)" in text
    assert r"“See ref A on \*ports\*.”" in text
    assert "- Number: ROME 5 of 2007\n- Sent by: Embassy Rome\n" in text


def test_a_thing_that_is_no_number_has_its_words_only() -> None:
    entry = Entry(1, "telcon", 1, (), None, Standing.UNKNOWN)
    (row,) = rows(MissingRecord(entry, ()))
    assert (row["post"], row["year"], row["earliest"], row["older_than_citers"]) == ("", "", "", "unknown")
    out = io.StringIO()
    write_markdown([MissingRecord(entry, ())], out)
    assert "## 1. telcon\n- Cited by: 1 cable\n" in out.getvalue().replace("\n\n", "\n")
