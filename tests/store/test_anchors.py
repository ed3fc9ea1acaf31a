from __future__ import annotations

from dataclasses import replace

import pytest

from cableview.model.cable import Cable
from cableview.store.anchors import find_paragraph, make_flag, reattach
from tests.support.stored import cable, paragraph

MADE = cable("08BEIJING2648", "One two.", "Three four.", "Five six.")


def with_texts(*numbered: tuple[int | None, str]) -> Cable:
    return replace(MADE, paragraphs=tuple(paragraph(number, text) for number, text in numbered))


def test_flag_quotes_its_paragraph_and_its_neighbours() -> None:
    flag = make_flag(MADE, 1, note="why", codes=(2,))
    assert (flag.cable_id, flag.paragraph, flag.quote) == ("08BEIJING2648", 2, "Three four.")
    assert (flag.prefix, flag.suffix) == ("One two.\n", "\nFive six.")
    assert (flag.note, flag.codes, flag.orphan) == ("why", (2,), False)
    assert flag.id != make_flag(MADE, 1).id
    long = make_flag(cable("A", "a" * 90, "b", "c" * 90), 1)
    assert (long.prefix, long.suffix) == ("a" * 31 + "\n", "\n" + "c" * 31)
    first = make_flag(MADE, 0)
    assert (first.prefix, first.suffix) == ("", "\nThree four.\nFive six.")


@pytest.mark.parametrize("index", [-1, 3])
def test_no_such_paragraph(index: int) -> None:
    with pytest.raises(IndexError):
        make_flag(MADE, index)


@pytest.mark.parametrize(
    ("numbered", "expected"),
    [
        ([(1, "One two."), (2, "Three four.")], 2),
        ([(1, "THREE\nFOUR"), (2, "One two.")], 1),  # wrapping, case and full stops do not count
        ([(2, "Three fore."), (3, "Three four.")], 3),  # the same number with another text is not it
        ([(2, "Three four."), (3, "Three four.")], 2),  # two of the same text: the number decides
        ([(None, "Three four.")], None),
    ],
)
def test_flag_follows_its_text(numbered: list[tuple[int | None, str]], expected: int | None) -> None:
    (flag,) = reattach([make_flag(MADE, 1)], with_texts(*numbered))
    assert (flag.paragraph, flag.orphan) == (expected, False)


@pytest.mark.parametrize(
    "numbered",
    [[], [(2, "Three.")], [(4, "Three four."), (5, "Three four.")], [(2, "Three four."), (2, "Three four.")]],
)
def test_flag_without_a_certain_place_is_an_orphan(numbered: list[tuple[int | None, str]]) -> None:
    made = make_flag(MADE, 1)
    (flag,) = reattach([made], with_texts(*numbered))
    assert flag == replace(made, orphan=True)
    assert find_paragraph(made, with_texts(*numbered)) is None


def test_orphan_finds_home_when_its_text_returns() -> None:
    lost = reattach([make_flag(MADE, 1)], with_texts())
    (flag,) = reattach(lost, MADE)
    assert not flag.orphan
    assert find_paragraph(flag, MADE) == 1
