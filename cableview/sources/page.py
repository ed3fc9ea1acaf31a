"""Saved web pages: both generations of Cablegate pages, and PlusD pages, to text and site record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cableview.model.months import MONTHS
from cableview.model.site import SiteRecord

MAX_DEPTH = 500
"""Nested elements beyond this are no saved page, and cost the HTML parser quadratic time."""

_TAG = re.compile(r"<(/?)([a-zA-Z]+)")
# Elements without an end tag, or whose end tag is often left out: they do not nest.
_NOT_NESTING = re.compile(
    r"area|base|br|col|embed|hr|img|input|link|meta|source|wbr|p|li|dt|dd|tr|td|th|option|thead|tbody",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"address|article|blockquote|br|caption|d[dlt]|div|fieldset|form|h[1-6r]|header|li|main|[ou]l|p|section"
    r"|table|t[dhr]|title"
)
_CHROME = [
    "script",
    "style",
    "noscript",
    "nav",
    "footer",
    "aside",
    "button",
    "svg",
    "iframe",
    "template",
    "select",
    "head",
]
_FIELDS = {
    "reference id": "id",
    "canonical id": "id",
    "identifier": "id",
    "created": "created",
    "date": "created",
    "classification": "classification",
    "original classification": "classification",
    "origin": "origin",
    "from": "origin",
    "title": "title",
    "subject": "title",
    "tags": "tags",
}
_CREATED = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?")
_CREATED_WORDS = re.compile(r"(\d{4}) ([A-Z][a-z]{2})[a-z]* (\d{1,2})(?:, (\d\d):(\d\d))?")


def is_too_deep(html: str) -> bool:
    """Tell whether elements are nested deeper than any saved page does."""
    depth = 0
    for closing, name in _TAG.findall(html):
        if _NOT_NESTING.fullmatch(name):
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


def read_page(html: str) -> tuple[str, SiteRecord | None]:
    """Return the cable's text and what the page's table says about it.

    The text is what stands in the page's ``pre`` elements, header and body each on lines of their own;
    a page without them gives all its text, one block a line.
    """
    tree = LexborHTMLParser(html)
    site = _site(dict(_labelled(tree)))
    blocks = [node.text(deep=True) for node in tree.css("pre") if not _inside_pre(node)]
    blocks = [block for block in blocks if block.strip()]
    if blocks:
        return "\n".join(block.rstrip("\n") for block in blocks) + "\n", site
    tree.strip_tags(_CHROME)
    body = tree.body
    return (_flow(body) if body else ""), site


def _inside_pre(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag == "pre":
            return True
        parent = parent.parent
    return False


def _flow(body: LexborNode) -> str:
    parts: list[str] = []
    for node in body.traverse(include_text=True):
        if node.tag and _BLOCK.fullmatch(node.tag):
            parts.append("\n")
        elif node.tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text(deep=False)))
    lines = "".join(parts).split("\n")
    return "\n".join(line.strip() for line in lines).strip("\n") + "\n"


def _labelled(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield (field, value) from a Cablegate table or from a PlusD synopsis."""
    for table in tree.css("table.cable"):
        names = [_label(cell) for cell in table.css("th")]
        values = [cell.text(deep=True).strip() for cell in table.css("td")]
        yield from ((name, value) for name, value in zip(names, values, strict=False) if name)
    for key in tree.css(".s_key"):
        value = key.next
        while value is not None and value.tag == "-text":
            value = value.next
        name = _label(key)
        if name and value is not None:
            yield name, value.text(deep=True).strip()


def _label(node: LexborNode) -> str | None:
    return _FIELDS.get(node.text(deep=True).strip().rstrip(":").strip().lower())


def _site(found: dict[str, str]) -> SiteRecord | None:
    if not found:
        return None
    tags = found.get("tags", "")
    return SiteRecord(
        id=found.get("id") or None,
        created=_created(found.get("created", "")),
        classification=found.get("classification") or None,
        origin=found.get("origin") or None,
        title=found.get("title") or None,
        tags=tuple(tag.strip() for tag in tags.split("|") if tag.strip()),
    )


def _created(text: str) -> datetime | None:
    if found := _CREATED.search(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif (found := _CREATED_WORDS.search(text)) and found[2] in MONTHS:
        year, month, day = int(found[1]), MONTHS.index(found[2]) + 1, int(found[3])
    else:
        return None
    try:
        return datetime(year, month, day, int(found[4] or 0), int(found[5] or 0))  # noqa: DTZ001 - as printed
    except ValueError:
        return None
