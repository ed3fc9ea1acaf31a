"""Parse mutated cables: ``python -m tests.bench.mutate --count 200000 --seed 1``.

Seeds and made cables are damaged in every way that copying, scanning and machines do it, one to six times
each. No text may raise, name a place outside itself, or take longer than its length allows. Prints each
fault with the number that makes it again (``--first N --count 1``), then the figures; exits 1 on a fault.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Callable
from random import Random

from tests.bench.corpus import make
from tests.bench.hostile import hostile_texts
from tests.support.cable_text import seed_texts
from tests.support.soundness import assert_sound

_MADE = 400
_LONGEST = 20_000
_BUDGET = 0.5, 50e-6
"""Seconds for any text and for each character of it: some hundred times what a cable takes."""
_PIECES = (
    "\n", "\n\n", "\r\n", "\\\n", "&#x000A;", "&amp;", "\x00", "\x85", "\u202e", "\ud800", "İ", "¶", "¶ 1",
    "1. (C) ", "11. (S) ", "\n2. ", "\n¶3.  ", "- 4. (U) ", "Summary: ", "End Summary.", "SUMMARY\n-------\n",
    "Comment:", "REF: ", "REF: A. STATE 1", "REFTEL ", "refs A-C", "(ref B)", "07 BEIJING 1234", "TAGS: ",
    "SUBJECT: ", "E.O. 12958: DECL: ", "Classified By: ", "Reasons 1.4 (b) and (d)", "FM ", "TO ", "INFO ",
    "XMT ", "SIPDIS\n", "S E C R E T ROME 000012\n", "UNCLAS ", "SECTION 02 OF 03 ", "NNNN", "End Cable Text",
    "BEIJING 00002648  002 OF 005\n", "CONFIDENTIAL\nPAGE 02 ROME 01196 082030Z\n", "RANDT\n", "[PARM](#)",
    "$1.4\\ (b)$", "id: 1\ndate: x\nrefid: y\nheader:\n", "Message Text\n", "VZCZCXYZ0001\n", "DE RUEHBJ #1 ",
    "O 071042Z JUL 08\n", "-" * 30, "(" * 20, " " * 90, "\t",
)  # fmt: skip

Mutation = Callable[[Random, str], str]


def _flip(random: Random, text: str) -> str:
    place = random.randrange(len(text) + 1)
    return (
        text[:place]
        + chr(random.choice((random.randrange(32, 127), random.randrange(0x300))))
        + text[place + 1 :]
    )


def _cut(random: Random, text: str) -> str:
    start, end = _span(random, text)
    return text[:start] + text[end:]


def _double(random: Random, text: str) -> str:
    start, end = _span(random, text)
    return text[:end] + text[start:end] * random.choice((1, 1, 1, 3, 20)) + text[end:]


def _move(random: Random, text: str) -> str:
    start, end = _span(random, text)
    rest = text[:start] + text[end:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + text[start:end] + rest[place:]


def _shuffle(random: Random, text: str) -> str:
    lines = text.split("\n")
    start = random.randrange(len(lines))
    part = lines[start : start + random.randrange(2, 30)]
    random.shuffle(part)
    return "\n".join(lines[:start] + part + lines[start + len(part) :])


def _truncate(random: Random, text: str) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] if random.random() < 0.5 else text[place:]


def _insert(random: Random, text: str) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(_PIECES) * random.choice((1, 1, 1, 2, 50)) + text[place:]


def _unwrap(random: Random, text: str) -> str:
    start, end = _span(random, text)
    return text[:start] + text[start:end].replace("\n", random.choice((" ", "", "\n\n"))) + text[end:]


def _fold(random: Random, text: str) -> str:
    start, end = _span(random, text)
    return text[:start] + random.choice((str.upper, str.lower, str.title))(text[start:end]) + text[end:]


def _span(random: Random, text: str) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(start + int(random.paretovariate(0.6)), len(text))


_MUTATIONS: tuple[Mutation, ...] = (
    _flip, _cut, _double, _move, _shuffle, _truncate, _insert, _insert, _unwrap, _fold,
)  # fmt: skip


def mutated(number: int, texts: list[str]) -> str:
    """Return the damaged text of that number; the same number gives the same text."""
    random = Random(number)
    text = random.choice(texts)
    for _ in range(random.randrange(1, 7)):
        text = random.choice(_MUTATIONS)(random, text)[:_LONGEST]
    return text


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    made = (make(given.seed, _MADE, index)[0] for index in range(_MADE))
    texts = [f"{row[6]}\n{row[7]}" for row in made] + seed_texts() * 10
    texts += [text for _, text in hostile_texts(2000)]
    faults = size = 0
    slowest = 0.0
    begin = time.perf_counter()
    for number in range(given.first, given.first + given.count):
        raw = mutated(given.seed << 32 | number, texts)
        size += len(raw)
        start = time.process_time()
        try:
            assert_sound(raw)
        except Exception:
            faults += 1
            print(f"number {number}:\n{traceback.format_exc(limit=-4)}", flush=True)
        share = (time.process_time() - start) / (_BUDGET[0] + _BUDGET[1] * len(raw))
        slowest = max(slowest, share)
        if share > 1:
            faults += 1
            print(f"number {number}: {share:.1f} times the time allowed, {len(raw)} characters", flush=True)
        if number % 20_000 == 19_999:
            print(f"{number + 1:,} texts, {faults} faults", flush=True)
    print(f"{given.count:,} mutated cables, {size / 1e6:,.0f} MB, {time.perf_counter() - begin:,.0f} s")
    print(f"{faults} faults; the slowest took {100 * slowest:.0f} % of the time allowed")
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
