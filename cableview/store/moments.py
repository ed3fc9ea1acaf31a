"""Dates as the store keeps them: whole seconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_seconds(moment: datetime | None) -> int | None:
    """Return a moment in seconds, a naive one taken as UTC; None stays None."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - _EPOCH) // timedelta(seconds=1)


def from_seconds(seconds: int | None) -> datetime | None:
    """Return the moment, aware, UTC; also before 1970, on every system."""
    return None if seconds is None else _EPOCH + timedelta(seconds=seconds)


def now() -> datetime:
    """Return this moment, aware, UTC, in whole microseconds."""
    return datetime.now(UTC)
