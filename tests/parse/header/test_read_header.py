"""Whole headers: order, glue, wrapping, absence and repetition of the fields."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.model.site import SiteRecord
from cableview.parse.clean import find_changes
from cableview.parse.header import Header, read_header
from cableview.parse.working import Working, apply_changes
from cableview.resources import resource_dir

COMMON = """VZCZCXYZ1234
PP RUEHC RUEHBJ
DE RUEHNY #0400/01 1671201
ZNY CCCCC ZZH
P 151200Z JUN 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 1234
INFO RUEHBJ/AMEMBASSY BEIJING IMMEDIATE 0456
RUEHLM/AMEMBASSY LIMA
C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000400

SIPDIS

DEPT FOR EUR/NB

E.O. 12958: DECL: 06/15/2018
TAGS: PREL PGOV NO
SUBJECT: (C) FISH AND
THE SEA

REF: A. LIMA 12
     B. 07 OSLO 7

Classified By: Ambassador Jane Q. Doe for reasons 1.4 (b) and (d).

1. (C) The body.
"""


TOP = "R 151200Z JUN 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\n"


def _working(raw: str) -> Working:
    return apply_changes(raw, find_changes(raw))


def _read(raw: str, site: SiteRecord | None = None) -> tuple[Header, str]:
    working = _working(raw)
    header = read_header(working, site)
    return header, working.text[header.end :].strip()


def test_the_common_header() -> None:
    header, body = _read(COMMON)
    assert (header.id, header.printed_id, header.transmission_id) == (
        "08OSLO400",
        "OSLO 000400",
        "VZCZCXYZ1234",
    )
    assert (header.sent, header.precedence) == (datetime(2008, 6, 15, 12, tzinfo=UTC), "PRIORITY")
    assert (header.sender, header.classification, header.captions) == (
        "AMEMBASSY OSLO",
        "CONFIDENTIAL",
        ("SIPDIS",),
    )
    assert [(a.name, a.route, a.precedence, a.number) for a in (*header.to, *header.info)] == [
        ("SECSTATE WASHDC", "RUEHC", "PRIORITY", "1234"),
        ("AMEMBASSY BEIJING", "RUEHBJ", "IMMEDIATE", "0456"),
        ("AMEMBASSY LIMA", "RUEHLM", None, None),
    ]
    assert (header.passing, header.declassify_on) == ("DEPT FOR EUR/NB", date(2018, 6, 15))
    assert (header.tags, header.subject, header.subject_marking) == (
        ("PREL", "PGOV", "NO"),
        "FISH AND THE SEA",
        "C",
    )
    assert [(r.label, r.id) for r in header.references] == [("A", "08LIMA12"), ("B", "07OSLO7")]
    assert header.classified_by is not None
    assert (header.classified_by.name, header.classified_by.title) == ("Jane Q. Doe", "Ambassador")
    assert (header.reasons, header.problems, header.doubled) == (("b", "d"), (), None)
    assert body == "1. (C) The body."


def test_every_span_says_what_was_read() -> None:
    text = _working(COMMON).text
    spans = dict(read_header(_working(COMMON), None).spans)
    assert text[slice(*spans["tags"])].split() == ["PREL", "PGOV", "NO"]
    assert text[slice(*spans["id"])] == "OSLO 000400"
    assert text[slice(*spans["from"])] == "AMEMBASSY OSLO"


def test_one_long_line_reads_like_many_short_ones() -> None:
    glued = " ".join(COMMON.split())
    header, body = _read(glued)
    lined, _ = _read(COMMON)
    for field in ("id", "sent", "sender", "to", "info", "captions", "passing", "tags", "subject", "reasons"):
        assert getattr(header, field) == getattr(lined, field), field
    assert [r.id for r in header.references] == [r.id for r in lined.references]
    assert body == "1. (C) The body."


def test_number_and_classification_glued() -> None:
    header, _ = _read(COMMON.replace("LIMA\nC O N", "LIMA 0078C O N"))
    assert (header.id, header.info[-1].number) == ("08OSLO400", "0078")


@pytest.mark.parametrize(
    ("line", "own", "classification"),
    [
        ("UNCLAS OSLO 000400", "08OSLO400", "UNCLASSIFIED"),
        ("UNCLASSIFIED SECTION 01 OF 02 OSLO 400", "08OSLO400", "UNCLASSIFIED"),
        ("S E C R E T OSLO 000400", "08OSLO400", "SECRET"),
        ("O N F I D E N T I A L OSLO 000400", "08OSLO400", "CONFIDENTIAL"),
        ("S e c r e t oslo 000400", "08OSLO400", "SECRET"),
        ("C O N F I D E N T I A L SECTON 01 OF 02 OSLO 000400", "08OSLO400", "CONFIDENTIAL"),
        ("C O N F I D E N T I A L 01 OF 02 OSLO 000400", "08OSLO400", "CONFIDENTIAL"),
        ("UNCLAS E F T O OSLO 000400", "08OSLO400", "UNCLASSIFIED"),
        ("UNCLAS SENSITIVE OSLO 000400", "08OSLO400", "UNCLASSIFIED"),
        ("CONFIDENTIAL OSLO 00400", "08OSLO400", "CONFIDENTIAL"),
        ("LIMITED OFFICIAL USE OSLO 0400", "08OSLO400", "LIMITED OFFICIAL USE"),
        ("S E C R E T PORT OF\nSPAIN 000400", "08PORTOFSPAIN400", "SECRET"),
        ("UNCLAS ULTIMATHULE 000400", "08ULTIMATHULE400", "UNCLASSIFIED"),
    ],
)
def test_classification_lines(line: str, own: str, classification: str) -> None:
    header, _ = _read(f"{TOP}{line}\n\nSUBJECT: FISH\n\n1. Body.\n")
    assert (header.id, header.classification, header.subject) == (own, classification, "FISH")


def test_without_a_post_the_de_line_names_the_cable() -> None:
    header, _ = _read(
        "DE RUEHBJ #0400 1671200\nR 151200Z JUN 08\nFM AMEMBASSY BEIJING\nTO SECSTATE WASHDC\n\n"
        "S E C R E T\n\nSIPDIS\nSUBJECT: FISH\n\n1. Body.\n"
    )
    assert (header.id, header.captions, header.subject) == ("08BEIJING400", ("SIPDIS",), "FISH")


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (
            (
                "TAGS: PREL NO\nE.O. 12958: N/A\nSUBJECT: FISH\n"
                "Classified By: Jane Doe, reasons 1.4 (b).\nREF: LIMA 12\n"
            ),
            "",
        ),
        (
            (
                "E.O. 12958: N/A TAGS: PREL NO SUBJECT: FISH REF: LIMA 12 CLASSIFIED BY: Jane Doe, "
                "reasons 1.4 (b).\n"
            ),
            "",
        ),
        (
            (
                "E.o. 12958: decl: n/a\nTags: prel, no\nSubject: FISH\nRef: Lima 12\n"
                "Classified by Jane Doe for 1.4 (b)\n"
            ),
            "",
        ),
        (
            (
                "EO 12958 N/A\nTAGS PREL NO\nSUBJECT FISH\nREF LIMA 12\n"
                "CLASSIFIED BY JANE DOE, REASON 1.4 (b)\n"
            ),
            "",
        ),
        (
            (
                "TGS: PREL\nNO\nUBJECT: \n\nFISH\n\nREFTEL: LIMA 12\n\n\n"
                "Classified By: Jane Doe. Rea \n \nsons 1.4 (b)\n"
            ),
            "",
        ),
        (
            "TAGS: PREL NO\nSUBJECT: FISHREF: LIMA 12Classified By: Jane Doe for 1.4 (b)\n",
            "",
        ),
        (
            "TAGS: PREL NO\nSUBJECT: FISH\n-----\nREF: LIMA 12\n-----\nClassified by Jane Doe, 1.4 (b)\n",
            "",
        ),
        (
            (
                "TAGS: PREL NO\nSUBJECT: FISH\n\nSENSITIVE BUT UNCLASSIFIED\n\nREF: LIMA 12\n"
                "Classified by Jane Doe 1.4 b\n"
            ),
            "",
        ),
        (
            (
                "TAGS: PREL NO\nSUBJECT: FISH\nREF: LIMA 12\n\n"
                "1. (U) Classified by Jane Doe, reason 1.4 (b).\n\n"
            ),
            "1. (U) Cl",
        ),
    ],
)
def test_order_spelling_and_glue_of_the_fields(fields: str, body: str) -> None:
    header, rest = _read(f"{TOP}UNCLAS OSLO 000400\n\n{fields}\n2. Body.\n")
    assert header.tags == ("PREL", "NO")
    assert header.subject == "FISH"
    assert [r.id for r in header.references] == ["08LIMA12"]
    assert header.classified_by is not None
    assert header.classified_by.name.lower() == "jane doe"
    assert header.reasons == ("b",)
    assert rest.startswith(body or "2. Body.")


@pytest.mark.parametrize(
    "body",
    [
        "The fish of the sea have been counted.\nREF: is discussed below.",
        "Summary\n-------\n\n1. (C) The fish.",
        "SUMMARY: THE FISH.\nEND SUMMARY",
        "¶1. (C) The fish.",
        "11. (C) The fish.",
        "- 11. (C) The fish.",
        "1.The fish.",
        " 1 (SBU) The fish.",
        "FISHERIES\n---------\n1. The fish.",
    ],
)
def test_the_end_swallows_no_body(body: str) -> None:
    _, rest = _read(f"{TOP}UNCLAS OSLO 000400\n\nSUBJECT: FISH\nREF: LIMA 12\n\n{body}\n")
    assert rest.lstrip("- ").startswith(body.lstrip("- ")[:8])


def test_captions_passing_and_a_corrected_copy() -> None:
    header, _ = _read(
        TOP + "UNCLAS OSLO 000400\n\n"
        "C O R R E C T E D  C O P Y (SUBJECT LINE,\nTAGS, CLASSIFIED BY)\n\nSENSITIVE\nSIPDIS NOFORN\n\n"
        "DEPT FOR EUR/NB\nLIMA FOR POL\n\nTAGS: PREL\nSUBJECT: FISH\n\n1. Body.\n"
    )
    assert header.captions == ("CORRECTED COPY", "SENSITIVE", "SIPDIS", "NOFORN")
    assert header.passing == "DEPT FOR EUR/NB\nLIMA FOR POL"
    assert (header.tags, header.subject, header.classified_by) == (("PREL",), "FISH", None)


def test_collectives_exempt_posts_and_old_distribution_lists() -> None:
    header, _ = _read(
        "ORIGIN L-03\nINFO OCT-01 ISO-00 /019 R\n--------------------- 281618Z 011536 /44\nZ 281605Z DEC 76\n"
        "FM SECSTATE WASHDC\nTO ALL POSTS COLLECTIVE NIACT IMMEDIATE\nXMT AMCONSUL NAHA\nAMEMBASSY LIMA\n"
        "INFO AMEMBASSY OSLO PIORITY\n\nLIMITED OFFICIAL USE STATE 311722 TOSEC 340058\n\n"
        "SUBJECT: FISH\n\n1. BODY\n"
    )
    (post,) = header.to
    assert (post.precedence, post.exempt) == ("NIACT IMMEDIATE", ("AMCONSUL NAHA", "AMEMBASSY LIMA"))
    assert [(a.name, a.precedence) for a in header.info] == [("AMEMBASSY OSLO", "PRIORITY")]
    assert (header.id, header.passing) == ("76STATE311722", None)


def test_a_partial_extract_and_a_site_head() -> None:
    header, body = _read(
        "02OSLO400\nFish\nWed Nov 13 00:00:00 +0100 2002\nCONFIDENTIAL//NOFORN\nEmbassy Oslo\n"
        "This record is a partial extract of the original cable. The full text of the original cable is not "
        "available.C O N F I D E N T I A L OSLO 000400\n\nSUBJECT: FISH\n\n1. Body.\n"
    )
    assert (header.id, header.subject, body) == ("02OSLO400", "FISH", "1. Body.")
    assert header.sent == datetime(2002, 11, 13, tzinfo=UTC)
    assert header.site is not None
    assert (header.site.created, header.site.origin) == (datetime(2002, 11, 13), "Embassy Oslo")  # noqa: DTZ001
    assert header.problems == ()


def test_dump_residue_before_the_real_cable() -> None:
    header, body = _read("UNCLAS OSLO 000400\n\n------\nid: 1234\nrefid: 08OSLO400\nheader:\n" + COMMON)
    assert (header.transmission_id, header.subject, body) == (
        "VZCZCXYZ1234",
        "FISH AND THE SEA",
        "1. (C) The body.",
    )


def test_a_doubled_header_is_one() -> None:
    start = COMMON.index("C O N F")
    block = COMMON[start : COMMON.index("1. (C)")]
    raw = COMMON.replace("1. (C) The", block + "1. (C) The")
    header, body = _read(raw)
    assert header.doubled is not None
    assert _working(raw).text[slice(*header.doubled)].strip() == block.strip()
    assert body == "1. (C) The body."


def test_disagreements_are_problems() -> None:
    site = SiteRecord(id="08OSLO401", created=datetime(2008, 6, 16, 12), classification="SECRET")  # noqa: DTZ001
    header, _ = _read(COMMON.replace("#0400/01 167", "#0399/01 166"), site)
    assert [problem.field for problem in header.problems] == ["sent", "id", "id", "sent", "classification"]
    assert header.id == "08OSLO400"


@pytest.mark.parametrize(
    "raw", ["", "\n\n", "The quick brown fox.", "1. (C) Fox.\nREF: LIMA 12\n", "REF", "SUBJECT:"]
)
def test_texts_that_are_no_cable(raw: str) -> None:
    header, _ = _read(raw)
    assert header.id is None
    assert header.end <= len(raw)


@pytest.mark.parametrize(
    "name", ["07BEIJING2896", "08BEIJING3039", "08BEIJING1050", "07BEIJING5039", "08BEIJING2648"]
)
def test_the_seeds(name: str) -> None:
    raw = (resource_dir("seeds") / f"{name}.txt").read_bytes().decode("utf-8")
    header, body = _read(raw)
    assert header.id == name
    assert (header.sender, header.to[0].name) == ("AMEMBASSY BEIJING", "SECSTATE WASHDC")
    assert header.classified_by is not None
    assert set(header.reasons) >= {"b", "d"}
    assert header.subject
    assert header.problems == ()
    assert body.startswith(("1", "¶1", "Summary"))


@given(st.text(max_size=300))
def test_hostile_text_never_raises(raw: str) -> None:
    header, _ = _read(raw)
    assert header.end >= 0


@given(st.permutations(COMMON.splitlines(keepends=True)), st.integers(0, 900))
def test_a_shuffled_and_cut_header_never_raises(lines: list[str], cut: int) -> None:
    working = _working("".join(lines)[:cut])
    header = read_header(working, None)
    for _, (start, end) in header.spans:
        assert 0 <= start <= end <= len(working.text)
