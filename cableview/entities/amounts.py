"""Money and quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from cableview.entities.candidate import Candidate
from cableview.entities.context import Context

_CURRENCIES = {
    "$": "USD", "US$": "USD", "USD": "USD", "U.S.$": "USD", "US DOLLARS": "USD", "dollar": "USD", "DOLLAR": "USD",
    "€": "EUR", "EUR": "EUR", "euro": "EUR", "EURO": "EUR", "£": "GBP", "GBP": "GBP", "pound": "GBP", "yen": "JPY", "JPY": "JPY",
    "RMB": "CNY", "CNY": "CNY", "yuan": "CNY", "renminbi": "CNY", "naira": "NGN", "NGN": "NGN", "N": "NGN", "ruble": "RUB",
    "rouble": "RUB", "RUB": "RUB", "rupee": "INR", "Rs": "INR", "Rs.": "INR", "INR": "INR", "peso": "MXN", "won": "KRW", "KRW": "KRW",
    "rand": "ZAR", "ZAR": "ZAR", "shekel": "ILS", "NIS": "ILS", "lira": "TRY", "YTL": "TRY", "dinar": "dinar", "riyal": "SAR", "SAR": "SAR",
    "dirham": "AED", "AED": "AED", "baht": "THB", "THB": "THB", "kyat": "MMK", "shilling": "KES", "KSH": "KES", "Ksh": "KES",
    "franc": "CHF", "CHF": "CHF", "CFA": "XOF", "FCFA": "XOF", "real": "BRL", "reais": "BRL", "BRL": "BRL", "R$": "BRL", "bolivar": "VEB",
    "HKD": "HKD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "AUD": "AUD", "C$": "CAD", "CAD": "CAD", "S$": "SGD", "SGD": "SGD",
    "kwacha": "kwacha", "cedi": "GHS", "birr": "ETB", "hryvnia": "UAH", "zloty": "PLN", "krone": "krone", "krona": "SEK",
    "kroner": "krone", "dong": "VND", "VND": "VND", "rupiah": "IDR", "ringgit": "MYR", "RM": "MYR", "taka": "BDT", "rial": "IRR", "tenge": "KZT", "lei": "lei",
    "guarani": "PYG", "quetzal": "GTQ", "lempira": "HNL", "cordoba": "NIO", "sole": "PEN", "deutschmark": "DEM", "DM": "DEM", "mark": "DEM",
}  # fmt: skip
_SCALE = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "mil": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SIGN = r"U\.S\. ?\$|US ?\$|HK\$|NT\$|R\$|A\$|C\$|S\$|\$|€|£|\b(?:USD|RMB|CNY|EUR|EUROS?|Euros?|GBP|JPY|KRW|INR|Rs\.?|NGN|ZAR|CHF|FCFA|CFA|HKD|AUD|CAD|SGD|BRL|RUB|AED|SAR|THB|VND|NIS|YTL|DM|KSH|Ksh|N(?=\d))"
_SCALES = r"(?:[ -](hundred|thousand|million|billion|trillion)\b|(m|bn)\b)?"
_BEFORE = re.compile(rf"({_SIGN}) ?({_NUMBER})(?:-{_NUMBER})?{_SCALES}(?: (?:USD|dollars)\b)?", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?<![\w.,$])({_NUMBER}){_SCALES} (?:(?:U\.S\.|US|Australian|Canadian) )?"
    r"(USD|RMB|EUR|FCFA|CFA|dollars?|DOLLARS?|euros?|EUROS?|pounds? sterling|yen|yuan|renminbi|naira|rubles?|roubles?|rupees?|pesos?|rand|"
    r"shekels?|liras?|dinars?|riyals?|dirhams?|baht|kyat|shillings?|francs?|reais|bolivars?|kwacha|cedis?|birr|hryvnia|"
    r"zlotys?|kroner|dong|rupiah|ringgit|taka|rials?|tenge|quetzals?|lempiras?)\b"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}  # fmt: skip
_UNITS = {
    "ton": "t", "tons": "t", "tonne": "t", "tonnes": "t", "metric ton": "t", "metric tons": "t", "mt": "t", "kilogram": "kg", "kilograms": "kg", "kilos": "kg",
    "kg": "kg", "kgs": "kg", "gram": "g", "grams": "g", "pounds": "lb", "km": "km", "kms": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km",
    "meter": "m", "meters": "m", "metres": "m", "miles": "mi", "mile": "mi", "nautical miles": "nmi", "feet": "ft", "inches": "in", "millimeters": "mm", "mm": "mm", "cm": "cm",
    "hectares": "ha", "hectare": "ha", "acres": "acres", "square kilometers": "km2", "square miles": "mi2", "square meters": "m2",
    "percent": "percent", "per cent": "percent", "percentage points": "percentage points", "pct": "percent", "%": "percent",
    "barrels per day": "bpd", "barrels a day": "bpd", "bpd": "bpd", "b/d": "bpd", "barrels": "bbl", "barrel": "bbl", "liters": "l", "litres": "l", "gallons": "gal",
    "cubic meters": "m3", "cubic feet": "ft3", "bcm": "bcm", "tcf": "tcf", "megawatts": "MW", "megawatt": "MW", "mw": "MW", "gigawatts": "GW", "kilowatts": "kW", "kw": "kW", "kv": "kV", "kilovolts": "kV", "volts": "V",
    "kwh": "kWh", "bags": "bags", "batches": "batches", "batch": "batch", "containers": "containers", "truckloads": "truckloads", "boxes": "boxes", "sacks": "sacks", "degrees": "degrees", "carats": "carats", "ounces": "oz", "bushels": "bushels", "bales": "bales", "head of cattle": "head of cattle", "sets": "sets", "pieces": "pieces", "units": "units", "rounds": "rounds", "copies": "copies", "doses": "doses", "basis points": "basis points", "kilotons": "kt", "knots": "kn", "cubic metres": "m3",
}  # fmt: skip
_UNIT = "|".join(sorted((re.escape(u) for u in _UNITS if u != "%"), key=len, reverse=True))
_MEASURED = re.compile(
    rf"(?<![\w.,$/])(?:({_NUMBER})(?:-{_NUMBER})?{_SCALES}|({'|'.join(_WORDS)}))[ -]?(?:({_UNIT})\b|(%))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?<![\w.,$/:#(-])({_NUMBER})(?: (million|billion|thousand))?(?= (?:[a-z][a-z-]+ ){{0,3}}?(?:[A-Za-z][a-z]{{2,}}(?<!s)s|people|personnel|police|troops|women|men|children|staff)\b)"
)
_TIME = re.compile(
    r" (?:[a-z-]+ )?(?:years?|months?|days?|weeks?|hours?|minutes?|seconds?|decades?|times)\b|(?:-year| [ap]\.?m\b)"
)
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_NOT_BEFORE = re.compile(
    r"(?:\b(?:Ref|ref|para|paragraph|paras|page|pages|section|Section|Article|article|chapter|No\.|Type|Phase|level|age|aged|since|until|January|February|March|April|May|June|July|August|September|October|November|December)|[A-Z]{3,}) $"
)


def _plain(number: str, *scales: str | None) -> str:
    value = Decimal(number.replace(",", ""))
    for scale in scales:
        if scale:
            value *= _SCALE[scale.lower()]
    return f"{value.normalize():f}"


def _currency(word: str) -> str:
    bare = word.replace("U.S.", "US").replace(" ", "")
    for form in (bare, bare.rstrip("s."), bare.upper(), bare.lower().rstrip("s")):
        if form in _CURRENCIES:
            return _CURRENCIES[form]
    return "GBP" if bare.lower().startswith("pound") else word


def _in_header(context: Context, at: int) -> bool:
    segment = context.flat.segment_at(at)
    return segment is None or segment.kind in ("header", "classified", "tags", "ref", "passing")


def money(context: Context) -> Iterator[Candidate]:
    """Find amounts of money; the norm is currency and plain number."""
    for match in _BEFORE.finditer(context.text):
        if _in_header(context, match.start()):
            continue
        yield Candidate(
            *match.span(), "MONEY", f"{_currency(match[1])} {_plain(match[2], match[3], match[4])}", 2
        )
    for match in _AFTER.finditer(context.text):
        yield Candidate(
            *match.span(), "MONEY", f"{_currency(match[4])} {_plain(match[1], match[2], match[3])}", 2
        )


def quantities(context: Context) -> Iterator[Candidate]:
    """Find measures with their unit, and numbers that count goods or people."""
    text = context.text
    for segment in context.flat.segments:
        if segment.kind not in ("body", "gap", "subject", "heading"):
            continue
        for match in _MEASURED.finditer(text, segment.start, segment.end):
            unit = _UNITS[(match[5] or match[6]).lower()]
            number = _plain(match[1], match[2], match[3]) if match[1] else str(_WORDS[match[4].lower()])
            yield Candidate(*match.span(), "QUANTITY", f"{number} {unit}", 3)
        for match in _COUNTED.finditer(text, segment.start, segment.end):
            if _TIME.match(text, match.end()) or _NOT_BEFORE.search(
                text, max(0, match.start() - 12), match.start()
            ):
                continue
            if not match[2] and _YEARLIKE.fullmatch(match[1]):
                continue
            yield Candidate(*match.span(), "QUANTITY", _plain(match[1], match[2]), 7)
