from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cableview.model.cable import Problem
from cableview.model.document import Document
from cableview.model.site import SiteRecord
from cableview.parse import PARSER_VERSION, parse_document
from cableview.resources import resource_dir
from cableview.store import Library, StoreError, prepare
from cableview.store.prepared import Prepared
from tests.support.stored import store

SEEDS = sorted(resource_dir("seeds").glob("*.txt"))


def seed(name: str) -> Document:
    path = next(path for path in SEEDS if path.stem == name)
    return Document(path.name, path.read_bytes().decode("utf-8"))


def ready(document: Document) -> Prepared:
    return prepare(document, parse_document(document), parser=PARSER_VERSION)


@pytest.fixture
def seeds(library: Library) -> Library:
    store(library, *(ready(seed(path.stem)) for path in SEEDS))
    return library


def test_cable_is_opened_as_the_parser_reads_it(seeds: Library) -> None:
    for path in SEEDS:
        document = seed(path.stem)
        held = seeds.load(path.stem)
        assert held is not None
        assert (held.raw, held.source, held.encoding) == (document.text, path.name, "utf-8")
        assert held.cable == parse_document(document)
        assert held.key == seeds.key_of(path.stem)
        assert [version.sha256 for version in held.versions] == [held.sha256]
        assert held.versions[0].parser == PARSER_VERSION


def test_citations_of_the_seeds_have_paragraph_and_title(seeds: Library) -> None:
    cited = seeds.cited_by("07BEIJING5361")
    assert {one.cable_id for one in cited} == {"08BEIJING2648", "08BEIJING1050"}
    assert all(one.paragraph for one in cited if one.cable_id == "08BEIJING2648")
    assert "CPEI" in {one.title for one in cited}


def test_stream_goes_on_after_a_version(seeds: Library) -> None:
    everything = list(seeds.stream())
    assert [cable.id for _, _, cable in everything] == [path.stem for path in SEEDS]
    assert seeds.latest_version() == everything[-1][0]
    assert list(seeds.stream(everything[1][0])) == everything[2:]
    assert list(seeds.stream(seeds.latest_version())) == []


def test_stream_gives_only_the_current_version(seeds: Library) -> None:
    document = seed("08BEIJING2648")
    reached = seeds.latest_version()
    store(seeds, ready(Document("short.txt", document.text[:2500])))
    assert list(seeds.stream(reached)) == []
    store(seeds, ready(Document("b.txt", document.text + "\n")))
    assert [cable.id for _, _, cable in seeds.stream(reached)] == ["08BEIJING2648"]
    held = seeds.load("08BEIJING2648")
    assert held is not None
    assert [version.current for version in held.versions] == [False, False, True]
    old = seeds.load("08BEIJING2648", held.versions[0].id)
    assert old is not None
    assert old.raw == document.text
    assert seeds.load("08BEIJING2648", 999) is None


def test_what_came_beside_the_text_is_read_again(library: Library) -> None:
    site = SiteRecord(
        id="08BEIJING2648", created=datetime(2008, 7, 7, 10, 42, tzinfo=UTC).replace(tzinfo=None)
    )
    document = Document("a.html", "No header at all.", "cp1252", site, (Problem("text", (0, 2), "guessed"),))
    (stored,) = store(library, ready(document))
    held = library.load(stored.id)
    assert held is not None
    assert (held.encoding, held.cable) == ("cp1252", parse_document(document))
    assert [one for *_, one in library.documents()] == [document]


def test_unidentified_cable_keeps_its_id(library: Library) -> None:
    (stored,) = store(library, ready(Document("a.txt", "Not a cable, a shopping list.")))
    held = library.load(stored.id)
    assert held is not None
    assert held.cable.id == held.id == stored.id
    assert library.resolve(stored.id.lower()) == stored.id


@pytest.mark.parametrize("text", ["08BEIJING2648", "beijing 2648 ", "08 Beijing 002648", "08beijing2648"])
def test_any_spelling_of_an_id_finds_the_cable(seeds: Library, text: str) -> None:
    if text.startswith("beijing"):
        assert seeds.resolve(text) in {None, "08BEIJING2648"}
    else:
        assert seeds.resolve(text) == "08BEIJING2648"


@pytest.mark.parametrize("text", ["", "08BEIJING9999", "hello", "\udcff", "'; DROP TABLE cable; --"])
def test_what_names_no_held_cable(seeds: Library, text: str) -> None:
    assert seeds.resolve(text) is None


@pytest.mark.parametrize(
    ("column", "value"), [("packed", b"rubbish"), ("extra", '{"site": 5}'), ("extra", "{")]
)
def test_damaged_text_is_said(seeds: Library, column: str, value: object) -> None:
    table, key = ("raw", "version") if column == "packed" else ("version", "id")
    seeds._database.run(f"UPDATE {table} SET {column} = ? WHERE {key} = 1", (value,))
    with pytest.raises(StoreError, match="damaged"):
        list(seeds.stream())
