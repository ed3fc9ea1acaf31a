"""Places in text in capitals: what they are called gets capitals, and US, the country."""

from __future__ import annotations

from cableview.entities import places
from cableview.entities.cased import Words, capitalize

_KINDS = frozenset(
    "PROVINCE DISTRICT ISLAND ISLANDS RIVER VALLEY PRISON AIRPORT PENINSULA GOVERNORATE COUNTY CITY BAY LAKE"
    " STRAIT STREET AVENUE SQUARE HOTEL BRIDGE DAM CANAL DESERT BASIN PLATEAU HARBOR OBLAST".split()
)
_LEADS = frozenset({"CAMP", "FORT", "LAKE", "MOUNT", "CAPE"})
_BEFORE_US = frozenset({"THE", "BETWEEN", "AND"})
_AFTER_US = frozenset(
    "POSITION GOVERNMENT EMBASSY POLICY SIDE DELEGATION MILITARY NAVY ARMY FORCES TROOPS AID ASSISTANCE FIRM"
    " FIRMS COMPANY COMPANIES CITIZEN CITIZENS NATIONAL NATIONALS INTEREST INTERESTS OFFICIALS SUPPORT VIEWS"
    " VIEW PRESS CONGRESS SENATE TREASURY DOLLAR DOLLARS MARKET TRADE RELATIONS BASES SHIPS VESSEL VESSELS"
    " AMBASSADOR".split()
)
"""Words that stand beside the country, and not beside the pronoun."""
_TELLING = _KINDS | _LEADS | {"US"}


def raise_places(words: Words) -> None:
    """Give capitals to ``TIRAH VALLEY`` and ``CAMP CRAME``; tell US, the country, from the pronoun."""
    if _TELLING.isdisjoint(words.words):
        return
    for index, word in enumerate(words.words):
        if word not in _TELLING:
            continue
        before = words.words[index - 1] if index and words.gap(index - 1) == " " else ""
        after = words.words[index + 1] if words.gap(index) == " " else ""
        if word == "US":
            words.forms[index] = word if before in _BEFORE_US or after in _AFTER_US else words.forms[index]
            continue
        kind = word in _KINDS and before and words.named(index - 1)
        kind = kind and words.forms[index - 1] not in places.demonyms()
        if kind or (word in _LEADS and after and words.named(index + 1)):
            words.forms[index] = capitalize(word)
