from __future__ import annotations

from cableview.parse import parse_text
from cableview.parse.align import align
from tests.support.cable_text import cable


def test_damage_inside_a_paragraph_does_not_shift_the_places() -> None:
    raw = cable(
        "¶1. Summary: (C) The firm&#x000A;sold proliferation-\nrelated goods to the\n \n"
        'PANAMA 00002648  002 OF 003\n \nport on November\n¶8.  In May it \\"stopped.\\" End Summary.\n'
    )
    read = parse_text(raw)
    paragraph = read.paragraphs[0]
    assert paragraph.text == (
        "Summary: The firm sold proliferation-related goods to the port on November 8. "
        'In May it "stopped." End Summary.'
    )
    alignment = align(raw, read, paragraph)
    for word in ("The", "firm", "proliferation-related", "port", "8.", '"stopped."', "Summary."):
        start = paragraph.text.rindex(word)
        span = alignment.to_raw(start, start + len(word))
        shown = "".join(raw[slice(*span)].split()).replace("\\", "")
        assert shown == word
        assert alignment.to_clean(*span) == (start, start + len(word))


def test_what_was_cut_shows_as_nothing() -> None:
    raw = cable("1. (C) He agreed to\n\nPANAMA 00002648  002 OF 003\n\ncome.")
    read = parse_text(raw)
    alignment = align(raw, read, read.paragraphs[0])
    header = raw.index("PANAMA 00002648")
    assert alignment.to_clean(header, header + 10) is None
    assert alignment.to_clean(0, 5) is None
    assert alignment.to_raw(3, 3) == (raw.index("agreed"), raw.index("agreed"))
