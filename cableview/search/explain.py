"""Why a hit stands where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from cableview.model.cable import Cable
from cableview.search.asked import is_ranked
from cableview.search.locate import locate, locate_text
from cableview.search.ranking import STEP, Tier
from cableview.search.result import Hit, SearchResult

_PLACES = {
    Tier.TEXT: "words anywhere in the cable",
    Tier.MOST: "all words but one in the subject",
    Tier.NEAR: "words close together",
    Tier.PHRASE: "words in a row",
    Tier.SUBJECT: "all words in the subject",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What put a hit in its place: ``exact``, ``place``, ``score``; ``ranking`` says in which order."""

    place: str
    """What answers best, in words."""
    exact: bool
    """False: found only through words that are taken otherwise than typed."""
    score: float
    """The engine's score (BM25); for corrected hits with the likeness of the subject in it."""
    rank: int
    """0 to 4 for ``place``, 10 for the cable that was asked for by its id."""
    subject: tuple[str, ...]
    """What is hit in the subject, as printed."""
    paragraphs: tuple[int, ...]
    """Positions (from 0) of the paragraphs that are hit."""


def explain(result: SearchResult, hit: Hit, cable: Cable) -> Reason:
    """Return why ``hit`` of ``result``, which is ``cable``, stands where it stands."""
    rank = int(hit.score // STEP)
    meant = result.spellings
    subject = cable.subject or ""
    spans = locate_text(subject, result.query, meant)
    hits = locate(cable, result.query, meant)
    return Reason(
        place=_place(result, rank),
        exact=not hit.corrected,
        score=hit.score - rank * STEP,
        rank=rank,
        subject=tuple(subject[start:end] for start, end in spans),
        paragraphs=tuple(index for index, found in enumerate(hits) if found),
    )


def _place(result: SearchResult, rank: int) -> str:
    if not is_ranked(result.query.root):
        return "what is asked of it holds; the newest first"
    return _PLACES[Tier(rank)] if rank in _PLACES else "the cable asked for"
