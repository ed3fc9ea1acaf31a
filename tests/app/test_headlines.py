from __future__ import annotations

from cableview.app.headlines import body_below, headline, rows_with_headlines
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
        assert headline(library, "08ROME100", "Already written") == "Already written"
        assert headline(library, "08ROME100", None) is None
        assert headline(library, "08NOWHERE1", "NOT HELD") == "NOT HELD"
        assert headline(library, "08ROME100", "MEETING ON PORTS") == "Meeting on ports"


def test_a_header_printed_twice_is_passed() -> None:
    text = "SUBJECT: A B\nSUBJECT: A B\n\n" + "body " * 40
    assert body_below(text, "A B").strip().startswith("body")
