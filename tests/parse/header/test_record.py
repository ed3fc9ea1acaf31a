from __future__ import annotations

from dataclasses import fields

from cableview.model.cable import Cable
from cableview.parse.header.record import SHARED, Header


def test_a_cable_begins_with_the_fields_of_its_header() -> None:
    assert Header._fields[:SHARED] == tuple(field.name for field in fields(Cable))[:SHARED]
    assert Header._fields[SHARED] == "problems"
