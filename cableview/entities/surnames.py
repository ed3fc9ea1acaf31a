"""What may stand for a person's full name in the same cable: the surname, a nickname, a son's own name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from cableview import data
from cableview.entities.candidate import Candidate
from cableview.entities.runs import openers
from cableview.entities.shapes import is_east_asian
from cableview.entities.word_sets import given

_REMEMBERED = 10_000
"""Names that are remembered: many are met again, in the same cable or another."""
_MIN_WORD = 3
_WITH_NICKNAME = 3
"""How many parts the quotation marks of a nickname make of a name."""
_MIN_SURNAME = 2
_ARTICLES = ("al", "el", "Al", "El")
_PARTICLES = frozenset(
    "van von de da al el bin del della dalla di do dos du le la los las af av ten ter der den".split()
)
_SON_OF = frozenset("bin binti binte ibn a/l a/p s/o d/o".split())
"""Before a father's name: who is called so goes by the own name."""


@cache
def _offices() -> frozenset[str]:
    return frozenset(word.capitalize() for word in data.titles()["heads"])


def _surname(words: list[str]) -> str | None:
    if len(words) < 2:
        return None
    if is_east_asian(tuple(words)):
        return words[0]
    last = words[-1]
    if last.rstrip(".") in ("Jr", "Sr", "II", "III") and len(words) > 2:
        last = words[-2]
    return last


def people(found: Iterable[Candidate], writes_small: Callable[[str], bool]) -> dict[str, list[Candidate]]:
    """Return surname to the full names that carry it; both are in order of place."""
    carriers: dict[str, list[Candidate]] = {}
    of_name: dict[str, list[str]] = {}
    for item in found:
        forms = of_name.get(item.name)
        if forms is None:
            forms = of_name[item.name] = [
                form
                for form in _surnames(item.name)
                if len(form) >= _MIN_SURNAME and not writes_small(form) and form not in openers()
            ]
        for form in forms:
            carriers.setdefault(form, []).append(item)
    return carriers


@lru_cache(maxsize=_REMEMBERED)
def _surnames(name: str) -> frozenset[str]:
    """Return what may stand for a full name: surname, also without its article, middle names, nickname."""
    words = name.split()
    surname = _surname(words)
    if surname is None or surname in _offices():
        return frozenset()
    if surname != words[-1]:
        return frozenset({surname})
    forms = {surname, surname[:1].upper() + surname[1:]}
    if name.isupper() and not data.is_common(surname.lower()):
        forms.add(surname.capitalize())
    if surname[2:3] == "-" and surname.startswith(_ARTICLES):
        forms.add(surname[3:])
    if len(words) > 2:
        if words[1] in _SON_OF:
            forms.add(words[0])
        forms |= {
            w
            for w in words[1:-1]
            if len(w) > _MIN_WORD and w[0].isupper() and w not in given() and w not in _offices()
        }
        first = len(words) - 1
        while first > 1 and words[first - 1].lower() in _PARTICLES:
            first -= 1
            whole = " ".join(words[first:])
            forms |= {whole[0].lower() + whole[1:], whole[0].upper() + whole[1:]}
    quoted = name.split('"')
    return frozenset({*forms, quoted[1]} if len(quoted) == _WITH_NICKNAME else forms)
