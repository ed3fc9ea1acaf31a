"""Names that a spaCy model finds where the rules found none: an optional extra, one cable at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Protocol

from cableview.entities.flat import Flat, flatten
from cableview.entities.recase import recased
from cableview.entities.zones import split
from cableview.model.cable import Cable, Span
from cableview.model.mention import Mention, folded

TYPE_OF = {"PERSON": "PERSON", "ORG": "ORGANIZATION", "GPE": "PLACE", "LOC": "PLACE"}
"""The labels of the English models that are taken; demonyms (NORP) name nobody."""
NOT_NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
"""Parts of a model that take most of its time and find no names."""
LONGEST = 100_000
"""Letters of a paragraph at most: a model takes memory in proportion, and prose has no such paragraphs."""

_MARKER = re.compile(r"(?:(?:¶ ?)?\d{1,3}\.(?!\d) ?|¶ ?\d{1,3} )?(?:\([A-Z/ ]{1,12}\) ?)?")
_AROUND = " \"'“”‘’,;:"
_ARTICLES = ("the ", "The ", "THE ")
_POSSESSIVES = ("'s", "’s", "'S", "’S")


class NlpMissingError(Exception):
    """There is no model that answers; its text is one line that says what to do."""


class Entity(Protocol):
    """What is read of a ``spacy.tokens.Span``."""

    label_: str
    start_char: int
    end_char: int


class Doc(Protocol):
    """What is read of a ``spacy.tokens.Doc``."""

    @property
    def ents(self) -> Sequence[Entity]: ...


class Pipeline(Protocol):
    """What is used of a ``spacy.Language``."""

    def __call__(self, text: str, /) -> Doc: ...


class Model:
    """A loaded model; loading takes seconds, so the caller keeps it."""

    def __init__(self, name: str) -> None:
        """Load the model. Raises NlpMissingError."""
        self._name = name
        self._pipeline = _load(name)

    def __call__(self, text: str) -> Sequence[Entity]:
        """Return the names in ``text``. Raises NlpMissingError when the model cannot deal with it."""
        try:
            return self._pipeline(text).ents
        except Exception as error:
            raise NlpMissingError(f"the model {self._name} failed: {_first_line(error)}") from error


def fill_in(
    cable: Cable,
    raw: str,
    found: Sequence[Mention],
    model: Model,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Mention, ...]:
    """Return ``found`` and what ``model`` names in the paragraphs beside it, in order of place.

    ``raw`` is what ``cable`` was read from. A name that ``found`` knows in the same type gets its fullest
    form. ``stopped`` is asked before each paragraph. Raises NlpMissingError.
    """
    names = {(mention.type, folded(mention.text)): mention.name for mention in found}
    taken = bytearray(len(raw))
    for mention in found:
        _take(taken, mention.source)
    flat = recased(flatten(raw, split(cable, raw))).flat
    mentions = list(found)
    for start, end, number in _paragraphs(flat):
        if stopped():
            break
        text = flat.text[start:end]
        for entity in model(text):
            kind = TYPE_OF.get(entity.label_)
            low, high = _trim(text, entity.start_char, entity.end_char)
            if kind is None or not any(map(str.isupper, text[low:high])):
                continue
            source = flat.to_raw(start + low, start + high)
            if taken.find(1, *source) < 0:
                _take(taken, source)
                name = names.get((kind, folded(text[low:high])), text[low:high])
                mentions.append(Mention(kind, raw[source[0] : source[1]], name, source, number))
    return tuple(sorted(mentions, key=lambda mention: mention.source))


def _load(name: str) -> Pipeline:
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise NlpMissingError("spaCy is missing: pip install 'cableview[nlp]'") from error
    try:
        pipeline: Pipeline = spacy.load(name, exclude=NOT_NEEDED)
    except OSError as error:
        line = f"spaCy has no model {name}: python -m spacy download {name}"
        raise NlpMissingError(line) from error
    except Exception as error:
        raise NlpMissingError(f"spaCy cannot load the model {name}: {_first_line(error)}") from error
    return pipeline


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _take(taken: bytearray, span: Span) -> None:
    low, high = span
    taken[low:high] = b"\1" * (high - low)


def _paragraphs(flat: Flat) -> Iterator[tuple[int, int, int | None]]:
    """Yield the bounds of each paragraph without its number and marking, and its true number."""
    for segment in flat.segments:
        if segment.kind == "body" and segment.end - segment.start <= LONGEST:
            marker = _MARKER.match(flat.text, segment.start, segment.end)
            start = marker.end() if marker else segment.start
            yield start, segment.end, segment.number


def _trim(text: str, start: int, end: int) -> Span:
    """Leave out what models take along: an article, quotes, the possessive."""
    words = text[start:end].lstrip(_AROUND)
    for article in _ARTICLES:
        words = words.removeprefix(article).lstrip(_AROUND)
    start = end - len(words)
    words = words.rstrip(_AROUND)
    for possessive in _POSSESSIVES:
        words = words.removesuffix(possessive).rstrip(_AROUND)
    return start, start + len(words)
