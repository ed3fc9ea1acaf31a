"""The one error the store raises for a file it cannot use."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """A database file is missing, damaged, busy or not ours. ``str()`` is one line fit for the user."""

    def __init__(self, file: Path, problem: str, advice: str) -> None:
        super().__init__(f"{file}: {problem}; {advice}")
        self.file = file
        self.problem = problem
        self.advice = advice

    def __reduce__(self) -> tuple[type[StoreError], tuple[Path, str, str]]:
        """Travel between processes with its three parts."""
        return type(self), (self.file, self.problem, self.advice)
