"""What becomes of each document of a transaction: the rules, before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from cableview.store.prepared import Prepared
from cableview.store.records import Outcome, Stored


@dataclass(slots=True)
class Standing:
    """What a cable is at this point of the transaction."""

    version: int
    paragraphs: int
    versions: int
    item: Prepared | None = None
    """Set when its row and references must be written."""


@dataclass(frozen=True, slots=True)
class HeldText:
    """A version held already."""

    key: int
    version: int
    parser: int


@dataclass(slots=True)
class Work:
    """One transaction: what is held, by the keys it is asked for, and the rows to write."""

    batch: int
    next_version: int
    texts: dict[tuple[bytes, str], HeldText]
    keys: dict[str, int]
    standing: dict[int, Standing]
    versions: list[tuple[object, ...]] = field(default_factory=list)
    raws: list[tuple[int, bytes]] = field(default_factory=list)
    """(version, packed text)."""
    renewed: list[tuple[int, int, int]] = field(default_factory=list)
    """(parser, paragraphs, version) of held texts that a newer parser read."""
    problems: Counter[str] = field(default_factory=Counter)

    def put(self, item: Prepared) -> Stored:
        """Decide about one document; the rules are those of ``Library.add``."""
        key = self.keys[item.id]
        text = self.texts.get((item.sha256, item.id))
        if text is not None:
            if item.parser > text.parser:
                self._renew(item, text)
            return Stored(key, item.id, text.version, Outcome.IDENTICAL)
        number = self.next_version
        self.next_version += 1
        self.texts[item.sha256, item.id] = HeldText(key, number, item.parser)
        self.raws.append((number, item.packed))
        self.versions.append(
            (
                number,
                key,
                self.batch,
                item.sha256,
                item.source,
                item.encoding,
                item.extra,
                item.parser,
                item.characters,
                item.paragraphs,
            )
        )
        self.problems.update(item.problem_fields)
        before = self.standing.get(key)
        if before is None:
            self.standing[key] = Standing(number, item.paragraphs, 1, item)
            return Stored(key, item.id, number, Outcome.NEW)
        before.versions += 1
        if item.paragraphs >= before.paragraphs:
            before.version, before.paragraphs, before.item = number, item.paragraphs, item
        return Stored(key, item.id, number, Outcome.CHANGED)

    def _renew(self, item: Prepared, text: HeldText) -> None:
        """Keep what a newer parser read in a text that is held."""
        self.texts[item.sha256, item.id] = HeldText(text.key, text.version, item.parser)
        self.renewed.append((item.parser, item.paragraphs, text.version))
        now = self.standing[text.key]
        if now.version == text.version:
            now.paragraphs, now.item = item.paragraphs, item
