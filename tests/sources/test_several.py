"""Texts that hold more than one cable."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview.model.document import Document
from cableview.parse import parse_document
from cableview.sources.several import cables_of
from tests.support.cable_text import seed_texts
from tests.support.taking import take

OSLO = """R 061412Z JAN 75
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 7654

CONFIDENTIAL OSLO 00217

E.O. 11652: GDS
TAGS: PFOR, NO
SUBJECT: A VISIT

1. ALL WENT WELL.
{end}"""
ROME = """P 071200Z JAN 75
FM AMEMBASSY ROME
TO SECSTATE WASHDC 1234

UNCLAS ROME 00112

E.O. 11652: N/A
TAGS: PFOR, IT
SUBJECT: ANOTHER VISIT

1. THIS ONE TOO.
ROE
"""
PAGE = """CONFIDENTIAL

PAGE 01        {post}  {count}061530Z

47
ACTION EUR-12

INFO  OCT-01  ISO-00  /041 W
"""
DASHES = "                  --------------------- 012345\n"


def ids(text: str) -> list[str | None]:
    return [parse_document(document).id for document in cables_of(Document("all.txt", text))]


@pytest.mark.parametrize(
    "between",
    [
        "DOE\n\nNNNN\n\n",
        "DOE\n\n",
        "ALL HERE SAY SO. DOE\n\n",
        "End Cable Text\n",
        "ENOUGH\n==========\n",
        "AS WE SAID\n\nVZCZCXYZ0001\nPP RUEHWEB\nDE RUEHRO #0112 0071200\nZNR UUUUU ZZH\n",
        "AS WE SAID\n" + PAGE.format(post="ROME", count="00112  ") + DASHES,
        "AS WE SAID\n75ROME112\nANOTHER VISIT\nTue Jan 07 00:00:00 +0100 1975\nUNCLASSIFIED\nEmbassy Rome\n",
        "AS WE SAID\nIdentifier\nCreated\nClassification\nOrigin\n1975ROME00112_b\n1975-01-07 12:00:00\n",
    ],
)
def test_two_cables_in_one_text_are_two_documents(between: str) -> None:
    text = OSLO.format(end=between) + ROME
    found = list(cables_of(Document("all.txt", text)))
    assert [document.name for document in found] == ["all.txt#1", "all.txt#2"]
    assert "".join(document.text for document in found) == text
    assert ids(text) == ["75OSLO217", "75ROME112"]
    assert not any(document.problems for document in found)
    assert parse_document(found[1]).signers == ("ROE",)


def test_a_header_that_may_be_quoted_stays_and_is_named() -> None:
    text = (
        OSLO.format(end="\n2. FOLLOWING IS REPEATED FOR YOU:\n\nQUOTE\n\n")
        + ROME
        + "\nUNQUOTE\n\n3. SO IT IS.\n"
    )
    (document,) = cables_of(Document("all.txt", text))
    (problem,) = document.problems
    assert problem.source is not None
    assert text[slice(*problem.source)] == "P 071200Z JAN 75\nFM AMEMBASSY ROME"
    assert "AMEMBASSY ROME" in problem.message


def test_the_sections_of_a_cable_stay_together() -> None:
    block = OSLO.format(end="")
    text = "".join(
        PAGE.format(post="OSLO", count=f"00217  {count} OF 02  ")
        + DASHES
        + block.replace("CONFIDENTIAL OSLO", f"CONFIDENTIAL SECTION {count} OF 02 OSLO").replace(
            "JAN 75", year
        )
        for count, year in (("01", "JAN 75"), ("02", "JAN 75"))
    )
    (document,) = cables_of(Document("all.txt", text))
    assert document.problems == ()


def test_a_section_behind_a_quoted_header_is_no_cable_of_its_own() -> None:
    second = OSLO.format(end="DOE\n").replace("OSLO 00217", "SECTION 02 OF 02 OSLO 00217")
    text = OSLO.format(end="2. QUOTE\n\n") + ROME.replace("ROE\n", "UNQUOTE, THEY SAID\n\n")
    text += PAGE.format(post="OSLO", count="00217  02 OF 02  ") + DASHES + second
    assert len(list(cables_of(Document("all.txt", text)))) == 1


def test_the_seeds_in_one_file(tmp_path: Path) -> None:
    seeds = seed_texts()
    (tmp_path / "all.txt").write_text("\n\n".join(seeds), encoding="utf-8", newline="")
    found, skipped = take(tmp_path / "all.txt")
    assert not skipped
    assert sorted(str(parse_document(document).id) for document in found) == sorted(
        str(parse_document(Document("one.txt", text)).id) for text in seeds
    )


@pytest.mark.parametrize("text", ["", "FM", "FM A\nFM B\n", "R 061412Z JAN 75\nFM X\n" * 50, *seed_texts()])
def test_one_cable_is_the_same_document(text: str) -> None:
    document = Document("one.txt", text)
    assert list(cables_of(document)) == [document]
