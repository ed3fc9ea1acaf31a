"""Small made-up cables for the tests of the parser."""

from __future__ import annotations

from pathlib import Path

HEAD = """O 071042Z JUL 08
FM AMEMBASSY PANAMA
TO SECSTATE WASHDC

C O N F I D E N T I A L PANAMA 002648

SIPDIS

E.O. 12958: DECL: 07/07/2018
TAGS: PREL PM
SUBJECT: A SUBJECT

REF: A. STATE 1234
     B. 07 PANAMA 12
     C. SMITH-JONES EMAIL 05/11/07

Classified By: Ambassador Jane Doe. Reasons 1.4 (b) and (d).

"""


def cable(body: str) -> str:
    """Return a whole cable with ``body`` under a plain header of Panama, July 2008."""
    return HEAD + body


def seed_texts() -> list[str]:
    """Return the five seed cables, line ends as they are."""
    folder = Path(__file__).parents[2] / "seeds"
    return [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))]
