"""Goods, substances and equipment: a noun of the list with the words that make it specific."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cableview import data
from cableview.entities import places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.lexicon import Lexicon
from cableview.entities.runs import openers
from cableview.entities.tokens import word_before

_SPECIFIC = re.compile(
    r"(?:[\w-]*\d[\w-]*-[\w-]+|[a-z]+-[a-z]+(?:ed|en|ic|al|ing|spectrum|strength|pressure|grade"
    r"|purity|axis|speed|proof|duty|range|acid|oxidant|use|resistant|free|Axis"
    r"|voltage|down|carbon|frequency|temperature|current|horsepower|power|density|quality|caliber))"
)
_SHARED = re.compile(r"(?:, (?:and |or )?| and | or )([a-z-]+)\b")
_TYPE = re.compile(
    r" \((?:Type|type|model|Model|grade|Grade) [^()]{2,30}\)|, (?:type|model|grade) [A-Z0-9][\w/-]*"
    r"| \(\d[\d.,]*[ -]?(?:micron|mesh|mm|percent|kW|MW|hp|kg|caliber)[^()]{0,20}\)"
)
_CODE = re.compile(r" [A-Z]{0,3}-?\d[\w/-]*\b")
# 155mm | 81-mm | AH-1J | BLU-97 | VVER-1000 | M85 | 4381
_DESIGNATION = re.compile(
    r"\d{1,3}(?:\.\d+)?-?(?:mm|MM)|\d{2,4}[A-Z]{1,2}|[A-Z]{1,4}[a-z]?-?\d{1,4}[A-Z]{0,2}(?:/\d+)?|[A-Za-z]{1,4}-\d{1,4}[A-Z]{0,2}|\d{4}"
)
_MARKED = re.compile(r"(?=\w*[A-Z])(?=[A-Z-]*\d)[A-Z\d]+(?:-[A-Z\d]+)?|\d+(?:\.\d+)?-?mm|\d+-horsepower")
_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s\"“'(]))((?:\d+\.)?[\w/-]+) $")
_NEXT = re.compile(r" ([a-z]+)")
# IBM 4381 computers: the number is no count
_WORD_BEFORE_NUMBER = re.compile(r"\b[A-Z][A-Za-z]+ $")
_MODEL = re.compile(r" (?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{0,2}-?\d{2,4}(?:-\d{2,3})?[A-Z]{0,2}s?)\b")
_VARIANT = re.compile(r"-[A-Z0-9]{1,3}\b")
_PIECES = re.compile(r"(?<![\w.,/#-])(\d[\d,]*) $")
_NO_PIECES = re.compile(r"(?:No\.|Type|Model|[A-Z]\w+|para|paragraph|ref) $")
_HEAD, _ITEM, _BRAND = "head", "item", "brand"
_PART_OF_ITEM = frozenset(
    "blades tubes parts components carriers pods kits assemblies rounds chassis".split()
)
"""What an item before it is made into, or is for: ``gas turbine | blades``."""
_BEFORE_A_NAME = frozenset("destroyer frigate vessel tanker freighter trawler ship radio boat tug".split())
_CENTERS = frozenset({"center", "centers"})
_DRINKS = frozenset({"tea", "coffee", "wine", "beer"})
_MAX_MODIFIERS = 5
_REMEMBERED = 5_000
"""Words that are remembered with what they may be."""
_MODELLED = (
    "aircraft", "helicopter", "rifle", "missile", "tank", "truck", "fighter", "jet", "gun", "radar", "phone",
    "telephone", "vaccine", "rocket", "launcher", "howitzer", "bus", "car", "jeep", "van", "tractor",
    "engine", "turbine", "generator", "locomotive", "computer", "transducer", "pump", "lathe", "reactor",
    "grenade", "shell", "mine", "bomb", "torpedo", "airliner", "pistol", "motorcycle",
)  # fmt: skip
_NOT_BEFORE = (" by ", " such ", " this ", " these ", " those ", " This ", " These ", " Such ")
"""A means of transport, and what points back at goods named before."""
_FUELS = frozenset({"oil", "gas"})
_MEASURED = (" barrels of ", " tons of ", " meters of ", " feet of ", " bcm of ", " tcf of ")
_PLURAL_ES = ("s", "x", "ch", "sh")


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_PLURAL_ES) else "s")


@cache
def _lexicon() -> Lexicon[str]:
    facts = data.materials()
    forms = dict.fromkeys(facts["heads"], _HEAD)
    for item in facts["items"]:
        forms.update(dict.fromkeys((item, _plural(item), item[0].upper() + item[1:]), _ITEM))
    forms.update(dict.fromkeys(facts["brands"], _BRAND))
    return Lexicon(forms)


@cache
def _makers() -> frozenset[str]:
    facts = data.materials()
    whole = {word for item in facts["items"] for word in item.split()[:-1]}
    return frozenset(facts["makers"]) | {item for item in facts["items"] if " " not in item} | whole


@cache
def _heads() -> frozenset[str]:
    return frozenset(data.materials()["heads"])


@cache
def _stops() -> frozenset[str]:
    return frozenset(data.materials()["not_after"])


def _left(text: str, start: int, end: int, low: int) -> tuple[int, bool]:
    """Return where the modifiers before ``start`` begin, and whether one of them makes it specific."""
    specific, modelled = False, text[start:end].rpartition(" ")[2].startswith(_MODELLED)
    for _ in range(_MAX_MODIFIERS):
        match = _WORD_BEFORE.search(text, max(low, start - 40), start)
        if match is None:
            break
        word = match[1]
        known = word in _makers() or _SPECIFIC.fullmatch(word)
        if known or _is_designation(text, word, match.start(1)):
            specific, start = True, match.start(1)
        elif _is_named_model(text, start, word) or (
            modelled and (_is_make(word) or (text[start].isdecimal() and word.isupper()))
        ):
            return _make_begins(text, match.start(1), low), True
        else:
            break
    return start, specific


def _is_named_model(text: str, start: int, word: str) -> bool:
    """Tell whether a designation begins at ``start`` and a word before it is its maker: ``Zlin | Z-143``."""
    designation = text[start : text.find(" ", start)]
    return _MARKED.fullmatch(designation) is not None and _is_make(word)


def _is_designation(text: str, word: str, start: int) -> bool:
    """Tell ``155mm`` and ``AH-1J`` from a number of pieces and a year."""
    if _DESIGNATION.fullmatch(word) is None:
        return False
    return not word.isdecimal() or _WORD_BEFORE_NUMBER.search(text, max(0, start - 24), start) is not None


@lru_cache(maxsize=_REMEMBERED)
def _is_make(word: str) -> bool:
    """Tell whether a capitalised word may be the maker or the model of what follows."""
    return (
        word[0].isupper()
        and word not in openers()
        and word not in places.demonyms()
        and word not in places.names()
        and word not in data.peoples()
        and word not in data.organizations()["acronyms"]
        and not word.endswith(("'s", "’s"))
    )


def _make_begins(text: str, start: int, low: int) -> int:
    """Return where a make of two words begins: ``Volvo Penta`` engines."""
    match = _WORD_BEFORE.search(text, max(low, start - 40), start)
    again = match is not None and match[1].isalpha() and text[start - 2].isalpha() and _is_make(match[1])
    return match.start(1) if match and again and not data.is_common(match[1].lower()) else start


def _right(text: str, end: int, high: int, modified: bool) -> int:
    """Return the end with further heads that share the modifier, and with a designation."""
    while modified:
        match = _SHARED.match(text, end, high)
        if match is None or match[1] not in _heads() or text.startswith(" of ", match.end()):
            break
        following = _NEXT.match(text, match.end(), high)
        if following and (following[1] in _heads() | _makers() or following[1] in _CENTERS):
            break
        end = match.end()
    for pattern in (_TYPE, _CODE):
        match = pattern.match(text, end, high)
        if match:
            return match.end()
    return end


def _is_amount_of(text: str, start: int, end: int) -> bool:
    """Tell whether ``oil`` or ``gas`` is measured, or somebody's: ``barrels of oil``, ``Turkmen gas``."""
    if text[start:end] not in _FUELS:
        return False
    return text.endswith(_MEASURED, 0, start) or word_before(text, start) in places.demonyms()


def found(context: Context) -> Iterator[Candidate]:
    """Find goods; a general noun counts only with a specific word before it."""
    text = context.text
    segment = None
    for start, end, kind in _lexicon().find(context.where):
        if segment is None or not segment.start <= start < segment.end:
            segment = context.flat.segment_at(start)
        if segment is None or segment.capitals or segment.kind not in ("body", "gap", "heading", "subject"):
            continue
        if kind == _BRAND:
            model = _MODEL.match(text, end, segment.end) if not segment.recased else None
            if model and model.group()[1:] not in data.organizations()["last"]:
                yield Candidate(start, model.end(), "MATERIAL_OR_ITEM", text[start : model.end()], 6)
            continue
        begin, specific = _left(text, start, end, segment.start)
        if kind == _HEAD and not specific and not _is_amount_of(text, start, end):
            continue
        following = _NEXT.match(text, end, segment.end)
        if _is_no_goods(text, begin, start, end, following):
            continue
        whole = following.end() if following and following[1] in _PART_OF_ITEM else end
        variant = _VARIANT.match(text, whole) if text[start].isupper() else None
        stop = _right(text, variant.end() if variant else whole, segment.end, specific)
        yield Candidate(begin, stop, "MATERIAL_OR_ITEM", text[begin:stop], 6)
        pieces = _PIECES.search(text, max(segment.start, begin - 10), begin)
        if pieces and not _NO_PIECES.search(text, max(segment.start, pieces.start() - 12), pieces.start()):
            yield Candidate(*pieces.span(1), "QUANTITY", pieces[1].replace(",", ""), 7)


def _is_no_goods(text: str, begin: int, start: int, end: int, following: re.Match[str] | None) -> bool:
    """Tell whether words only qualify others, point back, belong to a name, or are a meeting over tea."""
    if text.endswith(_NOT_BEFORE, 0, begin) or (following and following[1] in _stops()):
        return True
    last = text[start:end].rpartition(" ")[2]
    if last == "fighters":
        # fighters are people, MiG-29 fighters are aircraft
        return not any(map(str.isdecimal, text[begin:start]))
    if last in _BEFORE_A_NAME:
        return text[end : end + 1] == " " and text[end + 1].isupper()
    return text[begin - 1] == "-" or (
        last in _DRINKS and text.endswith((" over ", " Over ", " for "), 0, begin)
    )
