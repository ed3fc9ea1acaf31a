"""Where references and names lead: the ledger, what is cited together, cables by date, passages."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from cableview.entities import find_mentions
from cableview.parse import parse_document
from cableview.store import Library
from cableview.store import calendar as calendar_module
from cableview.store.calendar import month_of
from cableview.store.ledger import Order, Standing
from cableview.store.passages import Passage, citing, naming
from cableview.store.prepared import prepare
from tests.support.libraries import seed_documents
from tests.support.stored import cable, moment, ref, store

SEEDS = {
    "06BEIJING1429": "2006-01", "07BEIJING1625": "2007-03", "07BEIJING4645": "2007-07",
    "07BEIJING5361": "2007-08", "07BEIJING5499": "2007-08", "07BEIJING5848": "2007-09",
    "07BEIJING6199": "2007-09", "07BEIJING6576": "2007-10", "07BEIJING7141": "2007-11",
    "07BEIJING7297": "2007-11", "08BEIJING463": "2008-02", "08BEIJING578": "2008-02",
    "08BEIJING1209": "2008-03", "08BEIJING1354": "2008-04", "08BEIJING2302": "2008-06",
    "08BEIJING2550": "2008-06", "08BEIJING2614": "2008-07", "08STATE83144": "2008-08",
}  # fmt: skip
"""Every cable that the five sample cables cite and that is not among them, with its month."""


@pytest.fixture
def seeds(library: Library) -> Library:
    batch = library.start_batch(["seeds"])
    library.add(batch, [prepare(document, parse_document(document)) for document in seed_documents()])
    return library


def test_the_ledger_of_the_seeds_has_each_missing_cable_with_its_month(seeds: Library) -> None:
    entries = seeds.missing_entries(seeds.missing_keys())
    months = {
        e.id: f"{e.dating.earliest:%Y-%m}" for e in entries if e.dating is not None and e.dating.one_month
    }
    assert months == SEEDS
    assert {e.standing for e in entries} == {Standing.OLDER}
    assert [e.id for e in entries[:2]] == ["07BEIJING1625", "07BEIJING5361"]
    numbers = [e.id for e in seeds.missing_entries(seeds.missing_keys(Order.NUMBER))]
    assert numbers[:2] == ["06BEIJING1429", "07BEIJING1625"]
    assert numbers[-1] == "08STATE83144"


FILTERS = {
    "": 18, "state": 1, "BEIJING": 17, "08state": 1, "State 083144": 1, "2008-State-083144": 1,
    "beijing 1429": 1, "2007": 9, "2008": 8, "2007-08": 2, "August 2007": 2, "beijing aug 2007": 2,
    "2007-13": 0, "0000-01": 0, "bellamax": 1, "cpei": 1, "nonproliferation": 17,
    "%": 0, "_": 0, "qqq": 0, "beijing qqq": 0, "\\": 0,
}  # fmt: skip
"""What is asked for, and how many cables missing in the seeds have it."""


@pytest.mark.parametrize(("wanted", "count"), FILTERS.items())
def test_the_ledger_is_narrowed_by_what_its_lines_say(seeds: Library, wanted: str, count: int) -> None:
    keys = seeds.missing_keys()
    found = seeds.missing_with(keys, wanted)
    assert len(found) == count, [entry.id for entry in seeds.missing_entries(found)]
    assert [key for key in keys if key in found] == [*found]


def test_one_cable_is_called_two_things_by_its_citers(seeds: Library) -> None:
    target = "07BEIJING5361"
    (entry,) = [e for e in seeds.missing_entries(seeds.missing_keys()) if e.id == target]
    assert [(c.id, c.paragraphs, c.label, c.title) for c in entry.named] == [
        ("08BEIJING2648", (7,), "G", "CPEI"),
        ("08BEIJING1050", (2,), "A", None),
    ]
    said = {}
    for citer in entry.named:
        held = seeds.load(citer.id)
        assert held is not None
        (passage,) = citing(held, target)
        said[citer.id] = passage.words(), passage.number, [passage.text[a:b] for a, b in passage.lit]
    assert said["08BEIJING1050"][1:] == (2, ["ref A"])
    assert "August Nonproliferation Dialogue (ref A)" in said["08BEIJING1050"][0]
    assert said["08BEIJING2648"][1:] == (7, ["Ref G"])
    assert "No new information provided since Ref G telegram in 2007" in said["08BEIJING2648"][0]


def test_a_name_is_followed_through_its_cable(seeds: Library) -> None:
    held = seeds.load("08BEIJING2648")
    assert held is not None
    mentions = find_mentions(held.cable, held.raw)
    (name,) = {m.name for m in mentions if m.text == "CPEI"}
    found = list(naming(held, "ORGANIZATION", [name.casefold()], mentions))
    assert [passage.number for passage in found] == [7]
    (passage,) = found
    assert {passage.text[a:b] for a, b in passage.lit} == {
        "China Precision Engineering Company",
        "CPEI",
    }
    assert list(naming(held, "PERSON", [name.casefold()], mentions)) == []


def test_what_only_the_header_has_is_given_once(library: Library) -> None:
    store(library, cable("08ROME1", "Text.", listed=[ref("A", "07ROME9", "PORTS")]))
    held = library.load("08ROME1")
    assert held is not None
    listing = replace(held, cable=cable("08ROME1", "Text.", listed=[ref("A", "07ROME9", "PORTS")]))
    assert [(p.index, p.text, p.label, p.title) for p in citing(listing, "07ROME9")] == [
        (None, "07ROME9", "A", "PORTS")
    ]


def test_a_number_later_than_its_citer_is_doubted(library: Library) -> None:
    store(
        library,
        cable("07BEIJING9", sent="2007-01-05", listed=[ref("A", "07BEIJING5361"), ref("B", "07NOWHERE1")]),
        cable("07BEIJING10", listed=[ref("A", "07STATE1")]),
        cable("07BEIJING11", sent="2007-02-01", listed=[ref("A", "a thing")]),
    )
    standing = {e.id: e.standing for e in library.missing_entries(library.missing_keys())}
    assert standing == {
        "07BEIJING5361": Standing.YOUNGER,
        "07NOWHERE1": Standing.OLDER,
        "07STATE1": Standing.UNKNOWN,
        "a thing": Standing.UNKNOWN,
    }
    assert library.missing_entries([99_999]) == []


def test_cables_cited_together_are_ranked(library: Library) -> None:
    store(
        library,
        cable("08ROME1", "a", "b", listed=[ref("A", "07ROME1"), ref("B", "07ROME2"), ref("C", "07ROME3")],
              mentioned=[(1, "refs A and C", "07ROME1"), (1, "refs A and C", "07ROME3")]),
        cable("08ROME2", listed=[ref(None, "07ROME1"), ref(None, "07ROME4", "PORTS")]),
        cable("08ROME3", listed=[ref(None, "07ROME1"), ref(None, "07ROME4"), ref(None, "08ROME1")]),
    )  # fmt: skip
    found = library.cited_together("07ROME1")
    assert [(one.id, one.cables, one.paragraphs) for one in found] == [
        ("07ROME4", 2, 0), ("07ROME3", 1, 1), ("07ROME2", 1, 0), ("08ROME1", 1, 0),
    ]  # fmt: skip
    assert found[0].title == "PORTS"
    assert [one.held for one in found] == [False, False, False, True]
    assert library.cited_together("07ROME1", 1) == found[:1]
    assert library.cited_together("never heard of") == ()


@pytest.mark.parametrize("few", [0, 1000])
def test_cables_by_date(library: Library, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(calendar_module, "_FEW", few)
    days = ["2007-12-31", "2008-01-01", "2008-01-31", None, "1969-12-31", "2008-02-01"]
    keys = [one.key for one in store(library, *(cable(f"08ROME{n}", sent=d) for n, d in enumerate(days)))]
    dated = library.by_date([*keys, 10_000])
    assert list(dated.keys) == [keys[n] for n in (5, 2, 1, 0, 4, 3)]
    december, january = month_of(datetime(2007, 12, 1)), month_of(datetime(2008, 1, 1))  # noqa: DTZ001
    assert dated.months == ((december - 456, 1), (december, 1), (january, 2), (january + 1, 1))
    assert list(dated.of_month(january)) == [keys[2], keys[1]]
    assert list(dated.of_month(january + 5)) == []
    (more,) = store(library, cable("08ROME77", sent="2009-01-01"))
    assert library.by_date([*keys, more.key]).keys[0] == more.key
    assert library.by_date([]).keys.tolist() == []


@pytest.mark.parametrize(
    ("text", "lit", "said"),
    [
        ("One. See ref A now. Two.", "ref A", "See ref A now."),
        ("See ref A", "ref A", "See ref A"),
        ("word " * 80 + "ref A " + "word " * 80, "ref A", None),
        ("", "", ""),
    ],
)
def test_the_sentence_around(text: str, lit: str, said: str | None) -> None:
    at = text.index(lit)
    words = Passage("08ROME1", moment("2008-01-01"), None, None, 0, 1, text, ((at, at + len(lit)),)).words(
        100
    )
    if said is None:
        assert words.startswith("… word")
        assert words.endswith("word …")
        assert "ref A" in words
        assert len(words) < 120
    else:
        assert words == said
