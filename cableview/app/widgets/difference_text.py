"""How a difference is set: what it is, then the older and the newer text with the words that differ lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from cableview.app.typeset.wrap import wrap
from cableview.app.widgets.side_tab import faint, plain
from cableview.versions import Cause, cause_words, excerpt, pair_words

if TYPE_CHECKING:
    from cableview.app.comparing import Compared
    from cableview.model.cable import Cable, Span
    from cableview.versions import FieldChange, Pair

LIT = "bold underline $hit-foreground on $hit-background"
_COLUMNS = 96
"""From this width on the two texts stand side by side."""
_STYLES = {
    Cause.REDACTION: "bold $error",
    Cause.WORDING: "bold $accent",
    Cause.MARKING: "bold $accent",
    Cause.ONLY_OLD: "bold $primary",
    Cause.ONLY_NEW: "bold $primary",
}
_LABEL = 8


def field_text(change: FieldChange, width: int) -> Content:
    """Return a field of the header that differs."""
    head = Content.assemble(plain(f"{change.name} ", "bold"), _cause(change.cause, cause_words(change.cause)))
    old = _lit(change.old, [item.old for item in change.differences])
    new = _lit(change.new, [item.new for item in change.differences])
    return _block(head, old, new, width)


def pair_text(compared: Compared, pair: Pair, width: int) -> Content:
    """Return a paragraph that differs, in one version or in both."""
    head = Content.assemble(plain(f"{place(compared, pair)} ", "bold"), _cause(pair.cause, pair_words(pair)))
    if pair.old is not None and pair.new is not None and not pair.differences:
        return head
    old = _lit(_text(compared.old.cable, pair.old), [item.old for item in pair.differences])
    new = _lit(_text(compared.new.cable, pair.new), [item.new for item in pair.differences])
    return _block(head, old, new, width)


def run_text(compared: Compared, pairs: Sequence[Pair]) -> Content:
    """Return one faint line for paragraphs in a row that differ in nothing to be shown."""
    first, last = place(compared, pairs[0]), place(compared, pairs[-1])
    places = first if len(pairs) == 1 else f"{first} to {last}"
    return faint(f"{places} {pair_words(pairs[0])}")


def place(compared: Compared, pair: Pair) -> str:
    """Return ``¶8``, counted in the newer version when the paragraph is there."""
    cable, index = (compared.new.cable, pair.new) if pair.new is not None else (compared.old.cable, pair.old)
    number = cable.paragraphs[index].number if index is not None else None
    return "text without a number" if number is None else f"¶{number}"


def _cause(cause: Cause, words: str) -> Content:
    return plain(words, _STYLES.get(cause, "$faint"))


def _text(cable: Cable, index: int | None) -> str | None:
    return None if index is None else cable.paragraphs[index].text


def _lit(text: str | None, spans: Sequence[Span]) -> Content:
    if text is None:
        return faint("—")
    pieces = excerpt(text, spans, context=120)
    return Content.assemble(*(plain(text, LIT if lit else "") for text, lit in pieces))


def _block(head: Content, old: Content, new: Content, width: int) -> Content:
    lines = _side_by_side(old, new, width) if width >= _COLUMNS else _stacked(old, new, width)
    return Content("\n").join([head, *lines, Content("")])


def _stacked(old: Content, new: Content, width: int) -> Iterator[Content]:
    for label, text in (("older", old), ("newer", new)):
        for number, line in enumerate(_wrapped(text, width - _LABEL)):
            yield Content.assemble(faint(f" {label if number == 0 else '':<{_LABEL - 1}}"), line)


def _side_by_side(old: Content, new: Content, width: int) -> Iterator[Content]:
    room = (width - 5) // 2
    for left, right in zip_longest(_wrapped(old, room), _wrapped(new, room), fillvalue=Content("")):
        filled = left.pad_right(max(0, room - left.cell_length))
        yield Content.assemble(" ", filled, Content.styled(" │ ", "$rule"), right)


def _wrapped(text: Content, width: int) -> Iterator[Content]:
    for start, end, indent in wrap(text.plain, max(width, 12), max(width, 12)):
        yield Content.assemble(" " * indent, text[start:end])
