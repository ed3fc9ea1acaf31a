"""How a cable is cited in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cableview.data import station_aliases, stations
from cableview.model.headline import title_case

if TYPE_CHECKING:
    from cableview.model.cable import Cable

_POST_WORDS = re.compile(r"^(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|USINT|USLO)\s+")
_NOT_KEY = re.compile(r"[^A-Z0-9]")


def post_name(printed: str) -> str:
    """Return ``AMEMBASSY BEIJING`` as ``U.S. Embassy Beijing``; an unknown addressee stays as printed."""
    key = _NOT_KEY.sub("", _POST_WORDS.sub("", printed.upper()))
    if key in ("SECSTATE", "SECSTATEWASHDC", "STATE"):
        return "Secretary of State"
    station = stations().get(key) or stations().get(station_aliases().get(key, ""))
    return f"U.S. {station['display']}" if station else printed


def cite(cable: Cable, paragraph: int | None = None) -> str:
    """Return the citation, in the manner of the Chicago Manual; ``paragraph`` is the true number."""
    parts: list[str] = []
    if cable.sender:
        target = f" to {post_name(cable.to[0].name)}" if cable.to else ""
        parts.append(f"{post_name(cable.sender)}{target}")
    if cable.subject:
        body = " ".join(p.text for p in cable.paragraphs)
        parts.append(f"“{title_case(cable.subject, body)}”")
    parts.append(f"cable {cable.id or 'without number'}")
    if cable.sent:
        parts.append(f"{cable.sent:%B} {cable.sent.day}, {cable.sent.year}")
    if paragraph is not None:
        parts.append(f"para. {paragraph}")
    # A comma after a title stands inside its closing quotation mark.
    return ", ".join(parts).replace("”,", ",”") + "."
