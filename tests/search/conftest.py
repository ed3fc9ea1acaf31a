from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cableview.model.cable import Addressee, Cable, Paragraph, Reference
from cableview.search import Searcher, SearchResult, open_index, parse_query


def made(cable_id: str, subject: str, *paragraphs: str, **fields: object) -> Cable:
    """A cable of a few lines; its year is that of its id, its month April."""
    known: dict[str, object] = {
        "sent": datetime(2000 + int(cable_id[:2]), 4, 30, tzinfo=UTC),
        "sender": "AMEMBASSY " + cable_id.strip("0123456789"),
        "to": (Addressee("SECSTATE WASHDC"),),
        "classification": "CONFIDENTIAL",
    }
    texts = tuple(Paragraph(n, f"{n}.", "C", None, text, (0, 0)) for n, text in enumerate(paragraphs, 1))
    return Cable(id=cable_id, subject=subject, paragraphs=texts, **{**known, **fields})  # type: ignore[arg-type]


CABLES = (
    made(
        "08BEIJING2648",
        "China provides response on NORINCO",
        "Zhang noted the sale of dual-use camouflage.",
        "Syria asked Norinco's office about STATE 083144.",
        tags=("PARM", "CH", "SY"),
        references=(Reference("A", "07 BEIJING 1625", "07BEIJING1625", (0, 0)),),
    ),
    made("07BEIJING1625", "Missile parts", "The end of one paragraph.", "Next begins the other.",
         tags=("PARM",)),
    made("06PARIS12", "Visit of the minister", "Le ministre a visité l'Élysée.", classification="SECRET",
         captions=("NOFORN",), tags=("OVIP", "FR")),
    made("07THEHAGUE563", "Tribunal", "Nonproliferation and nonproliferators.", "Missile talk, 0700 hours.",
         info=(Addressee("AMCONSUL HONG KONG"),)),
    made("09STATE83144", "Talking points", "Use of the dual key. The camou\u200bflage works."),
)  # fmt: skip


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("cache")
    with open_index(place) as index:
        for key, cable in enumerate(CABLES, 1):
            index.add(key, cable)
        index.commit(watermark=len(CABLES))
    return place


@pytest.fixture(scope="session")
def searcher(folder: Path) -> Searcher:
    return Searcher(folder)


@pytest.fixture
def search(searcher: Searcher) -> Callable[[str], SearchResult]:
    return lambda text: searcher.search(parse_query(text, typing=False))
