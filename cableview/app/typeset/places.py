"""Where references and entities stand in the clean text of each paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from cableview.app.typeset.sheet import Link, Span
from cableview.model.cable import Cable, ReferenceMention
from cableview.model.mention import Mention

_NO_ENTITY = frozenset({"CABLE_REF", "INTEXT_REF", "TAG"})


class Places:
    """The links of a cable, looked up paragraph by paragraph when they are wanted."""

    def __init__(self, raw: str, cable: Cable, mentions: Sequence[Mention], *, entities: bool) -> None:
        self._raw = raw
        self._cable = cable
        self._entities = entities
        self._references: dict[int, list[ReferenceMention]] = defaultdict(list)
        for reference in cable.reference_mentions:
            self._references[reference.index].append(reference)
        starts = [p.source[0] for p in cable.paragraphs]
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            index = bisect_right(starts, mention.source[0]) - 1
            if mention.type not in _NO_ENTITY and index >= 0:
                self._mentions[index].append(mention)

    def links(self, index: int) -> tuple[Link, ...]:
        """Return the links of paragraph ``index``, in order of place."""
        text = self._cable.paragraphs[index].text
        references = sorted(self._references[index], key=lambda item: item.source)
        found = [
            Link(*span, ids=item.ids)
            for item, span in zip(references, _find(text, [r.text for r in references]), strict=True)
            if span and item.ids
        ]
        mentions = sorted(self._mentions[index], key=lambda item: item.source)
        found += [
            Link(*span, entity=item.name)
            for item, span in zip(mentions, _find(text, [m.text for m in mentions]), strict=True)
            if span
        ]
        return tuple(sorted(found, key=lambda link: (link.start, link.end)))

    def marks(self, index: int) -> tuple[Span, ...]:
        """Return the spans to draw for those links."""
        kinds = {m.name: m.type for m in self._mentions[index]} if self._entities else {}
        spans = []
        for link in self.links(index):
            if link.ids:
                spans.append(Span(link.start, link.end, "reference"))
            elif link.entity in kinds:
                kind = kinds[link.entity].lower().replace("_", "-")
                spans.append(Span(link.start, link.end, f"entity-{kind}"))
        return tuple(spans)


def _find(text: str, quotes: Sequence[str]) -> list[tuple[int, int] | None]:
    """Return the span of each quote, given in order of place; white space may differ."""
    spans: list[tuple[int, int] | None] = []
    at = 0
    for quote in quotes:
        pattern = r"\s+".join(re.escape(word) for word in quote.split())
        match = re.compile(pattern).search(text, at) if pattern else None
        spans.append(match.span() if match else None)
        at = match.start() + 1 if match else at
    return spans
