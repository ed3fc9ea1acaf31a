"""A vocabulary with Zipf's frequencies and words that look real, and a long tape of sentences made of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")


def _listed(text: str) -> list[str]:
    return text.split()


_COMMON = _listed("""
the of to and in a that for is on was with as said by he it be at not has have from are would an this which
they his had were will also more but their government its been who or new one we all there his other such no
about than them only these after between any over two up into could may if when some out under percent during
before because should against while made both many most since how where what through however most time first
""")
_TRADE = _listed("""
minister ambassador embassy president parliament officials meeting country military party foreign security
political support trade economic regional police election opposition agreement policy visit department leader
ministry bilateral post cooperation human rights law oil gas energy project program assistance public media
press court border army weapons sanctions export control nuclear terrorism refugees corruption reform budget
investment bank market company companies industry sector prices development health education agriculture water
north south east west capital province city region district village coalition cabinet prime deputy director
secretary general counselor poloff econoff emboffs delegation demarche nonpaper resolution proposal dialogue
process peace conflict forces troops training equipment aircraft missile technology shipment license permit
customs port airport railway road bridge pipeline refinery plant mine harvest wheat rice cotton fishing
tourism
""")
_ONSETS = _listed(
    "b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w z"
)
_VOWELS = _listed("a e i o u a e i o ai ea ee ie ou oo ia io")
_CODAS = ["", "", "", "n", "r", "l", "s", "t", "m", "nd", "nt", "st", "ck", "ng", "rd", "x"]
_ENDINGS = ["", "", "", "", "", "", "s", "s", "ed", "ing", "er", "ion", "al", "ly", "ity"]
_RARE = 180_000
_SENTENCES = 60_000


def pick(random: Random, values: Sequence[T]) -> T:
    """Return one of ``values``, three times as fast as ``Random.choice``; a cable asks a hundred times."""
    return values[int(random.random() * len(values))]


def syllables(random: Random, count: int) -> str:
    """Return a made-up word that can be spoken."""
    return "".join(pick(random, _ONSETS) + pick(random, _VOWELS) + pick(random, _CODAS) for _ in range(count))


class Words:
    """Everything words are drawn from; the same seed gives the same words."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)
        made = {
            syllables(random, pick(random, (1, 1, 2, 2, 2, 3))) + pick(random, _ENDINGS) for _ in range(_RARE)
        }
        rest = sorted(made - set(_COMMON) - set(_TRADE))
        random.shuffle(rest)
        # Frequent words are short, as in any language.
        rest[:8000] = sorted(rest[:8000], key=len)
        self.vocabulary = [*_COMMON, *_TRADE, *rest]
        weights = [1 / (rank + 2.7) ** 1.1 for rank in range(len(self.vocabulary))]
        drawn = random.choices(self.vocabulary, cum_weights=list(accumulate(weights)), k=_SENTENCES * 20)
        self.names = [syllables(random, pick(random, (2, 2, 3))).capitalize() for _ in range(40_000)]
        self._tails = [syllables(random, 1) for _ in range(200)]
        self.sentences: list[str] = []
        place = 0
        while len(self.sentences) < _SENTENCES:
            length = random.randint(7, 28)
            self.sentences.append(_sentence(random, drawn[place : place + length], self.names))
            place += length

    def subject(self, random: Random, words: int) -> str:
        """Return a headline in capitals."""
        start = pick(random, self.sentences).replace(",", "").rstrip(".").split(" ")
        start += pick(random, self.sentences).replace(",", "").rstrip(".").split(" ")
        return " ".join(start[:words]).upper()

    def rare(self, random: Random) -> str:
        """Return a name that hardly any other cable has."""
        return pick(random, self.names) + pick(random, self._tails)


def _sentence(random: Random, words: list[str], names: list[str]) -> str:
    parts = list(words)
    if random.random() < 0.5:
        parts[random.randrange(1, len(parts))] = f"{pick(random, names)} {pick(random, names)}"
    if random.random() < 0.15:
        parts[random.randrange(1, len(parts))] = str(random.randint(2, 9_999))
    if random.random() < 0.4:
        parts[random.randrange(len(parts) - 1)] += ","
    parts[0] = parts[0][:1].upper() + parts[0][1:]
    return " ".join(parts) + "."


def with_typo(random: Random, text: str) -> str:
    """Swap, drop or double one letter of a long word somewhere in ``text``."""
    place = random.randrange(len(text))
    end = text.find(" ", place + 8)
    word = text[place + 1 : end] if end > 0 else ""
    if len(word) < 6 or not word.isalpha():
        return text
    at = place + 1 + random.randrange(1, len(word) - 1)
    kind = random.randrange(3)
    changed = (text[at + 1] + text[at], text[at] * 2 + text[at + 1], text[at + 1])[kind]
    return text[:at] + changed + text[at + 2 :]
