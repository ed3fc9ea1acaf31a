"""The paragraph that matters: chosen by the words a reference and the text around it share with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.app.peek import peek, wanted
from cableview.entities import find_mentions
from cableview.model.cable import Cable, Paragraph, Reference
from cableview.parse import parse_text
from tests.support.cable_text import cable as cable_of


def cable(*texts: str) -> Cable:
    return Cable(paragraphs=tuple(Paragraph(n, None, None, None, t, (0, 1)) for n, t in enumerate(texts, 1)))


@pytest.mark.parametrize(
    ("texts", "phrases", "number"),
    [
        (("The port opened.", "Bellamax shipped graphite.", "No more."), {"bellamax": 6.0}, 2),
        (
            ("Graphite and steel.", "Graphite again.", "Graphite, and CPEI."),
            {"graphite": 3.0, "cpei": 3.0},
            3,
        ),
        (("Iran asked.", "Iran was told.", "Iran wrote."), {"iran": 3.0}, 1),
        (("Nothing here.",), {"bellamax": 6.0}, None),
        ((), {"bellamax": 6.0}, None),
        (("Bellamaxim is another.", "bellamax!"), {"bellamax": 6.0}, 2),
        (("The Great Wall Corporation.", "A great corporation."), {"great wall corporation": 3.0}, 1),
    ],
)
def test_rare_shared_words_choose(
    texts: tuple[str, ...], phrases: dict[str, float], number: int | None
) -> None:
    found = peek(cable(*texts), phrases)
    assert (found.number if found else None) == number


def test_a_long_paragraph_is_shown_from_the_sentence_that_matters() -> None:
    text = "It rained all day in the capital. " * 9 + "The firm Bellamax shipped graphite. It rained."
    found = peek(cable("Nothing.", text), {"bellamax": 6.0})
    assert found is not None
    assert found.excerpt == "… The firm Bellamax shipped graphite. It rained."


def test_title_names_and_words_nearby_are_wanted() -> None:
    body = "1. (C) In ref A, the Iranian firm Shahid Hemmat Industrial Group (SHIG) sought gyroscopes.\n"
    raw = cable_of(body)
    citing = parse_text(raw)
    title = Reference("A", "STATE 1234", "08STATE1234", (0, 1), title="GYROSCOPE CASE")
    citing = Cable(paragraphs=citing.paragraphs, references=(title,))
    found = wanted(citing, 0, "08STATE1234", find_mentions(parse_text(raw), raw))
    assert found["gyroscope case"] > found["shahid hemmat industrial group"] > found["sought"]
    assert "ref" not in found
    assert wanted(citing, 9, "08STATE1234", ()) == {"gyroscope": 3.0, "case": 3.0, "gyroscope case": 6.0}


@given(st.lists(st.text(max_size=80), max_size=5), st.text(max_size=40))
def test_any_text_will_do(texts: list[str], near: str) -> None:
    citing = cable(near)
    found = peek(cable(*texts), wanted(citing, 0, "08ROME1", ()))
    assert found is None or found.index < len(texts)
