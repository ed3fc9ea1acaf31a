"""The cables in the tokens of one item of a REF list.

The number decides: it is a serial when a station stands right before it, or when it continues a list whose
station and year carry over. All other numbers (days, paragraphs, volumes) are left alone.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR
from typing import NamedTuple

from cableview.parse.stations import OWN_POST, expand, is_no_station, lookup, normalise, resolve
from cableview.parse.years import full_year, two_digits

_NEUTRAL = frozenset(
    ("CABLE", "CABLES", "TEL", "TELS", "TELEGRAM", "NO", "NO.", "NR", "NR.", "NUMBER", "TOSEC", "SEPTEL")
)
_JOINERS = frozenset(("AND", "OR", "THRU", "THROUGH", "&", ",", ";", "/", ":", "+"))
_TRAILING_YEAR = re.compile(r"\d\s{0,3}\((?:\d\d)?\d\d\)[\s.;,]{0,3}\Z")
_YEAR_WIDTH = 16
_LONGEST_RANGE = 50
_OLDEST_SUFFIX = 10
"""Behind a number a year farther back is the next number: ``LIMA 00090/91``."""
_BETWEEN = frozenset("#,:.-–/")


class Token(NamedTuple):
    text: str
    start: int
    end: int


class Hit(NamedTuple):
    start: int
    end: int
    station: str
    serial: int
    year: str | None


class Scan:
    """One pass over the tokens of an item; no cable is of a year after ``latest``."""

    def __init__(self, text: str, tokens: list[Token], latest: int = MAXYEAR) -> None:
        self.text = text
        self.tokens = tokens
        self.latest = latest
        self.hits: list[Hit] = []
        self.station: str | None = None
        self.begin = 0
        self.year: str | None = None
        self.waiting = False
        """A station was just read and its number must follow."""
        self.listing = False
        """A cable was just read and only joiners have followed."""

    def run(self) -> list[Hit]:
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.text.isdigit():
                index = self._number(index)
            elif token.text[0].isalpha():
                index = self._word(index)
            else:
                index = self._sign(index)
        return self.hits

    def _number(self, index: int) -> int:
        token = self.tokens[index]
        year = two_digits(token.text)
        if year is not None and self._age(token.text) < 0:
            year = None
        ahead = not self.waiting and not self._is_suffix(index)
        if year is not None and ahead and self._station_at(self._past(index + 1), dated=True) is not None:
            self.year, self.begin, self.listing = year, token.start, False
            self.station = None
            return index + 1
        if year is not None and self.waiting and self.year is None and self._long_number_at(index + 1):
            self.year = year
        elif self.waiting and self.station is not None and len(token.text) <= 8:
            self._emit(self.begin, token, self.year)
        elif self.listing and self.station is not None and self.hits:
            self._continue_list(index, year)
        else:
            self._forget()
        return index + 1

    def _is_suffix(self, index: int) -> bool:
        """Tell whether a number hangs on the one before it, as the year of ``00789/08``."""
        if not self.listing or index < 3:
            return False
        number, sign, year = self.tokens[index - 2 : index + 1]
        return (
            sign.text in "-/"
            and number.end == sign.start
            and sign.end == year.start
            and number.text.isdigit()
        )

    def _age(self, year: str) -> int:
        """Return how many years the cable is younger than a year of two or four digits."""
        return self.latest - (full_year(int(year)) if len(year) == len("08") else int(year))

    def _long_number_at(self, index: int) -> bool:
        """Tell whether a serial follows, so that the number before it is the year (``AMMAN 07-8765``)."""
        index = self._past(index)
        return (
            index < len(self.tokens)
            and self.tokens[index].text.isdigit()
            and len(self.tokens[index].text) > 2
        )

    def _continue_list(self, index: int, year: str | None) -> None:
        token, sign = self.tokens[index], self.tokens[index - 1].text
        last = self.hits[-1]
        before = self.tokens[index - 2].text
        padded = token.text[0] == "0" != before[0]
        suffixed = sign in "-/" and len(token.text) == 2 and (len(before) > 2 or padded)
        suffixed = suffixed and (self.latest == MAXYEAR or self._age(token.text) <= _OLDEST_SUFFIX)
        if year is not None and (suffixed or sign.upper() == "OF"):
            self.hits[-1] = last._replace(year=year, end=token.end)
        elif (sign.upper() in _JOINERS and len(token.text) <= 8) or self._ends_range(sign, token.text):
            self._emit(token.start, token, last.year)
        else:
            self._forget()

    def _ends_range(self, sign: str, digits: str) -> bool:
        """Tell whether a number is the last one of ``LIMA 455-457``; both ends are named."""
        long_enough = sign in "-–" and 2 < len(digits) <= 6
        return long_enough and 0 < int(digits) - self.hits[-1].serial <= _LONGEST_RANGE

    def _emit(self, begin: int, token: Token, year: str | None) -> None:
        assert self.station is not None
        self.hits.append(Hit(begin, token.end, self.station, int(token.text), year))
        self.waiting, self.listing, self.year = False, True, None

    def _word(self, index: int) -> int:
        token = self.tokens[index]
        upper = token.text.upper().rstrip(".")
        found = self._station_at(index) if not is_no_station(token.text) else None
        if found is not None:
            station, after = found
            if station == OWN_POST and self.waiting:
                return after
            if not (self.year and self.hits and self.hits[-1].end > self.begin) and self.year is None:
                self.begin = token.start
            self.station, self.waiting, self.listing = station, True, False
            return after
        if upper in ("AND", "OR", "OF", "THRU", "THROUGH", "PREVIOUS", "PREV", "NOTAL") or (
            self.waiting and upper in _NEUTRAL
        ):
            return index + 1
        if len(upper) == 1 and self.waiting:
            return index + 1
        self._forget()
        return index + 1

    def _sign(self, index: int) -> int:
        text = self.tokens[index].text
        if text == "(" and index + 2 < len(self.tokens) and self.tokens[index + 2].text == ")":
            inner = self.tokens[index + 1].text
            year = two_digits(inner) if inner.isdigit() else None
            if year is not None:
                self._bracketed_year(index, year)
                return index + 3
            if self.waiting and len(inner) <= 3:
                return index + 3
        if self.waiting and text not in _BETWEEN:
            self._forget()
        if self.listing and text not in _JOINERS and text not in "-().":
            self.listing = False
        return index + 1

    def _bracketed_year(self, index: int, year: str) -> None:
        if self.waiting:
            self.year = year
        elif self._station_at(index + 3) is not None and not (self.listing and self._closes(index + 2)):
            self.year, self.begin = year, self.tokens[index].start
        elif self.hits:
            self.hits[-1] = self.hits[-1]._replace(year=year)

    def _closes(self, index: int) -> bool:
        """Tell whether a bracketed year belongs to the cable before it rather than to the one behind.

        It does at the end of a line, and in a list whose last cable has its year behind it.
        """
        rest = self.text[self.tokens[index].end :].lstrip(" \t")
        if rest.startswith("\n"):
            return True
        return _TRAILING_YEAR.search(rest, max(len(rest) - _YEAR_WIDTH, 0)) is not None

    def _forget(self) -> None:
        self.station, self.year, self.waiting, self.listing = None, None, False, False

    def _past(self, index: int) -> int:
        while index < len(self.tokens) and self.tokens[index].text in "-/.":
            index += 1
        return index

    def _station_at(self, index: int, *, dated: bool = False) -> tuple[str, int] | None:
        """Return (station key, index after it) for the station that starts at a token, numbers following.

        ``dated`` says that a year stands before: then a misspelt name may have a number of one digit.
        """
        words: list[str] = []
        ends: list[int] = []
        place = index
        while place < len(self.tokens) and len(words) < 6:
            text = self.tokens[place].text
            if text[0].isalpha():
                words.append(text)
                ends.append(place + 1)
            elif text != "-" or not words:
                break
            place += 1
        numbered = place < len(self.tokens) and self.tokens[place].text.isdigit()
        for count in range(len(words), 0, -1):
            station = lookup("".join(words[:count]))
            if station is not None:
                if count < len(words) and numbered and len(words) <= 4:
                    name = "".join(words)
                    short = normalise("".join(words[:count])) != station
                    meant = resolve(name) if short else expand(name)
                    if meant == station and lookup(words[-1]) is None:
                        return station, ends[-1]
                return station, ends[count - 1]
        if not numbered or not words or len(words) > 4 or is_no_station(words[0]):
            return None
        if len(self.tokens[place].text) < 2 and not (dated or self.year):
            return None
        whole = resolve("".join(words)) if words[0][0].isupper() else None
        return (whole, ends[-1]) if whole is not None else None
