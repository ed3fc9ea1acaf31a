"""Labels as drafters misspelt and punctuated them, and where the values behind them begin and end."""

from __future__ import annotations

import pytest

from cableview.parse.clean import find_changes
from cableview.parse.header import Header, read_header
from cableview.parse.working import apply_changes

ABOVE = "R 151200Z JUN 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\nC O N F I D E N T I A L OSLO 000400\n\n"
BODY = "1. (C) Body.\n\n2. (C) More of it.\n"


def _read(fields: str, body: str = BODY) -> tuple[Header, str]:
    raw = f"{ABOVE}{fields}\n\n{body}"
    working = apply_changes(raw, find_changes(raw))
    header = read_header(working, None)
    return header, working.text[header.end :].strip()


@pytest.mark.parametrize(
    "tags",
    [
        "TAGS- PREL, PGOV, NO",
        "TGAS: PREL, PGOV, NO",
        "T AGS: PREL, PGOV, NO",
        "TAGS:\nPREL, PGOV, NO",
        "TAGS:\n\nPREL, PGOV, NO",
        "TAGS: PREL, PGOV,\n\nNO",
        "TAGS: PREL PGOV\n\nNO",
        "TAGS: PREL, PGOV, NO\nDEPT FOR EUR/NB",
        "TAGS; PREL, PGOV, NO",
    ],
)
def test_tags(tags: str) -> None:
    header, _ = _read(f"E.O. 12958: N/A\n{tags}\nSUBJECT: FISH")
    assert (header.tags, header.subject) == (("PREL", "PGOV", "NO"), "FISH")


def test_names_of_visitors_in_a_line_of_their_own() -> None:
    header, _ = _read("TAGS: OVIP\n(ROOSEVELT, FRANKLIN D.); PREL;\nNO SUBJECT: FISH AND THE SEA\n")
    assert (header.tags, header.subject) == (
        ("OVIP", "ROOSEVELT, FRANKLIN D.", "PREL", "NO"),
        "FISH AND THE SEA",
    )


@pytest.mark.parametrize(
    "fields",
    [
        "E.O. 12958: N/A TAGS; PREL, NO SUBJECT - FISH",
        "E.O. 12958: N/A TAGS NO, PREL\nSUBJECT: FISH",
        "E.O. 12958: N/A SUBJECT - FISH\nTAGS: PREL NO",
    ],
)
def test_labels_with_other_signs_inside_a_line(fields: str) -> None:
    header, _ = _read(fields)
    assert (sorted(header.tags), header.subject) == (["NO", "PREL"], "FISH")


@pytest.mark.parametrize(
    "reference",
    [
        "REF'S: LIMA 12",
        "REF, LIMA 12",
        "REF- LIMA 12",
        "(U) REF: LIMA 12",
        "REF : LIMA 12",
        "REF (A): LIMA 12",
        "REFTEL LIMA 12",
        "REFTEL: LIMA 12",
        "RFF: LIMA 12",
        "REFF: LIMA 12",
        "RETEL: LIMA 12",
        "REFTLE: LIMA 12",
    ],
)
def test_references(reference: str) -> None:
    header, body = _read(f"TAGS: PREL NO\nSUBJECT: FISH\n\n{reference}")
    assert [entry.id for entry in header.references] == ["08LIMA12"]
    assert (header.subject, body) == ("FISH", BODY.strip())


@pytest.mark.parametrize(
    "items",
    [
        "A - LIMA 12\n\nB - 07 OSLO 7",
        "[A] LIMA 12 [B]\n\nOSLO 00000400  001.2 OF 003\n\n\n07 OSLO 7",
        "a. lima 12 b.\n\nOSLO 00000400  001.2 OF 003\n\n\n07 oslo 7",
        "\n\nLIMA #12; 07 OSLO 7",
        "A. LIMA\n12 (C) B. 07 OSLO 7",
        "(A) LIMA 12 (ELECTIONS: ROUND\n2) (B) 07 OSLO 7",
    ],
)
def test_lists_of_references_that_break_off(items: str) -> None:
    header, body = _read(f"TAGS: PREL NO\nSUBJECT: FISH\n\nREF: {items}")
    assert [entry.id for entry in header.references] == ["08LIMA12", "07OSLO7"]
    assert body == BODY.strip()


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        ("SUBJECT: FISH; \n    1) COD; 2) TUNA; \n    3) HERRING", "FISH; 1) COD; 2) TUNA; 3) HERRING"),
        ("SUBJECT: FISH\n(ENTIRE TEXT SENSITIVE BUT UNCLASSIFIED)", "FISH"),
        ("SUBJECT: FISH\nDERIVED FROM: MULTIPLE SOURCES", "FISH"),
        ("SUBJECT: FISH (C)", "FISH"),
        ("SUBJECT: FISH ¶REF: LIMA 12", "FISH"),
        ("SUBJECT: FISH AND\nSENSITIVE SHORES", "FISH AND SENSITIVE SHORES"),
        ("SUBJECT: FISH: A\nSUMMARY OF THE WEEK", "FISH: A SUMMARY OF THE WEEK"),
        ("SUBJECT: FISH\nSENSITIVE", "FISH"),
        ("SUBEJCT: FISH", "FISH"),
        ("SUBJECT: FISH OF THE\n\n\nNORTH SEA", "FISH OF THE NORTH SEA"),
        ("SUBJECT: FISH OF THE\nNorth Sea and its shores", "FISH OF THE North Sea and its shores"),
    ],
)
def test_a_subject_ends_where_its_words_end(lines: str, subject: str) -> None:
    header, body = _read(f"TAGS: PREL NO\n{lines}")
    assert (header.subject, body) == (subject, BODY.strip())


def test_a_numbered_paragraph_does_not_continue_a_subject() -> None:
    header, body = _read("TAGS: PREL NO\nSUBJECT: FISH", body="1) COD IS DEAR.\n")
    assert (header.subject, body) == ("FISH", "1) COD IS DEAR.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Class By: DCM Jane Doe, reason 1.4 (b)",
        "This cable was classified by DCM Jane Doe for reason 1.4 (b).",
        "Classified By: DCM Jane Doe, reason 1.\n4 b and d",
        "Classified By: DCM Jane Doe for reasons E.O.\n12958 1.4 (b)",
        "CLASSIFIED BY: DCM Jane Doe\nREASON: 1.4 (b)\nDERIVED FROM: SGL 05-1\nDECLASSIFY ON: 20180615",
    ],
)
def test_who_classified(sentence: str) -> None:
    header, body = _read(f"TAGS: PREL NO\nSUBJECT: FISH\n\n{sentence}")
    assert header.classified_by is not None
    assert (header.classified_by.name, body) == ("Jane Doe", BODY.strip())


def test_who_classified_in_the_first_paragraph() -> None:
    first = "1. (U) This cable was classified by DCM Jane Doe for reason 1.4 (b).\n\n2. (C) Body.\n"
    header, body = _read("TAGS: PREL NO\nSUBJECT: FISH", body=first)
    assert header.classified_by is not None
    assert (header.classified_by.name, header.reasons, body) == ("Jane Doe", ("b",), first.strip())


def test_a_page_break_in_the_reasons() -> None:
    header, body = _read("SUBJECT: FISH\n\nClassified By: DCM Jane Doe for reasons 1.4 (b)\n\nand (d).")
    assert (header.reasons, body) == (("b", "d"), BODY.strip())


def test_a_double_spaced_copy() -> None:
    fields = "E.O. 12958: N/A\nTAGS: PREL,\nNO\nSUBJECT: FISH\nAND THE SEA\n\nREF: A. LIMA 12\n    B. ROME 7"
    raw = f"{ABOVE}{fields}\n\nSUMMARY\n\n{BODY}".replace("\n", "\n\n")
    working = apply_changes(raw, find_changes(raw))
    header = read_header(working, None)
    assert (header.tags, header.subject) == (("PREL", "NO"), "FISH AND THE SEA")
    assert [entry.id for entry in header.references] == ["08LIMA12", "08ROME7"]
    assert working.text[header.end :].split()[0] == "SUMMARY"


def test_a_spaced_word_glued_to_the_addresses() -> None:
    raw = ABOVE.replace("WASHDC\n\n", "WASHDC PRIORITY") + BODY
    header = read_header(apply_changes(raw, find_changes(raw)), None)
    assert (header.id, header.to[0].name, header.to[0].precedence) == (
        "08OSLO400",
        "SECSTATE WASHDC",
        "PRIORITY",
    )


@pytest.mark.parametrize(
    ("addresses", "to", "info"),
    [
        ("   FM AMEMBASSY OSLO\n   TO HQ RAMSTEIN 0012\n   INFO CIA WASHDC", "HQ RAMSTEIN", "CIA WASHDC"),
        (
            "FM AMEMBASSY OSLO TO RHFPAAA/HQ RAMSTEIN//POLAD// INFO CIA WASHDC BT",
            "HQ RAMSTEIN//POLAD//",
            "CIA WASHDC",
        ),
    ],
)
def test_indented_and_glued_addresses(addresses: str, to: str, info: str) -> None:
    raw = f"R 151200Z JUN 08\n{addresses}\nUNCLAS OSLO 000400\n\n{BODY}"
    header = read_header(apply_changes(raw, find_changes(raw)), None)
    assert ([item.name for item in header.to], [item.name for item in header.info]) == ([to], [info])


def test_a_zero_in_the_spaced_word() -> None:
    raw = ABOVE.replace("C O N F", "C 0 N F") + BODY
    assert read_header(apply_changes(raw, find_changes(raw)), None).id == "08OSLO400"


@pytest.mark.parametrize("ending", [" OF THE", ":", ' "ALL"', " (COD)", " AND U.S.", " -"])
@pytest.mark.parametrize(
    "page", ["OSLO 00000400  002 OF 003", "CONFIDENTIAL\nCONFIDENTIAL\n\nPAGE 02 OSLO 00400 01 OF 02 071042Z"]
)
def test_a_page_header_in_a_subject_does_not_end_it(ending: str, page: str) -> None:
    header, body = _read(f"TAGS: PREL NO\nSUBJECT: FISH{ending}\n\n{page}\n\n\nAND CHIPS\nREF: LIMA 12")
    assert (header.subject, body) == (f"FISH{ending} AND CHIPS", BODY.strip())
    assert [entry.id for entry in header.references] == ["08LIMA12"]
