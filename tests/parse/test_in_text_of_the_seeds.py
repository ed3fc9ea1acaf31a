"""Every place of the sample cables that points at another cable, and the cable it means."""

from __future__ import annotations

from cableview.parse import parse_document
from tests.support.libraries import seed_documents

PLACES = {
    "07BEIJING2896": [(1, "reftel", "")],  # the only reference is a notice in the Federal Register
    "07BEIJING5039": [(2, "reftel", "07BEIJING1625")],
    "08BEIJING1050": [
        (2, "ref A", "07BEIJING5361"), (2, "ref B", "07BEIJING7297"), (3, "ref C", "08BEIJING463"),
        (3, "ref D", "08BEIJING578"), (6, "ref E", "07BEIJING7141"),
    ],
    "08BEIJING2648": [
        (2, "Ref A", "08BEIJING2550"), (3, "Ref B", "08BEIJING2302"), (4, "Ref C", "07BEIJING1625"),
        (5, "Ref D", "06BEIJING1429"), (6, "Ref E", "08BEIJING2614"), (6, "Ref F", "07BEIJING5848"),
        (7, "Ref G", "07BEIJING5361"), (8, "Ref H", "07BEIJING4645"), (9, "Ref I", "07BEIJING5499"),
        (10, "Ref J", "07BEIJING6576"), (11, "Ref K", "07BEIJING6199"), (12, "Ref L", "08BEIJING1209"),
        (14, "Ref M", "08BEIJING1354"),
    ],
    "08BEIJING3039": [(1, "reftel", "08STATE83144")],
}  # fmt: skip


def test_all_twenty_one_are_resolved() -> None:
    cables = [parse_document(document) for document in seed_documents()]
    found = {
        str(cable.id): [(m.paragraph, m.text, " ".join(m.ids)) for m in cable.reference_mentions]
        for cable in cables
    }
    assert found == PLACES
    assert sum(map(len, PLACES.values())) == 21
