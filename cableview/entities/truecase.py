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
from cableview.entities.cased import Evidence, Words, acronyms, capitalize, given, particles
from cableview.entities.lexicon import Lexicon
from cableview.entities.raised_bodies import raise_bodies, topics_end
from cableview.entities.raised_places import raise_places
from cableview.entities.tokens import Where

_POST_AFTER = re.compile(
    r" (?:BELIEVES?|NOTES|RECOMMENDS|REQUESTS|WILL|HAS|HAD|WOULD|IS|WAS|APPRECIATES|UNDERSTANDS|CONCURS"
    r"|REPORTS|SUGGESTS|CONTINUES|PLANS|HOPES|DOUBTS|EXPECTS|ASSUMES|URGES|AGREES|DOES|ESTIMATES|OFFICERS?"
    r"|OFFICIALS?|STAFF|COMMENT|VIEWS?|CONTACTS?|SOURCES|AND)\b|['’]S\b"
)
_SENTENCE = re.compile(r"(?:^|\n|[.:?!)] |\bTHAT )$")
_BEFORE_NAMES = frozenset(
    {"president", "ambassador", "senator", "congressman", "secretary", "prime minister"}
)
_ENDS = re.compile(r"[.,;](?<!Y.)|['’]S\b")
"""What follows a name that is a common word too: PRESIDENT FORD."""
_CHIEFS = frozenset({"AMBASSADOR", "CHARGE"})
_BEFORE_SURNAME = frozenset({"DEL", "VON", "BIN", "IBN", "AF"})
"""Particles that no English word is: what follows them is part of the name."""
_RANKS = frozenset({"general", "major", "father", "professor", "sister", "economist", "editor"})
_BEFORE_NAME = (" ", ". ", ": ")
_AFTER_NAME = (", ", ", FORMER ")
_BEFORE_CHIEF = re.compile(
    r"(?:^|\n|[.:;,)(] |\b(?:WITH|TOLD|BY|THE|TO|ASKED|AND|INFORMED|THAT|SAW|FROM|BOTH|OUR|FOR|AS|GAVE|MET"
    r"|CALLED ON|URGED|HANDED|ASSURED|WHEN|IF|WHILE|AFTER|BEFORE|BECAUSE|LET|REMINDED|INVITED|THANKED) )$"
)
_BEFORE_RANK = frozenset({"IN", "THE", "A", "AS", "MORE"})
_NUMBERED = frozenset({"SECTION", "ARTICLE", "ARTICLES", "DECREE", "LAW", "RESOLUTION", "ORDINANCE"})
_NUMBER = re.compile(r" (?:NO\. ?)?\d")
_RAISED = _CHIEFS | _NUMBERED | {"EMBASSY", "CONGEN", "POST", "MISSION", "CONSULATE"}
_POSSESSIVE = re.compile(r"['’]S\b")
_Hit = tuple[int, int, str]


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


@cache
def _titles() -> Lexicon[str]:
    facts = data.titles()
    forms = {head.upper(): head for head in facts["heads"]}
    forms |= {f"{word.upper()}.": word for word in facts["honorifics"] if word.isalpha()}
    return Lexicon(forms | {word: word for word in ("DR", "MR", "MRS", "MS", "HAJI", "SHEIKH", "SIR")})


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(word.upper() for word in data.titles()["modifiers"])


def _raise_phrases(words: Words, phrases: list[_Hit]) -> None:
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
        if plain and words.named(index + 1) and not _known_place(words, index + 1):
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


def _known_place(words: Words, index: int) -> bool:
    if index >= len(words.forms):
        return False
    form = words.forms[index]
    return form in places.demonyms() or (form in places.names() and form not in data.cities())


def _raise_topic(words: Words, first: int, after: int) -> bool:
    """Give capitals to a title with its topic before a name; tell whether it stands so."""
    if after + 1 >= len(words.words) or words.words[after] not in ("OF", "FOR"):
        return False
    topic = after + 1 + (words.words[after + 1] == "THE")
    stop = topics_end(words, topic)
    if stop == topic:
        return False
    led = words.named(stop) and words.gap(stop - 1) in _BEFORE_NAME
    if not led and not (words.named(first - 1) and words.gap(first - 1) in _AFTER_NAME):
        return False
    words.raise_all(_narrowed(words, first), stop)
    return True


def _is_rank(words: Words, index: int, head: str) -> bool:
    """Tell whether a word that is a title at times is one: GENERAL PINOCHET, not GENERAL ELECTIONS."""
    if words.gap(index) != " " or not words.named(index + 1) or _known_place(words, index + 1):
        return False
    known = words.words[index + 1] in given()
    return head in _RANKS and (known or (head == "general" and words.words[index - 1] not in _BEFORE_RANK))


def _narrowed(words: Words, first: int) -> int:
    """Return where a title begins with what narrows it: SECOND | MINISTER."""
    while first and words.gap(first - 1) == " " and words.words[first - 1] in _modifiers():
        first -= 1
    return first


def _raise_titles(words: Words, titles: list[_Hit]) -> None:
    """Give capitals to a title before a name, with what narrows it."""
    unclear = set(data.titles()["not_roles"])
    for start, end, head in reversed(titles):
        first = words.at.get(start)
        if first is None or (head in unclear and not _is_rank(words, first, head)):
            continue
        after = first
        while after < len(words.spans) and words.spans[after][0] < end:
            after += 1
        if _raise_topic(words, first, after):
            continue
        follows = after < len(words.spans) and words.text[end : words.spans[after][0]] in _BEFORE_NAME
        if not follows:
            continue
        if not words.named(after):
            unknown = words.words[after].isalpha() and (
                not data.is_common(words.words[after].lower())
                or (head in _BEFORE_NAMES and _ENDS.match(words.text, words.spans[after][1]) is not None)
            )
            if not unknown or words.words[after] in acronyms() or len(words.words[after]) < 2:
                continue
            words.forms[after] = capitalize(words.words[after])
        elif _known_place(words, after) and not words.named(after + 1):
            continue
        words.raise_all(_narrowed(words, first), after)


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


def _within(hits: list[_Hit], low: int, high: int) -> list[_Hit]:
    return hits[bisect_left(hits, (low,)) : bisect_left(hits, (high,))]


def truecase(capitals: Where, mixed: Evidence) -> list[str]:
    """Return each stretch of ``capitals`` in the case of mixed writing.

    ``mixed`` knows the words of the stretches from elsewhere.
    """
    phrases, titles = _phrases().find(capitals), _titles().find(capitals)
    read = []
    for low, high in capitals.spans:
        words = Words(capitals.text, low, high, mixed)
        _raise_phrases(words, _within(phrases, low, high))
        _raise_given(words)
        raise_bodies(words)
        _raise_titles(words, _within(titles, low, high))
        _raise_posts(words)
        raise_places(words)
        read.append(_POSSESSIVE.sub(lambda m: m.group().lower(), "".join(_pieces(words))))
    return read
