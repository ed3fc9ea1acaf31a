"""What the rules find in a sentence, within a cable from one post."""

from __future__ import annotations

from cableview.entities import find_mentions
from cableview.parse import parse_text

HEADER = """R 101200Z MAR 08
FM AMEMBASSY NAIROBI
TO SECSTATE WASHDC 1000
INFO AMEMBASSY PARIS
C O N F I D E N T I A L NAIROBI 000700

{passing}E.O. 12958: DECL: 03/10/2018
TAGS: PREL, KE
SUBJECT: A TEST

1. (C) """


def found(sentence: str, passing: str = "") -> set[tuple[str, str, str]]:
    """Return type, text and full name of each mention of a cable; ``passing`` is its passing line."""
    raw = HEADER.format(passing=passing and f"{passing}\n\n") + sentence + "\nRANNEBERGER\n"
    return {(m.type, " ".join(m.text.split()), m.name) for m in find_mentions(parse_text(raw), raw)}
