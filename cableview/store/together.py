"""Cables that are cited together."""

from __future__ import annotations

from dataclasses import dataclass

from cableview.store.connection import Database

CITERS = 500
"""The newest citers looked at: what five hundred cables say, more would not change."""
_TOGETHER = f"""WITH citer AS (
        SELECT DISTINCT r.citing AS key FROM reference r
        WHERE r.target = (SELECT key FROM name WHERE id = ?1) ORDER BY r.citing DESC LIMIT {CITERS}
    ), own AS (
        SELECT DISTINCT r.citing, r.position FROM reference r JOIN citer ON citer.key = r.citing
        WHERE r.target = (SELECT key FROM name WHERE id = ?1) AND r.position IS NOT NULL
    )
    SELECT n.id, count(DISTINCT r.citing), count(DISTINCT own.citing || '.' || own.position) AS near,
        c.key IS NOT NULL, c.subject, max(r.title)
    FROM citer CROSS JOIN reference r ON r.citing = citer.key
    JOIN name n ON n.key = r.target
    LEFT JOIN own ON own.citing = r.citing AND own.position = r.position
    LEFT JOIN cable c ON c.key = r.target
    WHERE n.id <> ?1
    GROUP BY r.target ORDER BY 2 DESC, near DESC, n.id LIMIT ?2"""  # noqa: S608 - a number of our own


@dataclass(frozen=True, slots=True)
class Together:
    """A cable that is cited by cables that cite another one."""

    id: str
    cables: int
    """How many cables cite both."""
    paragraphs: int
    """In how many of their paragraphs both are cited."""
    held: bool
    subject: str | None
    """Of a held one."""
    title: str | None
    """What a REF list calls it."""


def cited_together(database: Database, cable_id: str, limit: int) -> tuple[Together, ...]:
    """See ``Library.cited_together``."""
    rows = database.all(_TOGETHER, (cable_id, limit))
    return tuple(
        Together(found, cables, paragraphs, bool(held), subject, title)
        for found, cables, paragraphs, held, subject, title in rows
    )
