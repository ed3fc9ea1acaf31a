"""The body of a made cable: numbered paragraphs, headings, summary, damage, signature."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.bench.made.calendar import Slot
from tests.bench.made.layout import marker, underline, with_page_headers, wrap
from tests.bench.made.words import Words, pick, with_typo

_MARKINGS = {"U": ("U", "U", "SBU"), "C": ("C", "C", "C", "C/NF", "U"), "S": ("S", "S", "S/NF", "C", "U")}
_WIDTHS = ((0, 50), (60, 9), (64, 15), (66, 16), (70, 5), (74, 5))
_NUMBERING = (("sound", 81.6), ("gap", 4.6), ("late", 4.6), ("repeat", 3.3), ("swap", 0.5), ("none", 5.4))
_STYLES = (("pilcrow", 86), ("plain", 12), ("mangled", 2))


def body(
    random: Random,
    words: Words,
    slot: Slot,
    level: str,
    labels: dict[str, str],
    size: int,
    truth: dict[str, Any],
) -> str:
    """Return the numbered text of about ``size`` characters, and note its paragraphs in ``truth``."""
    width = _pick(random, _WIDTHS)
    numbering, style = _pick(random, _NUMBERING), _pick(random, _STYLES)
    texts = _texts(random, words, size)
    if len(texts) < 3 and numbering != "none":
        numbering = "sound"
    numbers = _numbers(random, numbering, len(texts))
    if max(number or 0 for number in numbers) > 9 and style == "mangled":
        style = "pilcrow"
    marked = numbering != "none" and random.random() > (0.2 if level == "U" else 0.01)
    summary = random.random() < 0.65 and numbering != "late"
    if summary:
        opening = pick(random, ("Summary: ", "Summary. ", "SUMMARY: ", "Begin Summary: "))
        truth["summary"] = [numbers[0]]
        texts[0] = f"{opening}{texts[0]} {pick(random, ('End Summary.', 'END SUMMARY.', 'End summary.'))}"
    mentions: list[Any] = []
    paragraphs, lines, heading = [], [], None
    for place, (number, text) in enumerate(zip(numbers, texts, strict=True)):
        if place and random.random() < 0.18:
            heading = _heading(random, words)
            lines += [*underline(random, heading), ""]
        clean = text
        if labels and random.random() < 0.25:
            clean = _with_mention(random, text, labels, number, mentions)
        marking = pick(random, _MARKINGS[level]) if marked else None
        lead = "" if numbering == "none" else marker(random, style, number or 1, marking)
        lines += [*wrap(lead + clean, width), ""]
        paragraphs.append({"number": number, "marking": marking, "heading": heading, "text": clean})
    if width and random.random() < 0.72:
        lines = with_page_headers(lines, slot)
    truth |= {"paragraphs": paragraphs, "mentions": mentions, "numbering": numbering}
    return "\n".join(_signed(random, words, lines, truth)) + "\n"


def _pick(random: Random, table: Any) -> Any:
    values, weights = zip(*table, strict=True)
    return random.choices(values, weights)[0]


def _texts(random: Random, words: Words, size: int) -> list[str]:
    texts: list[str] = []
    sentences = words.sentences
    while size > 0:
        chosen = random.choices(sentences, k=pick(random, (2, 3, 4, 5, 6, 7, 9)))
        text = " ".join(chosen)
        # So that the whole corpus has some 400,000 words, as a real one of its size.
        if random.random() < 0.06:
            text = text[:-1] + f" of {words.rare(random)}."
        if random.random() < 0.05:
            text = with_typo(random, text)
        texts.append(text)
        size -= len(text)
    return texts


def _numbers(random: Random, numbering: str, count: int) -> list[int | None]:
    """Return what is printed before each paragraph, and so its true number."""
    numbers: list[int | None] = list(range(1, count + 1))
    if numbering == "late":
        return [number + 1 for number in numbers if number]
    place = random.randrange(1, count) if count > 1 else 0
    if numbering == "gap" and place:
        return [number if at < place else (number or 0) + 1 for at, number in enumerate(numbers)]
    if numbering == "repeat" and place:
        return [number if at < place else (number or 0) - 1 for at, number in enumerate(numbers)]
    if numbering == "swap" and place > 1:
        numbers[place], numbers[place - 1] = numbers[place - 1], numbers[place]
    return numbers


def _heading(random: Random, words: Words) -> str:
    text = words.subject(random, random.randint(2, 5))
    return text if random.random() < 0.5 else text.title()


def _with_mention(
    random: Random, text: str, labels: dict[str, str], number: int | None, mentions: list[Any]
) -> str:
    label = pick(random, list(labels))
    form = pick(random, ("ref {}", "Ref {}", "ref ({})")) if len(labels) > 1 else "reftel"
    mentions.append([number, [labels[label]]])
    cut = text.find(" ", len(text) // 2)
    return (
        f"{text[:cut]} ({form.format(label)}){text[cut:]}"
        if "(" not in form
        else f"{text[:cut]} {form.format(label)}{text[cut:]}"
    )


def _signed(random: Random, words: Words, lines: list[str], truth: dict[str, Any]) -> list[str]:
    kind = random.random()
    truth["signers"] = []
    if kind > 0.8:
        return lines
    name = pick(random, words.names).upper()
    truth["signers"] = [name]
    while lines and not lines[-1]:
        lines.pop()
    if kind < 0.16:
        lines[-1] += f" {name}"
    else:
        lines += [name] if random.random() < 0.7 else ["", name]
    return lines
