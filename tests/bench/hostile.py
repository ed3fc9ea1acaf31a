"""Odd and hostile texts that a pattern of more than linear cost would stumble over."""

from __future__ import annotations

from collections.abc import Iterator

_HEAD = (
    "VZCZCXYZ0001\nOO RUEHWEB\n\nDE RUEHBJ #2648/01 1891042\nZNY SSSSS ZZH\nO 071042Z JUL 08\n"
    "FM AMEMBASSY BEIJING\nTO SECSTATE WASHDC IMMEDIATE 8454\nS E C R E T SECTION 01 OF 03 BEIJING 002648\n"
    "SIPDIS\nE.O. 12958: DECL: 07/07/2033\nTAGS: PARM PREL CH\nSUBJECT: A SUBJECT\n"
)
_REFS = "REF: A. STATE 1\n     B. 07 BEIJING 12\n\nClassified By: A. Name. Reasons 1.4 (b).\n\n"
_START = _HEAD + _REFS + "1. (C) "
_LONG = 60_000

_REPEATED = (
    "refs A-", "refs A and ", "ref A/", "reftel ", "reftel, BEIJING 12 ",
    "(ref ", " ", "\n", "\t", "¶", "¶ ", "-", "- ", "=", "_ ",
    "*", "1", "1 ", "1.", "1. ", "\n1. ", "\n2. (C) ", "1. 2. 3. ", "(", ")", "()", "[", "[a](",
    "]( ", "(C) ", "(C/REL ",
    "(S//REL TO USA, ", "A", "A ", "A. ", "ABC 00", "07 ABC ", "BEIJING 12 ", "07BEIJING12 ",
    "OF 0", "001 OF 003 ", "00001234  002 OF 005\n", "PAGE 02 ROME 01196 ", "CONFIDENTIAL ", "S E C R E T ",
    "SECTION 02 OF 03 ", "SIPDIS ", "SIPDIS\n", "SUBJECT: ", "TAGS: ", "TAGS: PREL, ", "REF: ", "REF: A. ",
    "FM ", "TO ", "INFO ", "INFO LOG-00 ", "XMT ", "E.O. ", "E.O. 12958: DECL: ", "Classified By: ",
    "Reasons 1.4 (b) ", "Summary: ", "End Summary. ", "end ", "begin ", "Comment:\n", "SUMMARY\n-------\n",
    "-------\n", "- --- ", "$", "$\\ ", "\\", "\\\n", "&", "&amp;", "&#x000A;", "\r", "\r\n", "\x00", "\x85",
    "'", '"', "<", "<a ", "| ", "a  b   c\n", "x\ty\n", "a-\n", "A-\n", "Q\n", "id: 1\ndate: ", "refid: ",
    "Message Text\n", "Declassified/Released ", "RELEASED IN PART ", "NNNN\n", "BT\n", "É", "\u2019", "İ",
    "\U0001f600", ",", ", ", ";", "/", "//", "and ", "OVIP (", "DEPT FOR ",
)  # fmt: skip


def hostile_texts(size: int = _LONG) -> Iterator[tuple[str, str]]:
    """Yield (name, text), each of about ``size`` characters."""
    for piece in _REPEATED:
        yield f"{piece!r} alone", _fill(piece, size)
        yield f"{piece!r} in a body", _START + _fill(piece, size)
        yield f"{piece!r} after SUBJECT", _HEAD + _fill(piece, size)
    words = "the ministry told us that nothing of it was known "
    yield "long rules", _START + _fill(f"{'=' * 300}ab {'-' * 300}\n\n", size)
    yield "rules and words", _START + _fill(f"{'-' * 80} Words {'-' * 80} 2. (C) ", size)
    yield "unwrapped", _START + "".join(f"{words * 12}. {n}. (C) And " for n in range(2, size // 620))
    yield "one sentence", _START + _fill(words, size)
    yield "Windows line ends", _START + _fill(f"{words}\r\n", size)
    items = "\n".join(f"{chr(65 + n % 26)}. 07 BEIJING {n}" for n in range(5000))
    yield "5,000 REF items", f"{_HEAD}REF: {items}\n\n1. (C) Text.\n"
    yield "5,000 REF items in a line", f"{_HEAD}REF: {items.replace(chr(10), ' ')}\n\n1. (C) Text.\n"
    yield "5,000 addressees", _HEAD.replace("TO SEC", "TO " + "RUEHC/AMEMBASSY ROME 0012\n" * 5000 + "SEC")
    yield "5,000 tags", _HEAD.replace("PARM", "PARM PREL " * 5000)
    yield "table", _START + "\n" + _fill("Rome       12.5      100      2007\n", size)
    yield "a heading a line", _START + "".join(f"Heading {n}\n---------\n\n" for n in range(size // 22))
    yield "numbers that start again", _START + "\n1. (C) a\n2. (C) b\n3. (C) c" * (size // 28)
    yield "numbers backwards", _START + "".join(f"\n{n % 1000}. (C) Word." for n in range(size // 15, 0, -1))
    yield "page headers", _START + _fill("word\nBEIJING 00002648  002 OF 005\n\nand ", size)
    yield "sections", _START + _fill("\nS E C R E T SECTION 02 OF 03 BEIJING 002648\n\nSIPDIS\n\n", size)


def _fill(piece: str, size: int) -> str:
    return piece * (size // len(piece))
