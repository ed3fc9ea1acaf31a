"""Flags written out and read back."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cableview.cli.mark import FORMAT_NAMES
from cableview.export import FORMATS, FlagRecord, export_flags, flag_record, written_atomically
from cableview.export.citation import cite, post_name
from cableview.export.markdown import escape
from cableview.model.marks import Decision
from cableview.parse import parse_text
from cableview.resources import resource_dir
from cableview.store.anchors import make_flag
from cableview.store.records import Held

RAW = (resource_dir("seeds") / "08BEIJING2648.txt").read_bytes().decode()
CABLE = parse_text(RAW)
HELD = Held(1, "08BEIJING2648", CABLE, RAW, "seeds/a.txt", "utf-8", "ab" * 32, 1, ())


def record(index: int = 7, note: str = "") -> FlagRecord:
    return flag_record(make_flag(CABLE, index, note=note), HELD, Decision.HOT)


def written(form: str, *records: FlagRecord) -> str:
    out = io.StringIO()
    assert export_flags(form, records, out) == len(records)
    return out.getvalue()


def test_the_record_knows_where_it_stands() -> None:
    made = record()
    assert (made.paragraph, made.printed_paragraph, made.marking, made.decision) == (8, "8.", "S", "hot")
    assert made.start is not None
    assert made.end is not None
    assert RAW[made.start : made.end].startswith("8. (S) Zhang noted that in July 2007")
    assert made.link == f"cable:08BEIJING2648#p8~{made.paragraph_hash[:4]}"
    assert not made.orphan


def test_a_flag_whose_text_is_gone_is_an_orphan_and_keeps_its_quote() -> None:
    flag = replace(make_flag(CABLE, 7), paragraph_hash="0" * 16)
    for held in (HELD, None):
        made = flag_record(flag, held, None)
        assert made.orphan
        assert made.start is None
        assert made.quote == flag.quote


def test_citation() -> None:
    assert cite(CABLE, 8) == (
        "U.S. Embassy Beijing to Secretary of State, “China Provides Response to U.S.-Raised "
        "Nonproliferation Cases,” cable 08BEIJING2648, July 7, 2008, para. 8."
    )
    assert cite(parse_text("")) == "cable without number."


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("AMEMBASSY BEIJING", "U.S. Embassy Beijing"),
        ("SECSTATE WASHDC", "Secretary of State"),
        ("AMCONSUL HO CHI MINH CITY", "U.S. Consulate Ho Chi Minh City"),
        ("NATO EU COLLECTIVE", "NATO EU COLLECTIVE"),
    ],
)
def test_post_name(printed: str, named: str) -> None:
    assert post_name(printed) == named


def test_jsonl_reads_back() -> None:
    made = record(note="a\nb “c” \x1b[31m")
    (line,) = written("jsonl", made).splitlines()
    back = json.loads(line)
    assert list(back) == sorted(back)
    assert back == json.loads(json.dumps(made.as_dict()))
    assert back["note"] == made.note
    assert back["from"] == "AMEMBASSY BEIJING"


def test_markdown_shows_quote_citation_note_codes_and_link() -> None:
    made = replace(record(note="see [PARM](#)\nand *this*"), codes=(2, 5))
    text = written("markdown", made, record(8))
    assert text.startswith("---\ntitle: Flagged paragraphs\nflags: 2\ncables: 1\n---\n")
    assert text.count("# 08BEIJING2648") == 1
    shown = re.sub(r"<[^>]+>", "", MarkdownIt().render(text))
    for part in ("see [PARM](#)", "and *this*", "Codes: 2, 5", made.link, "Decision: hot", "para. 8."):
        assert part in shown


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_markdown_shows_every_letter_of_hostile_text(text: str) -> None:
    html = MarkdownIt().render(f"> {escape(text)}x")
    shown = re.sub(r"<[^>]+>", "", html)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, sign)
    assert "".join(shown.split()) == "".join(f"{escape_free(text)}x".split())
    assert set(re.findall(r"<(\w+)", html)) <= {"blockquote", "p"}


def escape_free(text: str) -> str:
    """What a reader should see: the text with invisible characters shown."""
    from cableview.model.visible import visible

    return visible(text)


def test_the_command_line_offers_every_format() -> None:
    assert tuple(FORMATS) == FORMAT_NAMES


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_nothing_for_nothing_but_stays_valid(form: str) -> None:
    assert "None" not in written(form)


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "flags.md"
    target.write_text("before", encoding="utf-8")

    def interrupted() -> None:
        with written_atomically(target) as file:
            file.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert target.read_text(encoding="utf-8") == "before"
    with written_atomically(target) as file:
        file.write("after\n")
    assert target.read_bytes() == b"after\n"
    assert [p.name for p in tmp_path.glob("flags.md")] == [p.name for p in tmp_path.glob("*.md")]
    assert target.stat().st_mode & 0o077 == 0
