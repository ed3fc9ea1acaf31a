"""What holds for the mentions of any text, and how the side panel gathers them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cableview.entities import find_mentions, group
from cableview.model.cable import Cable
from cableview.model.mention import TYPES, Mention
from cableview.parse import parse_text

PHRASES = (
    "FM AMEMBASSY BEIJING|TO SECSTATE WASHDC|TAGS: PREL|REF: A. 07 STATE 123|SUBJECT: X|\n|\n\n|1. (C)|"
    "Minister Zhang said|Bank of China (BOC)|U.S.|$5 million|40 percent of|aluminum tubes|and March 06|"
    "M/V Pearl|Ltd.|'s|al-|É|\u2028|\x00|‘|—|of|Ministry of|, |N5 million|Ref A|REFTEL|BEIJING"
)
WORDS = st.sampled_from(PHRASES.split("|"))
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


def check(cable: Cable, raw: str) -> None:
    mentions = find_mentions(cable, raw)
    last = 0
    for mention in mentions:
        start, end = mention.source
        assert last <= start < end <= len(raw)
        assert raw[start:end] == mention.text
        assert mention.name
        assert mention.type in TYPES
        last = end
    assert mentions == find_mentions(cable, raw)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_of_any_text(raw: str) -> None:
    check(parse_text(raw), raw)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_without_a_header(raw: str) -> None:
    check(Cable(), raw)


def test_half_a_pair_hides_no_name() -> None:
    raw = "SUBJECT: TRADE\n\n1. (C) Half \udcff a pair, then Rome.\n"
    cable = parse_text(raw)
    check(cable, raw)
    assert [one.text for one in find_mentions(cable, raw) if one.type == "PLACE"] == ["Rome"]


def mention(kind: str, name: str) -> Mention:
    return Mention(kind, name, name, (0, len(name)))


def test_group_orders_by_type_then_count() -> None:
    held = [
        mention("PLACE", "Iran"),
        mention("PERSON", "Li"),
        mention("PLACE", "China"),
        mention("PLACE", "China"),
    ]
    assert [(e.type, e.name, e.count) for e in group(held)] == [
        ("PERSON", "Li", 1),
        ("PLACE", "China", 2),
        ("PLACE", "Iran", 1),
    ]


def test_group_folds_case() -> None:
    (entity,) = group([mention("ORGANIZATION", "Bellamax"), mention("ORGANIZATION", "BELLAMAX")])
    assert (entity.name, entity.count) == ("Bellamax", 2)


def test_group_of_nothing() -> None:
    assert group([]) == ()
