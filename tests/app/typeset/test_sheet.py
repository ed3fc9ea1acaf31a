from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cableview.app.typeset import CARD, TAIL, Options, Sheet, typeset
from cableview.app.typeset.cells import cell_width
from cableview.model.anchor import paragraph_hash
from cableview.model.cable import Addressee, Reference
from cableview.model.marks import Flag
from cableview.model.visible import visible
from tests.support.pages import made_page, seed_page


def texts(sheet: Sheet) -> list[str]:
    return [sheet.line(y).text.rstrip() for y in range(sheet.height)]


def names(sheet: Sheet, y: int) -> dict[str, str]:
    line = sheet.line(y)
    return {span.name: line.text[span.start : span.end] for span in line.spans}


def flag(text: str, number: int | None = None, codes: tuple[int, ...] = ()) -> Flag:
    return Flag("f", "01TEST1", number, paragraph_hash(text), text, "", "", codes=codes)


def test_the_card_says_what_a_reader_asks_first() -> None:
    sheet = typeset(seed_page(held_ids=frozenset({"07BEIJING5361"})), 88)
    end = sheet.extent(CARD)[1]
    card = texts(sheet)[: end + 30]
    assert " ".join(card[1].split()) == "SECRET SIPDIS Mon 7 Jul 2008 10:42Z · immediate"
    assert names(sheet, 1)["classification-secret"] == " SECRET "
    assert card[3].startswith("    S  China provides response")
    assert "Embassy Beijing → Secretary of State  +3" in card[5]
    assert card[6].strip() == "PARM  PREL  MTCRE  ETTC  CH  IR  SY"
    rows = {row.split()[0]: row for row in card if row[7:10].strip() in set("ABCDEFGHIJKLM")}
    assert rows["G"].split() == ["G", "07BEIJING5361", "CPEI", "and", "previous"]
    assert rows["A"].split() == ["A", "08BEIJING2550", "LIMMT", "not", "held"]


@pytest.mark.parametrize("width", [20, 31, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("raw", [False, True])
def test_no_row_is_wider_than_the_pane_or_the_measure(width: int, raw: bool) -> None:
    sheet = typeset(seed_page(), width, Options(raw=raw))
    widest = max(cell_width(text) for text in texts(sheet))
    assert widest <= width
    assert sheet.right - sheet.left <= 98


def test_the_column_stands_in_the_middle_of_a_wide_pane() -> None:
    sheet = typeset(seed_page(), 200)
    assert abs(sheet.left - (200 - sheet.right)) <= 2


def test_numbers_and_markings_hang_in_the_margin_and_headings_stand_above() -> None:
    sheet = typeset(seed_page(), 80)
    first, _ = sheet.extent(7)
    assert texts(sheet)[first - 1 : first + 2] == [
        "",
        "       CEIEC",
        "  8 S  Zhang noted that in July 2007 the United States provided China with",
    ]
    assert names(sheet, first)["heading"] == "CEIEC"
    assert names(sheet, first + 1)["marking-secret"] == "S"


def test_the_signature_stands_last() -> None:
    sheet = typeset(seed_page(), 80)
    assert texts(sheet)[-2:] == ["       RANDT", ""]
    assert sheet.paragraph_at(sheet.height - 2) == TAIL


def test_references_in_the_text_are_links() -> None:
    page = seed_page()
    sheet = typeset(page, 80)
    found = {sheet.block(2).text[link.start : link.end]: link.id for link in sheet.block(2).links}
    assert found == {"Ref B": "08BEIJING2302"}
    y = sheet.row_of(2, sheet.block(2).links[0].start)
    line = sheet.line(y)
    assert [line.text[link.start : link.end] for link in line.links] == ["Ref B"]
    assert names(sheet, y)["reference"] == "Ref B"


def test_references_of_the_card_are_links_held_or_not() -> None:
    sheet = typeset(seed_page(held_ids=frozenset({"08BEIJING2550"})), 80)
    rows = {link.id: y for y in range(sheet.extent(0)[0]) for link in sheet.line(y).links if link.id}
    assert len(rows) == 13
    assert names(sheet, rows["08BEIJING2550"])["reference"] == "08BEIJING2550"
    assert names(sheet, rows["08BEIJING2302"])["missing-note"] == "not held"


def test_lit_words_are_found_whole_and_folded() -> None:
    page = made_page(["The netting, NETTING and nettings of Ségou"], lit=("netting", "segou"))
    sheet = typeset(page, 60)
    lit = [sheet.block(index).text[span.start : span.end] for index, span in sheet.hits]
    assert lit == ["netting", "NETTING", "Ségou"]


def test_a_string_is_found_inside_words_and_across_line_breaks() -> None:
    sheet = typeset(made_page(["nets and more  nets"]), 60, Options(find="MORE NET"))
    assert [span.name for _, span in sheet.hits] == ["hit"]


def test_flags_find_their_paragraph_by_its_text() -> None:
    page = made_page(["one", "two", "three", "two"], flags=(flag("two", 4, (2, 5)), flag("gone", 1)))
    sheet = typeset(page, 60)
    assert sheet.flagged == {3}
    first, end = sheet.extent(3)
    assert texts(sheet)[first : end + 1] == ["  4 C  two", "  ⚑25"]


def test_a_short_paragraph_has_room_for_all_of_its_margin() -> None:
    page = made_page(["one", "two"], marking="S//NF//EXDIS", flags=(flag("one", 1, (1, 2, 3, 4, 5, 6, 7)),))
    rows = [" ".join(row.split()) for row in texts(typeset(page, 60))]
    first = rows.index("1 S/NF one")
    assert rows[first : first + 5] == ["1 S/NF one", "EXDIS", "⚑123456", "7", "2 S/NF two"]


def test_of_equal_paragraphs_without_the_number_none_is_flagged() -> None:
    assert typeset(made_page(["two", "two"], flags=(flag("two", 9),)), 60).flagged == set()


def test_rows_know_their_paragraph_and_offset() -> None:
    sheet = typeset(seed_page(), 70)
    for y in range(sheet.height):
        line = sheet.line(y)
        if line.offset >= 0:
            block = sheet.block(line.paragraph)
            own = block.text[line.offset : line.offset + line.length]
            assert line.text[line.body : line.body + line.length] == own
            assert sheet.row_of(line.paragraph, line.offset) == y


def test_copied_text_is_the_cables_without_margins_and_breaks() -> None:
    page = seed_page()
    sheet = typeset(page, 60)
    first, _ = sheet.extent(1)
    last = sheet.extent(2)[1]
    copied = sheet.extract((first, 0), (last, 0)).split("\n\n")
    paragraphs = page.held.cable.paragraphs
    assert copied == [paragraphs[1].text, "NAMCHONGANG", paragraphs[2].text]


def test_part_of_a_row_is_copied_by_characters() -> None:
    sheet = typeset(made_page(["alpha beta gamma"]), 60)
    y = sheet.row_of(0, 0)
    body = sheet.line(y).body
    assert sheet.extract((y, body + 6), (y, body + 10)) == "beta"


def test_the_raw_text_names_the_rules_that_touched_it() -> None:
    page = seed_page()
    sheet = typeset(page, 100, Options(raw=True))
    named = {names(sheet, y).get("rule-name", "").strip() for y in range(sheet.height)}
    assert {change.rule for change in page.held.cable.changes} <= {
        rule for name in named for rule in name.split("+")
    }
    assert "".join("".join(block.text for block in sheet.blocks).split()) == "".join(page.held.raw.split())


def test_raw_and_clean_have_the_same_paragraphs() -> None:
    page = seed_page("08BEIJING1050")
    clean, raw = typeset(page, 80), typeset(page, 80, Options(raw=True))
    assert clean.paragraphs == raw.paragraphs == len(page.held.cable.paragraphs)


def test_a_cable_about_which_nothing_is_known_is_still_set() -> None:
    sheet = typeset(made_page([], id=None), 60)
    assert "NO CLASSIFICATION" in texts(sheet)[1]
    assert "No subject" in texts(sheet)[3]


def test_hostile_header_fields_cannot_break_a_row() -> None:
    page = made_page(
        ["text"],
        classification="SE\x1b[31mCRET " + "LONG " * 30,
        captions=("\u202eNODIS", "漢" * 70),
        sender="AM\tEMB\nASSY",
        to=(Addressee("\x07" * 200),),
        tags=("T" * 300, "\x1b]52;c;x\x07"),
        references=(
            Reference("A\x1b", "text", "08X" * 90, (0, 0), title="t " * 200),
            Reference(None, "w" * 300, None, (0, 0)),
        ),
        signers=("\x1b[2J" * 50,),
    )
    for width in (20, 40, 90):
        for text in texts(typeset(page, width)):
            assert cell_width(text) <= width
            assert visible(text) == text
            assert "\n" not in text


@settings(max_examples=60)
@given(
    st.lists(st.text(max_size=200), min_size=1, max_size=4),
    st.integers(20, 200),
    st.sampled_from([None, "C", "S//NF", "SBU/NOFORN", "漢字"]),
)
def test_any_text_fits_any_pane_and_nothing_is_lost(
    paragraphs: list[str], width: int, marking: str | None
) -> None:
    sheet = typeset(made_page(paragraphs, marking=marking, lit=("a",)), width)
    shown: dict[int, str] = {}
    for y in range(sheet.height):
        line = sheet.line(y)
        assert cell_width(line.text) <= width
        if line.offset >= 0:
            shown[line.paragraph] = shown.get(line.paragraph, "") + line.text[line.body :]
    for index, text in enumerate(paragraphs):
        assert "".join(shown[index].split()) == "".join(visible(text).split())


def test_another_page_of_the_same_cable_differs_only_in_what_is_lit() -> None:
    page = seed_page()
    plain, lit = typeset(page, 80), typeset(replace(page, lit=("china",)), 80)
    assert texts(plain) == texts(lit)
    assert not plain.hits
    assert len(lit.hits) > 20
