from __future__ import annotations

import pytest

from cableview.search.language import LANGUAGE, language_lines


@pytest.mark.parametrize("width", [48, 60, 78, 200])
def test_every_word_stands_within_the_width(width: int) -> None:
    lines = list(language_lines(width))
    assert max(map(len, lines)) <= width
    assert " ".join(lines).split() == LANGUAGE.split()


def test_meanings_keep_their_column_and_examples_their_line() -> None:
    lines = list(language_lines(60))
    at = lines.index('Group            (iran OR syria) -"red cross"')
    assert lines[at + 1] == f"{' ' * 36}counts as one"
    assert all(example in "\n".join(lines) for example in ("08-State-83144", "2007..2008-03", "not-relevant"))
    assert list(language_lines(78))[:8] == LANGUAGE.splitlines()[:8]
