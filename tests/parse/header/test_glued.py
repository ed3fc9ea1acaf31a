"""Labelled fields that share lines, and lines that only look like a label."""

from __future__ import annotations

import pytest

from cableview.parse.clean import find_changes
from cableview.parse.header import Header, read_header
from cableview.parse.working import apply_changes

ABOVE = """R 151200Z JUN 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

C O N F I D E N T I A L OSLO 000400

SIPDIS

"""
BELOW = "\n\n1. (C) Body.\n"


def _read(fields: str) -> Header:
    raw = ABOVE + fields + BELOW
    return read_header(apply_changes(raw, find_changes(raw)), None)


@pytest.mark.parametrize(
    "fields",
    [
        """E.O. 12958: N/A TAGS PREL, NO SUBJ: FISH AND THE SEA REF: LIMA 12 (U) Classified By: DCM Jane
Doe, reason 1.4 (b)""",
        """E.O. 12958: N/A TAGS: PREL NOSUBJECT: FISH AND
THE SEA Classified By: DCM Jane Doe, reason 1.4 (b) REFTEL: LIMA 12""",
        """E.O. 12958: N/A
TAGS: PREL NO
SUBJECT: FISH AND
THE SEA REFS: LIMA 12 Classified By: DCM Jane Doe for
reasons 1.4 (b)""",
        """TAGS - PREL NO
E.O. 12958: N/A
SUBJECT: FISH AND
THE SEA
REF LIMA 12
Classified By: DCM Jane Doe under
E.O. 12958 1.4 (b)""",
        """TAGS: PREL NO
SUBJECT: FISH AND THE SEA
* * * *
REF: LIMA 12
Classified By: DCM Jane Doe under E.O.
12958 1.4 (b)""",
    ],
)
def test_fields_in_one_line(fields: str) -> None:
    header = _read(fields)
    assert (header.tags, header.subject) == (("PREL", "NO"), "FISH AND THE SEA")
    assert [reference.id for reference in header.references] == ["08LIMA12"]
    assert header.classified_by is not None
    assert (header.classified_by.name, header.reasons) == ("Jane Doe", ("b",))


def test_a_subject_may_hold_words_of_labels() -> None:
    assert _read("SUBJECT: FISH AND\nTAGS OF THE SEA").subject == "FISH AND TAGS OF THE SEA"
    assert _read("SUBJECT: FISH AND\nREFORM OF THE SEA").subject == "FISH AND REFORM OF THE SEA"


def test_a_surname_that_ends_like_the_word_reasons() -> None:
    header = _read("Classified By: Consul, Jane Patterson under E.O.\n12958 1.4 (b) and (d)")
    assert header.classified_by is not None
    assert (header.classified_by.name, header.reasons) == ("Jane Patterson", ("b", "d"))


def test_a_name_wrapped_at_its_hyphen() -> None:
    header = _read("Classified By: DCM Hassan al-\nRashid, per 1.4 (b)")
    assert header.classified_by is not None
    assert header.classified_by.name == "Hassan al-Rashid"
