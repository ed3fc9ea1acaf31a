"""Small letters for text in capitals, so that the rules for mixed case can read it.

Every character keeps its place. A word becomes small when it is a common English word and nothing speaks
for a name; unknown words become names; acronyms and short unknown words without a vowel stay in capitals.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities import places
from cableview.entities.cased import Evidence, Words, capitalize, given, particles
from cableview.entities.lexicon import Lexicon
from cableview.entities.raised_bodies import raise_bodies
from cableview.entities.raised_places import raise_places
from cableview.entities.raised_titles import Hit, known_place, raise_titles, title_words
from cableview.entities.tokens import Where

_POST_AFTER = re.compile(
    r" (?:BELIEVES?|NOTES|RECOMMENDS|REQUESTS|WILL|HAS|HAD|WOULD|IS|WAS|APPRECIATES|UNDERSTANDS|CONCURS"
    r"|REPORTS|SUGGESTS|CONTINUES|PLANS|HOPES|DOUBTS|EXPECTS|ASSUMES|URGES|AGREES|DOES|ESTIMATES|OFFICERS?"
    r"|OFFICIALS?|STAFF|COMMENT|VIEWS?|CONTACTS?|SOURCES|AND)\b|['’]S\b"
)
_SENTENCE = re.compile(r"(?:^|\n|[.:?!)] |\bTHAT )$")
_CHIEFS = frozenset({"AMBASSADOR", "CHARGE"})
_BEFORE_SURNAME = frozenset({"DEL", "VON", "BIN", "IBN", "AF"})
"""Particles that no English word is: what follows them is part of the name."""
_BEFORE_CHIEF = re.compile(
    r"(?:^|\n|[.:;,)(] |\b(?:WITH|TOLD|BY|THE|TO|ASKED|AND|INFORMED|THAT|SAW|FROM|BOTH|OUR|FOR|AS|GAVE|MET"
    r"|CALLED ON|URGED|HANDED|ASSURED|WHEN|IF|WHILE|AFTER|BEFORE|BECAUSE|LET|REMINDED|INVITED|THANKED) )$"
)
_NUMBERED = frozenset({"SECTION", "ARTICLE", "ARTICLES", "DECREE", "LAW", "RESOLUTION", "ORDINANCE"})
_NUMBER = re.compile(r" (?:NO\. ?)?\d")
_RAISED = _CHIEFS | _NUMBERED | {"EMBASSY", "CONGEN", "POST", "MISSION", "CONSULATE"}
_POSSESSIVE = re.compile(r"['’]S\b")


@cache
def _phrases() -> Lexicon[str]:
    """Names in capitals with their mixed form: places, demonyms, bodies, treaties."""
    facts = data.organizations()
    bodies = {
        *facts["alone"],
        *facts["full"],
        *(other for others in facts["full"].values() for other in others),
    }
    laws = {"Constitution"} | {
        form for name, others in data.treaties()["names"].items() for form in (name, *others)
    }
    goods = {form for item in data.materials()["items"] if item[0].isupper() for form in (item, f"{item}s")}
    forms = {*places.names(), *places.demonyms(), *data.peoples(), *bodies, *laws, *goods, "Constitution"}
    forms -= {form for form in forms if form.startswith("The ") and form[4:] in forms}
    # in order, so that one form is chosen everywhere: that with more capitals
    ordered = sorted(forms, reverse=True)
    mixed = {form.upper(): form for form in ordered if not form.isupper() and len(form) > 2}
    return Lexicon({upper: form for upper, form in mixed.items() if len(upper) == len(form)})


def _raise_phrases(words: Words, phrases: list[Hit]) -> None:
    for start, end, form in phrases:
        first = words.at.get(start)
        if first is None or (words.words[first] == "US" and end - start == 2):
            continue
        if form[:1].islower() and " " not in form:
            continue
        if (
            " " not in form
            and form not in _always()
            and not words.mixed.name(words.words[first])
            and data.is_common(form.lower())
        ):
            continue
        index = first
        while index < len(words.spans) and words.spans[index][0] < end:
            low, high = words.spans[index]
            words.forms[index] = (
                form[low - start : min(high, end) - start] + words.text[min(high, end) : high].lower()
            )
            index += 1


@cache
def _always() -> frozenset[str]:
    """Names that are common words too, and yet names in a cable."""
    others = "Congress Constitution Parliament Senate Department Knesset Washington Kremlin Pentagon".split()
    return frozenset(data.places()["countries"]) | frozenset(places.demonyms()) | frozenset(others)


@cache
def _people() -> frozenset[str]:
    """Return given names and the longer of the family names that come first."""
    return given() | {name.upper() for name in data.names()["east_asian"] if len(name) > 2}


def _raise_given(words: Words) -> None:
    """Give capitals to a given or family name that is a common word before an unknown word."""
    for index in range(len(words.words) - 1):
        word = words.words[index]
        if word not in _people():
            continue
        plain = words.forms[index].islower() and words.gap(index) == " " and len(word) > 1
        if plain and words.named(index + 1) and not known_place(words, index + 1):
            words.forms[index] = capitalize(word)
    for index in range(1, len(words.words) - 1):
        # a common word between two names of a person: GUL RAHMAN, ANH TUAN
        if words.words[index] not in particles():
            continue
        before, after = words.gap(index - 1) == " ", words.gap(index) == " "
        if before and after and words.named(index - 1):
            if words.words[index] in _BEFORE_SURNAME and words.words[index - 1] not in particles():
                words.forms[index + 1] = capitalize(words.words[index + 1])
            if words.named(index + 1):
                words.forms[index] = words.words[index].lower()


def _raise_posts(words: Words) -> None:
    """Give capitals to the reporting post and its chiefs and to numbered laws."""
    if _RAISED.isdisjoint(words.words):
        return
    for index, word in enumerate(words.words):
        if word not in _RAISED:
            continue
        start, end = words.spans[index]
        chief = word in _CHIEFS and _BEFORE_CHIEF.search(words.text, max(0, start - 9), start)
        law = word in _NUMBERED and _NUMBER.match(words.text, end)
        seat = word == "CONSULATE" and words.gap(index) == " " and words.forms[index + 1] in places.names()
        if chief or law or seat:
            words.forms[index] = capitalize(word)
        if word in ("EMBASSY", "CONGEN") or (
            word in ("POST", "MISSION", "CONSULATE")
            and _POST_AFTER.match(words.text, end)
            and (
                word != "POST"
                or _SENTENCE.search(words.text, max(0, start - 2), start)
                or words.text[start - 5 : start] == "THAT "
            )
        ):
            words.forms[index] = capitalize(word)


def _pieces(words: Words) -> Iterator[str]:
    at = words.low
    for (start, end), form in zip(words.spans, words.forms, strict=True):
        yield words.text[at:start]
        yield form
        at = end
    yield words.text[at : words.high]


def _within(hits: list[Hit], low: int, high: int) -> list[Hit]:
    return hits[bisect_left(hits, (low,)) : bisect_left(hits, (high,))]


def truecase(capitals: Where, mixed: Evidence) -> list[str]:
    """Return each stretch of ``capitals`` in the case of mixed writing.

    ``mixed`` knows the words of the stretches from elsewhere.
    """
    phrases, titles = _phrases().find(capitals), title_words().find(capitals)
    read = []
    for low, high in capitals.spans:
        words = Words(capitals.text, low, high, mixed)
        _raise_phrases(words, _within(phrases, low, high))
        _raise_given(words)
        raise_bodies(words)
        raise_titles(words, _within(titles, low, high))
        _raise_posts(words)
        raise_places(words)
        read.append(_POSSESSIVE.sub(lambda m: m.group().lower(), "".join(_pieces(words))))
    return read
