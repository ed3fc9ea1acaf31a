"""Where references and entities stand in the clean text of each paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from cableview.app.typeset.line import Link, Span
from cableview.model.cable import Cable, ReferenceMention
from cableview.model.mention import Mention
from cableview.parse.align import Alignment
from cableview.parse.working import Working, apply_changes

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

    @cached_property
    def _working(self) -> Working:
        return apply_changes(self._raw, self._cable.changes)

    def links(self, index: int) -> tuple[Link, ...]:
        """Return the links of paragraph ``index`` in order of place, one for each cable it leads to."""
        return self._links(index, self._references[index], self._mentions[index])

    def marks(self, index: int) -> tuple[Span, ...]:
        """Return the spans to draw for those links."""
        mentions = self._mentions[index] if self._entities else []
        return tuple(
            Span(link.start, link.end, "reference" if link.id else f"entity-{_style(link.kind)}")
            for link in self._links(index, self._references[index], mentions)
        )

    def _links(
        self, index: int, references: Sequence[ReferenceMention], mentions: Sequence[Mention]
    ) -> tuple[Link, ...]:
        if not references and not mentions:
            return ()
        alignment = Alignment(self._working, self._cable.paragraphs[index])
        links = []
        for reference in references:
            if span := alignment.to_clean(*reference.source):
                links += [Link(*span, id=cable_id) for cable_id in reference.ids]
        for mention in mentions:
            if span := alignment.to_clean(*mention.source):
                links.append(Link(*span, entity=mention.name, kind=mention.type))
        return tuple(sorted(links, key=lambda link: (link.start, link.end)))


def _style(kind: str) -> str:
    return kind.lower().replace("_", "-")
