from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.search.folding import fold, words

FOLDED = {
    "NORINCO's": "norinco",
    "Norinco’s part": "norinco part",
    "'start of a quote'": "start of a quote",
    "Élysée, São Tomé": "elysee sao tome",
    "Łódź, Ærø, straße": "lodz aero strasse",
    "camou\u200bfla\u00adge": "camouflage",
    "STATE 083144": "state 83144",
    "0700 hours, 0 left, 000": "700 hours 0 left 0",
    "A0012 and 10": "a0012 and 10",
    "dual-use (05/11/07)": "dual use 5 11 7",
    "U.S.": "u s",
    "ﬁnal": "final",
    "_under_score": "under score",
    "": "",
}


@pytest.mark.parametrize(("text", "folded"), FOLDED.items())
def test_words(text: str, folded: str) -> None:
    assert " ".join(words(text)) == folded


@given(st.text())
def test_folding_any_text_twice_changes_no_word(text: str) -> None:
    once = words(text)
    assert all(word == word.lower() for word in once)
    assert [again for word in once for again in words(word)] == once


@given(st.lists(st.text(st.characters(exclude_characters="\x1e"))))
def test_folding_keeps_the_mark_between_paragraphs(parts: list[str]) -> None:
    assert fold("\x1e".join(parts)).count("\x1e") == max(0, len(parts) - 1)
