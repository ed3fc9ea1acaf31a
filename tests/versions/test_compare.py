"""Made pairs of versions, one cause after the other."""

from __future__ import annotations

import pytest

from cableview.model.cable import Cable, Paragraph
from cableview.parse import parse_text
from cableview.versions import Cause, Comparison, compare, pair_words, summary
from tests.support.versions import NEW_BODY, OLD_BODY, version

SENTENCE = "The minister told the Ambassador that the port would open in early May of next year."
REST = ("2. (C) Ships came.", "3. (C) Men left.")


def compared(old: str, new: str) -> Comparison:
    return compare(parse_text(old), old, parse_text(new), new)


def bodies(old: str, new: str) -> Comparison:
    """Compare two cables whose first paragraphs differ."""
    return compared(version((f"1. (C) {old}", *REST)), version((f"1. (C) {new}", *REST)))


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        (SENTENCE, SENTENCE, Cause.IDENTICAL),
        (SENTENCE, SENTENCE.replace(" the port", "\nthe port"), Cause.WRAPPING),
        ("The non-proliferation talks went on.", "The nonproliferation talks went on.", Cause.WRAPPING),
        ("He gave the Rea sons for it.", "He gave the Reasons for it.", Cause.WRAPPING),
        ("They met in Rome on Monday", "They met in Rome, on Monday.", Cause.SCANNING),
        ("They met on 10 July in Rome.", "They met on lO July in Rome.", Cause.SCANNING),
        ("The modem port of Rome is open.", "The modern port of Rome is open.", Cause.SCANNING),
        ("The Minister of Trade spoke.", "The MINISTER of Trade spoke.", Cause.SCANNING),
        ("They paid 1.5 million in all.", "They paid 15 million in all.", Cause.WORDING),
        ("They paid $5 million in all.", "They paid £5 million in all.", Cause.WORDING),
        ("They met on 10 July in Rome.", "They met on 17 July in Rome.", Cause.WORDING),
        ("They did agree to the terms.", "They did not agree to the terms.", Cause.WORDING),
        ("Jan Novak (protect) gave the names.", "XXXXXXXXXXXX gave the names.", Cause.REDACTION),
        ("XXXXXXXXXXXX gave the names.", "Jan Novak (protect) gave the names.", Cause.REDACTION),
        ("He met Jan Novak at home.", "He met [Source removed] at home.", Cause.REDACTION),
        ("He met Jan Novak at home.", "[details removed]", Cause.REDACTION),
        ("He met Jan Novak, of the port, at home.", "He met xxxxx, xxxxx, at home.", Cause.REDACTION),
        ("Jan Novak came, they paid a lot.", "XXXXXXXXXXXX came, they paid nothing at all.", Cause.WORDING),
        ("They met again\nin Rome.", "They met again\nROME 00000200  002 OF 003\nin Rome.", Cause.CUT),
        ("They met. He left.", "They met.\nROME 00000200  002 OF 003\nHe left.", Cause.CUT),
        ("They met again & left.", "They met again &amp; left.", Cause.CUT),
        ("They met again, in Rome.", "They met again, BT 00000200 002 OF 003 in Rome.", Cause.CUT),
    ],
)
def test_the_cause_of_a_difference(old: str, new: str, cause: Cause) -> None:
    result = bodies(old, new)
    assert result.pairs[0].cause is cause
    assert [(pair.old, pair.new, pair.cause) for pair in result.pairs[1:]] == [
        (1, 1, Cause.IDENTICAL),
        (2, 2, Cause.IDENTICAL),
    ]


@pytest.mark.parametrize(
    ("old", "new", "lit"),
    [
        ("He met Jan Novak at home.", "He met XXXXXXXXXXXX at home.", [("Jan Novak", "XXXXXXXXXXXX")]),
        ("They did agree to it.", "They did not agree to it.", [("", "not")]),
        (
            "The firm asked for a loan, and left.",
            "The firm asked for a grant, and stayed.",
            [("loan", "grant"), ("left", "stayed")],
        ),
        ("He met Jan of the port at home.", "He met XXXXX the XXXXX at home.", [
            ("Jan of the port", "XXXXX the XXXXX")]),
    ],
)  # fmt: skip
def test_the_words_that_differ(old: str, new: str, lit: list[tuple[str, str]]) -> None:
    (pair, *_) = bodies(old, new).pairs
    assert [(old[slice(*item.old)], new[slice(*item.new)]) for item in pair.differences] == lit


def test_a_marking_counts_even_where_the_words_are_the_same() -> None:
    result = compared(version(("1. (S) Ships came.",)), version(("1. (C) Ships came.",)))
    assert pair_words(result.pairs[0]) == "marked otherwise: (S) in the older, (C) in the newer"


def test_an_inserted_paragraph_moves_the_rest() -> None:
    old = version(("1. (C) Ships came.", "2. (C) Men left the port of Rome.", "3. (C) All is well."))
    new = version(
        (
            "1. (C) Ships came.",
            "2. (C) Nobody was there to see it.",
            "3. (C) Men left the port of Ostia.",
            "4. (C) All is well.",
        )
    )
    result = compared(old, new)
    assert [(pair.old, pair.new) for pair in result.pairs] == [(0, 0), (None, 1), (1, 2), (2, 3)]
    assert [pair.cause for pair in result.pairs] == [
        Cause.IDENTICAL,
        Cause.ONLY_NEW,
        Cause.WORDING,
        Cause.IDENTICAL,
    ]
    assert result.pairs[3].detail == "¶3 in the older, ¶4 in the newer"


def test_a_dropped_paragraph_keeps_its_place() -> None:
    old = version(("1. (C) Ships came.", "2. (C) Nobody saw it.", "3. (C) All is well."))
    result = compared(old, version(("1. (C) Ships came.", "2. (C) All is well.")))
    assert [(pair.old, pair.new) for pair in result.pairs] == [(0, 0), (1, None), (2, 1)]


@pytest.mark.parametrize("longer_first", [False, True])
def test_a_paragraph_that_was_parted_is_not_reworded(longer_first: bool) -> None:
    parts = [
        "The minister told the Ambassador that the port would open in early May.",
        "He gave no reasons for it. Novak and the men of the port of Rome named the three ships.",
    ]
    parts.sort(key=len, reverse=longer_first)
    whole, parted = _cable(" ".join(parts), "Men left."), _cable(*parts, "Men left.")
    for old, new, words in (
        (whole, parted, "one paragraph in the older, 2 in the newer"),
        (parted, whole, "one paragraph in the newer, 2 in the older"),
    ):
        pairs = compare(old, "", new, "").pairs
        assert [pair.cause for pair in pairs[:2]] == [Cause.WRAPPING, Cause.WRAPPING]
        assert words in {pair.detail for pair in pairs}
        assert pairs[2].cause is Cause.IDENTICAL


def _cable(*texts: str) -> Cable:
    return Cable(paragraphs=tuple(Paragraph(None, None, None, None, text, (0, 0)) for text in texts))


def test_the_header_is_compared_field_by_field() -> None:
    old = version(OLD_BODY, subject="P0RTS", tags="PREL, IT")
    new = version(OLD_BODY, subject="PORTS", tags="PREL, ETRD, IT").replace("REF: 08 ROME 100\n\n", "")
    result = compared(old, new)
    assert [(change.name, change.cause) for change in result.fields] == [
        ("TAGS", Cause.WORDING),
        ("subject", Cause.SCANNING),
        ("references", Cause.ONLY_OLD),
    ]
    assert result.fields[1].old == "P0RTS"
    assert result.fields[2].new is None


def test_what_cleaning_cut_is_counted() -> None:
    plain = version(OLD_BODY)
    paged = version((f"{OLD_BODY[0][:40]}\nROME 00000200  002 OF 003\n{OLD_BODY[0][40:]}", *OLD_BODY[1:]))
    assert compared(plain, paged).cuts == (("page-header", 0, 1),)


def test_the_summary_says_it_in_words() -> None:
    said = summary(compared(version(OLD_BODY), version(NEW_BODY, subject="PORTS AND SHIPS")))
    assert said == (
        "1 paragraph redacted, 1 reworded, 1 only in the newer, 1 wrapped otherwise, 1 the same; "
        "subject differs"
    )
    assert summary(compared(version(OLD_BODY), version(OLD_BODY))) == "all 4 paragraphs the same"
    assert summary(compared("", "")) == "no paragraphs"
