"""The tab of facts: the header field by field, what was repaired, what could not be read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.content import Content

from cableview.app.typeset.words import moment
from cableview.app.widgets.side_tab import Line, SideTab, faint, heading, plain
from cableview.versions.consistency import State, consistency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cableview.app.page import Page
    from cableview.model.cable import Addressee, Cable
    from cableview.versions.consistency import Check


_SIGNS = {State.OK: ("✓", "$success"), State.DISAGREES: ("✗", "bold $error")}


class InfoTab(SideTab):
    """For reading only: no line can be chosen, so the keys of the cursor scroll."""

    TITLE = "Info"

    def action_cursor_down(self) -> None:
        self.scroll_relative(y=1, animate=False)

    def action_cursor_up(self) -> None:
        self.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.scroll_page_up(animate=False)

    def action_last(self) -> None:
        self.scroll_end(animate=False)

    def lines(self, page: Page, width: int) -> list[Line]:
        cable = page.held.cable
        lines = [_field(name, value) for name, value in header_fields(cable, page.held.id) if value]
        lines.append(_field("Source", page.held.source))
        if len(page.held.versions) > 1:
            lines.append(_field("Versions", f"{len(page.held.versions)} · D compares them"))
        checks = consistency(cable, page.held.raw)
        lines += _checks(checks)
        said = {check.detail for check in checks}
        if problems := [problem for problem in cable.problems if problem.message not in said]:
            lines.append(heading("Not read, or in doubt"))
            lines += (Line(_said(problem.field, problem.message)) for problem in problems)
        if cable.changes:
            lines.append(heading("Repaired · \\ shows where"))
            lines += _repairs(cable)
        lines += _addressees("To", cable.to)
        lines += _addressees("Info", cable.info)
        return lines


def header_fields(cable: Cable, cable_id: str) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of the header's plain fields; an absent one has an empty value."""
    by = cable.classified_by
    yield "Id", cable_id
    yield "Printed", cable.printed_id or ""
    yield "Sent", moment(cable.sent)
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


def _checks(checks: Sequence[Check]) -> Iterator[Line]:
    """Yield the checks of the cable against itself, disagreements first; the rest is one line."""
    known = [check for check in checks if check.state is not State.UNKNOWN]
    if not known:
        return
    wrong = sum(check.state is State.DISAGREES for check in known)
    yield heading(
        f"Checks · {wrong} of {len(known)} disagree" if wrong else f"Checks · all {len(known)} agree"
    )
    for check in sorted(known, key=lambda check: check.state is State.OK):
        sign, style = _SIGNS[check.state]
        yield Line(Content.assemble(plain(f" {sign} ", style), plain(f"{check.name} "), faint(check.detail)))
    if len(known) < len(checks):
        names = ", ".join(check.name for check in checks if check.state is State.UNKNOWN)
        yield Line(faint(f" – nothing to compare: {names}"))


def _repairs(cable: Cable) -> Iterator[Line]:
    """Yield the rules that changed the text, with how often and how many characters."""
    places: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for change in cable.changes:
        places[change.rule] += 1
        sizes[change.rule] += change.source[1] - change.source[0]
    for rule, count in places.most_common():
        yield Line(_said(str(count), f"{rule.replace('-', ' ')}, {sizes[rule]:,} characters"))


def _addressees(title: str, items: Iterable[Addressee]) -> Iterator[Line]:
    for number, item in enumerate(items):
        if number == 0:
            yield heading(title)
        rest = " ".join(filter(None, (item.precedence, item.number)))
        yield Line(Content.assemble(plain(f" {item.name} "), faint(rest)))
