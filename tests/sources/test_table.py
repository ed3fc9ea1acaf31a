"""The published table: escapes, line breaks and limits, and what a damaged row costs."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.model.site import SiteRecord
from cableview.sources import Limits
from cableview.sources import table as tables
from cableview.sources.table import fields_of
from tests.support.taking import take


def row(number: int, cable_id: str = "03ROME6", body: str = "Text.", refs: str = "") -> str:
    fields = [str(number), "1/2/2003 4:05", cable_id, "Embassy Rome", "SECRET", refs, "HEAD", body]
    return ",".join(f'"{f}"' for f in (x.replace("\\", "\\\\").replace('"', '\\"') for x in fields)) + "\n"


def test_a_row_becomes_a_document_with_its_site_record(tmp_path: Path) -> None:
    path = tmp_path / "cables.csv"
    path.write_text(row(1, refs="02STATE1|02ROME2"), encoding="utf-8")
    (document,), skipped = take(path)
    assert document.name == f"{path}#1"
    assert document.text == "HEAD\nText."
    created = datetime(2003, 1, 2, 4, 5)  # noqa: DTZ001 - the table names no zone
    assert document.site == SiteRecord(
        "03ROME6", created, "SECRET", "Embassy Rome", None, ("02STATE1", "02ROME2")
    )
    assert skipped == {}


BODIES = st.text(
    st.sampled_from('ab\\", \n\r1/:|2003') | st.characters(exclude_categories=["Cs"]), max_size=60
)


@given(st.lists(BODIES, max_size=8))
def test_fields_read_as_the_csv_module_reads_them(bodies: list[str]) -> None:
    text = ",".join('"' + body.replace("\\", "\\\\").replace('"', '\\"') + '"' for body in bodies) + "\n"
    want = (
        next(csv.reader(io.StringIO(text, newline=""), escapechar="\\", doublequote=False))
        if bodies
        else [""]
    )
    assert fields_of(text) == want


@given(st.lists(BODIES, min_size=1, max_size=20), st.integers(60, 400))
def test_pieces_of_any_size_give_every_row(bodies: list[str], chunk: int) -> None:
    text = "".join(row(n, body=body) for n, body in enumerate(bodies, 1))
    before, tables.CHUNK = tables.CHUNK, chunk
    try:
        stream = io.BytesIO(text.encode("utf-8"))
        pieces = list(tables.split_rows(stream, "t", Limits(), lambda _: None))
    finally:
        tables.CHUNK = before
    found = [d for piece in pieces for d in tables.documents_of_rows(piece, lambda _: None)]
    assert [d.text for d in found] == [f"HEAD\n{body}" for body in bodies]
    assert sum(piece.weight for piece in pieces) == len(text.encode("utf-8"))


def test_a_field_may_pass_any_limit_of_the_csv_module(tmp_path: Path) -> None:
    path = tmp_path / "cables.csv"
    path.write_text(row(1, body="x" * 3_000_000) + row(2), encoding="utf-8")
    found, _ = take(path)
    assert [len(document.text) for document in found] == [3_000_005, 10]


def test_a_row_without_end_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "cables.csv"
    path.write_text(row(1) + row(2, body="x" * 5_000_000) + row(3), encoding="utf-8")
    found, skipped = take(path, limits=Limits(document=2_000_000))
    assert [document.name[-2:] for document in found] == ["#1", "#3"]
    assert "limit of 1.9 MB" in skipped["cables.csv#2"]


@pytest.mark.parametrize(
    "damaged",
    [
        '"2","1/2/2003 4:05","03ROME7","Embassy Rome","SECRET","","HEAD"\n',
        '"2","1/2/2003 4:05","03ROME7","Embassy Rome","SECRET","","HEAD","no end\n',
        '"2","1/2/2003 4:05","03ROME7","Embassy Rome","SECRET","","HEAD","a","b"\n',
    ],
)
def test_a_damaged_row_costs_no_other(tmp_path: Path, damaged: str) -> None:
    path = tmp_path / "cables.csv"
    path.write_text(row(1) + damaged + row(3), encoding="utf-8")
    found, skipped = take(path)
    assert [document.name[-2:] for document in found] == ["#1", "#3"]
    assert "columns" in skipped["cables.csv#2"]


def test_a_header_row_and_bare_numbers_are_met_in_copies(tmp_path: Path) -> None:
    path = tmp_path / "copy.csv"
    bare = '{},1/2/2003 4:05,03ROME{},Embassy Rome,SECRET,,HEAD,"He said ""no"".\nAnd left."\n'
    path.write_text("number,date,id,origin,class,refs,header,body\n" + bare.format(1, 1) + bare.format(2, 2))
    found, skipped = take(path)
    assert "column names" in skipped["copy.csv#number"]
    assert [d.site.id for d in found if d.site] == ["03ROME1", "03ROME2"]
    assert found[0].text == 'HEAD\nHe said "no".\nAnd left.'


def test_one_row_in_another_encoding_is_a_guess_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "cables.csv"
    path.write_bytes(row(1, body="café").encode() + row(2, body="café").encode("latin-1"))
    found, _ = take(path)
    assert [document.encoding for document in found] == ["utf-8", "cp1252"]
    assert {document.text for document in found} == {"HEAD\ncafé"}
