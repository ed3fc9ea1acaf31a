from __future__ import annotations

from pathlib import Path

import pytest

from cableview.model.document import Document
from cableview.search import Searcher, catch_up, open_index, paragraphs_like
from cableview.store import open_library
from cableview.store.library import Library
from tests.support.libraries import make_library, seed_documents

# Three texts on turbines, two on herring; all share what every cable says.
_TEXTS = {
    "08ROME0001": ("The embassy met officials about the turbine blades.", "Rotor casings were shipped."),
    "08ROME0002": ("Officials met the embassy.", "Turbine blades and rotor casings came from the yard."),
    "08ROME0003": ("Turbine blades again; the officials said nothing.", "The embassy met officials."),
    "08ROME0004": ("Herring quotas and trawler licences fell.", "The embassy met officials."),
    "08ROME0005": ("Officials said herring quotas fell and trawler crews left.", "The embassy met them."),
    "08ROME0006": ("The embassy met officials.", "Nothing else was said."),
}


def _document(name: str, texts: tuple[str, ...]) -> Document:
    body = "\n\n".join(f"{number}. (C) {text}" for number, text in enumerate(texts, 1))
    head = f"C O N F I D E N T I A L ROME 00{name[-4:]}\n\nE.O. 12958: DECL: 01/02/2018\nTAGS: PREL\n"
    return Document(
        f"{name}.txt", f"R 020900Z JAN 08\nFM AMEMBASSY ROME\n{head}SUBJECT: REPORT\n\n{body}\n\nEXAMPLE\n"
    )


@pytest.fixture
def opened() -> tuple[Library, Searcher]:
    places = make_library([*seed_documents(), *(_document(*item) for item in _TEXTS.items())])
    library = open_library(places.cables)
    with open_index(places.cache) as index:
        catch_up(library, index)
    return library, Searcher(places.cache)


def like(opened: tuple[Library, Searcher], cable_id: str) -> list[str]:
    library, searcher = opened
    held = library.load(cable_id)
    assert held is not None
    return [row.id for row in library.rows([hit.key for hit in searcher.similar(held.cable, held.key).hits])]


def test_like_cables_share_rare_words_and_never_are_the_cable_itself(
    opened: tuple[Library, Searcher],
) -> None:
    assert like(opened, "08ROME1")[0] == "08ROME2"
    assert like(opened, "08ROME4")[0] == "08ROME5"
    assert "08ROME1" not in like(opened, "08ROME1")
    assert set(like(opened, "08ROME4")).isdisjoint(
        {"08ROME2", "07BEIJING2896"}
    )  # they share nothing but common words


def test_words_that_all_cables_have_tell_nothing(opened: tuple[Library, Searcher]) -> None:
    library, searcher = opened
    held = library.load("08ROME1")
    assert held is not None
    found = searcher.similar(held.cable, held.key)
    assert {"turbine", "blades", "rotor", "casings"} <= set(found.words or ())
    assert {"the", "rome"}.isdisjoint(found.words or ())
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


def test_like_paragraphs_are_the_best_of_each_cable(opened: tuple[Library, Searcher]) -> None:
    library, searcher = opened
    held = library.load("08ROME1")
    assert held is not None
    found = searcher.similar(held.cable, held.key, paragraph=0)
    best, *_ = paragraphs_like(library, found)
    assert (best.cable_id, best.position) in {("08ROME2", 1), ("08ROME3", 0)}
    assert 0 < best.score <= 1
    assert len({item.cable_id for item in paragraphs_like(library, found)}) == len(
        paragraphs_like(library, found)
    )


def test_a_missing_cache_and_an_empty_text_are_like_nothing(
    opened: tuple[Library, Searcher], tmp_path: Path
) -> None:
    library, searcher = opened
    held = library.load("08ROME6")
    assert held is not None
    assert Searcher(tmp_path / "none").similar(held.cable, held.key).hits == ()
    assert paragraphs_like(library, Searcher(tmp_path / "none").similar(held.cable, held.key)) == ()
    assert searcher.similar(held.cable, held.key, paragraph=0).hits == ()
