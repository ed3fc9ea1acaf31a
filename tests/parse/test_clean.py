from __future__ import annotations

import pytest

from cableview.model.cable import Change
from cableview.parse.clean import RULES, find_changes
from cableview.parse.working import apply_changes
from tests.support.cable_text import cable


def clean(raw: str) -> tuple[str, list[str]]:
    working = apply_changes(raw, find_changes(raw))
    return working.text, [change.rule for change in working.changes]


@pytest.mark.parametrize(
    ("raw", "text", "rules"),
    [
        ("a\r\nb\rc", "a\nb\nc", ["line-end", "line-end"]),
        ("a\r\n\r\nb", "a\n\nb", ["line-end"]),
        ("page one\x0cpage two", "page one\npage two", ["line-end"]),
        ("one&#x000A;two &amp; three", "one\ntwo & three", ["entity", "entity"]),
        ("AT&T; R&D", "AT&T; R&D", []),
        ("&amp;quot;Yes&amp;quot;", '"Yes"', ["entity", "entity"]),
        ("first \\\nsecond \\\n", "first \nsecond \n", ["backslash", "backslash"]),
        (
            'he said \\"no\\" to the minister\\\'s aide',
            'he said "no" to the minister\'s aide',
            ["backslash"] * 3,
        ),
        ("Reasons $1.4\\ (b/d)$ .", "Reasons 1.4 (b/d) .", ["tex"] * 3),
        ("paid $5 and $6", "paid $5 and $6", []),
        ("Ira\x00nian\x1b[31m", "Iranian[31m", ["control", "control"]),
        ("the minister\x92s plan", "the minister\u2019s plan", ["control"]),
        ("zero\u200bwidth and \u202ebidi stay", "zero\u200bwidth and \u202ebidi stay", []),
        ("TAGS: [PARM](#) [CH](#)", "TAGS: PARM CH", ["markdown-link"] * 4),
        ("[sic] (really)", "[sic] (really)", []),
        ("\n- 11. (S) First.\n- not a number", "\n11. (S) First.\n- not a number", ["markdown-bullet"]),
        ("He agreed\n \nROME 00001196  002 OF 003 \n \n \nto come.", "He agreed\nto come.", ["page-header"]),
        (
            "He agreed.\n\nROME 00001196  001.2 OF 003\n\nShe left.",
            "He agreed.\n\nShe left.",
            ["page-header"],
        ),
        ("over to\n\nUNHRC CAIRO 00001196  002 OF 003\n\nthem", "over to\nthem", ["page-header"]),
        ("at all\n\nPORT AU PR 00002230  003 OF 004\n\ntimes", "at all\ntimes", ["page-header"]),
        (
            "UNCLAS PORT AU PRINCE 002230\n\nat all PORT AU PR 00002230  003 OF 004 times",
            "UNCLAS PORT AU PRINCE 002230\n\nat all times",
            ["page-header"],
        ),
        (
            "they would S E C R E T SECTION 02 OF 03 ROME 001196 SIPDIS look into it",
            "they would look into it",
            ["section-header"],
        ),
        (
            "they would\n\nS E C R E T SECTION 2 OF 2 ROME 1196\n\nlook into it",
            "they would\nlook into it",
            ["section-header"],
        ),
        ("Heading\n\nROME 00001196  002 OF 003\n\n3. (C) x", "Heading\n\n3. (C) x", ["page-header"]),
        ("PREL PGOV ROME 00001196 001.2 OF 003 LY", "PREL PGOV LY", ["page-header"]),
        (
            "B) ROME 227   ROME 00001196 \n\n001.2 OF 003\n\nClassified",
            "B) ROME 227 Classified",
            ["page-header"],
        ),
        (
            "and so\nCONFIDENTIAL\nPAGE 02 HARARE 03759 01 OF 03 111533Z\nit went",
            "and so\nit went",
            ["old-page-header"],
        ),
        ("and so CONFIDENTIAL PAGE 02 ROME 01196 082030Z it went", "and so it went", ["old-page-header"]),
        (
            "so\n\nSECRET\n\nSECRET\n\nPAGE 02 ROME 01196 082030Z\n\nit went",
            "so\nit went",
            ["old-page-header"],
        ),
        ("in\nSECRET\nPAGE 02\nSTATE 042975\nGENEVA", "in\nGENEVA", ["old-page-header"]),
        ("TO PAGE 02        STATE   015113  182333Z \nALL POSTS", "TO ALL POSTS", ["old-page-header"]),
        ("and so\n\nOF 002   \n\nit went", "and so\nit went", ["page-header"]),
        ("TOKYO 00003567  001.2 \nOF 002\n\n1. One", "1. One", ["page-header"]),
        ("2 OF 005 said yes", "2 OF 005 said yes", []),
        ("SECRET PAGE 01 STATE 311722", "SECRET PAGE 01 STATE 311722", []),
        ("see page 02 of it", "see page 02 of it", []),
        ("x\nthe UN Observer plans are here\nQthe UN Observer plans are here\nnow.", None, ["repeated-line"]),
        ("Last words.\nDOE\n\nNNNN\n\nEnd Cable Text", "Last words.\nDOE", ["trailer"]),
        ("Last words.\nDOE\n\n=====CABLE ENDS=====\n\nBT\n#0856\n", "Last words.\nDOE", ["trailer"]),
        ("Last words.\nDOE\n\nShare this cable\n\n facebook - x -", "Last words.\nDOE", ["trailer"]),
        (
            "Last words.\nDOE\n\n          SECRET\n\n>\n 2002ROME01748 - Classification: SECRET\n",
            None,
            ["trailer"],
        ),
        (
            (
                "DOE\n\nCONFIDENTIAL\n\nDeclassified/Released US Department of State "
                "EO Systematic\nReview 30 JUN 2006\n"
            ),
            "DOE",
            ["trailer"],
        ),
        (
            (
                "one\nSheryl P. Walter Declassified/Released US Department of State "
                "EO Systematic Review 20 Mar 2014\ntwo"
            ),
            "one\ntwo",
            ["stamp"],
        ),
        (
            (
                "He said that\n\nUNCLASSIFIED U.S. Department of State Case No. F-2014-00001 "
                "Doc No. C05700001 Date: 09/30/2015\n\nthe talks went on."
            ),
            "He said that\nthe talks went on.",
            ["stamp"],
        ),
        (
            "He agreed.\nUNCLASSIFIED U.S. Department of State Case No. F-2014-00001\n2. (C) They left.",
            "He agreed.\n\n2. (C) They left.",
            ["stamp"],
        ),
        (
            (
                "He said that\nUNCLASSIFIED U.S. Department of State Case No. F-2014-00001\n\x0c"
                "SECRET\nPAGE 02 ROME 01196 082030Z\nthe talks went on."
            ),
            "He said that\nthe talks went on.",
            ["stamp", "old-page-header"],
        ),
        ("Last.\nDOE\n\nSECRET//NOFORN\n\nNNN\n", "Last.\nDOE", ["trailer"]),
        (
            "Last.\nDOE\n\nSECRET\n\nPAGE 02 ROME 01196 082030Z\n\n<< END OF DOCUMENT >>\n",
            "Last.\nDOE",
            ["trailer"],
        ),
        ("Last.\nDOE\n\nSECRET\n\nROME 00001196  002 OF 002\n\nNNNN\n", "Last.\nDOE", ["trailer"]),
        (
            "\n## The Talks\n\n1. (C) **Summary**: So.",
            "\nThe Talks\n\n1. (C) Summary: So.",
            ["markdown-heading", "markdown-bold", "markdown-bold"],
        ),
        ("\n****\nThe Talks ** so far **\n#0123 is it.", "\n****\nThe Talks ** so far **\n#0123 is it.", []),
        (
            "\nid: 11\ndate: 6/19/2007 17:12\nrefid: 07X1\norigin: X\nheader:\nVZCZC",
            "\nVZCZC",
            ["dump-header"],
        ),
    ],
)
def test_rules(raw: str, text: str | None, rules: list[str]) -> None:
    found, names = clean(raw)
    assert names == rules
    if text is not None:
        assert found.strip("\n") == text.strip("\n")


def test_untouched_text_costs_no_change() -> None:
    raw = cable("1. (C) Nothing is wrong with this text; it is 5 OF 6.\n\n2. (C) Nor with this.")
    assert find_changes(raw) == ()


def test_later_sections_lose_the_header_they_repeat() -> None:
    raw = cable(
        "1. (C) The minister said he would\n\n"
        "C O N F I D E N T I A L SECTION 02 OF 02 PANAMA 002648\n\nSIPDIS\n\n"
        "E.O. 12958: DECL: 07/07/2018\nTAGS: PREL PM\nSUBJECT: A SUBJECT\n\ncome back in May."
    )
    text, rules = clean(raw)
    assert rules == ["section-header"]
    assert text.endswith("said he would\ncome back in May.")


def test_later_sections_lose_their_transmission_block_too() -> None:
    raw = cable(
        "1. (C) The minister said he would\n\nCONFIDENTIAL\n\n"
        "PAGE 01        PANAMA  02648  02 OF 02  071100Z\n\nACTION ARA-10\n\nINFO  OCT-01  /041 W\n"
        "O 071042Z JUL 08\nFM AMEMBASSY PANAMA\nTO SECSTATE WASHDC\n\n"
        "C O N F I D E N T I A L SECTION 02 OF 02 PANAMA 002648\n\ncome back in May."
    )
    text, rules = clean(raw)
    assert rules == ["section-header"]
    assert text.endswith("said he would\ncome back in May.")


def test_a_table_row_with_a_second_header_is_skipped() -> None:
    row = (
        "2006-07-07 09:27:00\t06GENEVA1673\tUS Mission Geneva\tCONFIDENTIAL\t06BERN1253\tVZCZCXRO1654\nFM X\t"
    )
    text, rules = clean(f"FM USMISSION GENEVA\nTO SECSTATE{row}C O N F I D E N T I A L GENEVA 001673\n")
    assert rules == ["table-row"]
    assert text == "FM USMISSION GENEVA\nTO SECSTATE\nC O N F I D E N T I A L GENEVA 001673\n"


def test_line_rules_see_what_the_character_rules_repaired() -> None:
    raw = "He agreed\\\n \\\nROME 00001196  002 OF 003 \\\n \\\nto come &amp; stay."
    working = apply_changes(raw, find_changes(raw))
    assert working.text == "He agreed\nto come & stay."
    assert [change.rule for change in working.changes] == ["backslash", "page-header", "entity"]
    start = working.text.index("to come")
    assert working.to_raw(start, start + 7) == (raw.index("to come"), raw.index("to come") + 7)


def test_a_caption_set_into_running_text_goes() -> None:
    text, rules = clean(cable("1. (C) He is Secretary in\nSIPDIS\ncharge of roads."))
    assert rules == ["stray-caption"]
    assert "Secretary in\ncharge of roads." in text


def test_a_caption_set_into_text_in_capitals_goes_but_those_of_a_second_header_stay() -> None:
    text, rules = clean(cable('1. (C) THE TRIP "REAFFIRMED \n \nSIPDIS \nBILATERAL COOPERATION."'))
    assert rules == ["stray-caption"]
    assert '"REAFFIRMED \n \nBILATERAL' in text
    assert find_changes(cable("C O N F I D E N T I A L PANAMA 002648\n\nSIPDIS\n\nPARIS FOR POL\n")) == ()


def test_the_order_of_the_rules_is_fixed() -> None:
    assert [rule.name for rule in RULES] == [
        "tex", "entity", "line-end", "backslash", "control",
        "table-row", "dump-header", "section-header", "page-header", "old-page-header", "trailer", "stamp",
        "markdown-link", "markdown-bold", "markdown-heading", "markdown-bullet",
        "stray-caption", "repeated-line",
    ]  # fmt: skip


def test_changes_never_overlap() -> None:
    raw = cable(
        '1. (C) a\r\n&amp;\r\n\\"ROME 00001196  002 OF 003\r\nSECRET\r\nPAGE 02 ROME 01196 082030Z\r\nNNNN'
    )
    end = 0
    for change in find_changes(raw):
        assert isinstance(change, Change)
        assert change.source[0] >= end
        end = change.source[1]
