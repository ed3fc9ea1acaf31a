"""Whatever the two texts are: no exception, no lost paragraph, no span outside, no endless work."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cableview.model.cable import Cable, Paragraph
from cableview.versions import Comparison, compare, consistency, pair_words, summary
from cableview.versions.align import Allowance, gaps

WORDS = st.sampled_from(
    "the port XXXXXXXXXXXX [details removed] rn m l 1 O 0 5 s - . , \u00ad \n \x1b \ud800 Ä ROME 00000200 "
    "002 OF 003 1.5 15 x xxxxx [ ] not".split(" ")
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join))
PARAGRAPHS = st.builds(
    Paragraph,
    number=st.none() | st.integers(0, 6),
    printed=st.none() | st.just("1."),
    marking=st.none() | st.sampled_from(("C", "S/NF")),
    heading=st.none() | st.just("Ports"),
    text=TEXTS,
    source=st.tuples(st.integers(0, 40), st.integers(0, 400)),
)
CABLES = st.builds(
    Cable,
    id=st.none() | st.text(max_size=8),
    subject=st.none() | TEXTS,
    paragraphs=st.lists(PARAGRAPHS, max_size=8).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(CABLES, st.text(max_size=400), CABLES, st.text(max_size=400))
def test_every_paragraph_stands_once_and_every_span_inside(
    old: Cable, old_raw: str, new: Cable, new_raw: str
) -> None:
    result = compare(old, old_raw, new, new_raw)
    assert sorted(p.old for p in result.pairs if p.old is not None) == list(range(len(old.paragraphs)))
    assert [p.new for p in result.pairs if p.new is not None] == list(range(len(new.paragraphs)))
    _check_spans(old, new, result)
    assert summary(result)
    assert all(pair_words(pair) for pair in result.pairs)
    assert len({check.name for check in consistency(old, old_raw)}) == 8


def _check_spans(old: Cable, new: Cable, result: Comparison) -> None:
    for pair in result.pairs:
        assert not pair.differences or (pair.old is not None and pair.new is not None)
        if pair.old is None or pair.new is None:
            continue
        texts = old.paragraphs[pair.old].text, new.paragraphs[pair.new].text
        for side, text in enumerate(texts):
            spans = [(item.old, item.new)[side] for item in pair.differences]
            assert spans == sorted(spans)
            assert all(0 <= start <= end <= len(text) for start, end in spans)
            assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(st.lists(st.sampled_from("abcdef"), max_size=40), st.lists(st.sampled_from("abcdef"), max_size=40))
def test_between_the_gaps_the_words_are_equal_however_little_may_be_spent(
    old: list[str], new: list[str]
) -> None:
    for allowance in (Allowance(), Allowance(60), Allowance(0)):
        rest_old, rest_new = [], []
        i = k = 0
        for a, b, c, d in [*gaps(old, new, allowance), (len(old), len(old), len(new), len(new))]:
            rest_old += old[i:a]
            rest_new += new[k:c]
            i, k = b, d
        assert rest_old == rest_new


def test_texts_made_to_be_costly_are_not_aligned_word_by_word() -> None:
    allowance = Allowance()
    old, new = ["a", "b"] * 20_000, ["b", "c", "a"] * 15_000
    assert gaps(old, new, allowance)
    assert allowance.left > 0


def test_words_that_stand_once_part_a_long_text() -> None:
    old = [f"w{n}" for n in range(4000)]
    new = [*old[:1000], "new", *old[1000:2000], *old[2001:]]
    assert gaps(old, new, Allowance(1000)) == [(1000, 1000, 1000, 1001), (2000, 2001, 2001, 2001)]


def test_thousands_of_paragraphs_of_the_same_words() -> None:
    old = Cable(paragraphs=tuple(_paragraph(n, f"{n} same words here") for n in range(1500)))
    new = Cable(paragraphs=tuple(_paragraph(n, f"other same words {n}") for n in range(1500)))
    assert len(compare(old, "", new, "").pairs) >= 1500


def _paragraph(number: int, text: str) -> Paragraph:
    return Paragraph(number, None, None, None, text, (0, 0))
