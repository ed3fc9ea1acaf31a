"""Where cableview keeps things on this machine: functions only, and nothing is touched at import."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

HOME_VARIABLE = "CABLEVIEW_HOME"
DEFAULT_LIBRARY = "main"
SAMPLE_LIBRARY = "seeds"
_LONGEST_NAME = 60
"""Letters of a library's name: file systems take 255 bytes, and a letter has up to four."""


def _base(kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser() / kind if home else _own(kind)


def _own(kind: str) -> Path:
    from platformdirs import PlatformDirs  # noqa: PLC0415 - the first paint needs one folder at most

    directories = PlatformDirs("cableview", appauthor=False)
    return Path(getattr(directories, f"user_{kind}_dir"))


def config_dir() -> Path:
    """Settings that belong to no single library, such as the theme."""
    return _base("config")


@dataclass(frozen=True, slots=True)
class Library:
    """The places of one named library; ``make`` creates its folders, private to the user."""

    name: str = DEFAULT_LIBRARY

    def __post_init__(self) -> None:
        if not self.name.replace("-", "").replace("_", "").isalnum():
            raise ValueError(f"library name {self.name!r}: use letters, digits, '-' and '_' only")
        if len(self.name) > _LONGEST_NAME:
            raise ValueError(f"library name of {len(self.name)} letters: use at most {_LONGEST_NAME}")

    @property
    def data(self) -> Path:
        return _base("data") / "libraries" / self.name

    @property
    def cables(self) -> Path:
        """The library database: raw texts and what was read from them. Import again if lost."""
        return self.data / "library.db"

    @property
    def marks(self) -> Path:
        """The marks database: decisions, flags, notes. Never rebuilt, never touched by an import."""
        return self.data / "marks.db"

    @property
    def cache(self) -> Path:
        """The search cache: rebuilt by itself whenever it is missing, old or damaged.

        That of a library that may not be written to stands in the user's own cache folder.
        """
        if self.readonly:
            return _own("cache") / "read-only" / f"{self.name}-{crc32(os.fsencode(self.data)):08x}"
        return _base("cache") / "libraries" / self.name

    @property
    def readonly(self) -> bool:
        """True for a library that is there and may not be written to: nothing can be kept beside it."""
        return self.exists() and not may_write(self.cables)

    def exists(self) -> bool:
        """Tell whether there is a library, sound or not: a damaged one is to be reported, not passed over."""
        return self.cables.exists()

    def make(self) -> None:
        """Create the folders that are missing. Raises OSError, naming the folder, when one cannot be made."""
        for place in (self.data, self.cache):
            for folder in (*reversed(place.parents), place):
                # ``parents=True`` would give the mode to the last folder only.
                with suppress(FileExistsError):
                    folder.mkdir(mode=0o700)


def may_write(path: Path) -> bool:
    """Tell whether a database file may be written, and the files that SQLite puts beside it."""
    return all(os.access(place, os.W_OK) for place in (path.parent, path) if place.exists())


def choose(name: str | None = None) -> Library:
    """Return the named library; without a name the main one, or the sample while that is empty.

    Raises ValueError for a name that is no good as a folder's name.
    """
    if name is not None:
        return Library(name)
    main = Library()
    return main if main.exists() else Library(SAMPLE_LIBRARY)
