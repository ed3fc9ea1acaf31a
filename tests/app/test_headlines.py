from __future__ import annotations

import sqlite3
from contextlib import closing

from cableview.app.headlines import body_below, headlines, rows_with_headlines
from cableview.store import open_library
from tests.support.libraries import made_pair, make_library, seed_library


def test_subjects_are_set_by_the_text_below_them() -> None:
    with open_library(seed_library().cables) as library:
        subjects = {row.id: row.subject for row in rows_with_headlines(library, library.order())}
    assert subjects["07BEIJING2896"] == "NORINCO claims to be forgoing sales to Iran"
    assert subjects["08BEIJING3039"] == "China’s response to efforts to halt Iranian procurement in China"
    assert subjects["08BEIJING2648"] == "China provides response to U.S.-raised nonproliferation cases"


def test_what_is_no_capitals_or_not_there_stays() -> None:
    with open_library(make_library(made_pair()).cables) as library:
        rome = library.key_of("08ROME100")
        assert rome is not None
        assert headlines(library, {rome: "Already written"}) == {rome: "Already written"}
        assert headlines(library, {rome: None, rome + 999: "NOT HELD"}) == {
            rome: None,
            rome + 999: "NOT HELD",
        }
        assert headlines(library, {rome: "MEETING ON PORTS"}) == {rome: "Meeting on ports"}


def test_a_damaged_text_leaves_its_own_subject_as_it_is_and_no_other() -> None:
    places = seed_library()
    with closing(sqlite3.connect(places.cables)) as file, file:
        file.execute("UPDATE raw SET packed = x'0011' WHERE version = (SELECT min(version) FROM raw)")
    with open_library(places.cables) as library:
        subjects = [row.subject or "" for row in rows_with_headlines(library, library.order())]
    assert len(subjects) == 5
    assert [subject for subject in subjects if subject.isupper()] == subjects[-1:]


def test_a_header_printed_twice_is_passed() -> None:
    text = "SUBJECT: A B\nSUBJECT: A B\n\n" + "body " * 40
    assert body_below(text, "A B").strip().startswith("body")
