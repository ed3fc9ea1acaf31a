"""A cable against itself: every check in each of its states."""

from __future__ import annotations

from datetime import datetime

import pytest

from cableview.model.site import SiteRecord
from cableview.parse import parse_text
from cableview.versions import Check, State, consistency
from tests.support.versions import OLD_BODY, version

TEXT = version(OLD_BODY)
DOUBLE = TEXT.index("C O N F I D E N T I A L")
BLOCK = TEXT[DOUBLE : TEXT.index("Classified By")]


def checks(text: str, site: SiteRecord | None = None) -> dict[str, Check]:
    return {check.name: check for check in consistency(parse_text(text, site), text)}


def site(
    name: str = "08ROME200", at: str = "2008-02-03 09:09", classification: str = "CONFIDENTIAL"
) -> SiteRecord:
    return SiteRecord(id=name, created=datetime.fromisoformat(at), classification=classification)


def test_a_sound_cable_agrees_with_itself() -> None:
    states = {name: check.state for name, check in checks(TEXT, site()).items()}
    assert states.pop("Doubled header") is State.UNKNOWN
    assert set(states.values()) == {State.OK}


def test_without_anything_to_compare_nothing_is_known() -> None:
    found = checks("Nothing but words.")
    assert {check.state for check in found.values()} == {State.UNKNOWN}
    assert found["Julian day"].detail == "no DE line, no date-time group"


@pytest.mark.parametrize(
    ("name", "text", "record", "detail"),
    [
        ("Julian day", TEXT.replace(" 0340905", " 0350905"), None, "day 35"),
        ("Time", TEXT.replace(" 0340905", " 0341105"), None, "1105"),
        ("Time", TEXT.replace(" 0340905", " 0340859"), None, "0859"),
        ("Serial", TEXT.replace("#0200/01", "#0201/01"), None, "201"),
        ("Site's number", TEXT, site(name="08ROME201"), "08ROME201"),
        ("Site's date", TEXT, site(at="2008-02-04 09:09"), "2008-02-04"),
        ("Site's date", TEXT, site(at="2008-02-03 21:09"), "hour 21"),
        ("Site's class", TEXT, site(classification="SECRET//NOFORN"), "SECRET//NOFORN"),
        ("References", TEXT.replace("08 ROME 100", "08 ROME 1000"), None, "08ROME1000"),
        ("References", TEXT.replace("08 ROME 100", "A. 09 STATE 5\nB. 99 STATE 7"), None, "09STATE5."),
        ("Doubled header", TEXT.replace(BLOCK, BLOCK + BLOCK.replace("PORTS", "PIERS")), None, "another"),
    ],
)
def test_a_disagreement_is_named(name: str, text: str, record: SiteRecord | None, detail: str) -> None:
    found = checks(text, record)
    assert found[name].state is State.DISAGREES
    assert detail in found[name].detail
    others = [check for check in found.values() if check.name != name]
    assert not [check for check in others if check.state is State.DISAGREES]


def test_a_doubled_header_that_is_equal_agrees() -> None:
    assert checks(TEXT.replace(BLOCK, BLOCK + BLOCK))["Doubled header"].state is State.OK


def test_a_message_may_leave_somewhat_later() -> None:
    assert checks(TEXT)["Time"] == Check("Time", State.OK, "sent 5 min later")
