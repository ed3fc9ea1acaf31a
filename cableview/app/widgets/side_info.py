"""The tab of facts: the header field by field, what was repaired, what could not be read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.content import Content

from cableview.app.widgets.side_tab import Line, SideTab, faint, heading, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cableview.app.page import Page
    from cableview.model.cable import Addressee, Cable


class InfoTab(SideTab):
    """For reading only."""

    TITLE = "Info"

    def lines(self, page: Page, width: int) -> list[Line]:
        cable = page.held.cable
        lines = [_field(name, value) for name, value in header_fields(cable, page.held.id) if value]
        lines.append(_field("Source", page.held.source))
        lines += _addressees("To", cable.to)
        lines += _addressees("Info", cable.info)
        if cable.problems:
            lines.append(heading("Not read, or in doubt"))
            lines += (Line(_said(problem.field, problem.message)) for problem in cable.problems)
        if cable.changes:
            lines.append(heading("Repaired"))
            counted = Counter(change.rule for change in cable.changes)
            lines += (
                Line(_said(str(count), rule.replace("-", " "))) for rule, count in counted.most_common()
            )
        return lines


def header_fields(cable: Cable, cable_id: str) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of the header's plain fields; an absent one has an empty value."""
    by = cable.classified_by
    yield "Id", cable_id
    yield "Printed", cable.printed_id or ""
    yield "Sent", cable.sent.strftime("%a %d %b %Y %H:%MZ") if cable.sent else ""
    yield "Precedence", cable.precedence or ""
    yield "From", cable.sender or ""
    yield "Class", cable.classification or ""
    yield "Captions", ", ".join(cable.captions)
    yield "Pass", cable.passing or ""
    yield (
        "Declassify",
        cable.declassify_on.isoformat() if cable.declassify_on else cable.declassify_printed or "",
    )
    yield "Class. by", ", ".join(filter(None, (by.name, by.title))) if by else ""
    yield "Reasons", ", ".join(cable.reasons)
    yield "Signed", ", ".join(cable.signers)
    yield "Transmission", cable.transmission_id or ""


def _field(name: str, value: str) -> Line:
    return Line(Content.assemble(faint(f"{name} "), plain(value)))


def _said(what: str, text: str) -> Content:
    return Content.assemble(plain(f" {what} ", "bold"), faint(text))


def _addressees(title: str, items: Iterable[Addressee]) -> Iterator[Line]:
    for number, item in enumerate(items):
        if number == 0:
            yield heading(title)
        rest = " ".join(filter(None, (item.precedence, item.number)))
        yield Line(Content.assemble(plain(f" {item.name} "), faint(rest)))
