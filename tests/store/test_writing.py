from __future__ import annotations

from dataclasses import replace

import pytest

from cableview.model.cable import Cable
from cableview.model.document import Document
from cableview.model.site import SiteRecord
from cableview.store import Library, prepare
from cableview.store.prepared import digest
from cableview.store.records import Outcome
from tests.support.stored import cable, missing, prepared, store


def outcomes(library: Library, *made: Cable) -> list[str]:
    return [one.outcome.value for one in store(library, *made)]


def test_same_text_is_identical_under_any_name(library: Library) -> None:
    made = cable("08BEIJING1")
    one, again = prepared(made, "raw", name="a.txt"), prepared(made, "raw", name="b.zip!a.txt")
    stored = store(library, one, again)
    stored += store(library, again)
    assert [item.outcome for item in stored] == [Outcome.NEW, Outcome.IDENTICAL, Outcome.IDENTICAL]
    assert {(item.key, item.version) for item in stored} == {(stored[0].key, stored[0].version)}
    assert [version.source for version in library.versions("08BEIJING1")] == ["a.txt"]


def test_same_text_with_another_id_from_the_site_is_another_cable(library: Library) -> None:
    assert outcomes(library, cable("08BEIJING1"), cable("08BEIJING2")) == ["new", "new"]
    store(library, prepared(cable("76STATE1"), "withdrawn"), prepared(cable("76STATE2"), "withdrawn"))
    assert library.held(["76STATE1", "76STATE2"]) == {"76STATE1", "76STATE2"}


@pytest.mark.parametrize(
    ("paragraphs", "current"),
    [((1, 2), 1), ((2, 1), 0), ((2, 2), 1), ((1, 3, 2), 1), ((0, 0, 0), 2)],
)
@pytest.mark.parametrize("together", [True, False])
def test_fuller_version_is_current_and_all_are_kept(
    library: Library, paragraphs: tuple[int, ...], current: int, together: bool
) -> None:
    texts = [
        prepared(
            replace(cable("08BEIJING1", *["Text."] * count, subject=str(place)), paragraphs=())
            if not count
            else cable("08BEIJING1", *["Text."] * count, subject=str(place)),
            f"raw {place}",
        )
        for place, count in enumerate(paragraphs)
    ]
    if together:
        store(library, *texts)
    else:
        for text in texts:
            store(library, text)
    (row,) = library.rows(library.order())
    assert (row.subject, row.versions, row.paragraphs) == (str(current), len(texts), paragraphs[current])
    assert [version.current for version in library.versions("08BEIJING1")] == [
        place == current for place in range(len(texts))
    ]


def test_references_are_those_of_the_current_version(library: Library) -> None:
    store(library, cable("08BEIJING1", "a", mentioned=[(1, "reftel", "07STATE1")]))
    store(library, cable("08BEIJING1", "a", "b", mentioned=[(2, "reftel", "07STATE2")]))
    store(library, cable("08BEIJING1", "a", mentioned=[(1, "reftel", "07STATE3")]))
    assert [one.id for one in missing(library)] == ["07STATE2"]


def test_newer_parser_renews_what_was_read(library: Library) -> None:
    made = cable("08BEIJING1", subject="OLD", mentioned=[(1, "reftel", "07STATE1")])
    store(library, prepared(made, "raw", parser=1))
    better = replace(cable("08BEIJING1", "a", "b", subject="NEW", mentioned=[(2, "ref", "07STATE2")]))
    held, other = Document("a.txt", "raw"), Document("a.txt", "other")
    assert library.unknown([held], parser=2) == [held]
    assert [cable_id for cable_id, _ in library.outdated(2)] == ["08BEIJING1"]
    (stored,) = store(library, prepared(better, "raw", parser=2))
    assert stored.outcome is Outcome.IDENTICAL
    assert [row.subject for row in library.rows([stored.key])] == ["NEW"]
    assert [one.id for one in missing(library)] == ["07STATE2"]
    assert library.unknown([held, other], parser=2) == [other]
    assert library.outdated_count(2) == 0
    store(library, prepared(made, "raw", parser=1))
    assert [row.subject for row in library.rows([stored.key])] == ["NEW"]


def test_cable_without_id_gets_one_from_its_text(library: Library) -> None:
    (stored,) = store(library, prepared(cable(None), "no header"))
    assert stored.id == f"UNIDENTIFIED-{digest('no header').hex()[:8]}"
    assert library.rows([stored.key])[0].station is None


def test_only_what_is_not_held_is_worth_parsing(library: Library) -> None:
    notice = "The text was withdrawn."
    plain, first, second = (
        Document("a.txt", notice),
        Document("b.csv#1", notice, site=SiteRecord(id="76STATE1")),
        Document("b.csv#2", notice, site=SiteRecord(id="76STATE2")),
    )
    assert library.unknown([plain, first, second]) == [plain, first, second]
    store(library, prepare(first, cable("76STATE1"), parser=2))
    assert library.unknown([plain, first, second], parser=2) == [plain, second]
    assert library.unknown([first], parser=3) == [first]
    store(library, prepare(plain, cable(None), parser=2))
    assert library.unknown([plain, first, second] * 200, parser=2) == [second] * 200


def test_a_site_id_that_is_no_unicode(library: Library) -> None:
    odd = Document("a.csv#1", "text", site=SiteRecord(id="\udcff"))
    store(library, prepare(odd, cable("\udcff")))
    assert library.unknown([odd]) == []
