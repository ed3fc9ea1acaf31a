"""What holds of a cable whatever text it was read from: its places lie in the text, in order and apart."""

from __future__ import annotations

from collections.abc import Iterable

from cableview.model.cable import Span
from cableview.parse import parse_text
from cableview.parse.align import align


def assert_sound(raw: str) -> None:
    """Parse ``raw`` and raise AssertionError when a place that the cable names is not where it has to be."""
    cable = parse_text(raw)
    _assert_apart((change.source for change in cable.changes), raw)
    _assert_apart((paragraph.source for paragraph in cable.paragraphs), raw)
    _assert_inside((paragraph.heading_source for paragraph in cable.paragraphs), raw)
    _assert_inside((reference.source for reference in cable.references), raw)
    _assert_inside((problem.source for problem in cable.problems), raw)
    _assert_inside((span for _, span in cable.spans), raw)
    _assert_inside((mention.source for mention in cable.reference_mentions), raw)
    place = 0
    for mention in cable.reference_mentions:
        assert mention.paragraph == cable.paragraphs[mention.index].number
        assert mention.source[0] >= place
        place = mention.source[0]
    for paragraph in cable.paragraphs[:3]:
        alignment = align(raw, cable, paragraph)
        _assert_inside((alignment.to_raw(0, len(paragraph.text)),), raw)
        alignment.to_clean(*paragraph.source)


def _assert_inside(spans: Iterable[Span | None], raw: str) -> None:
    for span in spans:
        assert span is None or 0 <= span[0] <= span[1] <= len(raw), span


def _assert_apart(spans: Iterable[Span], raw: str) -> None:
    end = 0
    for span in spans:
        assert end <= span[0] <= span[1] <= len(raw), span
        end = span[1]
