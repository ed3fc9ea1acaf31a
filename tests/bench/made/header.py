"""The header of a made cable: transmission block, addressees, classification to Classified By."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from random import Random
from typing import Any

from cableview import data
from tests.bench.made.calendar import Slot, earlier, printed
from tests.bench.made.words import Words, pick

_PRECEDENCE = ("PRIORITY", "IMMEDIATE", "ROUTINE")
_LETTER = {"PRIORITY": "P", "IMMEDIATE": "O", "ROUTINE": "R"}
_SUBJECT_TAGS = (
    "PREL", "PGOV", "ECON", "PHUM", "PTER", "PINR", "ETRD", "MARR", "EFIN", "EAID", "KDEM", "SNAR", "EINV",
    "ENRG", "MOPS", "PARM", "SOCI", "KCRM", "EAIR", "ASEC", "KNNP", "CVIS", "EPET", "SENV", "KIRF", "PREF",
)  # fmt: skip
_COUNTRY_TAGS = (
    "CH", "SZ", "SP", "GM", "IZ", "UP", "RS", "SF", "CI", "IV", "AU", "AS", "JA", "TU", "SW", "UK", "FR",
    "IT", "BR", "MX", "IN", "PK", "AF", "EG", "IS", "LE", "SY", "JO", "KE", "NI",
)  # fmt: skip
_AGENCIES = (
    ("RUEKJCS", "SECDEF WASHINGTON DC"),
    ("RUEAIIA", "CIA WASHINGTON DC"),
    ("RHEHNSC", "NSC WASHINGTON DC"),
    ("RUCPDOC", "DEPT OF COMMERCE WASHINGTON DC"),
    ("RUEATRS", "DEPT OF TREASURY WASHINGTON DC"),
)
_OFFICES = ("EAP", "EUR", "NEA", "SCA", "WHA", "AF", "ISN", "INR", "DRL", "EEB")
_GIVEN = (
    "John",
    "Mary",
    "David",
    "Susan",
    "Robert",
    "Anne",
    "James",
    "Carol",
    "Thomas",
    "Linda",
    "Daniel",
    "Ellen",
)
_TITLES = (
    "Ambassador",
    "Deputy Chief of Mission",
    "Charge d'Affaires",
    "Political Counselor",
    "Economic Counselor",
)
PARTIAL = (
    "This record is a partial extract of the original cable. "
    "The full text of the original cable is not available."
)


@cache
def _routes() -> tuple[dict[str, str], tuple[str, ...]]:
    routes = {station: route for route, station in data.routes().items()}
    return routes, tuple(sorted(routes))


def transmission(random: Random, slot: Slot, level: str, sections: int, truth: dict[str, Any]) -> str:
    """Return the block down to INFO, and note in ``truth`` what it says."""
    routes, posts_known = _routes()
    own = routes.get(slot.station, "RUEHXX")
    precedence = random.choices(_PRECEDENCE, (41, 31, 27))[0]
    letter = _LETTER[precedence]
    known = data.stations()[slot.station]
    sender = f"{known.get('fm_prefix') or 'AMEMBASSY'} {printed(slot.station)}"
    if slot.station == "STATE":
        sender = "SECSTATE WASHDC"
    section = f"/{1:02d}" if sections > 1 else ""
    later = slot.sent + timedelta(minutes=pick(random, (0, 0, 0, 0, 0, 4)))
    lines = [
        f"VZCZCXRO{random.randint(0, 9999):04d}"
        if sections > 1
        else f"VZCZCXYZ{random.randint(0, 9999):04d}",
        f"{letter}{letter} RUEHBC RUEHDE" if random.random() < 0.5 else f"{letter}{letter} RUEHWEB\n",
        f"DE {own} #{slot.serial:04d}{section} {slot.sent:%j}{later:%H%M}",
        "ZNR UUUUU ZZH" if level == "U" else f"ZNY {level * 5} ZZH",
        f"{letter} {slot.sent:%d%H%M}Z {slot.sent:%b %y}".upper(),
        f"FM {sender}",
    ]
    to: list[tuple[str, str, str | None, str | None]] = [
        ("RUEHC", "SECSTATE WASHDC", precedence, f"{random.randint(1, 9999):04d}")
    ]
    posts = random.sample(posts_known, random.randint(0, 4))
    info: list[tuple[str, str, str | None, str | None]] = [
        (routes[post], f"AMEMBASSY {printed(post)}", None, f"{random.randint(1, 9999):04d}") for post in posts
    ]
    for route, name in random.sample(_AGENCIES, random.randint(0, 3)):
        info.append((route, name, None, None))
    for label, addressees in (("TO", to), ("INFO", info)):
        for place, (route, name, own_precedence, number) in enumerate(addressees):
            end = " ".join(filter(None, (name, own_precedence, number)))
            lines.append(f"{label} {route}/{end}" if place == 0 else f"{route}/{end}")
    truth |= {"sent": f"{slot.sent:%Y-%m-%dT%H:%M:00Z}", "precedence": precedence, "from": sender}
    truth |= {
        "transmission_id": lines[0],
        "to": [list(item) for item in to],
        "info": [list(item) for item in info],
    }
    return "\n".join(lines)


def classification_line(
    random: Random, slot: Slot, level: str, sections: int, truth: dict[str, Any]
) -> list[str]:
    """Return the classification line and the captions below it."""
    word = {"U": "UNCLASSIFIED", "C": "CONFIDENTIAL", "S": "SECRET"}[level]
    shown = "UNCLAS" if level == "U" else " ".join(word)
    section = f"SECTION 01 OF {sections:02d} " if sections > 1 else ""
    line = f"{shown} {section}{printed(slot.station)} {slot.serial:06d}"
    captions = ["SIPDIS"] if random.random() < 0.96 else []
    if level == "U" and random.random() < 0.5:
        captions.insert(0, "SENSITIVE")
    if level != "U" and random.random() < 0.15:
        captions.insert(0, "NOFORN")
    lines = [line, ""]
    for caption in captions:
        lines += [caption, ""] if random.random() < 0.8 else [caption]
    truth |= {
        "printed_id": f"{printed(slot.station)} {slot.serial:06d}",
        "classification": word,
        "captions": captions,
    }
    if random.random() < 0.3:
        truth["passing"] = "DEPT FOR " + " AND ".join(random.sample(_OFFICES, 2))
        lines += [truth["passing"], ""]
    return lines


def fields(random: Random, words: Words, slot: Slot, level: str, truth: dict[str, Any]) -> list[str]:
    """Return E.O., TAGS and SUBJECT lines."""
    ends = slot.sent.replace(year=slot.sent.year + pick(random, (5, 10, 25)), day=min(slot.sent.day, 28))
    if level == "U":
        lines = [f"E.O. 12958: {pick(random, ('N/A', 'N/A', 'NA'))}"]
    else:
        lines = [f"E.O. 12958{pick(random, (': ', ' ', ':'))}DECL: {ends:%m/%d/%Y}"]
        truth["declassify_on"] = f"{ends:%Y-%m-%d}"
    own = data.stations()[slot.station].get("tag")
    tags = random.sample(_SUBJECT_TAGS, random.randint(1, 5))
    tags += [tag for tag in dict.fromkeys([own, *random.sample(_COUNTRY_TAGS, random.randint(0, 2))]) if tag]
    label = random.choices(("TAGS: ", "TAGS ", "TAG: "), (88, 9, 3))[0]
    lines.append(label + ("," if random.random() < 0.11 else "").join(f" {tag}" for tag in tags).lstrip())
    subject = words.subject(random, random.randint(4, 13))
    marking = {"U": "U", "C": "C", "S": "S"}[level] if random.random() < 0.04 else None
    text = f"({marking}) {subject}" if marking else subject
    cut = text.rfind(" ", 0, 56) if len(text) > 56 else -1
    lines += [f"SUBJECT: {text[:cut]}", text[cut + 1 :]] if cut > 0 else [f"SUBJECT: {text}"]
    truth |= {"tags": tags, "subject": subject, "subject_marking": marking}
    return lines


def references(
    random: Random, words: Words, all_slots: list[Slot], index: int, truth: dict[str, Any]
) -> tuple[list[str], dict[str, str]]:
    """Return REF lines and label to id; items go into the set where an earlier cable is found."""
    slot = all_slots[index]
    wanted = 0 if random.random() > 0.56 else pick(random, (1, 1, 1, 2, 2, 3, 4, 6))
    found = (earlier(random, all_slots, index, same_post=random.random() < 0.5) for _ in range(wanted))
    cited = list(dict.fromkeys(item for item in found if item))
    labels = [chr(ord("A") + place) for place in range(len(cited))]
    pilcrow = random.random() < 0.18
    lines: list[str] = []
    items = []
    for label, item in zip(labels, cited, strict=True):
        year = ""
        if item.year != slot.year or random.random() < 0.1:
            year = f"{item.year} " if random.random() < 0.87 else f"{item.sent:%Y} "
        text = f"{year}{printed(item.station)} {item.serial}"
        previous = random.random() < 0.03
        title = words.subject(random, 2) if random.random() < 0.1 else None
        text += (" (NOTAL)" if random.random() < 0.016 else "") + (" AND PREVIOUS" if previous else "")
        text += f" - {title}" if title else ""
        lead = "REF: " if not lines else "     "
        sign = "¶" if pilcrow and lines else ""
        lines.append(f"{lead}{sign}{label}. {text}" if len(cited) > 1 else f"{lead}{text}")
        items.append({"label": label if len(cited) > 1 else None, "id": item.id})
    truth["references"] = items
    return lines, dict(zip(labels, (item.id for item in cited), strict=True))


def classified_by(random: Random, words: Words, level: str, truth: dict[str, Any]) -> list[str]:
    """Return the Classified By line, wrapped as the message centre did; nothing for unclassified cables."""
    if level == "U":
        return []
    name = f"{pick(random, _GIVEN)} {pick(random, 'ABCDEHJKLMRSTW')}. {pick(random, words.names)}"
    title = pick(random, _TITLES)
    letters = sorted(random.sample("abcd", random.randint(1, 2)))
    reasons = pick(random, ("({}) and ({})", "({},{})", "({}/{})")).format(
        *letters, *letters[: 2 - len(letters)]
    )
    if len(letters) == 1:
        reasons = f"({letters[0]})"
    form = pick(
        random, ("{t} {n}. Reasons 1.4 {r}.", "{t} {n} for reasons 1.4 {r}.", "{n}, {t}, reason: 1.4 {r}")
    )
    text = "Classified By: " + form.format(t=title, n=name, r=reasons)
    truth |= {"classified_by": {"name": name, "title": title}, "reasons": letters}
    cut = text.rfind(" ", 0, 72) if len(text) > 72 and random.random() < 0.6 else -1
    return [f"{text[:cut]} ", text[cut + 1 :]] if cut > 0 else [text]
