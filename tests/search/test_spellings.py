"""However a word is printed and however it is typed, it is the same word."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview.parse import parse_text
from cableview.search import Searcher, open_index, parse_query

CABLE = """UNCLAS SECTION 01 OF 02 LIMA 000077

SIPDIS

E.O. 12958: N/A
TAGS: PREL, PE
SUBJECT: VISIT OF MINISTER

1. (U) The Élysée of Señor Muñoz sent O'Brien to the dual-use expo.

2. (U) S E C R E T spacing is damage. The govern-
ment of Kyrgyz-
stan spoke of non-
proliferation in the Peruvian\x0c
LIMA 00000077  002 OF 002


Congress. Its co-
operation with ministers’ offices is naïve.

3. (U) The Mu\u200bnicipal hall; caf\u0065\u0301 talk; Ambas-
sador's residence.
NEGROPONTE
"""


@pytest.fixture(scope="module")
def spelt(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    place: Path = tmp_path_factory.mktemp("spelt")
    with open_index(place) as index:
        index.add(1, parse_text(CABLE))
        index.commit(watermark=1)
    return Searcher(place)


@pytest.mark.parametrize(
    "text",
    [
        "elysee", "Élysée", "ELYSÉE", "e\u0301lyse\u0301e", "senor munoz", "Señor MUÑOZ", "naive", "naïve",
        "o'brien", "O’Brien", '"o brien"', "dual-use", '"dual use"', "dual use", "DUAL-USE",
        "secret", "SECRET", "S E C R E T", "s e c r e t",
        '"peruvian congress"', "cooperation", "co-operation",
        "govern-ment", "kyrgyz-stan", "non-proliferation", "dualuse", "mu-nicipal",
        "government", "GOVERNMENT", "kyrgyzstan", "nonproliferation",
        "municipal", "café",
        "cafe", "ministers'", "minister's", "ambassador", "ambassador's", "ambassador’s",
    ],
)  # fmt: skip
def test_every_spelling_finds_it_without_a_correction(spelt: Searcher, text: str) -> None:
    result = spelt.search(parse_query(text, typing=False))
    assert [hit.key for hit in result.hits] == [1]
    assert not result.corrections


@pytest.mark.parametrize("text", ["munos", "kyrgystan", "goverment", "govrenment", "elyse", "ambasador"])
def test_a_wrong_spelling_finds_it_with_one(spelt: Searcher, text: str) -> None:
    result = spelt.search(parse_query(text, typing=False))
    assert [hit.key for hit in result.hits] == [1]
    assert set(result.corrections) == {text}
