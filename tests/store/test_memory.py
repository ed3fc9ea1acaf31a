"""Names that one cable tells: what is kept of them, who is asked, who is read again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cableview.entities import Known
from cableview.store import Library, open_library
from cableview.store.records import Asked, EntityCount, Extracted, Recall, Recalled, Told
from tests.support.cables import text_of
from tests.support.stored import cable, hold, prepared, store

FIRM, MAN = ("ORGANIZATION", "Zentrolux"), ("PERSON", "Than Shwe")
ROME = ("PLACE", "Rome", 1)
Place = tuple[int, int]
"""Version and key."""


def name(library: Library, place: Place, *names: tuple[str, str], told: bool = False) -> None:
    counted = tuple((*one, 1) for one in names)
    extracted = Extracted(*place, counted, frozenset(names) if told else frozenset())
    library.add_mentions([extracted], place[0])


def waiting(library: Library) -> list[Told]:
    return [one for group in library.told(2) for one in group]


def recalls(library: Library) -> list[Recall]:
    return [one for group in library.recalls(2) for one in group]


def ask(library: Library, *holding: int) -> Asked:
    """Ask for the one name that waits, and keep the answer."""
    (told,) = waiting(library)
    asked = library.asked(told, holding)
    library.keep_asked([asked])
    return asked


def test_a_name_is_told_once_and_asked_once(library: Library) -> None:
    first, second, third = hold(library, 3)
    name(library, first, FIRM, told=True)
    name(library, second, MAN)
    name(library, third, FIRM)
    (told,) = waiting(library)
    assert told[1:] == (*FIRM, 2)
    assert library.told_count() == 1
    assert library.known() == Known()
    asked = ask(library, first[1], second[1], third[1])
    assert (asked.carried, list(asked.lacking)) == (True, [second[1]])
    assert library.known() == Known(frozenset({FIRM}))
    assert library.told_count() == 0
    assert recalls(library) == [Recall(second[1], frozenset({FIRM}), frozenset({FIRM}))]


def test_a_cable_read_again_keeps_what_it_knew(library: Library) -> None:
    first, second = hold(library, 2)
    name(library, first, FIRM, told=True)
    name(library, second, MAN, told=True)
    for told in waiting(library):
        library.keep_asked([library.asked(told, [first[1], second[1]])])
    assert recalls(library) == [
        Recall(first[1], frozenset({MAN}), frozenset({FIRM, MAN})),
        Recall(second[1], frozenset({FIRM}), frozenset({FIRM, MAN})),
    ]
    read = Extracted(*first, ((*FIRM, 1), (*MAN, 3)))
    library.keep_recalled([Recalled(first[1], read, None), Recalled(second[1], None, None)])
    assert library.recall_count() == 0
    assert library.entities() == (EntityCount(*MAN, 2), EntityCount(*FIRM, 1))
    assert list(library.cables_with(*MAN)) == [first[1], second[1]]
    assert library.known() == Known(frozenset({FIRM, MAN}))
    assert library.check(thorough=True) == ()


@pytest.mark.parametrize(
    ("other", "told", "carried"),
    [
        (("ORGANIZATION", "Than Shwe"), True, False),
        (("ORGANIZATION", "THAN SHWE"), False, True),
        (("PERSON", "Than Shwe"), False, True),
        (("PLACE", "Shwe"), True, True),
    ],
)
def test_a_name_told_as_two_things_is_carried_as_none(
    library: Library, other: tuple[str, str], told: bool, carried: bool
) -> None:
    first, second, third = hold(library, 3)
    name(library, first, MAN, told=True)
    name(library, second, other, told=told)
    asked = next(library.asked(one, [first[1], third[1]]) for one in waiting(library) if one.name == MAN[1])
    assert asked.carried is carried
    assert list(asked.lacking) == ([third[1]] if carried else [])


def test_a_name_that_more_cables_use_otherwise_is_not_carried(library: Library) -> None:
    first, second, third = hold(library, 3)
    name(library, first, MAN, told=True)
    for place in (second, third):
        name(library, place, ("PLACE", MAN[1]))
    assert not ask(library, first[1], second[1], third[1]).carried
    assert library.told_count() == library.recall_count() == 0
    assert library.known() == Known()


def test_one_word_that_anybody_uses_otherwise_is_not_carried(library: Library) -> None:
    first, second, third = hold(library, 3)
    name(library, first, FIRM, told=True)
    name(library, second, FIRM)
    name(library, third, ("PERSON", FIRM[1]))
    assert not ask(library, first[1], second[1], third[1]).carried


def test_what_one_of_very_many_cables_tells_is_chance(library: Library) -> None:
    first, *others = hold(library, 60)
    name(library, first, FIRM, told=True)
    assert not ask(library, first[1], *(key for _, key in others)).carried


def test_a_text_replaced_since_is_left(library: Library) -> None:
    first, second = hold(library, 2)
    name(library, first, FIRM, told=True)
    name(library, second, MAN)
    ask(library, first[1], second[1])
    (changed,) = store(library, cable("08ROME2", "Text 2.", "More text."))
    read = Extracted(*second, ((*FIRM, 1),))
    library.keep_recalled([Recalled(second[1], read, None)])
    assert library.recall_count() == 0
    assert list(library.cables_with(*FIRM)) == [first[1]]
    library.add_mentions([Extracted(changed.version, changed.key, (ROME,))], changed.version)
    assert list(library.cables_with(*MAN)) == []


@pytest.mark.parametrize("how", ["parser", "rules"])
def test_when_all_is_found_anew_all_is_told_anew(library: Library, how: str) -> None:
    first, second = hold(library, 2)
    library.follow_rules(1)
    name(library, first, FIRM, told=True)
    name(library, second, MAN)
    ask(library, first[1], second[1])
    library.follow_rules(1)
    assert library.recall_count() == 1
    if how == "parser":
        library.expect_mentions()
    else:
        library.follow_rules(2)
    assert library.mentions_behind() == 2
    assert library.recall_count() == library.told_count() == 0
    assert library.known() == Known()
    name(library, first, FIRM, told=True)
    assert library.told_count() == 1


def test_an_open_cable_shows_what_is_kept_of_others(library: Library) -> None:
    raw = text_of(1, "We saw papers of Zentrolux there.")
    (stored,) = store(library, prepared(cable("08ROME1"), raw))
    held = library.load("08ROME1")
    assert held is not None
    assert "Zentrolux" not in {mention.text for mention in library.mentions_of(held)}
    name(library, (stored.version, stored.key), FIRM, told=True)
    assert "Zentrolux" not in {mention.text for mention in library.mentions_of(held)}
    ask(library, stored.key)
    assert [m.type for m in library.mentions_of(held) if m.text == "Zentrolux"] == ["ORGANIZATION"]


def test_an_older_library_finds_its_names_anew_and_shows_them_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as made:
        name(made, hold(made, 1)[0], MAN)
    link = sqlite3.connect(path)
    with link:
        link.execute("DROP INDEX entity_told")
        link.execute("ALTER TABLE entity DROP COLUMN told")
        link.execute("DROP TABLE recall")
        link.execute("DELETE FROM migration WHERE name = 'memory'")
    link.close()
    with open_library(path, readonly=True) as old:
        assert old.entities() == (EntityCount(*MAN, 1),)
        assert old.mentions_behind() == 1
        assert old.told_count() == old.recall_count() == 0
    with open_library(path) as old:
        ((version, key, *_),) = old.documents()
        name(old, (version, key), MAN, told=True)
        assert [one.name for one in waiting(old)] == ["Than Shwe"]
