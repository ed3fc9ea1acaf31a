"""A small world to search: the bundled cables and made ones, in a real library with real marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from cableview import locations
from cableview.model.cable import Cable
from cableview.model.document import Document
from cableview.model.marks import Decision
from cableview.parse import parse_document
from cableview.search import Filters, Searcher, catch_up, open_index
from cableview.store import open_library, open_marks, prepare
from cableview.store.marks import make_flag
from cableview.store.records import Extracted
from tests.support.libraries import seed_documents

WORDS = """iran syria missile missiles visit trade port grain norinco turbine export exports ministry loan
reform summit border cotton steel nuclear council fishery élan naïve dual use zhang camouflage""".split()
_POSTS = (("ROME", "RUEHRO"), ("PARIS", "RUEHFR"), ("BEIJING", "RUEHBJ"), ("THE HAGUE", "RUEHTC"),
          ("HONG KONG", "RUEHHK"))  # fmt: skip
_LEVELS = ("UNCLAS", "C O N F I D E N T I A L", "S E C R E T")
_NAMES = ("Norinco", "Zhang Wei", "Red Cross", "Élysée Palace")
_MADE = 40
_FIRST_BATCH = 25
"""Made cables of the first import, with the bundled ones; the rest came with the second."""


@dataclass(frozen=True, slots=True)
class Item:
    """A cable with all that is known about it beside its text."""

    cable: Cable
    key: int
    batch: int
    names: frozenset[str]
    """The entities it names, in small letters."""
    seen: bool
    decision: str
    codes: frozenset[int]
    flagged: bool


@dataclass(frozen=True, slots=True)
class World:
    """Everything, by id."""

    items: dict[str, Item]
    searcher: Searcher

    def ids(self, keys: list[int]) -> set[str]:
        """Return the ids of some keys."""
        by_key = {item.key: cable_id for cable_id, item in self.items.items()}
        return {by_key[key] for key in keys}


def _document(number: int, random: Random) -> Document:
    post, router = random.choice(_POSTS)
    sent = datetime(2006, 1, 1, 12, tzinfo=UTC) + timedelta(days=random.randrange(4 * 365))
    serial = 100 + number
    texts = [" ".join(random.choices(WORDS, k=random.randint(5, 12))) for _ in range(random.randint(1, 4))]
    caption = random.choice(("SIPDIS", "NOFORN\nSIPDIS", "NODIS"))
    reference = f"REF: A. {sent:%y} {post} {random.randint(100, 140)}\n\n" if random.random() < 0.5 else ""
    body = "\n\n".join(f"{place}. (C) {text.capitalize()}." for place, text in enumerate(texts, 1))
    subject = " ".join(random.choices(WORDS, k=3)).upper()
    head = (
        f"VZCZCXYZ0000\nRR RUEHC\n\nDE {router} #{serial:04} {sent:%j}1200\n{sent:%d}1200Z {sent:%b %y}\n"
        f"FM AMEMBASSY {post}\nTO RUEHC/SECSTATE WASHDC 1000\n"
        f"INFO RUEHMO/AMEMBASSY {random.choice(('MOSCOW', 'LIMA', 'MOSCOW'))} 12\n".upper()
    )
    text = (
        f"{random.choice(_LEVELS)} {post} {serial:06}\n\n{caption}\n\nE.O. 12958: DECL: 01/02/2018\n"
        f"TAGS: {', '.join(random.sample(('PREL', 'PARM', 'ETRD', 'IR', 'IT'), 2))}\nSUBJECT: {subject}\n\n"
        f"{reference}Classified By: Ann Example, reason 1.4 (b).\n\n{body}\n\nEXAMPLE\nBT\n#{serial:04}\n"
    )
    return Document(f"{number}.txt", head + text)


def make_world() -> World:
    """Return the world, the same each time."""
    random = Random(4)
    documents = [*seed_documents(), *(_document(number, random) for number in range(_MADE))]
    cables = [parse_document(document) for document in documents]
    places = locations.Library("world")
    places.make()
    first = len(documents) - _MADE + _FIRST_BATCH
    items: dict[str, Item] = {}
    with open_library(places.cables) as library, open_marks(places.marks) as marks:
        for chosen in (slice(0, first), slice(first, None)):
            batch = library.start_batch([f"batch {chosen.start}"])
            pairs = zip(documents[chosen], cables[chosen], strict=True)
            library.add(batch, [prepare(document, cable) for document, cable in pairs])
            library.finish_batch(batch)
        extracted = []
        for place, cable in enumerate(cables):
            assert cable.id is not None
            key = library.key_of(cable.id)
            assert key is not None
            names = frozenset(name for name in _NAMES if random.random() < 0.3)
            item = Item(
                cable=cable,
                key=key,
                batch=1 if place < first else 2,
                names=frozenset(name.lower() for name in names),
                seen=random.random() < 0.4,
                decision=random.choice(("", "", *Decision)),
                codes=frozenset(random.sample((1, 2, 3), random.choice((0, 0, 1, 2)))),
                flagged=False,
            )
            if item.seen:
                marks.see(cable.id)
            if item.decision:
                marks.decide(cable.id, Decision(item.decision))
            if item.codes or random.random() < 0.2:
                flag = make_flag(cable, 0)
                marks.flag(flag)
                marks.set_codes(flag.id, item.codes)
            flagged = bool(marks.flags(cable.id))
            items[cable.id] = Item(
                cable, key, item.batch, item.names, item.seen, item.decision, item.codes, flagged
            )
            extracted.append(
                Extracted(place + 1, key, tuple(("ORGANIZATION", name, 1) for name in sorted(names)))
            )
        library.add_mentions(extracted, library.latest_version())
        with open_index(places.cache) as index:
            catch_up(library, index)
    cables_at, marks_at = places.cables, places.marks  # the places move with the home, test by test
    filters = Filters(lambda: open_library(cables_at, readonly=True), lambda: open_marks(marks_at))
    return World(items, Searcher(places.cache, filters))
