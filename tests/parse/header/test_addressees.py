"""Addressee lines: as a rule one a line, yet glued, broken, numbered or exempting too."""

from __future__ import annotations

import pytest

from cableview.model.cable import Addressee
from cableview.parse.header.addressees import read_addressees

_WASHINGTON = Addressee("SECSTATE WASHDC", "RUEHC", None, "1234")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("RUEHC/SECSTATE WASHDC 1234", [_WASHINGTON]),
        ("RUEHC/SECSTATE WASHDC 1234\nBT\n", [_WASHINGTON]),
        ("RUEHC/SECSTATE WASHDC 1234\nBT\nUNCLAS", [_WASHINGTON]),
        ("RUEHC/SECSTATE WASHDC 1234 BT", [_WASHINGTON]),
        ("SECSTATE WASHDC BT", [Addressee("SECSTATE WASHDC")]),
        ("  RUEHC/SECSTATE  WASHDC 1234  \n\n", [_WASHINGTON]),
        ("RUEHC/SECSTATE WASHDC\n1234", [_WASHINGTON]),
        ("AMEMBASSY OSLO PRIORITY", [Addressee("AMEMBASSY OSLO", None, "PRIORITY")]),
        (
            "AMEMBASSY OSLO NIACT IMMEDIATE 0012",
            [Addressee("AMEMBASSY OSLO", None, "NIACT IMMEDIATE", "0012")],
        ),
        ("AMEMBASSY OSLO PRIORITY 7", [Addressee("AMEMBASSY OSLO", None, "PRIORITY", "7")]),
        (
            "RUEHC/SECSTATE WASHDC 1234RUEHNY/AMEMBASSY OSLO 12",
            [_WASHINGTON, Addressee("AMEMBASSY OSLO 12", "RUEHNY")],
        ),
        ("AMEMBASSY OSLO 12", [Addressee("AMEMBASSY OSLO 12")]),
        ("BTWASH OSLO", [Addressee("BTWASH OSLO")]),
        ("SADC POSTS\nXMT AMEMBASSY ROME", [Addressee("SADC POSTS", exempt=("AMEMBASSY ROME",))]),
        ("", []),
    ],
)
def test_addressees_are_read_a_line_each(value: str, expected: list[Addressee]) -> None:
    assert list(read_addressees(value)) == expected
