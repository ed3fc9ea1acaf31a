from __future__ import annotations

import pytest

from cableview.parse import parse_text
from tests.support.cable_text import HEAD, cable

A, B = "08STATE1234", "07PANAMA12"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("As ref A says.", [("ref A", (A,))]),
        ("As said (Ref B).", [("Ref B", (B,))]),
        ("See\nRef\nB now.", [("Ref B", (B,))]),
        ("Refs A and B agree.", [("Refs A and B", (A, B))]),
        ("refs (A) and (B) agree.", [("refs (A) and (B)", (A, B))]),
        ("refs A-C agree.", [("refs A-C", (A, B))]),
        ("ref A, B and C agree.", [("ref A, B and C", (A, B))]),
        ("REFS A THROUGH C AGREE.", [("REFS A THROUGH C", (A, B))]),
        ("In reftel B he did.", [("reftel B", (B,))]),
        ("In reftels he did.", [("reftels", (A, B))]),
        ("He did (ref b).", [("ref b", (B,))]),
        ("He did (reftel).", [("reftel", (A, B))]),
        ("He did (ref).", [("ref", (A, B))]),
        ("Ref C is a letter.", [("Ref C", ())]),
        ("Ref Z is lost.", [("Ref Z", ())]),
        ("More follows septel.", [("septel", ())]),
        ("See 06 MANAGUA 2611.", [("06 MANAGUA 2611", ("06MANAGUA2611",))]),
        ("See STATE 61234 (NOTAL).", [("STATE 61234", ("08STATE61234",))]),
        ("In ref A, I said so.", [("ref A", (A,))]),
        ("Per ref A, A/S Doe left.", [("ref A", (A,))]),
        ("The refugees and the ref of the game reformed.", []),
    ],
)  # fmt: skip
def test_mentions(text: str, mentions: list[tuple[str, tuple[str, ...]]]) -> None:
    raw = cable(f"1. (C) {text}\n\n2. (C) Two.")
    read = parse_text(raw)
    assert [(m.text, m.ids) for m in read.reference_mentions] == mentions
    for mention in read.reference_mentions:
        assert (mention.paragraph, mention.index) == (1, 0)
        assert " ".join(raw[slice(*mention.source)].split()) == mention.text


def test_a_single_reference_without_label_is_meant_by_any_letter_a() -> None:
    head = HEAD.replace(
        "REF: A. STATE 1234\n     B. 07 PANAMA 12\n     C. SMITH-JONES EMAIL 05/11/07", "REF: STATE 1234"
    )
    read = parse_text(head + "1. (C) See reftel, also ref A, not ref B.")
    assert [(m.text, m.ids) for m in read.reference_mentions] == [
        ("reftel", (A,)),
        ("ref A", (A,)),
        ("ref B", ()),
    ]


def test_a_mention_knows_its_paragraph_in_spite_of_repeated_numbers() -> None:
    read = parse_text(cable("1. (C) One.\n\n2. (C) Two.\n\n2. (C) Again, see ref A.\n\n3. (C) And ref B."))
    assert [(m.paragraph, m.index) for m in read.reference_mentions] == [(2, 2), (3, 3)]
