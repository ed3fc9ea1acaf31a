"""Entities of the library: kept, replaced, counted, found again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cableview.store import Library, mentions, open_library
from cableview.store.records import EntityCount, Extracted
from tests.support.stored import cable, hold, prepared, store

TANAKA = ("PERSON", "Tanaka", 2)
ROME = ("PLACE", "Rome", 1)


def name(library: Library, *given: tuple[tuple[int, int], tuple[tuple[str, str, int], ...]]) -> None:
    extracted = [Extracted(version, key, names) for (version, key), names in given]
    library.add_mentions(extracted, extracted[-1].version)


def test_from_cable_to_entity_and_back(library: Library) -> None:
    first, second, third = hold(library, 3)
    assert library.mentions_behind() == 3
    name(library, (first, (TANAKA, ROME)), (second, (ROME,)))
    assert library.mentions_behind() == 1
    name(library, (third, (("PLACE", "ROME", 9), ("ORGANIZATION", "Rome", 1))))
    assert library.mentions_behind() == 0
    assert library.entities() == (
        EntityCount("PLACE", "Rome", 3),
        EntityCount("ORGANIZATION", "Rome", 1),
        EntityCount("PERSON", "Tanaka", 1),
    )
    keys = [key for _, key in (first, second, third)]
    assert list(library.cables_with("PLACE", " rOME ")) == keys
    assert list(library.cables_with("ORGANIZATION", "Rome")) == keys[2:]
    assert list(library.cables_with(None, "rome")) == keys
    assert list(library.cables_with(None, "Roma")) == []
    assert library.entity_counts(keys[:2]) == (
        EntityCount("PLACE", "Rome", 2),
        EntityCount("PERSON", "Tanaka", 1),
    )
    assert library.entity_counts(keys, "PERSON") == (EntityCount("PERSON", "Tanaka", 1),)
    assert library.entity_counts(keys, limit=1) == (EntityCount("PLACE", "Rome", 3),)
    assert library.entity_counts([999]) == ()


def test_types_and_prefixes_narrow_the_list(library: Library) -> None:
    (first,) = hold(library, 1)
    names = (TANAKA, ("PERSON", "Tanaguchi", 1), ("PERSON", "Álvarez", 1), ROME, ("PLACE", "Tanah Abang", 1))
    name(library, (first, names))
    assert [e.name for e in library.entities("PERSON")] == ["Tanaguchi", "Tanaka", "Álvarez"]
    assert [e.name for e in library.entities(prefix="TANA")] == ["Tanaguchi", "Tanah Abang", "Tanaka"]
    assert [e.name for e in library.entities("PERSON", "áLV")] == ["Álvarez"]
    assert [e.name for e in library.entities(prefix="tana", limit=1)] == ["Tanaguchi"]
    assert library.entities("DATE") == library.entities("NONSENSE") == ()


def test_only_types_that_lead_on_are_kept(library: Library) -> None:
    (first,) = hold(library, 1)
    name(library, (first, (("DATE", "2008-01-01", 1), ("TAG", "PREL", 1), ("PERSON", "  ", 1))))
    assert library.entities() == ()
    assert library.mentions_behind() == 0


def test_another_text_of_a_cable_replaces_what_it_named(library: Library) -> None:
    first, second = hold(library, 2)
    name(library, (first, (TANAKA, ROME)), (second, (ROME,)))
    (changed,) = store(library, cable("08ROME1", "Text 1.", "More text."))
    assert library.mentions_behind() == 1
    name(library, ((changed.version, changed.key), (ROME, ("PERSON", "Sato", 1))))
    assert [(e.name, e.cables) for e in library.entities()] == [("Rome", 2), ("Sato", 1)]
    assert list(library.cables_with("PLACE", "Rome")) == [first[1], second[1]]
    assert list(library.cables_with("PERSON", "Tanaka")) == []
    assert library.entity_counts([first[1]], "PERSON") == (EntityCount("PERSON", "Sato", 1),)
    assert library.check(thorough=True) == ()


def test_what_another_process_kept_meanwhile_is_passed_over(library: Library) -> None:
    first, second = hold(library, 2)
    name(library, (first, (ROME,)))
    name(library, (first, (ROME,)))
    assert library.entities() == (EntityCount("PLACE", "Rome", 1),)
    name(library, (first, (ROME,)), (second, (ROME,)))
    assert library.entities() == (EntityCount("PLACE", "Rome", 2),)


def test_parts_of_the_postings_come_together(library: Library) -> None:
    keys = [key for _, key in hold(library, 3)]
    for version, key in zip((3, 5000, 90_000), keys, strict=True):
        library.add_mentions([Extracted(version, key, (ROME,))], version)
    assert list(library.cables_with("PLACE", "Rome")) == keys


@pytest.mark.parametrize("odd", ["A\0B", "A\ud800B", "x" * 100_000, "Line\nbreak", "😀", "ẞtraße", "%_'\""])
def test_odd_names_are_kept_and_found(library: Library, odd: str) -> None:
    (first,) = hold(library, 1)
    name(library, (first, (("PERSON", odd, 1_000_000),)))
    (kept,) = library.entities()
    assert list(library.cables_with("PERSON", kept.name)) == [first[1]]
    assert list(library.cables_with("PERSON", odd)) == [first[1]]


def test_spans_cover_what_waits_once(library: Library) -> None:
    versions = [version for version, _ in hold(library, 5)]
    spans = list(library.spans_behind(2))
    assert spans == [(0, versions[1]), (versions[1], versions[3]), (versions[3], versions[4])]
    found = [v for after, last in spans for v, *_ in library.documents(after, last)]
    assert found == versions
    library.add_mentions([], versions[-1])
    assert list(library.spans_behind(2)) == []


def test_a_failure_keeps_nothing_of_its_transaction(library: Library) -> None:
    first, second = hold(library, 2)
    name(library, (first, (ROME,)))
    broken = Extracted(second[0], -1, (TANAKA, ROME))
    with pytest.raises(OverflowError):
        library.add_mentions([broken], second[0])
    assert library.entities() == (EntityCount("PLACE", "Rome", 1),)
    assert library.mentions_behind() == 1


def test_an_older_library_gains_the_tables_and_waits_for_the_stage(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as made:
        batch = made.start_batch(["old"])
        made.add(batch, [prepared(cable("08ROME1", "Text."))])
    link = sqlite3.connect(path)
    with link:
        for table in ("entity", "posting", "named", "extraction", "recall"):
            link.execute(f"DROP TABLE {table}")
        link.execute("DELETE FROM migration WHERE name IN ('mentions', 'rules', 'memory')")
    link.close()
    with open_library(path, readonly=True) as old:
        assert old.mentions_behind() == 1
        assert old.entities() == ()
        assert old.cables_with(None, "Rome").tolist() == []


def test_names_found_by_other_rules_wait_and_stay_visible(library: Library) -> None:
    first, second = hold(library, 2)
    library.follow_rules(2)
    name(library, (first, (TANAKA,)), (second, (ROME,)))
    library.follow_rules(2)
    assert library.mentions_behind(2) == 0
    assert library.mentions_behind(3) == 2
    assert library.mentions_behind() == 0
    library.follow_rules(3)
    assert library.mentions_behind(3) == library.mentions_behind() == 2
    assert library.cables_with("PERSON", "Tanaka").tolist() == [first[1]]
    name(library, (first, (ROME,)))
    assert library.mentions_behind(3) == 1
    assert library.entities() == (EntityCount("PLACE", "Rome", 2),)


def test_names_kept_in_later_parts_stay_visible_while_all_wait(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentions, "_PART", 1)
    held = hold(library, 5)
    name(library, *((one, (ROME,)) for one in held))
    library.expect_mentions()
    assert len(library.cables_with("PLACE", "Rome")) == 5
    assert library.mentions_behind() == 5


def test_a_library_from_before_rules_were_counted_waits_for_those_of_today(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as made:
        name(made, (hold(made, 1)[0], (TANAKA,)))
    link = sqlite3.connect(path)
    with link:
        link.execute("ALTER TABLE extraction DROP COLUMN rules")
        link.execute("DELETE FROM migration WHERE name = 'rules'")
    link.close()
    with open_library(path) as old:
        assert old.mentions_behind() == 0
        assert old.mentions_behind(2) == 1
        assert old.entities() == (EntityCount("PERSON", "Tanaka", 1),)
