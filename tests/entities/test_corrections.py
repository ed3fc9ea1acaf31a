"""What the reader knows better, applied to the mentions of a cable."""

from __future__ import annotations

import pytest

from cableview.entities.corrections import Corrections
from cableview.model.correction import Correction, Kind
from cableview.model.mention import Mention

ORG, PERSON = "ORGANIZATION", "PERSON"
HERE, ELSEWHERE = "08ROME1", "08ROME2"


def said(
    kind: Kind,
    name: str,
    to: str | None,
    *,
    type: str = ORG,  # noqa: A002
    to_type: str | None = ORG,
    here: str | None = None,
    form: str | None = None,
) -> Correction:
    return Correction("", kind, type, name, to and to_type, to, here, form)


RENAMED = said(Kind.RENAME, "Fincantiri", "Fincantieri")
MERGED = said(Kind.MERGE, "FC", "Fincantieri")
RETYPED = said(Kind.RETYPE, "Rossi", "Rossi", type=PERSON)
HIDDEN = said(Kind.HIDE, "Post", None)
HIDDEN_HERE = said(Kind.HIDE, "Post", None, here=HERE)
SPLIT = said(Kind.SPLIT, "Rossi", "Rossi Jr.", type=PERSON, to_type=PERSON, here=HERE, form="M. Rossi")


@pytest.mark.parametrize(
    ("corrections", "given", "place", "wanted"),
    [
        ((RENAMED,), (ORG, "fincantiri"), (None, ""), (ORG, "Fincantieri")),
        ((RENAMED,), (ORG, "Fin  cantiri"), (None, ""), (ORG, "Fin  cantiri")),
        ((RENAMED,), (PERSON, "Fincantiri"), (None, ""), (PERSON, "Fincantiri")),
        ((RENAMED, MERGED), (ORG, "FC"), (HERE, "FC"), (ORG, "Fincantieri")),
        ((RETYPED,), (PERSON, "Rossi"), (HERE, ""), (ORG, "Rossi")),
        ((HIDDEN,), (ORG, "post"), (ELSEWHERE, ""), None),
        ((HIDDEN_HERE,), (ORG, "Post"), (HERE, ""), None),
        ((HIDDEN_HERE,), (ORG, "Post"), (ELSEWHERE, ""), (ORG, "Post")),
        ((HIDDEN_HERE,), (ORG, "Post"), (None, ""), (ORG, "Post")),
        ((SPLIT,), (PERSON, "Rossi"), (HERE, "M.\n Rossi"), (PERSON, "Rossi Jr.")),
        ((SPLIT,), (PERSON, "Rossi"), (HERE, "Rossi"), (PERSON, "Rossi")),
        ((SPLIT,), (PERSON, "Rossi"), (ELSEWHERE, "M. Rossi"), (PERSON, "Rossi")),
        # Each correction speaks of the names that are listed when it is made.
        ((MERGED, said(Kind.RENAME, "Fincantieri", "FC")), (ORG, "FC"), (None, ""), (ORG, "FC")),
        ((said(Kind.MERGE, "A", "B"), said(Kind.MERGE, "B", "C")), (ORG, "A"), (None, ""), (ORG, "C")),
        ((said(Kind.MERGE, "B", "C"), said(Kind.MERGE, "A", "B")), (ORG, "A"), (None, ""), (ORG, "B")),
        ((MERGED, HIDDEN, said(Kind.HIDE, "Fincantieri", None)), (ORG, "FC"), (None, ""), None),
    ],
)
def test_resolve(
    corrections: tuple[Correction, ...],
    given: tuple[str, str],
    place: tuple[str | None, str],
    wanted: tuple[str, str] | None,
) -> None:
    assert Corrections(corrections).resolve(*given, *place) == wanted


def test_apply_keeps_places_and_leaves_hidden_names_out() -> None:
    mentions = (
        Mention(ORG, "FC", "FC", (0, 2), 1),
        Mention(ORG, "Post", "U.S. Embassy Rome", (5, 9), 1),
        Mention(PERSON, "M. Rossi", "Rossi", (12, 20), 2),
        Mention("PLACE", "Rome", "Rome", (30, 34), 2),
    )
    corrections = Corrections((MERGED, SPLIT, said(Kind.HIDE, "U.S. Embassy Rome", None)))
    assert corrections.apply(HERE, mentions) == (
        Mention(ORG, "FC", "Fincantieri", (0, 2), 1),
        Mention(PERSON, "M. Rossi", "Rossi Jr.", (12, 20), 2),
        mentions[3],
    )
    assert Corrections().apply(HERE, mentions) == mentions


def test_sources_are_all_the_names_that_lead_to_one() -> None:
    corrections = Corrections((RENAMED, MERGED, RETYPED, said(Kind.HIDE, "Rome", None)))
    assert corrections.sources(ORG, "FINCANTIERI") == {(ORG, "fincantieri"), (ORG, "fincantiri"), (ORG, "fc")}
    assert corrections.sources(ORG, "FC") == set()
    assert corrections.sources(ORG, "Rossi") == {(ORG, "rossi"), (PERSON, "rossi")}
    assert corrections.sources(ORG, "Rome") == set()


def test_words() -> None:
    assert MERGED.words == "FC is Fincantieri (everywhere)"
    assert RETYPED.words == "Rossi is ORGANIZATION (everywhere)"
    assert HIDDEN_HERE.words == "Post is hidden (08ROME1)"
    assert SPLIT.words == "M. Rossi, listed as Rossi, is Rossi Jr. (08ROME1)"
