"""Names of people, told by a title, a given name, a family name's shape, or a verb of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cableview import data
from cableview.entities import organizations, places
from cableview.entities.candidate import Candidate
from cableview.entities.context import Context
from cableview.entities.runs import Part, openers
from cableview.entities.titles import Title

_SAYS = re.compile(
    r"(?:[’']s [a-z]+)? (?:also |then |further |again |later |repeatedly |subsequently |himself "
    r"|herself |did not |has |had |would |clearly )?([a-z]+)\b"
)
_SAID_BY = re.compile(
    r"\b(?:said|told|asked|[Aa]ccording to|noted|added|met with|thanked|urged|informed|briefed) $"
)
_INITIAL = re.compile(r"[A-Z]\.")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_ERA = re.compile(r"-era\b")
_WHOSE_ERA = re.compile(r"\b[A-Z][a-z]+$")
_NAME = re.compile(
    r"(?:[A-Z]\.?|[A-ZÀ-Þ][\w’'‘`.-]*[a-zß-ÿ][\w’'‘`-]*|[a-z]{1,4}[-’']?[A-Z]?[\w’'-]*|[A-ZÀ-Þ]{2,}"
    r"|Jr\.?|Sr\.?|III?)"
)
_NO_PERSON = re.compile(
    r"(?:\b(?:the|The|a|an|in|at|near|around|this|of the|Hotel|called|language|\d+)|[(\"“]) ?$"
)
_NOUN = re.compile(
    r"(?:-[a-z]| (?:[a-z]+ )?(?:region|area|district|province|village|town|pipeline|project|river"
    r"|border|clan|tribe|program|company|field|mine|party|camp|airport|dam|road|plant|group"
    r"|newspaper|language|elders|people)\b)"
)
_APPOSITIVE = re.compile(r", (?:the |a |an |his |her |its |former |then |a former |the former )?$")
_ROMAN = re.compile(r"[a-z]+(?:-[a-z]+)?")
_MAX_WORDS = 6


@cache
def _given() -> frozenset[str]:
    return frozenset(data.names()["given"])


@cache
def _east_asian() -> frozenset[str]:
    return frozenset(data.names()["east_asian"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(data.names()["particles"])


@cache
def _said() -> frozenset[str]:
    return frozenset(data.names()["said"])


@cache
def _peoples() -> frozenset[str]:
    return frozenset(data.peoples())


@cache
def _body_words() -> frozenset[str]:
    facts = data.organizations()
    return frozenset(facts["last"]) | frozenset(facts["generic"]) | frozenset(data.names()["no_parts"])


@cache
def _unfit() -> frozenset[str]:
    return _body_words() | frozenset(places.demonyms()) | openers() | _peoples()


def is_east_asian(words: tuple[str, ...]) -> bool:
    """Tell ``Li Genxin``, ``Yun Ho-chin`` and ``Ban Ki Moon`` by the family name that comes first."""
    if len(words) == 2 and len(words[0]) <= 5 and _KOREAN.fullmatch(words[1]):
        return True
    return 2 <= len(words) <= 3 and words[0] in _east_asian() and words[0] not in _given()


def _name_like(words: tuple[str, ...], *, titled: bool = False) -> bool:
    """Tell whether every word may be part of a name; after a title some common words may (``Than Shwe``)."""
    if not words or len(words) > _MAX_WORDS or organizations.is_body(words):
        return False
    if not titled or len(words) == 1:
        unfit = _unfit()
        return all(word not in unfit and _NAME.fullmatch(word) for word in words)
    return all(
        _NAME.fullmatch(word)
        and (word not in _body_words() or words[0] in _given())
        and word not in places.demonyms()
        and word not in _peoples()
        for word in words
    )


def _shaped(words: tuple[str, ...]) -> bool:
    """Tell whether a run like a name itself shows that it is a person's."""
    if len(words) < 2 or " ".join(words) in places.names():
        return False
    if any(word.isupper() and len(word) > 2 and not word.isalpha() for word in words):
        return False
    if words[0] in _given() or (words[0].split("-")[0] in _given() and "-" in words[0]):
        return True
    if any(_INITIAL.fullmatch(word) for word in words[:-1]):
        return True
    if any(
        word in _particles() or word.lower().startswith(("al-", "el-", "abdul", "abdel"))
        for word in words[1:]
    ):
        return words[0] not in places.names()
    return (
        is_east_asian(words)
        and all(word[1:].islower() or "-" in word for word in words[1:])
        and (len(words) == 2 or all(len(word) <= 6 for word in words[1:]))
    )


def _speaks(text: str, part: Part) -> bool:
    match = _SAYS.match(text, part.end)
    return bool(match and match[1] in _said())


def _alone_fits(part: Part, word: str) -> bool:
    return (
        word not in places.names()
        and word not in places.demonyms()
        and not word.isupper()
        and word not in openers()
        and word not in _peoples()
        and word not in _body_words()
        and len(word) > 1
    )


@cache
def _common() -> frozenset[str]:
    facts = data.titles()
    laws, programs = data.treaties()["last"], data.organizations()["programs"]
    peoples = data.peoples()
    topics = organizations.topics()
    return frozenset(
        {*laws, *programs, *peoples, *topics, *(word.capitalize() for word in facts["modifiers"])}
    )


def _stands_out(context: Context, part: Part) -> bool:
    """Tell whether two or three unknown words like a name, without an article, stand like a person's."""
    words = part.words
    if not 2 <= len(words) <= 3 or part.segment.kind != "body" or part.opens:
        return False
    if _NO_PERSON.search(context.text, max(0, part.start - 14), part.start) or _NOUN.match(
        context.text, part.end
    ):
        return False
    known = places.names()
    return (
        " ".join(words) not in known
        and words[-1] not in known
        and not (len(words) == 2 and words[0] in known)
        and all(
            len(word) > 1
            and word[1:].islower()
            and word.lower() not in context.small
            and word not in _common()
            for word in words
        )
    )


def eras(context: Context) -> Iterator[Candidate]:
    """Find who an era is called after."""
    for match in _ERA.finditer(context.text):
        whose = _WHOSE_ERA.search(context.text, max(0, match.start() - 20), match.start())
        if whose and _is_free(whose.group()):
            yield Candidate(*whose.span(), "PERSON", whose.group(), 5)


def _is_free(word: str) -> bool:
    return (
        word not in places.names()
        and word not in places.demonyms()
        and word not in _common()
        and word not in openers()
    )


def persons(context: Context, parts: list[Part], titles: list[Title]) -> Iterator[Candidate]:
    """Find people by their own marks; surnames alone are left to the aliases."""
    text = context.text
    by_end = {title.end: title for title in titles}
    for part in parts:
        words = part.words
        name = " ".join(words)
        if part.title is not None:
            capital_place = name in places.names() and (part.title.small or len(words) > 1)
            if (
                _name_like(words, titled=True)
                and not capital_place
                and not (words[0].isupper() and len(words[0]) > 3 and len(words) == 1 and part.title.small)
            ):
                yield Candidate(part.start, part.end, "PERSON", name, 3)
                office = part.title if part.title.role else by_end.get(part.title.start - 1)
                if office is not None and office.role:
                    yield Candidate(office.start, office.end, "ROLE_TITLE", office.role, 4)
        elif not _name_like(words):
            continue
        elif _shaped(words):
            yield Candidate(part.start, part.end, "PERSON", name, 5)
        elif _stands_out(context, part):
            yield Candidate(part.start, part.end, "PERSON", name, 9)
        elif (
            len(words) <= 3
            and _speaks(text, part)
            and all(_alone_fits(part, word) for word in words)
            and not (part.opens and words[0].lower() in context.small)
        ):
            yield Candidate(part.start, part.end, "PERSON", name, 6)


def offices(
    context: Context, parts: list[Part], titles: list[Title], people: set[tuple[int, int]]
) -> Iterator[Candidate]:
    """Find titles in apposition after a name, and capitalised high offices that stand alone."""
    text = context.text
    ends = {end: start for start, end in people}
    starts = {start for start, _ in people}
    for title in titles:
        if title.role is None:
            continue
        comma = text.rfind(",", max(0, title.start - 16), title.start)
        after_name = comma in ends and _APPOSITIVE.fullmatch(text, comma, title.start)
        if after_name and not title.small:
            yield Candidate(title.start, title.end, "ROLE_TITLE", title.role, 4)
        elif (
            title.end + 1 not in starts
            and not title.small
            and title.role.split(" of ")[0].split(" for ")[0].endswith(_HIGH)
        ):
            yield Candidate(title.start, title.end, "ROLE_TITLE", title.role, 6)


_HIGH = (
    "President",
    "Minister",
    "Premier",
    "Chancellor",
    "Attorney General",
    "Chief Justice",
    "Governor",
    "Chairman",
    "Secretary General",
    "Secretary-General",
    "Director General",
    "King",
    "Crown Prince",
    "Emir",
)
