"""The sanitiser: nothing a terminal obeys gets through, and nothing is lost."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.model.visible import visible, visible_json, visible_line

HARMLESS = "Norinco’s «café» — naïve ¶1. (S) العربية עברית 中文 | [PARM](#) [/x]"


def test_ordinary_text_passes_unchanged() -> None:
    assert visible(HARMLESS) is HARMLESS
    assert visible_line(HARMLESS) is HARMLESS


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x9b31m", "␦31m"),
        ("a\x7fb", "a␡b"),
        ("\u202egnp.exe", "↤gnp.exe"),
        ("no\u200brinco", "no∅rinco"),
        ("\ufeffSUBJECT", "∅SUBJECT"),
        ("\ud800", "\ufffd"),
        ("tab\there\nline", "tab\there\nline"),
        ("cr\r\n", "cr␍\n"),
    ],
)
def test_hostile_characters_become_symbols(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


def test_a_line_has_no_line_feed_and_no_tab() -> None:
    assert visible_line("a\tb\nc") == "a␉b␊c"


@given(st.text(st.characters()))
def test_length_stays_and_no_control_remains(text: str) -> None:
    shown = visible_line(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs")]
    assert not [c for c in shown if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF")]
    shown.encode("utf-8")


@given(st.text())
def test_escaped_json_reads_back_equal(text: str) -> None:
    encoded = visible_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(encoded) == text
    assert visible(encoded) == encoded
