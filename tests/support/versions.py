"""Two versions of one made cable."""

from __future__ import annotations

from collections.abc import Sequence

from cableview.model.document import Document

OLD_BODY = (
    "1. (C) The minister told the Ambassador that the port would open in May.",
    "2. (C) Deputy Director Jan Novak (strictly protect) named the three ships.",
    "3. (C) The firm asked for a loan of 15 million dollars.",
    "4. (U) No comment.",
)
NEW_BODY = (
    "1. (C) The minister told the Ambassador that\nthe port would open in May.",
    "2. (C) XXXXXXXXXXXX named the three ships.",
    "3. (C) The firm asked for a grant of 15 million dollars.",
    "4. (U) No comment.",
    "5. (C) The ships sailed on Monday.",
)


def version(
    body: Sequence[str], *, subject: str = "PORTS", tags: str = "PREL, IT", day: str = "034", extra: str = ""
) -> str:
    """Return the text of 08ROME200 with these paragraphs; ``extra`` stands below the references."""
    paragraphs = "\n\n".join(body)
    return (
        f"VZCZCXYZ0000\nRR RUEHC\n\nDE RUEHRO #0200/01 {day}0905\nR 030900Z FEB 08\n"
        "FM AMEMBASSY ROME\nTO RUEHC/SECSTATE WASHDC 1000\nBT\n"
        "C O N F I D E N T I A L ROME 000200\n\nSIPDIS\n\nE.O. 12958: DECL: 01/02/2018\n"
        f"TAGS: {tags}\nSUBJECT: {subject}\n\nREF: 08 ROME 100\n\n{extra}"
        f"Classified By: Ann Example, reason 1.4 (b).\n\n{paragraphs}\n\nEXAMPLE\n"
    )


def two_versions() -> list[Document]:
    """Return an older and a newer version; the newer has more paragraphs and becomes the current one."""
    return [
        Document("older.txt", version(OLD_BODY)),
        Document("newer.txt", version(NEW_BODY, subject="PORTS AND SHIPS")),
    ]
