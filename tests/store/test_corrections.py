"""Corrections of entities: kept, undone, and seen through by the questions about the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview.entities.corrections import Corrections
from cableview.model.correction import Correction, Kind
from cableview.store import Library, Marks, open_library, open_marks
from cableview.store.corrected import Names
from cableview.store.records import EntityCount, Extracted
from tests.support.stored import cable, prepared, store

ORG, PERSON = "ORGANIZATION", "PERSON"


def merged(name: str, to: str, here: str | None = None) -> Correction:
    return Correction("", Kind.MERGE, ORG, name, ORG, to, here)


def hidden(name: str, here: str | None = None) -> Correction:
    return Correction("", Kind.HIDE, ORG, name, None, None, here)


def test_made_undone_redone_and_taken_back(marks: Marks) -> None:
    marks.correct(merged("FC", "Fincantieri"))
    marks.correct(hidden("Post"), hidden("Mission"))
    first, *others = marks.corrections()
    assert (first.name, first.to_name) == ("FC", "Fincantieri")
    assert first.id
    assert first.created is not None
    assert {one.name for one in others} == {"Post", "Mission"}
    step = marks.undo()
    assert step is not None
    assert step.words == "Post is hidden (everywhere) and 1 more"
    assert marks.corrections() == (first,)
    assert marks.redo() == step
    assert len(marks.corrections()) == 3
    marks.uncorrect(first.id, "unknown")
    assert first not in marks.corrections()
    marks.undo()
    assert first in marks.corrections()
    assert marks.check() == ()


def test_the_same_again_changes_nothing(marks: Marks) -> None:
    marks.correct(merged("FC", "Fincantieri"))
    kept = marks.corrections()
    marks.correct(*kept)
    assert marks.corrections() == kept
    marks.undo()
    assert marks.corrections() == ()


@pytest.fixture
def filled(library: Library) -> Library:
    """Three cables: FC with Post, Fincantieri, and both with a person Fincantieri."""
    fill(library)
    return library


def fill(library: Library) -> None:
    named = (
        ((ORG, "FC", 2), (ORG, "Post", 1)),
        ((ORG, "Fincantieri", 1),),
        ((ORG, "FC", 1), (ORG, "Fincantieri", 4), (PERSON, "Fincantieri", 1)),
    )
    stored = store(library, *(cable(f"08ROME{n}", f"Text {n}.") for n in range(1, len(named) + 1)))
    extracted = [Extracted(one.version, one.key, names) for one, names in zip(stored, named, strict=True)]
    library.add_mentions(extracted, extracted[-1].version)


def ids(library: Library, corrections: Corrections, kind: str | None, name: str) -> list[str]:
    return [row.id for row in library.rows(list(Names(library, corrections).cables_with(kind, name)))]


@pytest.mark.parametrize(
    ("corrections", "asked", "wanted"),
    [
        ((), (ORG, "fc"), ["08ROME1", "08ROME3"]),
        ((merged("FC", "Fincantieri"),), (ORG, "Fincantieri"), ["08ROME1", "08ROME2", "08ROME3"]),
        ((merged("FC", "Fincantieri"),), (ORG, "FC"), []),
        ((merged("FC", "Fincantieri", "08ROME1"),), (ORG, "Fincantieri"), ["08ROME1", "08ROME2", "08ROME3"]),
        ((merged("FC", "Fincantieri", "08ROME1"),), (ORG, "FC"), ["08ROME3"]),
        ((merged("FC", "Fincantieri", "09NOWHERE1"),), (ORG, "FC"), ["08ROME1", "08ROME3"]),
        ((hidden("FC"),), (None, "FC"), []),
        ((hidden("FC", "08ROME3"),), (None, "FC"), ["08ROME1"]),
        ((hidden("FC"),), (None, "Fincantieri"), ["08ROME2", "08ROME3"]),
        (
            (Correction("", Kind.RETYPE, PERSON, "Fincantieri", ORG, "Fincantieri"),),
            (PERSON, "Fincantieri"),
            [],
        ),
        (
            (Correction("", Kind.SPLIT, ORG, "FC", ORG, "Football Club", "08ROME1", "F.C."),),
            (ORG, "Football Club"),
            ["08ROME1"],
        ),
        (
            (Correction("", Kind.SPLIT, ORG, "FC", ORG, "Football Club", "08ROME1", "F.C."),),
            (ORG, "FC"),
            ["08ROME1", "08ROME3"],
        ),
    ],
)
def test_cables_that_name_a_corrected_entity(
    filled: Library, corrections: tuple[Correction, ...], asked: tuple[str | None, str], wanted: list[str]
) -> None:
    assert ids(filled, Corrections(corrections), *asked) == wanted


def test_counts_of_names(filled: Library) -> None:
    asked = [(ORG, "FC"), (ORG, "Fincantieri"), (PERSON, "Nobody")]
    assert Names(filled, Corrections()).cables_naming(asked) == {(ORG, "fc"): 2, (ORG, "fincantieri"): 2}
    corrections = Corrections((merged("FC", "Fincantieri"),))
    assert Names(filled, corrections).cables_naming(asked) == {(ORG, "fc"): 0, (ORG, "fincantieri"): 3}


def test_list_of_entities(filled: Library) -> None:
    assert Names(filled, Corrections()).entities(ORG) == filled.entities(ORG)
    corrections = Corrections((merged("FC", "Fincantieri"), hidden("Post")))
    assert Names(filled, corrections).entities(ORG) == (EntityCount(ORG, "Fincantieri", 3),)
    assert Names(filled, corrections).entities(prefix="fin") == (
        EntityCount(ORG, "Fincantieri", 3),
        EntityCount(PERSON, "Fincantieri", 1),
    )
    assert Names(filled, corrections).entities(ORG, prefix="FC") == ()
    assert Names(filled, corrections).entities(limit=1) == (EntityCount(ORG, "Fincantieri", 3),)


KINDS = (
    merged("FC", "Fincantieri"),
    hidden("Post"),
    Correction("", Kind.RENAME, ORG, "Post", ORG, "Embassy Rome"),
    Correction("", Kind.RETYPE, ORG, "Fincantieri", PERSON, "Fincantieri"),
    Correction("", Kind.SPLIT, ORG, "FC", ORG, "Football Club", "08ROME1", "F.C."),
    Correction("", Kind.DISTINCT, ORG, "FC", ORG, "FC (08ROME1)", "08ROME1"),
)


@pytest.mark.parametrize("correction", KINDS, ids=[one.kind.value for one in KINDS])
def test_outlives_reimport_rebuild_and_a_deleted_library(tmp_path: Path, correction: Correction) -> None:
    with open_marks(tmp_path / "marks.db") as marks:
        marks.correct(correction)
    seen = []
    for change in ("none", "again", "rebuilt", "deleted"):
        if change == "deleted":
            for file in tmp_path.glob("library.db*"):
                file.unlink()
        with (
            open_library(tmp_path / "library.db") as library,
            open_marks(tmp_path / "marks.db") as marks,
        ):
            if change in ("none", "deleted"):
                fill(library)
            elif change == "again":
                store(library, *(prepared(cable(f"08ROME{n}", f"Text {n}.")) for n in (1, 2, 3)))
            else:
                library.expect_mentions()
            corrections = Corrections(marks.corrections())
            seen.append(
                (Names(library, corrections).entities(), corrections.resolve(ORG, "FC", "08ROME1", "F.C."))
            )
            assert marks.check() == ()
    assert seen == [seen[0]] * 4
    with open_library(tmp_path / "library.db") as library:
        assert seen[0] != (Names(library, Corrections()).entities(), (ORG, "FC"))
